"""Pairs of claims as our own extraction yields them, with what holds between them by the labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.datamodel import Claim, Feature, Span
from factcheck.match.comparison import compare_claims
from training.labelled import LabelledCluster, Mention


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two claims with their features, and the marked quotes that they stand for."""

    cluster: str
    left: Claim
    right: Claim
    features: tuple[Feature, ...]
    one: Mention | None
    other: Mention | None

    @property
    def same(self) -> bool:
        """Whether both stand for quotes that state the same fact."""
        return self.one is not None and self.other is not None and self.one.fact == self.other.fact

    @property
    def opposed(self) -> bool:
        """Whether they give different answers to it."""
        return self.same and self.one.side != self.other.side  # type: ignore[union-attr]


def standing(claims: Sequence[Claim], cluster: LabelledCluster) -> dict[str, Mention]:
    """Claim id → the marked quote that it overlaps best, if they share half of the shorter one's characters."""
    found = {}
    for claim in claims:
        best = (0.0, 0)
        mentions = cluster.mentions_in(claim.doc)
        for number, mention in enumerate(mentions):
            shared = min(claim.span.end, mention.span.end) - max(claim.span.start, mention.span.start)
            if shared > 0 and shared * 2 >= min(length(claim.span), length(mention.span)):
                union = length(claim.span) + length(mention.span) - shared
                best = max(best, (shared / union, -number))
        if best[0]:
            found[claim.id] = mentions[-best[1]]
    return found


def length(span: Span) -> int:
    """Characters of a span."""
    return span.end - span.start


def labelled_pairs(
    cluster: LabelledCluster,
    claims: Sequence[Claim],
    vectors: NDArray[np.float32],
    contexts: NDArray[np.float32],
) -> Iterator[LabelledPair]:
    """Every candidate pair that matching would compare, with its features and labels."""
    compared = compare_claims(claims, vectors, contexts)
    stands = standing(compared.claims, cluster)
    for (i, j), row in zip(compared.candidates, compared.features, strict=True):
        left, right = compared.claims[i], compared.claims[j]
        yield LabelledPair(cluster.name, left, right, row, stands.get(left.id), stands.get(right.id))
