"""The report as pandas tables. The only file of factcheck that knows pandas."""

from __future__ import annotations

from dataclasses import asdict, fields

import pandas

from factcheck.datamodel import Report
from factcheck.report.order import claim_ids
from factcheck.report.rows import ClaimRow, claim_rows
from factcheck.report.save import save_report
from factcheck.report.saved import SavedFinding, SavedReport

FINDING_COLUMNS = (
    "finding", "verdict", "rule", "severity", "confidence", "about", "sides", "says",
    "claims", "documents", "origins", "because",
)  # fmt: skip


def claims_frame(report: Report | SavedReport) -> pandas.DataFrame:
    """One row a claim, in the order of the findings; quotes letter by letter."""
    rows = [asdict(row) for row in claim_rows(save_report(report))]
    return pandas.DataFrame(rows, columns=[field.name for field in fields(ClaimRow)])


def findings_frame(report: Report | SavedReport) -> pandas.DataFrame:
    """One row a finding, conflicts first; `says` holds each side's answer, other plurals are counts."""
    saved = save_report(report)
    homes = {claim.id: claim.document for claim in saved.claims}
    rows = [_finding_row(finding, homes) for finding in saved.findings]
    return pandas.DataFrame(rows, columns=list(FINDING_COLUMNS))


def _finding_row(finding: SavedFinding, homes: dict[str, str]) -> dict[str, object]:
    claims = claim_ids(finding)
    return {
        "finding": finding.id,
        "verdict": finding.verdict,
        "rule": finding.rule,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "about": finding.about,
        "sides": len(finding.sides),
        "says": " | ".join(side.says for side in finding.sides),
        "claims": len(claims),
        "documents": len({homes[claim] for claim in claims}),
        "origins": finding.origins,
        "because": finding.because,
    }
