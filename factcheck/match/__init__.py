"""Claims and their vectors in, scored pairs and clusters out. Similarity proposes; it never decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.datamodel import Claim, Cluster, Pair
from factcheck.match.settings import MatchSettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["MatchSettings", "Matches", "match_claims"]


@dataclass(frozen=True, slots=True)
class Matches:
    """What matching found."""

    pairs: tuple[Pair, ...]
    """All that were compared, by claim ids."""
    clusters: tuple[Cluster, ...]
    """Each claim stands in exactly one."""


def match_claims(
    claims: Sequence[Claim],
    vectors: NDArray[np.float32],
    contexts: NDArray[np.float32],
    *,
    settings: MatchSettings = MatchSettings(),
) -> Matches:
    """Pairs claims that may state the same fact, weighs each pair, and joins those that do.

    Args:
        claims: of all documents, in any order; the result does not depend on it.
        vectors: shape (claims, dimension), unit rows: each claim's `text`.
        contexts: the same shape: each claim's sentence.
    """
    from factcheck.match.blocking import candidate_pairs
    from factcheck.match.clusters import cluster_claims
    from factcheck.match.features import compare_pairs
    from factcheck.match.score import weigh
    from factcheck.match.statistics import statistics_of

    order = sorted(range(len(claims)), key=lambda i: (claims[i].span, claims[i].id))
    ordered = [claims[i] for i in order]
    statistics = statistics_of(ordered, vectors[order], contexts[order])
    candidates = candidate_pairs(ordered, statistics, settings=settings)
    pairs = weigh(ordered, candidates, compare_pairs(ordered, candidates, statistics), statistics)
    return Matches(pairs, cluster_claims(ordered, pairs, settings=settings))
