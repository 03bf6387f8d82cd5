"""Clusters that contradict each other → groups that are judged together.

Matching joins claims that are alike, and an answer is less like its contrary than like its own wordings. So two groups
are joined here where some pair of claims between them may contradict each other and the groups are near by best-match
linkage: the mean, over the claims of both, of each claim's best weight in the other; of groups that were joined before,
the mean over their clusters. A join stands only if it is judged to set the two groups against each other; nothing is
said to agree for having been gathered here.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

from factcheck.datamodel import Claim, Pair
from factcheck.judge.opposition import Odds
from factcheck.judge.settings import JudgeSettings

Group = tuple[str, ...]
"""Ids of claims, sorted."""


def gathered(
    groups: Sequence[Group],
    pairs: Sequence[Pair],
    claims: Mapping[str, Claim],
    odds: Mapping[frozenset[str], Odds],
    parts: Callable[[Group, Group], bool],
    *,
    settings: JudgeSettings,
) -> tuple[Group, ...]:
    """Joins groups, nearest first, and asks of each join whether it stands.

    Args:
        parts: whether judging sets the two groups, taken as one, against each other.
    """
    nearness = _Nearness(pairs, claims, settings)
    keys = (frozenset((pair.left, pair.right)) for pair in pairs)
    doubtful = [key for key in keys if odds[key].contradiction >= settings.least_doubt]
    standing: dict[Group, tuple[Group, ...]] = {group: (group,) for group in groups}
    weights: dict[frozenset[Group], float] = {}
    while True:
        home = {claim: group for group in standing for claim in group}
        found = {two for key in doubtful if len(two := frozenset(home[claim] for claim in key)) == 2}
        for two in found - weights.keys():
            weights[two] = nearness.between(*(standing[group] for group in sorted(two)))
        nearest = max(found, key=lambda two: (weights[two], sorted(two)), default=None)
        if nearest is None or weights[nearest] < settings.least_nearness:
            return tuple(sorted(standing))
        one, other = sorted(nearest)
        if parts(one, other):
            standing[tuple(sorted((*one, *other)))] = standing.pop(one) + standing.pop(other)
        else:
            weights[nearest] = -math.inf


class _Nearness:
    """Best-match linkage of groups."""

    def __init__(self, pairs: Sequence[Pair], claims: Mapping[str, Claim], settings: JudgeSettings) -> None:
        self._claims = claims
        self._unseen = settings.unseen_weight
        self._weights: dict[str, dict[str, float]] = defaultdict(dict)
        for pair in pairs:
            apart = pair.told_apart(likely=settings.sure_weight)
            weight = min(pair.weight, self._unseen) if apart else pair.weight
            self._weights[pair.left][pair.right] = self._weights[pair.right][pair.left] = weight

    def between(self, ones: Sequence[Group], others: Sequence[Group]) -> float:
        """Mean over the clusters that two groups were joined of."""
        found = [self.of(one, other) for one, other in product(ones, others)]
        return round(sum(sorted(found)) / len(found), 6)

    def of(self, one: Group, other: Group) -> float:
        """Mean of the best weights, log2 odds; a claim that could not be compared with the other group has none."""
        found = [*self._best(one, other), *self._best(other, one)]
        return round(sum(sorted(found)) / len(found), 6) if found else self._unseen

    def _best(self, one: Group, other: Group) -> Iterator[float]:
        docs = {self._claims[c].doc for c in other}
        for claim in one:
            weights = self._weights.get(claim, {})
            seen = [weights[c] for c in other if c in weights]
            if seen or docs != {self._claims[claim].doc}:
                yield max(seen, default=self._unseen)
