"""Every command by its arguments, what it prints and its status: cases/commands.toml. No model is loaded."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from factcheck import check, pipeline
from factcheck.archive import keep_last_report, open_archive
from factcheck.cli.main import COMMANDS, cli
from factcheck.config import Settings, WatchEntry, make_settings
from factcheck.datamodel import Report
from factcheck.report import to_json
from factcheck.watchlist import WatchResult
from tests.cli.sample_run import fake_run, write_articles

TABLE = Path(__file__).parent / "cases" / "commands.toml"
CASES: list[dict[str, Any]] = tomllib.loads(TABLE.read_text("utf-8"))["case"]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with articles, no settings and no cache of its own, and a pipeline without models."""
    write_articles(tmp_path)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith(("FACTCHECK_", "NO_COLOR"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(pipeline, "run", fake_run)
    monkeypatch.setattr(check, "match_watchlist", fake_match)
    return tmp_path


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_a_command(case: dict[str, Any], place: Path) -> None:
    if "config" in case:
        (place / "claims.yaml").write_text(case["config"], encoding="utf-8")
    result = CliRunner().invoke(cli, case["args"], env=case.get("env"), prog_name="factcheck")
    told = f"{result.stdout}\n--- standard error\n{result.stderr}"
    assert result.exit_code == case["status"], told
    for part in case.get("out", ()):
        assert part in result.stdout, told
    for part in case.get("err", ()):
        assert part in result.stderr, told
    assert not [part for part in case.get("out_not", ()) if part in result.stdout], told
    assert not [part for part in case.get("err_not", ()) if part in result.stderr], told
    for name, begins in case.get("files", {}).items():
        assert (place / name).read_text("utf-8").startswith(begins)


def test_every_command_of_the_help_is_there() -> None:
    for name in COMMANDS:
        assert invoke(name, "--help").exit_code == 0


def test_every_option_has_the_variable_of_its_name() -> None:
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        for option in (param for param in command.params if isinstance(param, click.Option)):
            assert f"--{option.name}".replace("_", "-") in option.opts


def test_a_saved_run_gives_the_report_that_was_saved(place: Path) -> None:
    first = invoke("report", ".", "--format", "html", "-o", "json=run.json")
    again = invoke("report", "run.json", "--format", "html")
    assert first.exit_code == again.exit_code == 0
    assert again.stdout == first.stdout


def test_a_saved_run_can_be_explained(place: Path) -> None:
    invoke("report", ".", "-o", "json=run.json")
    assert "4 lanes, 3 lanes" in invoke("explain", "cd0", "run.json").stdout


def test_a_saved_run_that_is_damaged_is_told(place: Path) -> None:
    (place / "run.json").write_text("{}", encoding="utf-8")
    result = invoke("report", "run.json")
    assert result.exit_code == 2
    assert result.stderr.startswith("factcheck: run.json: ")


def test_standard_input_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, Any] = {}

    def run(paths: Sequence[str], **told: Any) -> Report:
        given.update(told, paths=list(paths))
        return fake_run(["daily.txt"])

    monkeypatch.setattr(pipeline, "run", run)
    assert CliRunner().invoke(cli, ["report", "-"], input=b"Caf\xe9").exit_code == 0
    assert (given["paths"], given["stdin"]) == (["-"], b"Caf\xe9")


@pytest.mark.parametrize(
    ("raised", "status"), [(KeyboardInterrupt, 130), (ValueError, 2), (SystemError, 2), (RecursionError, 2)]
)
@pytest.mark.parametrize("command", [["report", "daily.txt"], ["check", "daily.txt", "--against", "wire.txt"]])
def test_no_crash_ends_with_one(
    raised: type[BaseException], status: int, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*paths: Any, **told: Any) -> Report:
        raise raised("two\nlines")

    monkeypatch.setattr(pipeline, "run", run)
    result = invoke(*command)
    assert result.exit_code == status
    assert "Traceback" not in result.stderr
    if status == 2:
        assert result.stderr.splitlines() == [
            f"factcheck: this is a bug: {raised.__name__}: two lines; factcheck --traceback … shows where"
        ]


@pytest.mark.parametrize("asked", [{"args": ["--traceback"]}, {"env": {"FACTCHECK_TRACEBACK": "1"}}])
def test_a_bug_is_shown_in_full_where_asked_for(asked: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*paths: Any, **told: Any) -> Report:
        raise ValueError("a bug")

    monkeypatch.setattr(pipeline, "run", run)
    result = CliRunner().invoke(cli, [*asked.get("args", []), "report", "daily.txt"], env=asked.get("env"))
    assert result.exit_code == 2
    assert "Traceback" in result.stderr


def test_the_cache_is_where_it_is_asked_for(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[tuple[Path | None, Path | None]] = []

    def run(paths: Sequence[str], *, settings: Settings, **told: Any) -> Report:
        used.append((settings.archive.path, settings.embed.folder))
        return fake_run(paths)

    monkeypatch.setattr(pipeline, "run", run)
    for options in ([], ["--cache-dir", "kept"], ["--no-cache"]):
        assert invoke("report", ".", *options).exit_code == 0
    assert used == [
        (place / "cache" / "factcheck" / "archive.sqlite", None),
        (Path("kept/archive.sqlite"), Path("kept/encoders")),
        (None, None),
    ]


def test_the_last_run_that_was_kept_is_explained(place: Path) -> None:
    with closing(open_archive(make_settings(keep=True).archive)) as archive:
        keep_last_report(archive, to_json(fake_run(["."])))
    assert "4 lanes, 3 lanes" in invoke("explain", "cd0").stdout
    assert invoke("explain", "cd0", "--cache-dir", "elsewhere").exit_code == 2


def invoke(*args: str) -> Result:
    """Runs a command line."""
    return CliRunner().invoke(cli, args, prog_name="factcheck")


def fake_match(report: Report, entries: Sequence[WatchEntry], settings: Settings) -> tuple[WatchResult, ...]:
    """Finds a watched claim where its words stand."""
    return tuple(_matched(report, entry) for entry in entries)


def _matched(report: Report, entry: WatchEntry) -> WatchResult:
    claims = {claim.id for claim in report.claims if entry.claim.replace("*", "") in claim.text}
    for finding in report.findings:
        if claims.intersection(claim for side in finding.sides for claim in side.claims):
            return WatchResult(entry, finding.verdict, finding.id)
    return WatchResult(entry, None)
