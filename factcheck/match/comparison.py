"""All claims of a run compared: what matching weighs, and what its weights are fitted on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.datamodel import Claim, Feature
from factcheck.match.blocking import candidate_pairs
from factcheck.match.features import compare_pairs
from factcheck.match.settings import MatchSettings
from factcheck.match.statistics import Statistics, statistics_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Comparison:
    """Candidate pairs, and the features of each, in parallel."""

    claims: list[Claim]
    """By document and place."""
    candidates: list[tuple[int, int]]
    """Numbers of `claims`."""
    features: list[tuple[Feature, ...]]
    statistics: Statistics


def compare_claims(
    claims: Sequence[Claim],
    vectors: NDArray[np.float32],
    contexts: NDArray[np.float32],
    *,
    settings: MatchSettings = MatchSettings(),
) -> Comparison:
    """Proposes pairs and compares them; arguments as of `match_claims`. The order of claims changes nothing."""
    order = sorted(range(len(claims)), key=lambda i: (claims[i].span, claims[i].id))
    ordered = [claims[i] for i in order]
    statistics = statistics_of(ordered, vectors[order], contexts[order])
    candidates = candidate_pairs(ordered, statistics, settings=settings)
    return Comparison(ordered, candidates, compare_pairs(ordered, candidates, statistics), statistics)
