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
    from factcheck.match.clusters import cluster_claims
    from factcheck.match.comparison import compare_claims
    from factcheck.match.score import weigh

    compared = compare_claims(claims, vectors, contexts, settings=settings)
    pairs = weigh(compared.claims, compared.candidates, compared.features, compared.statistics)
    return Matches(pairs, cluster_claims(compared.claims, pairs, settings=settings))
