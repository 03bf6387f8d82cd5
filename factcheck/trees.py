"""Gradient-boosted regression trees, kept as JSON and evaluated with numpy.

Fitting them takes scikit-learn and happens in training/; a run needs only the numbers, so that nothing heavy is
imported and no pickle is ever loaded. Prediction follows Friedman, "Greedy function approximation: a gradient
boosting machine", Annals of Statistics 29(5), 2001: a constant plus one leaf of every tree.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Trees:
    """An ensemble. The node arrays have shape (trees, nodes of the largest tree)."""

    features: tuple[str, ...]
    """Names of the columns, in order."""
    baseline: float
    feature: NDArray[np.int32]
    """Column that a node looks at; a leaf looks at column 0."""
    threshold: NDArray[np.float64]
    """Values up to and including it go left; plus infinity at a leaf."""
    missing_left: NDArray[np.bool_]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    """Children; a leaf is its own child."""
    value: NDArray[np.float64]
    depth: int
    """Steps from the root to the deepest leaf."""

    def rows(self, rows: Sequence[Mapping[str, float | None]]) -> NDArray[np.float64]:
        """Named values as a matrix, shape (rows, features): 0 where a name is absent, NaN where a value is None."""
        import numpy as np

        column = {name: i for i, name in enumerate(self.features)}
        matrix = np.zeros((len(rows), len(self.features)))
        for i, row in enumerate(rows):
            for name, value in row.items():
                j = column.get(name)
                if j is not None:
                    matrix[i, j] = np.nan if value is None else value
        return matrix

    def predict(self, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
        """Raw predictions, shape (rows,): log odds where the trees were fitted with a log loss."""
        import numpy as np

        total = np.full(len(matrix), self.baseline)
        tree = np.arange(len(self.feature))[None, :]
        for start in range(0, len(matrix), _BLOCK):
            block = matrix[start : start + _BLOCK]
            row = np.arange(len(block))[:, None]
            node = np.zeros((len(block), len(self.feature)), dtype=np.int32)
            for _ in range(self.depth):
                seen = block[row, self.feature[tree, node]]
                goes_left = np.where(np.isnan(seen), self.missing_left[tree, node], seen <= self.threshold[tree, node])
                node = np.where(goes_left, self.left[tree, node], self.right[tree, node])
            total[start : start + _BLOCK] += self.value[tree, node].sum(axis=1)
        return total


_BLOCK = 512
"""Rows at a time: the work arrays of a block stay within a processor's cache."""


def load_trees(path: Path) -> Trees:
    """Reads an ensemble that `training/` wrote.

    The file holds `features`, `baseline` and `trees`, each tree five parallel lists: feature, threshold (null at a
    leaf), left, right, value, and the list of nodes that send missing values left.
    """
    import numpy as np

    data = json.loads(path.read_text(encoding="utf-8"))
    trees = data["trees"]
    width = max(len(tree["value"]) for tree in trees)
    shape = (len(trees), width)
    feature, left, right = (np.zeros(shape, dtype=np.int32) for _ in range(3))
    threshold, value = np.full(shape, np.inf), np.zeros(shape)
    missing_left = np.ones(shape, dtype=np.bool_)
    for i, tree in enumerate(trees):
        missing = set(tree["missing_left"])
        for j, cut in enumerate(tree["threshold"]):
            leaf = cut is None
            left[i, j], right[i, j] = (j, j) if leaf else (tree["left"][j], tree["right"][j])
            feature[i, j] = 0 if leaf else tree["feature"][j]
            threshold[i, j] = np.inf if leaf else cut
            missing_left[i, j] = leaf or j in missing
            value[i, j] = tree["value"][j] if leaf else 0.0
    return Trees(
        features=tuple(data["features"]),
        baseline=data["baseline"],
        feature=feature,
        threshold=threshold,
        missing_left=missing_left,
        left=left,
        right=right,
        value=value,
        depth=max(_depth(tree["left"], tree["right"], tree["threshold"]) for tree in trees),
    )


def _depth(left: Sequence[int], right: Sequence[int], threshold: Sequence[float | None]) -> int:
    deepest = 0
    waiting = [(0, 0)]
    while waiting:
        node, depth = waiting.pop()
        deepest = max(deepest, depth)
        if threshold[node] is not None:
            waiting += [(left[node], depth + 1), (right[node], depth + 1)]
    return deepest


def probability(log2_odds: float) -> float:
    """What log2 odds stand for: 0.5 at 0."""
    return float(1 / (1 + 2**-log2_odds))
