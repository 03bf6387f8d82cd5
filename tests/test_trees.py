"""Our evaluation of boosted trees against scikit-learn's own, and the form of the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from factcheck.trees import Trees, load_trees

NAMES = ("a", "b", "c")


def _fitted(missing: bool, depth: int | None) -> tuple[Any, np.ndarray]:
    ensemble = pytest.importorskip("sklearn.ensemble", reason="scikit-learn, of the extra 'train', is not installed")
    random = np.random.default_rng(7)
    values = random.normal(size=(600, len(NAMES))).round(2)
    targets = values[:, 0] * (values[:, 1] > 0) + np.sin(values[:, 2])
    if missing:
        values[random.random(values.shape) < 0.2] = np.nan
    model = ensemble.HistGradientBoostingRegressor(max_iter=30, max_depth=depth, min_samples_leaf=5, random_state=0)
    return model.fit(values, targets), values


def _written(model: Any, path: Path) -> Trees:
    from training.trees_json import write_trees

    write_trees(model, NAMES, path)
    return load_trees(path)


@pytest.mark.parametrize("missing", [False, True])
@pytest.mark.parametrize("depth", [1, 4, None])
def test_it_predicts_what_scikit_learn_predicts(missing: bool, depth: int | None, tmp_path: Path) -> None:
    model, values = _fitted(missing, depth)
    ours = _written(model, tmp_path / "trees.json").predict(values)
    assert ours == pytest.approx(model.predict(values), abs=1e-5)


def test_more_rows_than_a_block(tmp_path: Path) -> None:
    model, values = _fitted(True, None)
    many = np.vstack([values, values[::-1]])
    assert _written(model, tmp_path / "t.json").predict(many) == pytest.approx(model.predict(many), abs=1e-5)


def test_the_same_model_gives_the_same_bytes(tmp_path: Path) -> None:
    from training.trees_json import write_trees

    model, _ = _fitted(True, 3)
    for name in ("one", "two"):
        write_trees(model, NAMES, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert tuple(json.loads((tmp_path / "one").read_text("utf-8"))["features"]) == NAMES


STUMP = {
    "features": ["a", "b"],
    "baseline": 0.5,
    "trees": [
        {
            "feature": [1, 0, 0],
            "threshold": [2.0, None, None],
            "left": [1, 0, 0],
            "right": [2, 0, 0],
            "value": [0, -1.0, 1.0],
            "missing_left": [0],
        }
    ],
}


@pytest.fixture
def stump(tmp_path: Path) -> Trees:
    path = tmp_path / "stump.json"
    path.write_text(json.dumps(STUMP), encoding="utf-8")
    return load_trees(path)


@pytest.mark.parametrize(
    ("row", "value"),
    [({"b": 2.0}, -0.5), ({"b": 2.1}, 1.5), ({"b": None}, -0.5), ({}, -0.5), ({"a": 9.0, "unknown": 1.0}, -0.5)],
)
def test_a_stump(stump: Trees, row: dict[str, float | None], value: float) -> None:
    assert stump.predict(stump.rows([row])).tolist() == [value]


def test_no_rows(stump: Trees) -> None:
    assert stump.predict(stump.rows([])).tolist() == []
