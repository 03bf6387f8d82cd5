"""The stage as a whole: claims and vectors → pairs and clusters, whatever the order of the claims."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.datamodel import Claim
from factcheck.embed.hashing import HashingEncoder
from factcheck.match import Matches, match_claims
from tests.match import strategies
from tests.match.builders import claim_in

EVENT = [
    claim_in("Twelve people were hurt in the ferry fire on Sunday.", "wire"),
    claim_in("12 people were hurt in the fire on the ferry.", "daily"),
    claim_in("Voters chose a new president of the chess federation.", "blog"),
]


def test_nothing_to_match() -> None:
    assert matched([]) == Matches((), ())


def test_one_claim_is_a_cluster_of_its_own() -> None:
    found = matched(EVENT[:1])
    assert [cluster.claims for cluster in found.clusters] == [("c-wire",)]
    assert not found.pairs


def test_the_same_fact_weighs_more_than_another() -> None:
    weights = {(pair.left, pair.right): pair.weight for pair in matched(EVENT).pairs}
    assert weights["c-daily", "c-wire"] > max(weights["c-blog", "c-daily"], weights["c-blog", "c-wire"])


def test_pairs_name_their_claims_in_order_and_hold_every_feature() -> None:
    pairs = matched(EVENT).pairs
    assert [(pair.left, pair.right) for pair in pairs] == sorted((pair.left, pair.right) for pair in pairs)
    names = sorted({tuple(feature.name for feature in pair.features) for pair in pairs}, key=len)
    alone, among_others = names  # a hopeless pair is not looked at among the others
    assert among_others[: len(alone)] == alone
    for pair in pairs:
        assert pair.left < pair.right
        assert -1.0 <= pair.similarity <= 1.0


def test_figures_that_a_feature_points_at_are_those_of_its_sides() -> None:
    """`left` and `right` of a feature lie in the documents of the claims that were compared, one in each."""
    documents = {claim.id: claim.doc for claim in EVENT}
    for pair in matched(EVENT).pairs:
        for feature in pair.features:
            found = {span.doc for span in (feature.left, feature.right) if span is not None}
            assert found <= {documents[pair.left], documents[pair.right]}
            assert len(found) in (0, 2)


@settings(max_examples=30)
@given(st.tuples(*(strategies.claims(doc) for doc in "abcd")), st.data())
def test_the_order_of_claims_changes_nothing(claims: tuple[Claim, ...], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(claims))
    assert matched(shuffled) == matched(list(claims))


@settings(max_examples=30)
@given(st.tuples(*(strategies.claims(doc) for doc in "abcd")))
def test_each_claim_stands_in_exactly_one_cluster(claims: tuple[Claim, ...]) -> None:
    standing = Counter(claim for cluster in matched(list(claims)).clusters for claim in cluster.claims)
    assert standing == {claim.id: 1 for claim in claims}


def matched(claims: list[Claim]) -> Matches:
    """Claims matched with vectors that need no model."""
    encode = HashingEncoder().encode
    return match_claims(claims, encode([c.text for c in claims]), encode([c.context for c in claims]))
