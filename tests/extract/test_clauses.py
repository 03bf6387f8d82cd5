"""Where stretches may start and end, what they must hold, and which of several are kept."""

from __future__ import annotations

import pytest

from factcheck.extract import ExtractSettings
from factcheck.extract.clause_features import clause_features
from factcheck.extract.clauses import LONGEST, Clause, candidates, clause_trees, find_clauses, overlap, propose
from factcheck.extract.joints import is_whole
from factcheck.extract.speakers import find_attributions
from factcheck.extract.tree import tree_of
from tests.extract.parsed import parsed, stretch

TEXT = (
    "About 60 percent of voters in San Jose did not back the ban, which was agreed in mid-May, the mayor’s office said."
)


@pytest.mark.parametrize(
    "words",
    [
        "About 60 percent of voters in San Jose did not back the ban",
        "which was agreed in mid-May",
        "was agreed in mid-May",
        "in mid-May",
        "the ban",
        "the mayor’s office",
        "in San Jose",
    ],
)
def test_whole(words: str) -> None:
    tree = tree_of(parsed(TEXT))
    clause = stretch(tree, TEXT, words)
    assert is_whole(tree, clause.start, clause.end, clause.head)


@pytest.mark.parametrize(
    "words",
    [
        "60 percent of voters",
        "About 60 percent",
        "voters in San",
        "Jose did not back the ban",
        "back the ban",
        "not back the ban",
        "did not back",
        "ban",
        "agreed in mid-May",
        "was agreed in mid",
        "May",
        "the mayor",
        "office",
    ],
)
def test_torn(words: str) -> None:
    tree = tree_of(parsed(TEXT))
    clause = stretch(tree, TEXT, words)
    assert not is_whole(tree, clause.start, clause.end, clause.head)


def test_proposals_are_whole_distinct_and_short() -> None:
    document = parsed(TEXT)
    tree = tree_of(document)
    found = propose(tree, document.sentences[0])
    assert len({(c.start, c.end) for c in found}) == len(found) > 5
    assert all(c.end - c.start <= LONGEST and c.start <= c.head < c.end for c in found)


def test_brackets_and_quotation_marks_are_taken_in_by_pairs() -> None:
    document = parsed("He called the report “a work of fiction” on Monday.")
    found = [document.doc[c.start : c.end].text for c in propose(tree_of(document), document.sentences[0])]
    assert found
    assert all(words.count("“") == words.count("”") for words in found)


def test_the_source_and_its_cue_are_no_candidates() -> None:
    document = parsed(TEXT)
    words = [document.doc[c.start : c.end].text for _, c in candidates(document, find_attributions(document))]
    assert "was agreed in mid-May" in words
    assert not any("office" in w for w in words)


def test_of_equal_stretches_the_better_is_kept() -> None:
    document = parsed(TEXT)
    found = find_clauses(document, settings=ExtractSettings(least_score=0.0))
    assert all(overlap(a, b) < 0.85 for a in found for b in found if a != b)
    assert list(found) == sorted(found)


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [((0, 4), (0, 4), 1.0), ((0, 4), (2, 6), 2 / 6), ((0, 2), (2, 4), 0.0), ((0, 2), (5, 7), 0.0)],
)
def test_overlap(left: tuple[int, int], right: tuple[int, int], share: float) -> None:
    assert overlap(Clause(*left, left[0]), Clause(*right, right[0])) == pytest.approx(share)


def test_the_weights_know_the_features() -> None:
    document = parsed(TEXT)
    clause = propose(tree_of(document), document.sentences[0])[0]
    features = clause_features(document.doc, document.sentences[0], clause)
    shared = set(features) & set(clause_trees().features)
    assert len(shared) > 30
    assert {"length", "numbers", "share", "heading"} <= shared


def test_an_empty_document_has_no_claims() -> None:
    assert find_clauses(parsed("")) == ()
    assert find_clauses(parsed("…")) == ()
