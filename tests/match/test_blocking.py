"""Which pairs are compared: few beside all that there are, and none within one voice of one document."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.datamodel import Claim
from factcheck.match import MatchSettings
from factcheck.match.blocking import candidate_pairs
from factcheck.match.statistics import Statistics, statistics_of
from tests.match.builders import plain_claim, statistics

SETTINGS = MatchSettings(neighbours=3)
MEASURES = 4
"""Kinds of nearness of which each claim's nearest are taken."""


@pytest.mark.parametrize("documents", [2, 4])
def test_pairs_grow_with_the_claims_not_with_their_square(documents: int) -> None:
    counts = {size: len(candidate_pairs(*corpus(documents, size), settings=SETTINGS)) for size in (40, 80, 160)}
    for size, count in counts.items():
        assert count <= MEASURES * SETTINGS.neighbours * documents * documents * size
    for size in (40, 80):
        assert counts[2 * size] <= 2.3 * counts[size]


def test_most_of_a_large_corpus_is_never_compared() -> None:
    claims, known = corpus(2, 200)
    assert len(candidate_pairs(claims, known, settings=SETTINGS)) < 200 * 200 / 8


def test_more_neighbours_only_add_pairs() -> None:
    claims, known = corpus(3, 30)
    few = set(candidate_pairs(claims, known, settings=MatchSettings(neighbours=1)))
    many = set(candidate_pairs(claims, known, settings=MatchSettings(neighbours=6)))
    assert few < many


def test_the_same_words_in_two_documents_are_compared() -> None:
    claims, known = of([("a", "the ferry sank", None), ("b", "the ferry sank", None)])
    assert candidate_pairs(claims, known, settings=SETTINGS) == [(0, 1)]


@pytest.mark.parametrize(
    ("left", "right", "compared"),
    [
        (None, None, False),
        ("Dana Holt", "Dana Holt", False),
        ("Dana Holt", "Peter Lang", True),
        ("Dana Holt", None, True),
    ],
)
@pytest.mark.parametrize("others", [0, 1])
def test_within_a_document_only_unlike_voices_are_compared(
    left: str | None, right: str | None, compared: bool, others: int
) -> None:
    """Whether the document stands alone or not."""
    rows = [("a", "the ferry sank", left), ("a", "the ferry sank", right), ("b", "voters chose", None)]
    claims, known = of(rows[: 2 + others])
    assert ((0, 1) in candidate_pairs(claims, known, settings=SETTINGS)) is compared


def test_overlapping_claims_of_one_document_are_not_compared() -> None:
    claims = [
        plain_claim("x", "a", 0, words="the ferry sank"),
        plain_claim("y", "a", 4, speaker="Holt", words="ferry sank"),
    ]
    assert candidate_pairs(claims, statistics(claims), settings=SETTINGS) == []


ROWS = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.lists(st.sampled_from("ferry sank pier voters chose".split()), min_size=1, max_size=4).map(" ".join),
        st.sampled_from((None, "Holt", "Lang")),
    ),
    max_size=12,
)


@given(ROWS)
def test_pairs_are_ordered_unlike_and_never_of_one_voice(rows: list[tuple[str, str, str | None]]) -> None:
    claims, known = of(rows)
    pairs = candidate_pairs(claims, known, settings=SETTINGS)
    assert pairs == sorted(set(pairs))
    for i, j in pairs:
        assert i < j
        assert claims[i].doc != claims[j].doc or claims[i].speaker != claims[j].speaker


def of(rows: list[tuple[str, str, str | None]]) -> tuple[list[Claim], Statistics]:
    """Claims in the order of their documents, apart from each other, and what is known of them."""
    made = [
        plain_claim(f"c{n}", doc, 100 * n, speaker=speaker, words=words)
        for n, (doc, words, speaker) in enumerate(sorted(rows, key=lambda row: row[0]))
    ]
    return made, statistics(made)


def corpus(documents: int, size: int) -> tuple[list[Claim], Statistics]:
    """So many documents with so many claims each, in no order of nearness."""
    numbers = np.random.default_rng(7)
    claims = [plain_claim(f"c{d}-{n}", f"d{d}", 100 * n) for d in range(documents) for n in range(size)]
    vectors: Any = numbers.normal(size=(2, len(claims), 16)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=2, keepdims=True)
    return claims, statistics_of(claims, vectors[0], vectors[1])
