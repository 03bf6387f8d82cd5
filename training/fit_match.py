"""Fits the weights of matching and judging.

    python -m training.fit_match FOLDER [--all]

FOLDER holds labelled clusters. Claims are those of our own extraction, each standing for the marked quote that it
overlaps best. Three ensembles are fitted on the candidate pairs:
    factcheck/match/weights.json      do both state the same fact?
    factcheck/judge/opposition.json   if so, do they answer it differently?
    factcheck/judge/succession.json   if so, because time went on?
Without --all the held-out clusters are left out; what ships is fitted with --all.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from factcheck.archive import ArchiveSettings, Vectors, default_path, open_archive
from factcheck.datamodel import Claim, Pair
from factcheck.embed import CachedEncoder, EmbedSettings, embed_claims, load_encoder
from factcheck.extract import extract_claims
from factcheck.judge.opposition import judging_features
from training.labelled import HELD_OUT, LabelledCluster, labelled_clusters
from training.pairs import LabelledPair, labelled_pairs
from training.trees_json import write_trees

PACKAGE = Path(__file__).parent.parent / "factcheck"
Rows = list[dict[str, float | None]]


def main() -> None:
    """Fits and writes the three ensembles."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--all", action="store_true", help="learn from the held-out clusters too")
    args = ask.parse_args()
    sets: dict[str, tuple[Rows, list[bool]]] = {name: ([], []) for name in ("match", "opposition", "succession")}
    with closing(open_archive(ArchiveSettings(default_path()))) as archive:
        encoder = CachedEncoder(load_encoder(EmbedSettings()), Vectors(archive))
        for cluster in labelled_clusters(args.folder):
            if args.all or cluster.name not in HELD_OUT:
                collect(cluster, encoder, sets)
    for name, path in (
        ("match", "match/weights.json"),
        ("opposition", "judge/opposition.json"),
        ("succession", "judge/succession.json"),
    ):
        rows, labels = sets[name]
        features = sorted({key for row in rows for key in row})
        write_trees(fit(name, matrix(rows, features), np.array(labels)), features, PACKAGE / path)
        print(f"{name}: {len(rows)} pairs, {sum(labels)} of them so → {path}")


def collect(cluster: LabelledCluster, encoder: CachedEncoder, sets: dict[str, tuple[Rows, list[bool]]]) -> None:
    """Adds a cluster's pairs to the three sets."""
    claims = [claim for parsed in cluster.parsed() for claim in extract_claims(parsed)]
    vectors = embed_claims([c.text for c in claims] + [c.context for c in claims], encoder)
    documents = {d.id: d for d in cluster.documents}
    for pair in labelled_pairs(cluster, claims, vectors[: len(claims)], vectors[len(claims) :]):
        _add(sets["match"], {f.name: f.value for f in pair.features}, pair.same)
        if pair.same:
            row = judging_features(_as_pair(pair), pair.left, pair.right, documents)
            _add(sets["opposition"], row, pair.opposed)
            if pair.opposed:
                _add(sets["succession"], row, pair.one is not None and pair.one.verdict == "superseded")


def _add(kept: tuple[Rows, list[bool]], row: dict[str, float | None], label: bool) -> None:
    kept[0].append(row)
    kept[1].append(label)


def _as_pair(pair: LabelledPair) -> Pair:
    left, right = sorted((pair.left.id, pair.right.id))
    return Pair(left, right, 0.0, pair.features, 0.0)


def matrix(rows: Rows, features: Sequence[str]) -> np.ndarray:
    """Named values as a matrix, shape (rows, features): NaN where nothing can be compared."""
    return np.array([[np.nan if row[f] is None else row[f] for f in features] for row in rows], dtype=np.float32)


def fit(name: str, values: np.ndarray, labels: np.ndarray) -> HistGradientBoostingClassifier:
    """The trees; their settings were chosen by cross-validation over clusters."""
    many = name == "match"
    model = HistGradientBoostingClassifier(
        max_iter=250 if many else 120,
        learning_rate=0.06,
        max_leaf_nodes=24 if many else 12,
        min_samples_leaf=60 if many else 30,
        l2_regularization=5.0,
        max_features=0.5,
        early_stopping=False,
        random_state=0,
    )
    return model.fit(values, labels)


if __name__ == "__main__":
    main()
