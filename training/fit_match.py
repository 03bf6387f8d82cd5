"""Fits the weights of matching and judging.

    python -m training.fit_match FOLDER [--all]

FOLDER holds labelled clusters. Claims are those of our own extraction, each standing for the marked quote that it
overlaps best. Four ensembles are fitted on the candidate pairs, one after the other:
    factcheck/match/first_weights.json  do both state the same fact, by the pair alone?
    factcheck/match/weights.json        and by how it stands among the other pairs?
    factcheck/judge/difference.json     if they do: do their answers differ?
    factcheck/judge/time.json           if they differ: is that because time went on?
Each sees the weights of those before it. While it is fitted they come from trees that have not seen the pair's cluster,
as they will in use. The held-out clusters are left out, so that figures on them can be given of what ships; --all takes
them in.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from factcheck.archive import ArchiveSettings, Vectors, default_path, open_archive
from factcheck.datamodel import Claim, Pair
from factcheck.embed import CachedEncoder, EmbedSettings, embed_claims, load_encoder
from factcheck.extract import extract_claims
from factcheck.judge.moments import moments_of
from factcheck.judge.opposition import judging_features
from factcheck.match.neighbourhood import LEAST_FIRST, compare_neighbours
from training.labelled import HELD_OUT, LabelledCluster, labelled_clusters
from training.pairs import LabelledPair, labelled_pairs
from training.trees_json import write_trees

PACKAGE = Path(__file__).parent.parent / "factcheck"
FOLDS = 4
KEPT = 0.4
"""Share of the pairs about unlike facts that the first weights learn from: there are thirty for each about one fact."""
WEIGHT = "weight"


@dataclass(slots=True)
class Pairs:
    """All candidate pairs of the clusters, in parallel lists."""

    names: list[str] = field(default_factory=list)
    rows: list[list[float]] = field(default_factory=list)
    clusters: list[str] = field(default_factory=list)
    pairs: list[LabelledPair] = field(default_factory=list)
    same: list[bool] = field(default_factory=list)
    differ: list[bool] = field(default_factory=list)
    update: list[bool] = field(default_factory=list)
    compared: int = 0
    """How many of the columns matching itself sees."""


def main() -> None:
    """Fits and writes the ensembles."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--all", action="store_true", help="learn from the held-out clusters too")
    args = ask.parse_args()
    pairs = Pairs()
    with closing(open_archive(ArchiveSettings(default_path()))) as archive:
        encoder = CachedEncoder(load_encoder(EmbedSettings()), Vectors(archive))
        for cluster in labelled_clusters(args.folder):
            if args.all or cluster.name not in HELD_OUT:
                collect(cluster, encoder, pairs)
    fit_all(pairs)


def collect(cluster: LabelledCluster, encoder: CachedEncoder, pairs: Pairs) -> tuple[Claim, ...]:
    """Adds a cluster's pairs, and gives its claims."""
    claims = tuple(claim for parsed in cluster.parsed() for claim in extract_claims(parsed))
    vectors = embed_claims([c.text for c in claims] + [c.context for c in claims], encoder)
    moments = moments_of(cluster.documents, claims)
    for pair in labelled_pairs(cluster, claims, vectors[: len(claims)], vectors[len(claims) :]):
        row = judging_features(_as_pair(pair), pair.left, pair.right, moments)
        del row[WEIGHT]
        if not pairs.names:
            pairs.names, pairs.compared = list(row), len(pair.features)
        pairs.rows.append([math.nan if value is None else value for value in row.values()])
        pairs.clusters.append(cluster.name)
        pairs.pairs.append(pair)
        pairs.same.append(pair.same)
        pairs.differ.append(pair.opposed)
        pairs.update.append(pair.opposed and pair.one is not None and pair.one.verdict == "superseded")
    return claims


def _as_pair(pair: LabelledPair) -> Pair:
    left, right = sorted((pair.left.id, pair.right.id))
    return Pair(left, right, 0.0, pair.features, 0.0)


def fit_all(pairs: Pairs) -> None:
    """Fits the ensembles and writes them."""
    known = Known(pairs)
    names, same, differ, update = pairs.names[: pairs.compared], known.same, known.differ, known.update
    _write("match/first_weights.json", fit_first(known.compared, same), names, same)
    near, final = look_again(pairs, known)
    _write("match/weights.json", fit_final(near.values, same[near.rows]), [*names, *near.names], same[near.rows])
    rows, names = np.column_stack([known.judged, final]), [*pairs.names, WEIGHT]
    _write("judge/difference.json", fit_difference(rows[same], differ[same]), names, differ[same])
    _write("judge/time.json", fit_time(rows[differ], update[differ]), names, update[differ])


class Known:
    """The pairs as arrays: `judged` of shape (pairs, all features), `compared` of those that matching sees."""

    def __init__(self, pairs: Pairs) -> None:
        self.judged = np.array(pairs.rows, dtype=np.float64)
        self.compared = self.judged[:, : pairs.compared]
        self.clusters = np.array(pairs.clusters)
        self.same, self.differ, self.update = (np.array(x) for x in (pairs.same, pairs.differ, pairs.update))


@dataclass(frozen=True, slots=True)
class Near:
    """The pairs that are looked at twice."""

    rows: NDArray[np.bool_]
    """Which of all pairs they are."""
    values: NDArray[np.float64]
    """Shape (of those, features and neighbours' features)."""
    names: list[str]
    """Of the neighbours' features."""


def look_again(pairs: Pairs, known: Known) -> tuple[Near, NDArray[np.float64]]:
    """The pairs looked at twice, and the final weight of every pair by trees fitted on other clusters."""
    first = unseen_odds(fit_first, known.compared, known.same, known.clusters)
    rows = first >= LEAST_FIRST
    neighbours, names = _neighbours(pairs, first)
    near = Near(rows, np.column_stack([known.compared, neighbours])[rows], names)
    final = np.minimum(first, LEAST_FIRST)
    final[rows] = unseen_odds(fit_final, near.values, known.same[rows], known.clusters[rows])
    return near, final


def _neighbours(pairs: Pairs, first: NDArray[np.float64]) -> tuple[NDArray[np.float64], list[str]]:
    """Features of each pair among the others of its cluster, NaN where it is not looked at again; and their names."""
    found: dict[int, list[float]] = {}
    names: list[str] = []
    for cluster in sorted(set(pairs.clusters)):
        here = [n for n, name in enumerate(pairs.clusters) if name == cluster]
        claims = {c.id: c for n in here for c in (pairs.pairs[n].left, pairs.pairs[n].right)}
        number = {claim: at for at, claim in enumerate(claims)}
        candidates = [(number[pairs.pairs[n].left.id], number[pairs.pairs[n].right.id]) for n in here]
        near = compare_neighbours(list(claims.values()), candidates, [float(w) for w in first[here]])
        for n, pair in zip(here, candidates, strict=True):
            if pair in near:
                names = [f.name for f in near[pair]]
                found[n] = [math.nan if f.value is None else f.value for f in near[pair]]
    values = np.full((len(pairs.rows), len(names)), np.nan)
    values[list(found)] = list(found.values())
    return values, names


def unseen_odds(
    fit_one: Callable[[NDArray[np.float64], NDArray[np.bool_]], Fitted],
    values: NDArray[np.float64],
    labels: NDArray[np.bool_],
    clusters: NDArray[np.str_],
    among: NDArray[np.bool_] | None = None,
) -> NDArray[np.float64]:
    """Each pair's log2 odds by trees fitted on other clusters, dealt out by name; fitted `among` some pairs alone."""
    weights = np.zeros(len(values))
    names = sorted(set(clusters))
    for fold in range(FOLDS):
        out = np.isin(clusters, names[fold::FOLDS])
        seen = ~out if among is None else ~out & among
        fitted = fit_one(values[seen], labels[seen])
        weights[out] = fitted.model.decision_function(values[out][:, fitted.columns]) + fitted.shift
    return np.round(weights / math.log(2), 3)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model, the columns it sees, and what is to be added to its log odds."""

    model: HistGradientBoostingClassifier
    columns: list[int]
    shift: float = 0.0


def fit_first(values: NDArray[np.float64], same: NDArray[np.bool_]) -> Fitted:
    """Trees for "same fact" by the pair alone; their odds are put right for the pairs that were left out."""
    kept = same | (np.random.RandomState(0).random_sample(len(same)) < KEPT)
    fitted = fit(values[kept], same[kept], trees=250, smallest_leaf=60)
    return Fitted(fitted.model, fitted.columns, math.log(KEPT))


def fit_final(values: NDArray[np.float64], same: NDArray[np.bool_]) -> Fitted:
    """Trees for "same fact" by the pair and its neighbours."""
    return fit(values, same, trees=150, smallest_leaf=60)


def fit_difference(values: NDArray[np.float64], differ: NDArray[np.bool_]) -> Fitted:
    """Trees for "the answers differ", over pairs about one fact."""
    return fit(values, differ, trees=100, smallest_leaf=40)


def fit_time(values: NDArray[np.float64], update: NDArray[np.bool_]) -> Fitted:
    """Trees for "because time went on", over pairs whose answers differ."""
    return fit(values, update, trees=60, smallest_leaf=40)


def fit(values: NDArray[np.float64], labels: NDArray[np.bool_], *, trees: int, smallest_leaf: int) -> Fitted:
    """Small trees, many of them: larger ones only learned the clusters by heart (cross-validated over clusters)."""
    columns = [j for j in range(values.shape[1]) if len(np.unique(values[~np.isnan(values[:, j]), j])) > 1]
    model = HistGradientBoostingClassifier(
        max_iter=trees,
        learning_rate=0.08,
        max_leaf_nodes=8,
        min_samples_leaf=smallest_leaf,
        l2_regularization=5.0,
        max_features=0.3,
        early_stopping=False,
        random_state=0,
    )
    return Fitted(model.fit(values[:, columns], labels), columns)


def _write(path: str, fitted: Fitted, names: Sequence[str], labels: NDArray[np.bool_]) -> None:
    write_trees(fitted.model, [names[j] for j in fitted.columns], PACKAGE / path, shift=fitted.shift)
    print(f"{path}: {len(labels)} pairs, {int(labels.sum())} of them so")


if __name__ == "__main__":
    main()
