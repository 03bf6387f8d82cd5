"""The package's public names: each is there, none is loaded before it is used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

ROOT = Path(__file__).parents[1]
HEAVY = ("spacy", "torch", "transformers", "sentence_transformers", "onnxruntime", "pandas", "numpy")
LOADED = "import sys; print(*sorted(name for name in sys.modules if name.partition('.')[0] in {names!r}))"


def test_importing_the_package_loads_only_it_and_its_version() -> None:
    loaded = run("import factcheck", names=("factcheck", *HEAVY))
    assert loaded == ["factcheck", "factcheck.version"]


@pytest.mark.parametrize("name", ["run", "check_articles", "to_json", "Claim", "Report"])
def test_a_name_that_needs_no_table_loads_nothing_heavy(name: str) -> None:
    assert run(f"from factcheck import {name}", names=HEAVY) == []


@pytest.mark.parametrize("name", factcheck.__all__)
def test_a_public_name_resolves(name: str) -> None:
    assert getattr(factcheck, name) is not None
    assert name in dir(factcheck)


def test_the_names_are_those_that_are_promised() -> None:
    promised = {"run", "check_articles", "to_json", "claims_frame", "findings_frame", "Claim", "Document", "Finding"}
    assert promised <= set(factcheck.__all__)
    assert len(set(factcheck.__all__)) == len(factcheck.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"factcheck.*'verify'"):
        factcheck.verify  # noqa: B018
    with pytest.raises(ImportError):
        exec("from factcheck import verify")


def run(line: str, *, names: tuple[str, ...]) -> list[str]:
    """The modules of these packages that a line of Python loads, in a process of its own."""
    program = f"{line}; {LOADED.format(names=names)}"
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return ended.stdout.split()
