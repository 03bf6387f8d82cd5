"""Dates and times: compared at the precision that the text gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.datamodel import Feature, Span, When
from factcheck.match.compare.view import Both


def compare_dates(both: Both) -> Iterator[Feature]:
    """Whether the dates overlap; dates in the claims' own words and dates that they inherit are told apart."""
    left, right = both.left.whens, both.right.whens
    own = [_own(c.whens, c.span) for c in (both.left, both.right)]
    yield Feature("dated", float(bool(own[0])) + float(bool(own[1])))
    yield from _compared("date", left, right)
    yield next(iter(_compared("own_date", *own)))
    yield _times(left, right)


def _own(whens: tuple[When, ...], span: Span) -> tuple[When, ...]:
    return tuple(w for w in whens if span.holds(w.span))


def _compared(name: str, left: tuple[When, ...], right: tuple[When, ...]) -> Iterator[Feature]:
    pairs = [(a, b) for a in left for b in right if a.earliest and b.earliest]
    if not pairs:
        yield Feature(name, None)
        yield Feature(f"{name}_gap", None)
        return
    one, other = min(pairs, key=lambda p: (days_between(*p), p[0].span, p[1].span))
    gap = days_between(one, other)
    note = f"{one.edtf} {'=' if gap == 0 else '≠'} {other.edtf}"
    yield Feature(name, float(gap == 0), one.span, other.span, note)
    yield Feature(f"{name}_gap", float(min(gap, 4000)), one.span, other.span)


def days_between(left: When, right: When) -> int:
    """Days from the end of one interval to the start of the other; 0 where they overlap or either is open."""
    far = date.max
    one = (left.earliest or date.min, left.latest or far)
    other = (right.earliest or date.min, right.latest or far)
    if one[1] < other[0]:
        return (other[0] - one[1]).days
    if other[1] < one[0]:
        return (one[0] - other[1]).days
    return 0


def _times(left: tuple[When, ...], right: tuple[When, ...]) -> Feature:
    pairs = [(a, b) for a in left for b in right if a.time and b.time]
    if not pairs:
        return Feature("time", None)
    one, other = min(pairs, key=lambda p: (p[0].time != p[1].time, p[0].span, p[1].span))
    same = one.time == other.time
    return Feature("time", float(same), one.span, other.span, f"{one.time} {'=' if same else '≠'} {other.time}")
