"""Claims and comparisons for the tests of matching: read from short texts by the real stages, or made by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.datamodel import Claim, Document, Feature, Frame, Modality, Pair, Span
from factcheck.embed.hashing import HashingEncoder
from factcheck.extract import ExtractSettings, extract_claims
from factcheck.extract.dates import find_whens
from factcheck.extract.entities import find_entities
from factcheck.extract.quantities import find_quantities
from factcheck.match.features import compare_pairs
from factcheck.match.statistics import Statistics, statistics_of
from factcheck.parse import parse_document
from factcheck.text.alignment import Alignment

CASES = Path(__file__).parent / "cases"
EVERY_STRETCH = ExtractSettings(least_score=-1.0, repetition_cost=0.0)


def cases(name: str) -> list[dict[str, Any]]:
    """The lines of a case table."""
    return [json.loads(line) for line in (CASES / name).read_text("utf-8").splitlines()]


@cache
def claim_in(text: str, doc: str, published: str | None = None) -> Claim:
    """The whole text as one claim: the frame and voice of the longest stretch, and all figures, dates and names.

    Where extraction would cut the text changes nothing, so that a case fails for what it compares alone.
    """
    day = date.fromisoformat(published) if published else None
    document = Document(doc, doc, text, text, Alignment.identity(len(text)), published=published, published_on=day)
    parsed = parse_document(document)
    found = extract_claims(parsed, settings=EVERY_STRETCH)
    longest = max(found, key=lambda c: (c.span.end - c.span.start, c.id))
    whole = Span(doc, 0, len(text))
    return replace(
        longest, id=f"c-{doc}", span=whole, words=text, text=text, context=text, sentence=whole,
        entities=find_entities(parsed), quantities=find_quantities(parsed), whens=find_whens(parsed),
    )  # fmt: skip


def plain_claim(name: str, doc: str, start: int = 0, *, speaker: str | None = None, words: str = "") -> Claim:
    """A claim of which nothing is known but its place and its words."""
    words = words or name
    span = Span(doc, start, start + len(words))
    return Claim(
        id=name, span=span, words=words, text=words, sentence=span, context=words, form="clause", speaker=speaker,
        attribution=None, direct=False, origin=None, hedge=None, negated=False, modality=Modality.FACT, state=None,
        frame=Frame("", ()), entities=(), quantities=(), whens=(), lemmas=tuple(dict.fromkeys(words.split())),
    )  # fmt: skip


def statistics(claims: Sequence[Claim]) -> Statistics:
    """What is known of claims sorted by document and place, with vectors that need no model."""
    encode = HashingEncoder().encode
    return statistics_of(claims, encode([c.text for c in claims]), encode([c.context for c in claims]))


def features_of(left: Claim, right: Claim) -> dict[str, Feature]:
    """Every comparison of two claims, by name."""
    return by_name(compare_pairs([left, right], [(0, 1)], statistics([left, right]))[0])


def by_name(features: Iterable[Feature]) -> dict[str, Feature]:
    """Features by their names, which must be unlike."""
    found = list(features)
    names = {f.name: f for f in found}
    assert len(names) == len(found)
    return names


def pairs_of(weights: Mapping[tuple[str, str], float]) -> tuple[Pair, ...]:
    """Pairs of claims by their ids, with weights and nothing else."""
    return tuple(Pair(min(ids), max(ids), 0.0, (), weight) for ids, weight in weights.items())
