"""How a pair stands among the other pairs: features that need a first weight of each.

Two claims that are each other's best match, with a third document's claim near both, state one fact more often than
two that are merely alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.datamodel import Claim, Feature, Quantity
from factcheck.match.compare.quantities import LEAST_COUNTED, best_aligned, relation_of, same_counted
from factcheck.trees import probability

LEAST_FIRST = -5.0
"""log2 odds by the pair alone, below which its neighbours cannot save it: so it is with seven pairs in eight."""
_COUNTED = -2.0
"""log2 odds from which another claim counts as a rival."""
_ALONE = 6.0
"""The lead of a claim that was compared with no other of its document."""
_NO_SUPPORT = -9.0


def compare_neighbours(
    claims: Sequence[Claim], candidates: Sequence[tuple[int, int]], weights: Sequence[float]
) -> dict[tuple[int, int], tuple[Feature, ...]]:
    """Features of each pair whose first weight is at least `LEAST_FIRST`.

    Args:
        candidates: numbers of `claims`.
        weights: of the candidates, log2 odds from what the pair itself shows.
    """
    near = _Near(claims, candidates, weights)
    return {
        pair: tuple(near.features(*pair, weight))
        for pair, weight in zip(candidates, weights, strict=True)
        if weight >= LEAST_FIRST
    }


@dataclass(frozen=True, slots=True)
class _Standing:
    """One claim's view of a pair, within the document of the other claim."""

    rank: int
    """How many claims there suit it better."""
    lead: float
    """By how much the other claim suits it better than the best of the rest there."""


class _Near:
    """Each claim's compared claims, with the first weights."""

    def __init__(
        self, claims: Sequence[Claim], candidates: Sequence[tuple[int, int]], weights: Sequence[float]
    ) -> None:
        self._claims = claims
        self._doc = [c.doc for c in claims]
        self._figures: dict[str, set[Quantity]] = {}
        for claim in claims:
            self._figures.setdefault(claim.doc, set()).update(claim.quantities)
        self._weights: dict[int, dict[int, float]] = {}
        self._there: dict[int, dict[str, dict[int, float]]] = {}
        for (i, j), weight in zip(candidates, weights, strict=True):
            for one, other in ((i, j), (j, i)):
                self._weights.setdefault(one, {})[other] = weight
                self._there.setdefault(one, {}).setdefault(self._doc[other], {})[other] = weight
        self._best = {i: max(found.values()) for i, found in self._weights.items()}
        self._rivals = {i: float(sum(w > _COUNTED for w in found.values())) for i, found in self._weights.items()}

    def features(self, i: int, j: int, weight: float) -> list[Feature]:
        """The features of one pair."""
        one, other = self._standing(i, j, weight), self._standing(j, i, weight)
        likeliest, supporters = self._support(i, j)
        ranks, leads = sorted((one.rank, other.rank)), sorted((one.lead, other.lead))
        best, rivals = sorted((self._best[i], self._best[j])), sorted((self._rivals[i], self._rivals[j]))
        return [
            Feature("first_weight", weight),
            Feature("best_standing", float(ranks[0])),
            Feature("worst_standing", float(ranks[1]), note=_RANKED.get(ranks[1], "")),
            Feature("least_lead", leads[0]),
            Feature("most_lead", leads[1]),
            Feature("support", likeliest),
            Feature("supporters", supporters),
            Feature("least_best", best[0]),
            Feature("most_best", best[1]),
            Feature("fewest_rivals", rivals[0]),
            Feature("most_rivals", rivals[1]),
            self._held(i, j),
        ]

    def _held(self, i: int, j: int) -> Feature:
        """Of two figures that differ, how many stand in the other's document too: that one tells of two things."""
        aligned = best_aligned(self._claims[i], self._claims[j])
        if aligned is None or aligned[2] < LEAST_COUNTED or relation_of(*aligned[:2]) != "differ":
            return Feature("values_held", None)
        one, other, _ = aligned
        held = self._states(self._doc[j], one) + self._states(self._doc[i], other)
        return Feature("values_held", float(held), one.span, other.span)

    def _states(self, doc: str, figure: Quantity) -> bool:
        there = self._figures[doc]
        return any(
            (same_counted(figure, q) or 0.0) >= LEAST_COUNTED and relation_of(figure, q) == "equal" for q in there
        )

    def _standing(self, i: int, j: int, weight: float) -> _Standing:
        rest = [w for other, w in self._there[i][self._doc[j]].items() if other != j]
        return _Standing(sum(w > weight for w in rest), weight - max(rest) if rest else _ALONE)

    def _support(self, i: int, j: int) -> tuple[float, float]:
        """The best third claim, of another document, as likely as its weaker link; and how many to expect."""
        few, many = sorted((self._weights[i], self._weights[j]), key=len)
        likeliest, expected = _NO_SUPPORT, 0.0
        for third in sorted(few.keys() & many.keys()):
            if self._doc[third] not in (self._doc[i], self._doc[j]):
                likeliest = max(likeliest, min(few[third], many[third]))
                expected += probability(few[third]) * probability(many[third])
        return likeliest, round(expected, 6)


_RANKED: Mapping[int, str] = {0: "each is the other's best match"}
