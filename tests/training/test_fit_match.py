"""Fitting of matching and judging: what a pair is weighed by has never seen its cluster."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("sklearn", reason="scikit-learn, of the extra 'train', is not installed")

from training.fit_match import FOLDS, KEPT, Fitted, fit, fit_first, unseen_odds

CLUSTERS = np.array([name for name in "abcdefg" for _ in range(3)])


class Recorder:
    """In place of trees: its odds are always `log_odds`."""

    def __init__(self, log_odds: float) -> None:
        self.log_odds = log_odds

    def decision_function(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """As of scikit-learn."""
        return np.full(len(values), self.log_odds)


@pytest.mark.parametrize("among", [None, np.arange(len(CLUSTERS)) % 3 != 1])
def test_no_pair_is_weighed_by_what_saw_its_cluster(among: NDArray[np.bool_] | None) -> None:
    """The values are the numbers of the rows, so each fit tells which rows it saw, and in which fold."""
    seen: list[set[int]] = []

    def fit_one(values: NDArray[np.float64], labels: NDArray[np.bool_]) -> Fitted:
        seen.append({int(v) for v in values[:, 0]})
        return Fitted(Recorder(float(len(seen))), [0])

    rows = np.arange(len(CLUSTERS), dtype=np.float64)[:, None]
    found = unseen_odds(fit_one, rows, np.zeros(len(rows), dtype=bool), CLUSTERS, among)
    assert len(seen) == FOLDS
    for row, odds in enumerate(found):
        fold = round(odds * math.log(2)) - 1
        assert CLUSTERS[row] not in {CLUSTERS[other] for other in seen[fold]}
    if among is not None:
        assert all(among[row] for fold in seen for row in fold)


def test_odds_are_log2_with_the_shift() -> None:
    def fit_one(values: NDArray[np.float64], labels: NDArray[np.bool_]) -> Fitted:
        return Fitted(Recorder(math.log(8)), [0], math.log(0.5))

    found = unseen_odds(fit_one, np.zeros((len(CLUSTERS), 1)), np.zeros(len(CLUSTERS), dtype=bool), CLUSTERS)
    assert found.tolist() == [2.0] * len(CLUSTERS)


def test_odds_are_put_right_for_the_pairs_left_out() -> None:
    """With features that say nothing, the odds are those of the labels, though most unlike pairs are not seen."""
    draw = np.random.RandomState(7)
    values, same = draw.random_sample((4000, 3)), draw.random_sample(4000) < 0.1
    fitted = fit_first(values, same)
    assert fitted.shift == pytest.approx(math.log(KEPT))
    odds = fitted.model.decision_function(values[:, fitted.columns]) + fitted.shift
    assert np.mean(1 / (1 + np.exp(-odds))) == pytest.approx(np.mean(same), abs=0.03)


def test_columns_that_never_vary_are_left_out() -> None:
    draw = np.random.RandomState(7)
    values = np.column_stack([np.ones(400), draw.random_sample(400), np.full(400, np.nan)])
    assert fit(values, values[:, 1] > 0.5, trees=3, smallest_leaf=20).columns == [1]
