"""Each comparator: two texts → what a feature says of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.datamodel import Claim, Feature
from factcheck.match.compare.view import Both
from factcheck.match.features import COMPARATORS, compare_pairs
from tests.match import strategies
from tests.match.builders import cases, claim_in, features_of, plain_claim, statistics

TABLES = ("quantities", "dates", "entities", "roles", "speakers", "wording")
CASES = [(table, case) for table in TABLES for case in cases(f"{table}.jsonl")]
TEXTS = sorted({text for _, case in CASES for text in (case["left"], case["right"])})


@pytest.mark.parametrize(("table", "case"), CASES, ids=[f"{table}: {case['label']}" for table, case in CASES])
def test_case(table: str, case: dict[str, Any]) -> None:
    value = features_of(*claims_of(case))[case["feature"]].value
    assert (value if isinstance(case["expect"], float) else word(value)) == case["expect"]


@pytest.mark.parametrize(
    "case", [case for _, case in CASES], ids=[f"{table}: {case['label']}" for table, case in CASES]
)
def test_what_decided_lies_in_the_two_claims(case: dict[str, Any]) -> None:
    left, right = claims_of(case)
    for feature in features_of(left, right).values():
        for claim, span in ((left, feature.left), (right, feature.right)):
            assert span is None or claim.sentence.holds(span)


def test_each_feature_that_a_table_names_is_compared_both_ways() -> None:
    """A feature with one outcome in its table would pass for a constant."""
    outcomes: dict[str, set[Any]] = {}
    for _, case in CASES:
        outcomes.setdefault(case["feature"], set()).add(case["expect"])
    decisive = {name for name, found in outcomes.items() if found & {"equal", "differ"}}
    constant = {name for name in decisive if len(outcomes[name]) == 1}
    assert constant <= {"ratio", "partial_ratio", "length_ratio"}


@pytest.mark.parametrize("compare", COMPARATORS)
def test_every_comparator_has_cases(compare: Callable[[Both], Iterable[Feature]]) -> None:
    left, right = claim_in("Four ships sank.", "left"), claim_in("Five ships sank.", "right")
    found = {feature.name for feature in compare(Both(left, right, 0, 1, statistics([left, right])))}
    assert found & {case["feature"] for _, case in CASES}


def test_nothing_known_is_not_comparable() -> None:
    """Of two claims without figures, dates, names, roles and speakers, no feature says that these differ."""
    found = features_of(plain_claim("a", "left", words="x"), plain_claim("b", "right", words="y"))
    for name in (
        "quantity same_counted quantity_ratio date own_date date_gap own_date time person_names place_names "
        "organisation_names designator_names name_names frame_heads predicate state agent theme attribute recipient "
        "place crossed focus speaker"
    ).split():
        assert found[name].value is None, name


def test_a_claim_without_words_is_survived() -> None:
    left, right = plain_claim("a", "left", words=" "), plain_claim("b", "right", words="The ferry sank")
    assert all(f.value is None or math.isfinite(f.value) for f in features_of(left, right).values())


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_swapping_left_and_right_changes_no_value(one: str, other: str) -> None:
    left, right = claim_in(one, "left", "2031-03-06"), claim_in(other, "right", "2031-03-06")
    assert_symmetric(left, right)


@given(strategies.claims("left", figures=1), strategies.claims("right", figures=1))
def test_swapping_claims_of_many_parts_changes_no_value(left: Claim, right: Claim) -> None:
    assert_symmetric(left, right)


def test_swapping_claims_of_several_figures_changes_no_value() -> None:
    assert_symmetric(
        claim_in("4 ships left port and between 5 and 9 ships sank.", "left"),
        claim_in("5 ships left port and 4 ships sank.", "right"),
    )


@given(strategies.claims("left"), strategies.claims("right"))
def test_values_are_finite_and_none_is_claimed_of_what_is_not_there(left: Claim, right: Claim) -> None:
    found = features_of(left, right)
    assert all(f.value is None or math.isfinite(f.value) for f in found.values())
    for name, parts in (("quantity", "quantities"), ("date", "whens"), ("time", "whens"), ("name_names", "entities")):
        if not getattr(left, parts) or not getattr(right, parts):
            assert found[name].value is None, name


def assert_symmetric(left: Claim, right: Claim) -> None:
    """Compares both ways, in one run's statistics."""
    known = statistics([left, right])
    forth, back = compare_pairs([left, right], [(0, 1), (1, 0)], known)
    assert [name_and_value(f) for f in forth] == [name_and_value(f) for f in back]
    for one, other in zip(forth, back, strict=True):
        assert (one.left is None, one.right is None) == (other.right is None, other.left is None)


def name_and_value(feature: Feature) -> tuple[str, float | None]:
    """What is left of a feature when its sides are forgotten."""
    return feature.name, feature.value


def claims_of(case: dict[str, Any]) -> tuple[Claim, Claim]:
    """The two texts of a case, read."""
    published = case.get("published")
    return claim_in(case["left"], "left", published), claim_in(case["right"], "right", published)


def word(value: float | None) -> str | None:
    """A feature's value in the words of the tables."""
    if value is None:
        return None
    return "equal" if value == 1.0 else "differ" if value == 0.0 else "compatible"
