"""Features → match weight: log2 odds that two claims state the same fact."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from factcheck.datamodel import Claim, Feature, Pair
from factcheck.match.statistics import Statistics
from factcheck.trees import Trees, load_trees


def weigh(
    claims: Sequence[Claim],
    candidates: Sequence[tuple[int, int]],
    features: Sequence[tuple[Feature, ...]],
    statistics: Statistics,
) -> tuple[Pair, ...]:
    """The pairs with their weights, sorted by ids."""
    if not candidates:
        return ()
    trees = match_trees()
    odds = trees.predict(trees.rows([{f.name: f.value for f in row} for row in features]))
    pairs = []
    for (i, j), row, log_odds in zip(candidates, features, odds, strict=True):
        left, right = sorted((claims[i].id, claims[j].id))
        weight = round(float(log_odds) / math.log(2), 3)
        pairs.append(Pair(left, right, round(float(statistics.cosine[i, j]), 4), row, weight))
    return tuple(sorted(pairs, key=lambda p: (p.left, p.right)))


@lru_cache(maxsize=1)
def match_trees() -> Trees:
    """The shipped weights; they name the features that they were fitted on."""
    return load_trees(Path(__file__).with_name("weights.json"))
