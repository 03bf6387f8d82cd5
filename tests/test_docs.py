"""What the documents cite is there: files, commands, options, rules, and the places of the README's excerpt."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

from factcheck.cli.main import COMMANDS
from factcheck.judge.table import RULES
from tests.excerpt import BLOCK, README, ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
FENCED = re.compile(r"^ *```sh\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
PLACE = re.compile(r"\b([\w-]+\.(?:md|txt|html)):(\d+)\b")
NO_DIFFERENCE = {"FC401", "FC402"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    missing = [link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert not missing


def cited_commands() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The command and the options of each line that runs factcheck."""
    for page in PAGES:
        for block in FENCED.findall(page.read_text("utf-8")):
            for line in block.splitlines():
                words = shlex.split(line, comments=True) if line.startswith("factcheck ") else []
                if len(words) > 1:
                    yield words[1], tuple(word.partition("=")[0] for word in words[2:] if word.startswith("-"))


@pytest.mark.parametrize(("command", "options"), sorted(set(cited_commands())))
def test_cited_commands_take_the_cited_options(command: str, options: tuple[str, ...]) -> None:
    assert command in COMMANDS
    cited: click.Command = getattr(import_module(f"factcheck.cli.{command}"), command)
    known = {name for param in cited.params for name in param.opts} | {"--help", "-"}
    assert set(options) <= known


def test_every_rule_is_named_in_the_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert [rule.code for rule in RULES if rule.code not in text or f"`{rule.name}`" not in text] == []


def test_the_excerpt_names_places_of_the_seeds_and_rules_of_the_table() -> None:
    found = BLOCK.search(README.read_text("utf-8"))
    assert found is not None
    places = PLACE.findall(found.group())
    assert places
    for name, line in places:
        assert int(line) <= len((ROOT / "seeds" / name).read_text("utf-8").splitlines())
    assert set(re.findall(r"FC\d{3}", found.group())) <= {rule.code for rule in RULES} | NO_DIFFERENCE
