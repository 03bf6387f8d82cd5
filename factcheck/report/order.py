"""The order of findings: what an editor must see first stands first; what could not be decided before what agrees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.report.saved import SavedClaim, SavedFinding

VERDICT_ORDER = ("conflicting", "superseded", "unsure", "agreeing", "single-sourced")
_SEVERITY_ORDER = ("error", "warning", "note")

Key = tuple[float | str, ...]


def in_order(findings: Iterable[SavedFinding], claims: Mapping[str, SavedClaim]) -> tuple[SavedFinding, ...]:
    """Findings by verdict, the gravest first; then the surest, best attested or most checkable; then by place."""
    return tuple(sorted(findings, key=lambda finding: _key(finding, [claims[c] for c in claim_ids(finding)])))


def claim_ids(finding: SavedFinding) -> tuple[str, ...]:
    """The claims of all its sides, in their order."""
    return tuple(claim for side in finding.sides for claim in side.claims)


def checkability(claim: SavedClaim) -> int:
    """How easily an editor can check a claim, 0 to 7: a figure helps most, then a name, then a date."""
    return 4 * bool(claim.quantities) + 2 * bool(claim.entities) + bool(claim.dates)


def _key(finding: SavedFinding, claims: list[SavedClaim]) -> Key:
    return (
        VERDICT_ORDER.index(finding.verdict),
        _severity_rank(finding.severity),
        *_rank(finding, claims),
        *min((claim.document, claim.start) for claim in claims),
        finding.id,
    )


def _rank(finding: SavedFinding, claims: list[SavedClaim]) -> tuple[float, float]:
    if finding.verdict == "single-sourced":
        return -max(map(checkability, claims)), 0
    if finding.verdict == "agreeing":
        return -round(finding.confidence, 1), -finding.origins
    return -finding.confidence, 0


def _severity_rank(severity: str) -> int:
    return _SEVERITY_ORDER.index(severity) if severity in _SEVERITY_ORDER else len(_SEVERITY_ORDER)
