"""The odds that two claims contradict each other, and that one updates the other: what they see, from either side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.datamodel import Claim, Modality, Quantity, When
from factcheck.embed.hashing import HashingEncoder
from factcheck.judge import judge_pairs
from factcheck.judge.moments import in_order, moments_of, update_cue
from factcheck.judge.opposition import Odds, judging_features, odds_of
from factcheck.match import Matches, match_claims
from tests.judge.builders import document, swapped
from tests.match import strategies
from tests.match.builders import pairs_of, plain_claim

DOCUMENTS = {d.id: d for d in (document("a", 2), document("b", 2), document("c", 5), document("d"))}
MOMENTS = moments_of(DOCUMENTS.values(), ())


@pytest.mark.parametrize(
    ("older", "newer", "grows"), [(12, 15, 1.0), (15, 12, -1.0), (12, 12, 0.0), (12, None, None), (None, None, None)]
)
def test_which_way_a_figure_moved(older: int | None, newer: int | None, grows: float | None) -> None:
    """Document "a" is older than "c", whichever stands on the left."""
    one, other = with_figure("a", older), with_figure("c", newer)
    assert features(one, other)["grows"] == features(other, one)["grows"] == grows


@pytest.mark.parametrize(("left", "right", "days"), [("a", "c", 3.0), ("a", "b", 0.0), ("a", "d", None)])
def test_days_between_two_documents(left: str, right: str, days: float | None) -> None:
    assert features(plain_claim("x", left), plain_claim("y", right))["days_apart"] == days


def test_a_plan_that_was_carried_out() -> None:
    plan, done = replace(plain_claim("x", "a"), modality=Modality.PLAN), plain_claim("y", "c")
    assert features(plan, done)["planned_then_done"] == 1.0
    planned_later = replace(plain_claim("y", "c"), modality=Modality.PLAN)
    assert features(plain_claim("x", "a"), planned_later)["planned_then_done"] == 0.0


def test_no_pairs_have_no_odds() -> None:
    assert odds_of([], {}, {}) == {}


CLAIMS = st.tuples(*(strategies.claims(doc) for doc in "abcd"))


@settings(max_examples=30)
@given(CLAIMS)
def test_the_odds_are_the_same_from_either_side(claims: tuple[Claim, ...]) -> None:
    by_id = {claim.id: claim for claim in claims}
    pairs = matched(claims).pairs
    assert odds_of([swapped(pair) for pair in pairs], by_id, MOMENTS) == odds_of(pairs, by_id, MOMENTS)


def test_a_contradiction_needs_one_fact_and_unlike_answers() -> None:
    likely, unlikely = pairs_of({("x", "y"): 0.0, ("x", "z"): -3.0})
    claims = {name: plain_claim(name, doc) for name, doc in (("x", "a"), ("y", "b"), ("z", "c"))}
    for pair, one_fact in ((likely, 1 / 2), (unlikely, 1 / 9)):
        (found,) = odds_of([pair], claims, MOMENTS).values()
        opposed = 1 / (1 + 2**-found.opposition)
        assert found.contradiction == pytest.approx(one_fact * opposed, abs=1e-3)


@settings(max_examples=30)
@given(CLAIMS, st.data())
def test_matching_and_judging_do_not_depend_on_any_order(claims: tuple[Claim, ...], data: st.DataObject) -> None:
    documents = list(DOCUMENTS.values())
    origins = {claim.id: claim.doc for claim in claims}
    matches = matched(claims)
    shuffled = judge_pairs(
        data.draw(st.permutations(matches.clusters)),
        data.draw(st.permutations(matches.pairs)),
        data.draw(st.permutations(claims)),
        data.draw(st.permutations(documents)),
        origins,
    )
    assert shuffled == judge_pairs(matches.clusters, matches.pairs, claims, documents, origins)


def matched(claims: tuple[Claim, ...]) -> Matches:
    encode = HashingEncoder().encode
    return match_claims(claims, encode([c.text for c in claims]), encode([c.context for c in claims]))


def features(left: Claim, right: Claim) -> dict[str, float | None]:
    """What judging adds to a pair of which nothing was compared."""
    (pair,) = pairs_of({(left.id, right.id): 1.0})
    return judging_features(pair, left, right, MOMENTS)


def with_figure(doc: str, value: int | None) -> Claim:
    """A claim of a document that counts so many ships, or none."""
    claim = plain_claim(f"c-{doc}", doc)
    number = None if value is None else Decimal(value)
    figures = () if number is None else (Quantity(claim.span, number, number, None, "ship"),)
    return replace(claim, quantities=figures)


def test_a_document_without_a_day_speaks_for_the_latest_that_it_tells_of() -> None:
    undated = replace(DOCUMENTS["a"], published=None, published_on=None)
    when = When(plain_claim("x", "a").span, "2016-06", date(2016, 6, 1), date(2016, 6, 30), "")
    dated = replace(plain_claim("x", "a"), whens=(when,))
    planned = replace(dated, id="y", whens=(replace(when, earliest=date(2020, 1, 1)),), modality=Modality.PLAN)
    assert moments_of([undated], [dated, planned]) == {"a": date(2016, 6, 1)}
    assert moments_of([undated], [plain_claim("x", "a")]) == {"a": None}


def test_a_dateline_without_a_year_is_read_by_the_other_documents() -> None:
    wire = replace(DOCUMENTS["d"], published="Feb 28")
    assert moments_of([*DOCUMENTS.values(), wire], ()) == MOMENTS | {"d": date(2031, 2, 28)}
    assert moments_of([wire], ()) == {"d": None}


@pytest.mark.parametrize(
    ("words", "cue"),
    [("12 are now known to have died", 1), ("initially put at 12", -1), ("12 died", 0), ("first said 12, now 15", 0)],
)
def test_words_that_tell_an_answer_as_new_or_as_past(words: str, cue: int) -> None:
    assert update_cue(plain_claim("x", "a", words=words)) == cue


def test_undated_claims_are_in_order_of_the_days_they_tell_of_else_of_their_words() -> None:
    moments = {"a": None, "b": None}
    past, now = plain_claim("x", "b", words="initially 12"), plain_claim("y", "a", words="15")
    assert in_order(past, now, moments) == in_order(now, past, moments) == (past, now)
    later = replace(past, whens=(When(past.span, "2016", date(2016, 1, 1), date(2016, 12, 31), ""),))
    earlier = replace(now, whens=(When(now.span, "2014", date(2014, 1, 1), date(2014, 12, 31), ""),))
    assert in_order(later, earlier, moments) == (earlier, later)


@pytest.mark.parametrize(
    ("weight", "differs", "later", "expect"),
    [
        (0.0, 0.5, 0.0, Odds(0.0, -29.897, 0.25)),
        (0.0, 0.5, 1.0, Odds(-29.897, 0.0, 0.0)),
        (1.0, 0.5, 0.5, Odds(-1.585, -1.585, 0.166667)),
    ],
)
def test_three_answers_make_the_odds(weight: float, differs: float, later: float, expect: Odds) -> None:
    """Half of even odds of one fact, and so on; what time explains is no contradiction."""
    assert Odds.of(weight, differs, later) == expect
