"""Claims alone, without what was found of them: what `extract` prints, in the order of documents and places."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

from factcheck.report.csv import Cell, cell
from factcheck.report.json import dump
from factcheck.report.saved import SavedClaim, SavedDocument, SavedReport

COLUMNS = (
    "claim", "quote", "text", "speaker", "direct", "hedged", "hedge", "negated", "modality", "state", "origin",
    "publisher", "published", "file", "line", "start", "end",
)  # fmt: skip


def claims_jsonl(saved: SavedReport) -> str:
    """A JSON object a line: the keys of a claim in the report's JSON."""
    claims = {claim["id"]: claim for claim in json.loads(dump(saved))["claims"]}
    lines = (json.dumps(claims[claim.id], ensure_ascii=False) for claim in _in_order(saved))
    # Line separators other than \n are plain characters in JSON, but end a line for many who read it.
    return "".join(line.translate(_SEPARATORS) + "\n" for line in lines)


def claims_csv(saved: SavedReport) -> str:
    """A row a claim, written as the report's CSV."""
    documents = {document.id: document for document in saved.documents}
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(COLUMNS)
    for claim in _in_order(saved):
        writer.writerow([cell(value) for value in _row(claim, documents[claim.document])])
    return out.getvalue()


LISTINGS: dict[str, Callable[[SavedReport], str]] = {"jsonl": claims_jsonl, "csv": claims_csv}
"""The forms in which claims alone can be had."""

_SEPARATORS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def _in_order(saved: SavedReport) -> list[SavedClaim]:
    return sorted(saved.claims, key=lambda claim: (claim.document, claim.start, claim.end, claim.id))


def _row(claim: SavedClaim, document: SavedDocument) -> tuple[Cell, ...]:
    hedge = claim.hedge.cue if claim.hedge else None
    return (
        claim.id, claim.quote, claim.text, claim.speaker, claim.direct, claim.hedged, hedge, claim.negated,
        claim.modality, claim.state, claim.origin, document.publisher, document.published, document.id, claim.line,
        claim.start, claim.end,
    )  # fmt: skip
