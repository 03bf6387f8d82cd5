"""Reports on the clusters that the weights are fitted on, each judged by trees that have not seen it.

    python -m benchmarks.out_of_fold FOLDER REPORTS

FOLDER holds labelled clusters; those put aside are left out, since the shipped weights have not seen them anyway. Each
report is written to REPORTS/NAME.json, for `score.py --reports REPORTS`. Claims, rules and thresholds are those that
ship; only the four ensembles of `training/fit_match.py` are fitted anew, on three quarters of the clusters at a time.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import numpy as np

from factcheck.archive import ArchiveSettings, Vectors, default_path, open_archive
from factcheck.datamodel import Claim, Pair, Report, RunInfo
from factcheck.embed import CachedEncoder, EmbedSettings, load_encoder
from factcheck.judge import judge_pairs
from factcheck.judge.opposition import Odds
from factcheck.match import MatchSettings
from factcheck.match.clusters import cluster_claims
from factcheck.report import to_json
from factcheck.trace import trace_origins
from factcheck.version import VERSION
from training.fit_match import Known, Pairs, collect, fit_difference, fit_time, look_again, unseen_odds
from training.labelled import HELD_OUT, LabelledCluster, labelled_clusters

Answers = dict[str, dict[tuple[str, str], float]]
"""Ensemble → ids of a pair → probability."""


def main() -> None:
    """Fits out of fold, and writes a report of each cluster."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("reports", type=Path)
    args = ask.parse_args()
    pairs, claims_of = Pairs(), dict[str, tuple[Claim, ...]]()
    clusters = [c for c in labelled_clusters(args.folder) if c.name not in HELD_OUT]
    with closing(open_archive(ArchiveSettings(default_path()))) as archive:
        encoder = CachedEncoder(load_encoder(EmbedSettings()), Vectors(archive))
        for cluster in clusters:
            claims_of[cluster.name] = collect(cluster, encoder, pairs)
    weighed, answers = answers_out_of_fold(pairs)
    args.reports.mkdir(parents=True, exist_ok=True)
    for cluster in clusters:
        found = report_of(cluster, claims_of[cluster.name], weighed[cluster.name], answers[cluster.name])
        (args.reports / f"{cluster.name}.json").write_text(to_json(found), encoding="utf-8")


def answers_out_of_fold(pairs: Pairs) -> tuple[dict[str, list[Pair]], dict[str, Answers]]:
    """Per cluster: its pairs with their weights, and what the two ensembles of judging make of each."""
    known = Known(pairs)
    _, final = look_again(pairs, known)
    rows = np.column_stack([known.judged, final])
    odds = {
        "difference": unseen_odds(fit_difference, rows, known.differ, known.clusters, known.same),
        "time": unseen_odds(fit_time, rows, known.update, known.clusters, known.differ),
    }
    weighed: dict[str, list[Pair]] = {}
    answers: dict[str, Answers] = {}
    for n, pair in enumerate(pairs.pairs):
        left, right = sorted((pair.left.id, pair.right.id))
        weighed.setdefault(pair.cluster, []).append(Pair(left, right, 0.0, pair.features, float(final[n])))
        found = answers.setdefault(pair.cluster, {name: {} for name in odds})
        for name, values in odds.items():
            found[name][left, right] = 1 / (1 + math.exp(-float(values[n]) * math.log(2)))
    return weighed, answers


def report_of(cluster: LabelledCluster, claims: tuple[Claim, ...], pairs: Sequence[Pair], answers: Answers) -> Report:
    """What the later stages make of the pairs."""
    trace = trace_origins(cluster.documents, claims)
    groups = cluster_claims(claims, pairs, settings=MatchSettings())
    with patch(
        "factcheck.judge.findings.odds_of", lambda asked, *_: {frozenset(_ids(p)): _odds(p, answers) for p in asked}
    ):
        findings, notices = judge_pairs(groups, pairs, claims, cluster.documents, dict(trace.of_claim))
    return Report(
        documents=cluster.documents,
        claims=claims,
        pairs=(),
        derivations=trace.derivations,
        origins=trace.origins,
        findings=findings,
        notices=notices,
        skipped=(),
        run=RunInfo(VERSION, "", "", models=()),
    )


def _ids(pair: Pair) -> tuple[str, str]:
    return pair.left, pair.right


def _odds(pair: Pair, answers: Answers) -> Odds:
    return Odds.of(pair.weight, answers["difference"][_ids(pair)], answers["time"][_ids(pair)])


if __name__ == "__main__":
    main()
