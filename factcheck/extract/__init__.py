"""Parsed documents in, claims out: each the shortest stretch of text that states one fact, with who says it."""

from __future__ import annotations

from factcheck.datamodel import Claim, ParsedDocument
from factcheck.extract.settings import ExtractSettings

__all__ = ["ExtractSettings", "extract_claims"]


def extract_claims(parsed: ParsedDocument, *, settings: ExtractSettings = ExtractSettings()) -> tuple[Claim, ...]:
    """The claims of one document, in the order of its text."""
    from factcheck.extract.claims import claims_of

    return claims_of(parsed, settings=settings)
