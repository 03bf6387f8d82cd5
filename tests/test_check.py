"""New articles against a corpus: which documents are new, which findings are about them, what fails."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from factcheck import check, pipeline
from factcheck.check import CheckResult, check_articles
from factcheck.config import FailOn, Settings, WatchEntry
from factcheck.datamodel import Report, Verdict
from factcheck.errors import NothingToRead, WatchlistError
from factcheck.watchlist import WatchResult
from tests.cli.sample_run import fake_run, write_articles


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with articles, and a pipeline without models."""
    write_articles(tmp_path)
    (tmp_path / "broken.txt").unlink()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline, "run", fake_run)
    return tmp_path


@pytest.mark.parametrize(
    ("articles", "new"),
    [
        (["daily.txt"], ("daily.txt",)),
        (["./daily.txt"], ("daily.txt",)),
        (["{place}/daily.txt"], ("daily.txt",)),
        ([Path("wire.txt")], ("wire.txt",)),
    ],
)
def test_an_article_within_the_corpus_is_new_all_the_same(
    articles: list[str | Path], new: tuple[str, ...], place: Path
) -> None:
    named = [str(article).format(place=place) for article in articles]
    assert check_articles(named, against=["."]).articles == new


def test_articles_may_be_a_folder_or_a_glob(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "drafts").mkdir()
    (place / "daily.txt").rename(place / "drafts" / "daily.txt")
    assert check_articles(["drafts"], against=["wire.txt"]).articles == ("daily.txt",)
    monkeypatch.setattr(pipeline, "run", lambda paths, **told: fake_run(["drafts/daily.txt", "wire.txt"]))
    assert check_articles(["drafts/*.txt"], against=["wire.txt"]).articles == ("daily.txt",)
    assert check_articles([place / "dra*" / "**"], against=["wire.txt"]).articles == ("daily.txt",)


def test_what_the_corpus_says_among_itself_is_left_out() -> None:
    report = check_articles(["daily.txt"], against=["wire.txt"]).report
    assert [finding.verdict for finding in report.findings] == [Verdict.CONFLICTING, Verdict.SINGLE_SOURCED]
    standing = [claim for finding in report.findings for side in finding.sides for claim in side.claims]
    assert sorted(standing) == sorted(claim.id for claim in report.claims) == ["cd0", "cd1", "cw0"]


def test_only_the_kinds_that_are_named_fail() -> None:
    result = check_articles(["daily.txt"], against=["wire.txt"])
    assert result.fails()
    assert result.fails(["single-sourced"])
    assert not result.fails([FailOn.SUPERSEDED, FailOn.UNSURE, FailOn.NOTICE, FailOn.WATCHLIST])
    assert not result.fails([])


def test_a_watched_conflict_that_is_expected_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not watched(Verdict.CONFLICTING, monkeypatch).fails()
    assert watched(Verdict.AGREEING, monkeypatch).fails()


def test_what_is_missing_is_told() -> None:
    with pytest.raises(WatchlistError, match="nothing to check"):
        check_articles([], against=["."])
    with pytest.raises(NothingToRead, match="nothing to check against"):
        check_articles(["daily.txt"])
    with pytest.raises(NothingToRead, match="nothing of the corpus"):
        check_articles(["daily.txt"], against=["daily.txt"])


def test_corpus_and_watch_list_come_from_the_file_that_is_named(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "match_watchlist", no_match)
    (place / "claims.yaml").write_text("corpus: [.]\nwatch: [{claim: six lanes, expect: unsure}]\n")
    result = check_articles([], config="claims.yaml")
    assert [entry.status for entry in result.watch] == ["not found"]
    assert not result.report.findings
    with pytest.raises(WatchlistError):
        check_articles([], against=["."])


def watched(expect: Verdict, monkeypatch: pytest.MonkeyPatch) -> CheckResult:
    """A check of one watched claim, which the corpus conflicts about."""

    def match(report: Report, entries: Sequence[WatchEntry], settings: Settings) -> tuple[WatchResult, ...]:
        return tuple(WatchResult(entry, Verdict.CONFLICTING, "fcd0cw0") for entry in entries)

    monkeypatch.setattr(check, "match_watchlist", match)
    return check_articles([], against=["."], watch=[WatchEntry("four lanes", expect)])


def no_match(report: Report, entries: Sequence[WatchEntry], settings: Settings) -> tuple[WatchResult, ...]:
    """Finds nothing."""
    return tuple(WatchResult(entry, None) for entry in entries)
