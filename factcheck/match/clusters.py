"""Pairs → clusters: claims that answer one question.

Average linkage: two clusters are joined while the mean weight of the pairs between them is high enough, best first.
A pair that was never compared counts against the join, and so does one that tells of unlike countries, so a chain of
likely pairs does not drag unlike claims together. Claims of one document are not compared with each other and neither
speak for a join nor against it.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Sequence

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


_LIKELY = 1.0
"""log2 odds from which two claims are about one fact even where they name unlike types."""


class _Linkage:
    """Sums of weights between clusters, kept up to date as clusters are joined."""

    def __init__(self, claims: Sequence[Claim], pairs: Sequence[Pair], unseen: float) -> None:
        ordered = sorted(claims, key=lambda c: c.id)
        number = {claim.id: n for n, claim in enumerate(ordered)}
        self.members: dict[int, list[str]] = {n: [claim.id] for n, claim in enumerate(ordered)}
        self._docs: dict[int, dict[str, int]] = {n: {claim.doc: 1} for n, claim in enumerate(ordered)}
        self._sums: dict[int, dict[int, tuple[float, int, int]]] = {n: {} for n in self.members}
        self._unseen = unseen
        self._next = len(ordered)
        for pair in pairs:
            a, b = number[pair.left], number[pair.right]
            within = int(ordered[a].doc == ordered[b].doc)
            weight = min(pair.weight, unseen) if pair.told_apart(likely=_LIKELY) else pair.weight
            self._sums[a][b] = self._sums[b][a] = (weight, 1 - within, within)

    def between(self) -> dict[tuple[int, int], float]:
        """Mean weight of each two clusters that share a compared pair."""
        return {(a, b): self._mean(a, b) for a in self._sums for b in self._sums[a] if a < b}

    def near(self, a: int) -> list[tuple[int, float]]:
        """The clusters that share a compared pair with one, with their mean weights."""
        return [(b, self._mean(a, b)) for b in sorted(self._sums[a])]

    def holds(self, a: int, b: int, weight: float) -> bool:
        """Whether both clusters still stand as they did when the weight was worked out."""
        return a in self.members and b in self.members and self._mean(a, b) == weight

    def join(self, a: int, b: int) -> int:
        """Makes one cluster of two and gives its number."""
        merged, self._next = self._next, self._next + 1
        self.members[merged] = self.members.pop(a) + self.members.pop(b)
        self._docs[merged] = _added(self._docs.pop(a), self._docs.pop(b))
        one, other = self._sums.pop(a), self._sums.pop(b)
        sums: dict[int, tuple[float, int, int]] = {}
        for c in (set(one) | set(other)) - {a, b}:
            parts = [s[c] for s in (one, other) if c in s]
            sums[c] = (sum(p[0] for p in parts), sum(p[1] for p in parts), sum(p[2] for p in parts))
            for old in (a, b):
                self._sums[c].pop(old, None)
            self._sums[c][merged] = sums[c]
        self._sums[merged] = sums
        return merged

    def _mean(self, a: int, b: int) -> float:
        total, across, within = self._sums[a][b]
        one, other = self._docs[a], self._docs[b]
        pairs = len(self.members[a]) * len(self.members[b]) - sum(n * other.get(doc, 0) for doc, n in one.items())
        return round((total + self._unseen * (pairs - across)) / max(1, pairs + within), 6)


def _added(left: dict[str, int], right: dict[str, int]) -> dict[str, int]:
    return {doc: left.get(doc, 0) + right.get(doc, 0) for doc in left | right}


def _cluster_id(members: tuple[str, ...]) -> str:
    return "k" + hashlib.sha256("\x1f".join(members).encode()).hexdigest()[:12]
