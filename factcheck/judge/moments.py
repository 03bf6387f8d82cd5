"""The day for which each document speaks: needed to tell an update from a contradiction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from factcheck.datamodel import Claim, Document, Modality

Moments = Mapping[str, date | None]
"""Document id → the day."""


def moments_of(documents: Iterable[Document], claims: Sequence[Claim]) -> dict[str, date | None]:
    """When each document was published; None where that is not known.

    Where no document is dated, each speaks for the latest day that it tells a fact of. Beside dated ones that would
    mislead: an undated article on yesterday's fire may name no day but the one on which the house was built.
    """
    documents = tuple(documents)
    if any(d.published_on for d in documents):
        return {d.id: d.published_on for d in documents}
    told: dict[str, list[date]] = {}
    for claim in claims:
        if claim.modality is Modality.FACT:
            told.setdefault(claim.doc, []).extend(w.earliest for w in claim.whens if w.earliest)
    return {d.id: max(told.get(d.id, ()), default=None) for d in documents}


def in_order(left: Claim, right: Claim, moments: Moments) -> tuple[Claim, Claim]:
    """The two claims, that of the older document first; undated ones by document and place."""
    one, other = moments[left.doc], moments[right.doc]
    if one is not None and other is not None and one != other:
        return (left, right) if one < other else (right, left)
    first, second = sorted((left, right), key=lambda c: (c.span, c.id))
    return first, second


def days_between(left: Claim, right: Claim, moments: Moments) -> int | None:
    """Days between the moments of two claims' documents; None where either has none."""
    one, other = moments[left.doc], moments[right.doc]
    return None if one is None or other is None else abs((other - one).days)
