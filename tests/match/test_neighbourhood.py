"""How a pair stands among the others: best matches, leads, support by a third document."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.match.neighbourhood import LEAST_FIRST, compare_neighbours
from tests.match.builders import by_name, claim_in, plain_claim

CLAIMS = [plain_claim(f"{doc}{n}", doc, 10 * n) for doc in "abc" for n in range(2)]
"""a0 a1 b0 b1 c0 c1, numbered 0 to 5."""
PAIRS = [(i, j) for i in range(6) for j in range(i + 1, 6) if CLAIMS[i].doc != CLAIMS[j].doc]


def features(weights: dict[tuple[int, int], float], pair: tuple[int, int]) -> dict[str, float | None]:
    """Of one pair, where all pairs but those of `weights` are far below."""
    given = {p: weights.get(p, -9.0) for p in PAIRS}
    found = compare_neighbours(CLAIMS, list(given), list(given.values()))
    return {name: f.value for name, f in by_name(found[pair]).items()}


def test_each_the_others_best_match() -> None:
    found = features({(0, 2): 1.0, (0, 3): -1.0, (1, 2): -2.0}, (0, 2))
    assert (found["best_standing"], found["worst_standing"]) == (0.0, 0.0)
    assert (found["least_lead"], found["most_lead"]) == (2.0, 3.0)
    assert found["first_weight"] == 1.0


def test_a_better_match_in_the_same_document() -> None:
    found = features({(0, 2): 1.0, (0, 3): 3.0}, (0, 2))
    assert (found["best_standing"], found["worst_standing"]) == (0.0, 1.0)
    assert found["least_lead"] == -2.0
    assert (found["least_best"], found["most_best"]) == (1.0, 3.0)


def test_a_third_document_supports_as_its_weaker_link_does() -> None:
    supported = features({(0, 2): 0.0, (0, 4): 2.0, (2, 4): 1.0}, (0, 2))
    alone = features({(0, 2): 0.0}, (0, 2))
    assert supported["support"] == 1.0
    assert (alone["support"] or 0.0) < 0.0
    assert supported["supporters"] == pytest.approx((1 / (1 + 2**-2)) * (1 / (1 + 2**-1)), abs=1e-3)


def test_a_third_claim_of_the_same_document_supports_nothing() -> None:
    assert (features({(0, 2): 0.0, (0, 3): 2.0}, (0, 2))["support"] or 0.0) < 0.0


def test_hopeless_pairs_are_not_looked_at_again() -> None:
    found = compare_neighbours(CLAIMS, PAIRS[:2], [LEAST_FIRST, LEAST_FIRST - 0.001])
    assert list(found) == PAIRS[:1]


@given(st.lists(st.floats(-9, 6, width=16), min_size=len(PAIRS), max_size=len(PAIRS)), st.data())
def test_from_either_side_and_in_any_order(weights: list[float], data: st.DataObject) -> None:
    forth = compare_neighbours(CLAIMS, PAIRS, weights)
    back = compare_neighbours(CLAIMS, [(j, i) for i, j in PAIRS], weights)
    assert {(j, i): row for (i, j), row in back.items()} == forth
    shuffled: list[Any] = data.draw(st.permutations(list(zip(PAIRS, weights, strict=True))))
    again = compare_neighbours(CLAIMS, [p for p, _ in shuffled], [w for _, w in shuffled])
    assert again == forth


def test_a_document_that_states_both_figures_tells_of_two_things() -> None:
    one, other = (claim_in(f"{n} people were hurt in the fire.", doc) for n, doc in ((12, "wire"), (15, "daily")))
    both = replace(claim_in("15 people were hurt in another fire.", "wire"), id="second")
    alone = compare_neighbours([one, other], [(0, 1)], [0.0])[0, 1]
    beside = compare_neighbours([one, other, both], [(0, 1), (1, 2)], [0.0, 0.0])[0, 1]
    assert by_name(alone)["values_held"].value == 0.0
    assert by_name(beside)["values_held"].value == 1.0
    same = compare_neighbours([other, both], [(0, 1)], [0.0])[0, 1]
    assert by_name(same)["values_held"].value is None
