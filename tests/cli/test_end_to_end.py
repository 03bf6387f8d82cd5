"""The command over two small articles, nothing replaced: the real pipeline, with the encoder that needs no model."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
ARTICLES = {
    "daily.md": (
        "---\ntitle: Ferry fire kills four\npublisher: The Harbour Daily\ndate: 2031-03-02\n---\n\n"
        "Four people died when a fire broke out on the ferry Aurora on Saturday, police said.\n\n"
        "The ferry was carrying 212 passengers. Captain Leif Aas told reporters that the engine had been replaced.\n"
    ),
    "wire.txt": (
        "Ferry fire off Norrland\n\n"
        "Seven people died when a fire broke out on the ferry Aurora on Saturday, the coast guard said.\n\n"
        "Rescuers saved 205 people within an hour.\n"
    ),
}
# Fails at any use of the network, and tells at its end which packages were loaded.
GUARDED = """\
import atexit, socket, sys
def refuse(*args, **kwargs):
    raise AssertionError("a socket was opened")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
atexit.register(lambda: print("loaded:", *sorted({"torch", "spacy", "pandas"} & sys.modules.keys()), file=sys.stderr))
from factcheck.cli.main import main
main()
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the articles in a folder of their own."""
    place = tmp_path_factory.mktemp("place")
    (place / "articles").mkdir()
    for name, text in ARTICLES.items():
        (place / "articles" / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def first(place: Path) -> subprocess.CompletedProcess[str]:
    """A first run, which keeps what it found."""
    return factcheck(place, "report", "articles", "--format", "json", "-o", "html=build/report.html")


def test_every_claim_quotes_its_file_and_stands_in_one_finding(first: subprocess.CompletedProcess[str]) -> None:
    assert first.returncode == 0, first.stderr
    report: dict[str, Any] = json.loads(first.stdout)
    assert [document["id"] for document in report["documents"]] == ["daily.md", "wire.txt"]
    claims = {claim["id"]: claim for claim in report["claims"]}
    assert len(claims) == len(report["claims"]) >= 4
    for claim in claims.values():
        assert ARTICLES[claim["document"]][claim["start"] : claim["end"]] == claim["quote"]
    standing = [claim for finding in report["findings"] for side in finding["sides"] for claim in side["claims"]]
    assert sorted(standing) == sorted(claims)


def test_a_file_is_written_beside_what_is_printed(first: subprocess.CompletedProcess[str], place: Path) -> None:
    page = (place / "build" / "report.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "Ferry fire kills four" in page


def test_a_second_run_gives_the_same_bytes_and_loads_no_model(
    first: subprocess.CompletedProcess[str], place: Path
) -> None:
    second = factcheck(place, "report", "articles", "--format", "json")
    assert (second.returncode, second.stdout) == (0, first.stdout)
    assert "loaded:\n" in second.stderr


def test_the_last_run_is_explained(first: subprocess.CompletedProcess[str], place: Path) -> None:
    explained = factcheck(place, "explain", "wire.txt:3")
    assert explained.returncode == 0, explained.stderr
    assert "fire broke out" in explained.stdout
    assert "wire.txt:3" in explained.stdout


def test_claims_alone_are_a_line_each(place: Path) -> None:
    ended = factcheck(place, "extract", "articles/wire.txt")
    claims = [json.loads(line) for line in ended.stdout.splitlines()]
    assert any("205" in claim["quote"] for claim in claims)
    assert [claim["start"] for claim in claims] == sorted(claim["start"] for claim in claims)


def test_a_new_article_is_checked_against_the_corpus(place: Path) -> None:
    ended = factcheck(place, "check", "articles/daily.md", "--against", "articles", "--format", "json", "--exit-zero")
    assert ended.returncode == 0, ended.stderr
    report = json.loads(ended.stdout)
    assert report["articles"] == ["daily.md"]
    documents = {claim["id"]: claim["document"] for claim in report["claims"]}
    for finding in report["findings"]:
        assert "daily.md" in {documents[claim] for side in finding["sides"] for claim in side["claims"]}


def factcheck(place: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Runs a command with the encoder that needs no model and a cache within `place`."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(place / "cache")}
    options = ["--encoder", "hashing", "--no-config"]
    return subprocess.run(
        [sys.executable, "-c", GUARDED, *args, *options],
        cwd=place, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
