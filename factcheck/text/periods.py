"""Periods of days: years, months, weeks, seasons, and their notation in EDTF (ISO 8601-2), level 1."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from factcheck.text.lexicon import load_lexicon


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `earliest` to `latest`, both included; None where open or unknown."""

    edtf: str
    earliest: date | None
    latest: date | None
    grain: str
    """How fine it is: "day", "week", "month", "year", or coarser ones; "" where unknown."""


UNKNOWN = Period("", None, None, "")


def day_period(day: date) -> Period:
    """One day."""
    return Period(day.isoformat(), day, day, "day")


def month_period(year: int, month: int) -> Period:
    """One month."""
    last = monthrange(year, month)[1]
    return Period(f"{year:04}-{month:02}", date(year, month, 1), date(year, month, last), "month")


def year_period(year: int) -> Period:
    """One year."""
    return Period(f"{year:04}", date(year, 1, 1), date(year, 12, 31), "year")


def week_period(day: date) -> Period:
    """The week, Monday to Sunday, that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return _days(monday, monday + timedelta(days=6), "week")


def weekend_period(day: date) -> Period:
    """Saturday and Sunday of the week that holds a day."""
    saturday = day + timedelta(days=5 - day.weekday())
    return _days(saturday, saturday + timedelta(days=1), "week")


def quarter_period(year: int, quarter: int) -> Period:
    """A quarter of a calendar year, as the interval of its months."""
    first, last = month_period(year, 3 * quarter - 2), month_period(year, 3 * quarter)
    return Period(f"{first.edtf}/{last.edtf}", first.earliest, last.latest, "quarter")


def half_period(year: int, half: int) -> Period:
    """Half a calendar year."""
    first, last = month_period(year, 6 * half - 5), month_period(year, 6 * half)
    return Period(f"{first.edtf}/{last.edtf}", first.earliest, last.latest, "half")


def season_period(year: int | None, season: str) -> Period:
    """A northern season; a winter begins in December of the year that it is named for and ends in the next."""
    code, first, last = load_lexicon("months")["seasons"][season.lower()]
    if year is None:
        return Period(f"XXXX-{code}", None, None, "season")
    end = month_period(year + (1 if last < first else 0), last)
    return Period(f"{year:04}-{code}", date(year, first, 1), end.latest, "season")


def decade_period(year: int) -> Period:
    """The ten years from `year`, which ends in 0."""
    return Period(f"{year // 10}X", date(year, 1, 1), date(year + 9, 12, 31), "decade")


def century_period(number: int) -> Period:
    """The 19th century as 1800 to 1899, as it is commonly counted."""
    first = (number - 1) * 100
    return Period(f"{number - 1:02}XX", date(first, 1, 1), date(first + 99, 12, 31), "century")


PARTS_OF_DAY = ("day", "night", "morning", "afternoon", "evening")
"""A day and what is counted as one: "the last evening" is a day's."""


def shifted(day: date, count: int, unit: str) -> date:
    """A day moved by so many days, weeks, months or years; the last of the month where it has no such day.

    Raises:
        ValueError: when that leads out of the years 1 to 9999.
    """
    try:
        if unit in PARTS_OF_DAY:
            return day + timedelta(days=count)
        if unit in ("week", "weekend", "fortnight"):
            return day + timedelta(weeks=count * (2 if unit == "fortnight" else 1))
    except OverflowError as error:
        raise ValueError(f"no day {count} {unit}s from {day}") from error
    months = count * _MONTHS[unit]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def unit_period(day: date, unit: str) -> Period:
    """The day, week, month, quarter, year, decade or century that holds a day."""
    if unit in PARTS_OF_DAY:
        return day_period(day)
    if unit in ("week", "fortnight"):
        return week_period(day)
    if unit == "weekend":
        return weekend_period(day)
    if unit == "month":
        return month_period(day.year, day.month)
    if unit == "quarter":
        return quarter_period(day.year, (day.month + 2) // 3)
    if unit == "decade":
        return decade_period(day.year // 10 * 10)
    return century_period(day.year // 100 + 1) if unit == "century" else year_period(day.year)


def part_of(period: Period, edge: str) -> Period:
    """Its "early", "mid" or "late" third, marked as approximate: months of a year, days of a month."""
    if period.earliest is None or period.latest is None:
        return Period(period.edtf, None, None, period.grain)
    third = _third(edge)
    if third is None:
        return period
    length = (period.latest - period.earliest).days + 1
    if period.grain == "year":
        year = period.earliest.year
        first, last = month_period(year, 4 * third + 1), month_period(year, 4 * third + 4)
        return Period(f"{first.edtf}~/{last.edtf}~", first.earliest, last.latest, "month")
    if period.grain in ("decade", "century"):
        start = period.earliest.year + length // 365 * third // 3
        first, last = year_period(start), year_period(start + length // 365 // 3)
        return Period(f"{first.edtf}~/{last.edtf}~", first.earliest, last.latest, "years")
    early = period.earliest + timedelta(days=length * third // 3)
    late = period.earliest + timedelta(days=length * (third + 1) // 3 - 1)
    return Period(f"{early.isoformat()}~/{late.isoformat()}~", early, late, "days")


def joined(first: Period, last: Period) -> Period:
    """From the start of the one to the end of the other."""
    return Period(f"{_start(first.edtf)}/{_end(last.edtf)}", first.earliest, last.latest, "days")


def open_after(period: Period) -> Period:
    """From its start on."""
    return Period(f"{_start(period.edtf)}/..", period.earliest, None, period.grain)


def open_before(period: Period) -> Period:
    """Up to its end."""
    return Period(f"../{_end(period.edtf)}", None, period.latest, period.grain)


_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def _days(first: date, last: date, grain: str) -> Period:
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last, grain)


def _start(edtf: str) -> str:
    return edtf.partition("/")[0]


def _end(edtf: str) -> str:
    return edtf.rpartition("/")[2]


@cache
def _third(edge: str) -> int | None:
    word = edge.lower()
    if any(mark in word for mark in ("early", "beginning", "start", "turn")):
        return 0
    if "mid" in word:
        return 1
    return 2 if any(mark in word for mark in ("late ", "late-", "end", "close")) or word == "late" else None
