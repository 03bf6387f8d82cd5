"""The day for which each document speaks, and which of two claims is the newer: what tells updates from conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from factcheck.datamodel import Claim, Document, Modality
from factcheck.text.calendar import day_near
from factcheck.text.lexicon import load_lexicon

Moments = Mapping[str, date | None]
"""Document id → the day."""


def moments_of(documents: Iterable[Document], claims: Sequence[Claim]) -> dict[str, date | None]:
    """When each document was published; None where that is not known.

    A day without a year, as in datelines, is read by the days of the other documents. Where no document is dated, each
    speaks for the latest day that it tells a fact of. Beside dated ones that would mislead: an undated article on
    yesterday's fire may name no day but the one on which the house was built.
    """
    documents = tuple(documents)
    days = {d.published_on for d in documents if d.published_on}
    if days:
        return {d.id: d.published_on or day_near(d.published or "", days) for d in documents}
    told: dict[str, list[date]] = {}
    for claim in claims:
        if claim.modality is Modality.FACT:
            told.setdefault(claim.doc, []).extend(w.earliest for w in claim.whens if w.earliest)
    return {d.id: max(told.get(d.id, ()), default=None) for d in documents}


def in_order(left: Claim, right: Claim, moments: Moments) -> tuple[Claim, Claim]:
    """The two claims, the older answer first.

    By the moments of their documents; where either has none, by the dates that the claims tell of, then by words such
    as "now" and "initially"; else by document and place.
    """
    first, second = sorted((left, right), key=lambda c: (c.span, c.id))
    one, other = moments[first.doc], moments[second.doc]
    ahead = (other - one).days if one is not None and other is not None else 0
    ahead = ahead or later_date(first, second) or update_cue(second) - update_cue(first)
    return (second, first) if ahead < 0 else (first, second)


def days_between(left: Claim, right: Claim, moments: Moments) -> int | None:
    """Days between the moments of two claims' documents; None where either has none."""
    one, other = moments[left.doc], moments[right.doc]
    return None if one is None or other is None else abs((other - one).days)


def later_date(older: Claim, newer: Claim) -> int:
    """1 where all that `newer` dates is after all that `older` dates, -1 where before; 0 where neither is so."""
    spans = [[(w.earliest, w.latest or w.earliest) for w in c.whens if w.earliest] for c in (older, newer)]
    if not all(spans):
        return 0
    (first, last), (other_first, other_last) = ((min(s[0] for s in dates), max(s[1] for s in dates)) for dates in spans)
    return int(other_first > last) - int(first > other_last)


def update_cue(claim: Claim) -> int:
    """1 where a claim's words tell what it says as new ("has since"), -1 where as past ("initially"), else 0."""
    return _cue(claim.words)


@lru_cache(maxsize=8192)
def _cue(words: str) -> int:
    words = f" {words.casefold()} "
    lists = load_lexicon("updates")
    ahead, back = (any(f" {cue} " in words for cue in lists[name]) for name in ("ahead", "back"))
    return int(ahead) - int(back)
