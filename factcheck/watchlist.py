"""The watch list: claims that a newsroom keeps an eye on, and what the corpus says of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.config import Settings, WatchEntry, load_config
from factcheck.datamodel import Claim, Document, Report, Verdict
from factcheck.extract import ExtractSettings, extract_claims
from factcheck.parse import parse_document
from factcheck.pipeline import compare_with
from factcheck.text.alignment import Alignment

__all__ = ["WatchEntry", "WatchResult", "load_watchlist", "match_watchlist"]


def load_watchlist(path: Path) -> tuple[WatchEntry, ...]:
    """The watch list of a claims.yaml, in its order.

    Raises:
        ConfigError: when the file has faults, all of them at once.
    """
    return load_config(path).watch


def match_watchlist(report: Report, entries: Sequence[WatchEntry], settings: Settings) -> tuple[WatchResult, ...]:
    """What the findings of `report` say of each entry, in the order of `entries`.

    An entry is read like a document of one line and compared with the report's claims as those are with one another;
    the finding that holds the likeliest match answers it, if any is likely enough.
    """
    claims = {words: _watched(n, words, settings) for n, words in enumerate(sorted({e.claim for e in entries}))}
    weights = compare_with(report.claims, [c for c in claims.values() if c is not None], settings=settings)
    finding_of = {claim: finding for finding in report.findings for side in finding.sides for claim in side.claims}
    results = []
    for entry in entries:
        watched = claims[entry.claim]
        near = weights.get(watched.id, {}) if watched else {}
        best = min(near, key=lambda claim: (-near[claim], claim), default=None)
        if best is None or near[best] < LEAST_WEIGHT:
            results.append(WatchResult(entry, None))
        else:
            results.append(WatchResult(entry, finding_of[best].verdict, finding_of[best].id))
    return tuple(results)


LEAST_WEIGHT = -3.0
"""log2 odds below which no claim answers a watched one. Lower than what joins two claims: a watched claim stands alone,
without the sentence around it that speaks for a match, and only the best match counts."""


def _watched(number: int, words: str, settings: Settings) -> Claim | None:
    """The claim that an entry's words make: the longest that extraction finds in them, else none."""
    name = f"claims.yaml:{number}"
    document = Document(name, name, words, words, Alignment.identity(len(words)))
    found = extract_claims(parse_document(document, settings=settings.parse), settings=WHOLE)
    return max(found, key=lambda c: (c.span.end - c.span.start, c.id), default=None)


WHOLE = ExtractSettings(least_score=-1.0, repetition_cost=0.0)
"""Every stretch that hangs together: the words of an entry are a claim, however they score."""


@dataclass(frozen=True, slots=True)
class WatchResult:
    """A watched claim and what was found of it."""

    entry: WatchEntry
    verdict: Verdict | None
    """That of the finding which answers it; None where no claim of the corpus does."""
    finding: str | None = None
    """The finding's id."""

    @property
    def holds(self) -> bool:
        """Whether it is as expected."""
        return self.verdict == self.entry.expect

    @property
    def status(self) -> str:
        """The verdict, or "not found"."""
        return self.verdict.value if self.verdict else "not found"
