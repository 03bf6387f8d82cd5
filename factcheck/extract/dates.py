"""Days, periods and hours that a document names.

What the words alone say is found by `text.calendar_words`. Here they are placed in time: against the day of
publication ("yesterday", "on Wednesday", "October 18"), against the date named before ("two days earlier", "the
following year"), or not at all, where nothing tells. No more precision than the text gives: "two years ago" is a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from factcheck.datamodel import ParsedDocument, When
from factcheck.extract.placing import Reading, number_in, place
from factcheck.text.calendar_words import CalendarWords, find_calendar_words, month_number
from factcheck.text.clock import time_of_day
from factcheck.text.periods import UNKNOWN, Period, joined, open_after, open_before, shifted, unit_period


def find_whens(parsed: ParsedDocument) -> tuple[When, ...]:
    """The dates and times of a document in its order, without the preposition before them.

    1. Each expression is resolved in turn, the earlier ones at hand for the later.
    2. A time joins the day beside it; two dates join as the ends of a period.
    3. "Since" and "until" leave one side open.
    """
    text = parsed.document.text
    words = find_calendar_words(text)
    if not words:
        return ()
    found = list(_placed(parsed, words))
    return tuple(
        When(
            parsed.document.span(placed.start, placed.end),
            placed.period.edtf,
            placed.period.earliest,
            placed.period.latest,
            placed.anchor,
            placed.time,
        )
        for placed in (_opened(text, each) for each in _joined(text, found))
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    """An expression placed in time."""

    start: int
    end: int
    period: Period
    anchor: str
    time: str | None = None
    clock: bool = False
    """Whether it is a time of day and no more."""


_FULL_DAY = ("iso", "dmy", "mdy")
_DATELINE = 300
"""Code points from the start of a text within which its own date may stand."""
_CLOCKS = frozenset({"clock", "hour", "military", "spoken", "oclock", "noon"})


def _placed(parsed: ParsedDocument, words: tuple[CalendarWords, ...]) -> Iterator[_Placed]:
    """Each expression placed in time; without those that name no day of any calendar."""
    text, published = parsed.document.text, parsed.document.published_on
    reading = Reading(parsed, published or _dateline(text), "published" if published else "text")
    for each in words:
        if each.kind in _CLOCKS:
            time = time_of_day(each.kind, each.parts, text[each.end : each.end + 24])
            if time:
                yield _Placed(each.start, each.end, UNKNOWN, "", time, clock=True)
            continue
        try:
            period, anchor = place(each, reading)
        except ValueError:  # 31 June, year 0: as written, no day
            continue
        if period.earliest and period.latest and each.kind != "span":
            reading.before, reading.before_end = period, each.end
        yield _Placed(each.start, each.end, period, anchor)


def _dateline(text: str) -> date | None:
    """The day of a text that begins with it: "TACLOBAN, Oct. 14, 2031 (Agency) — …", or a line of its own."""
    for words in find_calendar_words(text):
        if words.start > _DATELINE:
            return None
        if words.kind not in _FULL_DAY or "y" not in words.parts:
            continue
        start = text.rfind("\n", 0, words.start) + 1
        end = text.find("\n", words.end)
        line_end = end if end >= 0 else len(text)
        follows = text[words.end : words.end + 3].strip()[:1]
        if line_end - start <= 70 or (words.start - start <= 45 and follows in ("(", "—", "–", "-", ":")):
            return _named_day(words)
    return None


def _named_day(words: CalendarWords) -> date | None:
    month = words.parts["m"]
    number = int(month) if month.isdigit() else month_number(month)
    try:
        return date(int(words.parts["y"]), number, number_in(words.parts["d"]))
    except ValueError:
        return None


_TIME_LINK = re.compile(
    r",?[ ](?:(?:on|at|of|in)[ ])?(?:the[ ](?:morning|evening|afternoon|night)[ ]of[ ])?$|[ ]?\($|T$"
)
_RANGE_LINK = re.compile(r"[ ](?P<word>to|until|till|through|and)[ ]$|[ ]?[-–—][ ]?$")
_FROM = re.compile(r"\b(?P<word>from|between)[ ]$", re.IGNORECASE)
_OPENING = re.compile(
    r"\b(?P<word>since|after|from|until|till|by|before)[ ](?:about[ ]|around[ ]|the[ ])?$", re.IGNORECASE
)


def _joined(text: str, found: list[_Placed]) -> list[_Placed]:
    """Times with their days, and the ends of periods with each other."""
    kept: list[_Placed] = []
    for each in found:
        merged = _merged(text, kept[-1], each) if kept else None
        if merged:
            kept[-1] = merged
        else:
            kept.append(each)
    return kept


def _merged(text: str, left: _Placed, right: _Placed) -> _Placed | None:
    between = text[left.end : right.start]
    if len(between) > 24:
        return None
    if left.clock != right.clock:
        day, clock = (right, left) if left.clock else (left, right)
        if day.time is None and day.period.grain in ("day", "") and _TIME_LINK.fullmatch(between):
            return replace(day, start=left.start, end=right.end, time=clock.time)
        return None
    link = _RANGE_LINK.fullmatch(between)
    if not link or left.clock or not _is_range(text, left, link["word"] or "-"):
        return None
    return _bridge(left, right)


def _is_range(text: str, left: _Placed, word: str) -> bool:
    lead = _FROM.search(text, max(0, left.start - 9), left.start)
    if word == "and":
        return bool(lead and lead["word"].lower() == "between")
    return True


def _bridge(left: _Placed, right: _Placed) -> _Placed | None:
    first, last = left.period, right.period
    if first.earliest is None or last.latest is None:
        if first.edtf.startswith("XXXX") and last.edtf.startswith("XXXX"):
            return replace(left, end=right.end, period=Period(f"{first.edtf}/{last.edtf}", None, None, first.grain))
        return None
    if first.earliest > last.latest and right.anchor == "" != left.anchor:  # "May to July 2019"
        years = last.latest.year - first.earliest.year
        first = unit_period(
            shifted(first.earliest, years, "year"), first.grain if first.grain in ("day", "month") else "day"
        )
    if first.earliest is None or first.earliest > last.latest:
        return None
    return replace(left, end=right.end, period=joined(first, last), anchor=right.anchor and left.anchor)


def _opened(text: str, placed: _Placed) -> _Placed:
    """ "Since 2014" begins there, "until Monday" ends there."""
    if placed.clock or placed.time or "/" in placed.period.edtf or placed.period.earliest is None:
        return placed
    lead = _OPENING.search(text, max(0, placed.start - 14), placed.start)
    if (
        not lead
        or text[placed.end : placed.end + 2] in ("'s", "’s")
        or (text[placed.end - 1] == "s" and text[placed.end - 2] in "'’")
    ):
        return placed
    word = lead["word"].lower()
    if word == "from" and not text.startswith(" on", placed.end):  # "a report from 2011"
        return placed
    opens = open_after if word in ("since", "after", "from") else open_before
    return replace(placed, period=opens(placed.period))
