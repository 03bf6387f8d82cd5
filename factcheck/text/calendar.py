"""The days that a text names, as newspapers write them. English month names; no clock is ever read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_LEAD = rf"(?:\b{_WEEKDAY},?\s+)?"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])",
        r"\b(?P<year>[12]\d{3})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])",
        rf"{_LEAD}(?<![\d.])\b{_DAY.format('day')}\.?(?:\s+of)?\s+(?P<name>{_MONTH})(?:,?\s+(?P<year>[12]\d{{3}})\b)?(?![a-z])",
        rf"{_LEAD}\b(?P<name>{_MONTH})\s+{_DAY.format('day')}(?![\d.:,]\d|\d|\s*(?:a|p)\.?m)(?:,?\s+(?P<year>[12]\d{{3}})\b)?(?![a-z])",
        r"(?<![\d./])(?P<first>\d{1,2})(?P<sign>[./])(?P<second>\d{1,2})(?P=sign)(?P<year>[12]\d{3})(?![\d/])",
        rf"\b(?P<name>{_MONTH})\s+(?P<year>[12]\d{{3}})\b",
    )
)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A date as written at `start:end` of a text."""

    start: int
    end: int
    text: str
    day: date | None
    """None where the year or the day is left out, or where day and month could be either way round."""


def days_named(text: str) -> tuple[NamedDay, ...]:
    """The dates in a text, in its order; of those that overlap, the longest."""
    found = sorted(_matches(text), key=lambda named: (named.start - named.end, named.start))
    kept: list[NamedDay] = []
    for named in found:
        if all(named.end <= other.start or other.end <= named.start for other in kept):
            kept.append(named)
    return tuple(sorted(kept, key=lambda named: named.start))


def day_named(text: str) -> date | None:
    """The first whole date in a text: with day, month and year."""
    return next((named.day for named in days_named(text) if named.day), None)


def day_near(text: str, days: Collection[date]) -> date | None:
    """The first date in a text; where it lacks the year, in the year that brings it nearest to some of `days`.

    A month stands for its first day.
    """
    named = next(iter(days_named(text)), None)
    if named is None or named.day or not days:
        return named.day if named else None
    years = range(min(days).year - 1, max(days).year + 2)
    written = [f"1 {named.text}", *(f"{named.text} {year}" for year in years)]
    found = [day for words in written if (day := day_named(words))]
    return min(found, key=lambda day: (min(abs((day - other).days) for other in days), day), default=None)


def _matches(text: str) -> Iterator[NamedDay]:
    for form in _FORMS:
        for match in form.finditer(text):
            parts = match.groupdict()
            if _possible(parts):
                yield NamedDay(match.start(), match.end(), match.group(), _day(parts))


def _possible(parts: dict[str, str | None]) -> bool:
    """Whether day and month lie within a calendar, whichever way round they stand."""
    if parts.get("first"):
        low, high = sorted((int(parts["first"] or 0), int(parts["second"] or 0)))
        return 1 <= low <= 12 and 1 <= high <= 31
    month = int(parts.get("month") or 1)
    return 1 <= int(parts.get("day") or 1) <= 31 and 1 <= month <= 12


def _day(parts: dict[str, str | None]) -> date | None:
    year, day, month = parts.get("year"), parts.get("day"), parts.get("month")
    if name := parts.get("name"):
        month = str(_month(name))
    if parts.get("first"):
        day, month = _either_way(int(parts["first"] or 0), int(parts["second"] or 0), parts.get("sign") or "")
    if not (year and month and day):
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:  # 31 June: no day at all
        return None


def _month(name: str) -> int:
    return 1 + next(at for at, month in enumerate(MONTHS) if month.startswith(name.lower()[:3]))


def _either_way(first: int, second: int, sign: str) -> tuple[str | None, str | None]:
    """Day and month of "6.5.2031" (dots: day first) or "25/12/2031"; none where a slash leaves it open."""
    if sign == "." or first > 12 or first == second:
        return str(first), str(second)
    return (str(second), str(first)) if second > 12 else (None, None)
