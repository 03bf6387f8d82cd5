"""Features → match weight: log2 odds that two claims state the same fact."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.datamodel import Claim, Feature, Pair
from factcheck.match.neighbourhood import LEAST_FIRST, compare_neighbours
from factcheck.match.statistics import Statistics
from factcheck.trees import Trees, load_trees

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FIRST, FINAL = "first_weights", "weights"


def weigh(
    claims: Sequence[Claim],
    candidates: Sequence[tuple[int, int]],
    features: Sequence[tuple[Feature, ...]],
    statistics: Statistics,
) -> tuple[Pair, ...]:
    """The pairs with their weights, sorted by ids.

    1. each pair by itself;
    2. those that are not hopeless again, with how they stand among the others.
    """
    if not candidates:
        return ()
    first = [round(float(w), 3) for w in log2_odds(FIRST, features)]
    near = compare_neighbours(claims, candidates, first)
    wide = [(*row, *near.get(pair, ())) for pair, row in zip(candidates, features, strict=True)]
    again = iter(log2_odds(FINAL, [row for pair, row in zip(candidates, wide, strict=True) if pair in near]))
    pairs = []
    for (i, j), row, weight in zip(candidates, wide, first, strict=True):
        left, right = sorted((claims[i].id, claims[j].id))
        final = float(next(again)) if (i, j) in near else min(weight, LEAST_FIRST)
        pairs.append(Pair(left, right, round(float(statistics.cosine[i, j]), 4), row, round(final, 3)))
    return tuple(sorted(pairs, key=lambda p: (p.left, p.right)))


def log2_odds(name: str, features: Sequence[tuple[Feature, ...]]) -> NDArray[np.float64]:
    """What an ensemble makes of each row of features, shape (rows,)."""
    trees = match_trees(name)
    odds: NDArray[np.float64] = trees.predict(trees.rows([{f.name: f.value for f in row} for row in features]))
    return odds / math.log(2)


@lru_cache(maxsize=2)
def match_trees(name: str) -> Trees:
    """Shipped weights; they name the features that they were fitted on."""
    return load_trees(Path(__file__).with_name(f"{name}.json"))
