"""Pairs → clusters: claims that answer one question.

Best-match linkage: how near two clusters are is the mean, over the claims of both, of each claim's best weight in the
other cluster; the nearest two are joined first, while they are near enough. Many claims that fit badly outweigh one that
fits well, so a chain of likely pairs does not drag unlike claims together; but a claim need not fit every wording of
its fact, as the mean over all pairs would ask. A claim that was compared with none of the other cluster counts against
the join, and so does one that tells of unlike countries. Claims of one document are not compared with each other and
neither speak for a join nor against it.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterator, Sequence

from factcheck.datamodel import Claim, Cluster, Pair
from factcheck.match.settings import MatchSettings


def cluster_claims(claims: Sequence[Claim], pairs: Sequence[Pair], *, settings: MatchSettings) -> tuple[Cluster, ...]:
    """Joins claims into clusters; each claim stands in exactly one."""
    linkage = _Linkage(claims, pairs, settings.unseen_weight)
    waiting = [(-weight, a, b) for (a, b), weight in linkage.between().items() if weight >= settings.least_weight]
    heapq.heapify(waiting)
    while waiting:
        negative, a, b = heapq.heappop(waiting)
        if not linkage.holds(a, b, -negative):
            continue
        merged = linkage.join(a, b)
        for other, weight in linkage.near(merged):
            if weight >= settings.least_weight:
                heapq.heappush(waiting, (-weight, min(merged, other), max(merged, other)))
    groups = sorted(tuple(sorted(members)) for members in linkage.members.values())
    return tuple(Cluster(_cluster_id(members), members) for members in groups)


class _Linkage:
    """Each claim's best weight in each cluster, kept up to date as clusters are joined."""

    def __init__(self, claims: Sequence[Claim], pairs: Sequence[Pair], unseen: float) -> None:
        ordered = sorted(claims, key=lambda c: c.id)
        number = {claim.id: n for n, claim in enumerate(ordered)}
        self.members: dict[int, list[str]] = {n: [claim.id] for n, claim in enumerate(ordered)}
        self._claims: dict[int, list[int]] = {n: [n] for n in self.members}
        self._doc = [claim.doc for claim in ordered]
        self._docs: dict[int, set[str]] = {n: {claim.doc} for n, claim in enumerate(ordered)}
        self._best: list[dict[int, float]] = [{} for _ in ordered]
        self._unseen = unseen
        self._next = len(ordered)
        for pair in pairs:
            a, b = number[pair.left], number[pair.right]
            self._best[a][b] = self._best[b][a] = min(pair.weight, unseen) if _told_apart(pair) else pair.weight

    def between(self) -> dict[tuple[int, int], float]:
        """How near each two clusters are that share a compared pair."""
        return {(a, b): self._nearness(a, b) for a, best in enumerate(self._best) for b in best if a < b}

    def near(self, a: int) -> list[tuple[int, float]]:
        """The clusters that share a compared pair with one, and how near they are."""
        return [(b, self._nearness(a, b)) for b in sorted({b for n in self._claims[a] for b in self._best[n]} - {a})]

    def holds(self, a: int, b: int, weight: float) -> bool:
        """Whether both clusters still stand as they did when the weight was worked out."""
        return a in self.members and b in self.members and self._nearness(a, b) == weight

    def join(self, a: int, b: int) -> int:
        """Makes one cluster of two and gives its number."""
        merged, self._next = self._next, self._next + 1
        touched = {m for n in (*self._claims[a], *self._claims[b]) for c in self._best[n] for m in self._claims[c]}
        self.members[merged] = self.members.pop(a) + self.members.pop(b)
        self._claims[merged] = self._claims.pop(a) + self._claims.pop(b)
        self._docs[merged] = self._docs.pop(a) | self._docs.pop(b)
        for n in touched | set(self._claims[merged]):
            found = [weight for old in (a, b) if (weight := self._best[n].pop(old, None)) is not None]
            if found:
                self._best[n][merged] = max(found)
        return merged

    def _nearness(self, a: int, b: int) -> float:
        found = [*self._best_weights(a, b), *self._best_weights(b, a)]
        return round(sum(sorted(found)) / len(found), 6) if found else self._unseen

    def _best_weights(self, a: int, b: int) -> Iterator[float]:
        """Of each claim of `a` that could have been compared with one of `b`, the best weight there."""
        for n in self._claims[a]:
            if b in self._best[n]:
                yield self._best[n][b]
            elif self._docs[b] != {self._doc[n]}:
                yield self._unseen


def _told_apart(pair: Pair) -> bool:
    """Whether two claims cannot answer one question, however alike they are: unlike countries do what they tell."""
    feature = pair.feature("agent_country")
    return feature is not None and feature.value == 0.0


def _cluster_id(members: tuple[str, ...]) -> str:
    return "k" + hashlib.sha256("\x1f".join(members).encode()).hexdigest()[:12]
