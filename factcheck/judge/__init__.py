"""Clusters and pairs in, findings out: which claims agree, which conflict, which stand alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.datamodel import Claim, Cluster, Document, Finding, Notice, Pair
from factcheck.judge.settings import JudgeSettings

__all__ = ["JudgeSettings", "judge_pairs"]


def judge_pairs(
    clusters: Sequence[Cluster],
    pairs: Sequence[Pair],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    origin_of: Mapping[str, str],
    *,
    settings: JudgeSettings = JudgeSettings(),
) -> tuple[tuple[Finding, ...], tuple[Notice, ...]]:
    """Rules each cluster: its pairs go through the table of rules, then its claims are parted into sides.

    Args:
        origin_of: claim id → the id of the origin that it leans on.
    """
    from factcheck.judge.findings import findings_of

    return findings_of(clusters, pairs, claims, documents, origin_of, settings=settings), ()
