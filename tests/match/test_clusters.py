"""Pairs → clusters: what is likely is joined, nothing is joined by way of a third, and no order changes it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.datamodel import Claim, Cluster, Feature, Pair
from factcheck.match import MatchSettings
from factcheck.match.clusters import cluster_claims
from tests.match.builders import pairs_of, plain_claim

SETTINGS = MatchSettings(least_weight=-1.0, unseen_weight=-6.0)


def test_likely_claims_are_joined_and_others_stand_alone() -> None:
    assert joined("a b c", {("a", "b"): 3.0, ("b", "c"): -5.0}) == {"a b", "c"}


def test_a_pair_exactly_at_the_least_weight_is_joined() -> None:
    assert joined("a b c", {("a", "b"): -1.0, ("a", "c"): -1.01}) == {"a b", "c"}


def test_likely_pairs_do_not_chain_unlike_claims_together() -> None:
    assert joined("a b c", {("a", "b"): 8.0, ("b", "c"): 8.0, ("a", "c"): -30.0}) == {"a b", "c"}


def test_a_pair_that_was_never_compared_speaks_against() -> None:
    assert joined("a b c", {("a", "b"): 4.0, ("b", "c"): 3.5}) == {"a b", "c"}
    assert joined("a b c", {("a", "b"): 4.0, ("b", "c"): 3.5, ("a", "c"): 1.0}) == {"a b c"}


def test_the_mean_is_over_all_pairs_that_could_have_been_compared() -> None:
    """(4.5 - 6) / 2 is enough, (3.5 - 6) / 2 is not."""
    assert joined("a b c", {("a", "b"): 8.0, ("b", "c"): 4.5}) == {"a b c"}
    assert joined("a b c", {("a", "b"): 8.0, ("b", "c"): 3.5}) == {"a b", "c"}


def test_claims_of_one_document_speak_neither_for_a_join_nor_against_it() -> None:
    """Two claims of "b" that both match "a" stand with it, though they were not compared with each other."""
    assert joined("a b1 b2", {("a", "b1"): 4.0, ("a", "b2"): 3.5}) == {"a b1 b2"}


def test_a_long_chain_is_not_one_cluster() -> None:
    names = [chr(ord("a") + n) for n in range(10)]
    chain = dict.fromkeys(pairwise(names), 5.0)
    unlike = {pair: -20.0 for pair in combinations(names, 2) if pair not in chain}
    assert max(len(cluster.split()) for cluster in joined(" ".join(names), chain | unlike)) <= 3


def test_the_likelier_join_comes_first() -> None:
    weights = {("a", "b"): 2.0, ("b", "c"): 6.0, ("a", "c"): -30.0}
    assert joined("a b c", weights) == {"a", "b c"}


@pytest.mark.parametrize("names", ["", "a"])
def test_nothing_to_join(names: str) -> None:
    assert joined(names, {}) == set(names.split())


NAMES = [f"{doc}{n}" for doc in "abcd" for n in (1, 2)]
WEIGHTS = st.dictionaries(
    st.sampled_from(list(combinations(NAMES, 2))), st.integers(-40, 40).map(lambda n: n / 4), max_size=28
)


@given(WEIGHTS)
def test_each_claim_stands_in_exactly_one_cluster(weights: dict[tuple[str, str], float]) -> None:
    clusters = clustered(claims_named(NAMES), pairs_of(weights))
    assert Counter(claim for cluster in clusters for claim in cluster.claims) == dict.fromkeys(NAMES, 1)
    assert len({cluster.id for cluster in clusters}) == len(clusters)


@given(WEIGHTS, st.data())
def test_no_order_changes_a_cluster(weights: dict[tuple[str, str], float], data: st.DataObject) -> None:
    claims, pairs = claims_named(NAMES), pairs_of(weights)
    shuffled = data.draw(st.permutations(claims)), data.draw(st.permutations(pairs))
    assert clustered(*shuffled) == clustered(claims, pairs)


@given(WEIGHTS)
def test_unlikely_pairs_alone_join_nothing(weights: dict[tuple[str, str], float]) -> None:
    unlikely = {pair: min(weight, -1.25) for pair, weight in weights.items()}
    assert all(len(cluster.claims) == 1 for cluster in clustered(claims_named(NAMES), pairs_of(unlikely)))


@given(WEIGHTS)
def test_claims_of_a_cluster_are_likely_on_the_average(weights: dict[tuple[str, str], float]) -> None:
    """Of four claims of unlike documents, what is joined holds a likely pair for each unlikely one."""
    names = [name for name in NAMES if name.endswith("1")]
    kept = {pair: weight for pair, weight in weights.items() if set(pair) <= set(names)}
    for cluster in clustered(claims_named(names), pairs_of(kept)):
        within = [kept.get(pair, SETTINGS.unseen_weight) for pair in combinations(sorted(cluster.claims), 2)]
        assert not within or sum(within) / len(within) >= SETTINGS.least_weight


def test_a_cluster_is_named_after_its_claims() -> None:
    first = clustered(claims_named(["a", "b"]), pairs_of({("a", "b"): 5.0}))
    again = clustered(claims_named(["a", "b", "c"]), pairs_of({("a", "b"): 4.0}))
    assert first[0] == again[0]


def joined(names: str, weights: dict[tuple[str, str], float]) -> set[str]:
    """The clusters of claims, each as its claims' names. A name's first letter is its document."""
    clusters = clustered(claims_named(names.split()), pairs_of(weights))
    return {" ".join(cluster.claims) for cluster in clusters}


def clustered(claims: list[Claim], pairs: tuple[Pair, ...] | list[Pair]) -> tuple[Cluster, ...]:
    return cluster_claims(claims, pairs, settings=SETTINGS)


def claims_named(names: list[str]) -> list[Claim]:
    return [plain_claim(name, name[0], 10 * n) for n, name in enumerate(names)]


def test_what_unlike_countries_do_is_never_joined() -> None:
    (pair,) = pairs_of({("a", "b"): 5.0})
    claims = [plain_claim(name, f"doc-{name}") for name in "ab"]
    for value, count in ((1.0, 1), (None, 1), (0.0, 2)):
        judged = replace(pair, features=(Feature("agent_country", value),))
        assert len(cluster_claims(claims, [judged], settings=SETTINGS)) == count


def test_claims_that_name_unlike_types_are_joined_only_where_they_are_likely_one_fact() -> None:
    claims = [plain_claim(name, f"doc-{name}") for name in "ab"]
    for weight, value, count in ((0.0, 1.0, 1), (0.0, 0.0, 2), (5.0, 0.0, 1)):
        (pair,) = pairs_of({("a", "b"): weight})
        judged = replace(pair, features=(Feature("designator_names", value),))
        assert len(cluster_claims(claims, [judged], settings=SETTINGS)) == count
