"""claims.yaml: what it sets, where it is found, and how its faults are told."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.config import Config, FailOn, Settings, find_config, load_config, make_settings, parse_config
from factcheck.datamodel import Verdict
from factcheck.errors import ConfigError

TABLE = Path(__file__).parent / "cases" / "config_faults.toml"
CASES: list[dict[str, Any]] = tomllib.loads(TABLE.read_text("utf-8"))["case"]

WHOLE = """\
# a comment
corpus: [articles/, "more/*.txt"]
fail_on: [conflict, unsure]
encoder: tiny
parser: en_other
watch:
  - claim: "  the bridge has three lanes "
    expect: single-sourced
    note: counted on site
    as_of: 2024-05-31
    evidence: [https://example.org/plan]
  - expect: conflicting
    claim: >
      the bridge
      is closed
"""


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_faults_are_told_all_at_once_with_their_places(case: dict[str, Any]) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config(case["text"], "claims.yaml")
    assert str(caught.value).splitlines() == [f"claims.yaml:{fault}" for fault in case["faults"]]


def test_a_whole_file_is_read() -> None:
    config = parse_config(WHOLE, "claims.yaml", Path("news"))
    assert config.corpus == (str(Path("news/articles")), str(Path("news/more/*.txt")))
    assert config.fail_on == (FailOn.CONFLICT, FailOn.UNSURE)
    assert (config.encoder, config.parser) == ("tiny", "en_other")
    first, second = config.watch
    assert (first.claim, first.expect) == ("the bridge has three lanes", Verdict.SINGLE_SOURCED)
    assert (first.note, first.as_of) == ("counted on site", date(2024, 5, 31))
    assert first.evidence == ("https://example.org/plan",)
    assert (first.line, first.column) == (7, 12)
    assert (second.claim, second.expect, second.line) == ("the bridge is closed", Verdict.CONFLICTING, 13)


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "{}\n", "corpus:\nwatch:\n"])
def test_an_empty_file_sets_nothing(text: str) -> None:
    assert parse_config(text, "claims.yaml") == Config()


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "claims.yaml"
    file.write_bytes(b"\xef\xbb\xbfencoder: tiny\n")
    assert load_config(file).encoder == "tiny"


def test_a_file_that_is_no_utf_8_is_told(tmp_path: Path) -> None:
    file = tmp_path / "claims.yaml"
    file.write_bytes(b"encoder: \xff\n")
    with pytest.raises(ConfigError, match="is not UTF-8"):
        load_config(file)


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path / "claims.yaml")


def test_it_is_sought_up_to_the_root_of_the_repository(tmp_path: Path) -> None:
    outside, root, deep = tmp_path, tmp_path / "repository", tmp_path / "repository" / "a" / "b"
    deep.mkdir(parents=True)
    (root / ".git").mkdir()
    (outside / "claims.yaml").touch()
    assert find_config(deep) is None
    (root / "claims.yaml").touch()
    assert find_config(deep) == root / "claims.yaml"
    (root / "a" / "claims.yaml").touch()
    assert find_config(deep) == root / "a" / "claims.yaml"


def test_outside_of_a_repository_only_the_folder_itself_counts(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").touch()
    (tmp_path / "a").mkdir()
    assert find_config(tmp_path / "a") is None
    assert find_config(tmp_path) == tmp_path / "claims.yaml"


def test_what_is_asked_for_goes_before_the_file_and_the_file_before_the_defaults() -> None:
    config = parse_config("encoder: tiny\nparser: en_other\n", "claims.yaml")
    assert make_settings(config).embed.encoder == "tiny"
    assert make_settings(config).parse.pipeline == "en_other"
    assert make_settings(config, encoder="large").embed.encoder == "large"
    assert make_settings(config, parser="en_large").parse.pipeline == "en_large"
    assert make_settings() == Settings()


def test_the_settings_of_every_stage_are_frozen() -> None:
    for stage in fields(Settings):
        kind: Any = type(getattr(Settings(), stage.name))
        assert kind.__dataclass_params__.frozen, stage.name


def test_the_repositorys_own_file_is_sound() -> None:
    config = load_config(Path(__file__).parents[1] / "claims.yaml")
    assert {entry.expect for entry in config.watch} >= {Verdict.AGREEING, Verdict.CONFLICTING}
    assert config.corpus


@given(st.text(alphabet="corpuswth:- []{}&*!|>#%@`'\"\n\t0.\\,?é\x00"))
def test_any_text_is_read_or_told(text: str) -> None:
    told = ""
    try:
        parse_config(text, "claims.yaml")
    except ConfigError as error:
        told = str(error)
    assert all(line.startswith("claims.yaml:") for line in told.split("\n") if told)
