"""Reports on the clusters that the weights are fitted on, each judged by trees that have not seen it.

    python -m benchmarks.out_of_fold FOLDER REPORTS

FOLDER holds labelled clusters; those put aside are left out, since the shipped weights have not seen them anyway. Each
report is written to REPORTS/NAME.json, for `score.py --reports REPORTS`. Claims, rules and thresholds are those that
ship; only the four ensembles of `training/fit_match.py` are fitted anew, on three quarters of the clusters at a time.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
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
from factcheck.trees import probability
from factcheck.version import VERSION
from training.fit_match import Known, Pairs, collect, fit_difference, fit_time, look_again, unseen_odds
from training.labelled import HELD_OUT, LabelledCluster, labelled_clusters


@dataclass(slots=True)
class Weighed:
    """A cluster's pairs with their weights, and the odds of each by the ids of its claims."""

    pairs: list[Pair] = field(default_factory=list)
    odds: dict[frozenset[str], Odds] = field(default_factory=dict)

    def odds_of(self, asked: Sequence[Pair]) -> dict[frozenset[str], Odds]:
        """Those of some pairs alone: judging takes a pair without odds for one that was not compared."""
        keys = [frozenset((pair.left, pair.right)) for pair in asked]
        return {key: self.odds[key] for key in keys}


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
    weighed = weighed_out_of_fold(pairs)
    args.reports.mkdir(parents=True, exist_ok=True)
    for cluster in clusters:
        found = report_of(cluster, claims_of[cluster.name], weighed[cluster.name])
        (args.reports / f"{cluster.name}.json").write_text(to_json(found), encoding="utf-8")


def weighed_out_of_fold(pairs: Pairs) -> dict[str, Weighed]:
    """By cluster, what trees fitted on the others make of its pairs."""
    known = Known(pairs)
    _, final = look_again(pairs, known)
    rows = np.column_stack([known.judged, final])
    differs = unseen_odds(fit_difference, rows, known.differ, known.clusters, known.same)
    later = unseen_odds(fit_time, rows, known.update, known.clusters, known.differ)
    found: dict[str, Weighed] = {}
    for pair, weight, *answers in zip(pairs.pairs, final, differs, later, strict=True):
        left, right = sorted((pair.left.id, pair.right.id))
        cluster = found.setdefault(pair.cluster, Weighed())
        cluster.pairs.append(Pair(left, right, 0.0, pair.features, float(weight)))
        cluster.odds[frozenset((left, right))] = Odds.of(float(weight), *(probability(float(a)) for a in answers))
    return found


def report_of(cluster: LabelledCluster, claims: tuple[Claim, ...], weighed: Weighed) -> Report:
    """What the later stages make of the pairs."""
    trace = trace_origins(cluster.documents, claims)
    groups = cluster_claims(claims, weighed.pairs, settings=MatchSettings())
    with patch("factcheck.judge.findings.odds_of", side_effect=lambda asked, *_: weighed.odds_of(asked)):
        findings, notices = judge_pairs(groups, weighed.pairs, claims, cluster.documents, dict(trace.of_claim))
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


if __name__ == "__main__":
    main()
