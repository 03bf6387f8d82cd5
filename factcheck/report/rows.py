"""One row a claim: what CSV and the pandas tables share. Values are as in the saved form, not yet fit to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.report.saved import SavedReport


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with the finding that it stands in. Field names are the columns."""

    claim: str
    finding: str
    verdict: str
    rule: str
    confidence: float
    about: str
    side: int
    """Counted from 1."""
    says: str
    quote: str
    text: str
    speaker: str | None
    hedged: bool
    hedge: str | None
    """The word that hedges."""
    negated: bool
    modality: str
    origin: str | None
    publisher: str | None
    published: str | None
    file: str
    line: int
    start: int
    end: int


def claim_rows(saved: SavedReport) -> Iterator[ClaimRow]:
    """Every claim, in the order of the findings and their sides."""
    claims = {claim.id: claim for claim in saved.claims}
    documents = {document.id: document for document in saved.documents}
    for finding in saved.findings:
        for number, side in enumerate(finding.sides, 1):
            for claim in (claims[name] for name in side.claims):
                document = documents[claim.document]
                yield ClaimRow(
                    claim=claim.id,
                    finding=finding.id,
                    verdict=finding.verdict,
                    rule=finding.rule,
                    confidence=finding.confidence,
                    about=finding.about,
                    side=number,
                    says=side.says,
                    quote=claim.quote,
                    text=claim.text,
                    speaker=claim.speaker,
                    hedged=claim.hedged,
                    hedge=claim.hedge.cue if claim.hedge else None,
                    negated=claim.negated,
                    modality=claim.modality,
                    origin=claim.origin,
                    publisher=document.publisher,
                    published=document.published,
                    file=claim.document,
                    line=claim.line,
                    start=claim.start,
                    end=claim.end,
                )
