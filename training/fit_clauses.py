"""Fits the weights by which `factcheck/extract/clauses.py` tells claims from other stretches of a sentence.

    python -m training.fit_clauses FOLDER [--all]

FOLDER holds labelled clusters. Each proposal is given the square of its best overlap (intersection over union of
characters) with a marked quote, and regression trees learn to estimate it: squared, so that a near hit counts for
less than an exact one. The held-out clusters are left out, so that figures on them can be given of what ships; --all
takes them in.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor

from factcheck.datamodel import Span
from factcheck.extract.clause_features import clause_features
from factcheck.extract.clauses import candidates
from factcheck.extract.speakers import find_attributions
from training.labelled import HELD_OUT, LabelledCluster, labelled_clusters
from training.trees_json import write_trees

WEIGHTS = Path(__file__).parent.parent / "factcheck" / "extract" / "clause_weights.json"
RAREST = 150
"""A feature that fewer proposals have is left out: it would only tell these texts from others."""


def main() -> None:
    """Fits and writes the weights."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--all", action="store_true", help="learn from the held-out clusters too")
    ask.add_argument("--output", type=Path, default=WEIGHTS)
    args = ask.parse_args()
    rows: list[dict[str, float]] = []
    targets: list[float] = []
    for cluster in labelled_clusters(args.folder):
        if args.all or cluster.name not in HELD_OUT:
            collect(cluster, rows, targets)
    features = sorted(name for name, count in Counter(n for row in rows for n in row).items() if count >= RAREST)
    write_trees(fit(matrix(rows, features), np.array(targets)), features, args.output)
    print(f"{len(rows)} proposals, {len(features)} features → {args.output.name}")


def collect(cluster: LabelledCluster, rows: list[dict[str, float]], targets: list[float]) -> None:
    """Adds a cluster's proposals with what they should score."""
    for parsed in cluster.parsed():
        marked = [m.span for m in cluster.mentions_in(parsed.document.id)]
        for sentence, clause in candidates(parsed, find_attributions(parsed)):
            span = parsed.span(clause.start, clause.end)
            rows.append(clause_features(parsed.doc, sentence, clause))
            targets.append(max((overlap(span, m) for m in marked), default=0.0) ** 2)


def overlap(left: Span, right: Span) -> float:
    """Intersection over union, in characters, 0 to 1."""
    shared = min(left.end, right.end) - max(left.start, right.start)
    return max(0, shared) / (max(left.end, right.end) - min(left.start, right.start))


def matrix(rows: list[dict[str, float]], features: list[str]) -> np.ndarray:
    """Named values as a matrix, shape (rows, features), 0 where absent; as exact as those that a run compares."""
    column = {name: i for i, name in enumerate(features)}
    out = np.zeros((len(rows), len(features)))
    for i, row in enumerate(rows):
        for name, value in row.items():
            if name in column:
                out[i, column[name]] = value
    return out


def fit(values: np.ndarray, targets: np.ndarray) -> HistGradientBoostingRegressor:
    """The regression; its settings were chosen by four-fold cross-validation over clusters."""
    model = HistGradientBoostingRegressor(
        max_iter=200, learning_rate=0.08, max_leaf_nodes=31, min_samples_leaf=40, l2_regularization=1.0, random_state=0
    )
    return model.fit(values, targets)


if __name__ == "__main__":
    main()
