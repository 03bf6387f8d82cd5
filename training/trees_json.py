"""Writes what scikit-learn fitted as the JSON that `factcheck.trees` reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def write_trees(model: Any, features: Sequence[str], path: Path, *, shift: float = 0.0) -> None:
    """Writes a fitted HistGradientBoosting model of one output; `shift` is added to every prediction.

    Values of leaves are cut to seven significant digits, which keeps the file small. Thresholds are not: one may be
    a value of the data, and rounded it would send that value the other way.
    """
    trees = [_tree(stage[0].nodes) for stage in model._predictors]
    baseline = float(model._baseline_prediction.ravel()[0])
    body = json.dumps(
        {"features": list(features), "baseline": round(baseline + shift, 7), "trees": trees}, separators=(",", ":")
    )
    path.write_text(body.replace('{"feature":', '\n{"feature":') + "\n", encoding="utf-8")


def _tree(nodes: Any) -> dict[str, list[Any]]:
    leaf = [bool(node["is_leaf"]) for node in nodes]
    return {
        "feature": [0 if end else int(n["feature_idx"]) for n, end in zip(nodes, leaf, strict=True)],
        "threshold": [None if end else float(n["num_threshold"]) for n, end in zip(nodes, leaf, strict=True)],
        "left": [0 if end else int(n["left"]) for n, end in zip(nodes, leaf, strict=True)],
        "right": [0 if end else int(n["right"]) for n, end in zip(nodes, leaf, strict=True)],
        "value": [float(f"{n['value']:.7g}") if end else 0 for n, end in zip(nodes, leaf, strict=True)],
        "missing_left": [
            i for i, (n, end) in enumerate(zip(nodes, leaf, strict=True)) if not end and n["missing_go_to_left"]
        ],
    }
