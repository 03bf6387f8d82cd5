"""Where an expression of the calendar lies in time: one function for each kind of expression."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta

from factcheck.datamodel import ParsedDocument
from factcheck.extract.tense import tense_at
from factcheck.text.calendar_words import CalendarWords, month_number, weekday_number
from factcheck.text.lexicon import load_lexicon
from factcheck.text.numerals import match_numeral
from factcheck.text.periods import (
    UNKNOWN,
    Period,
    century_period,
    day_period,
    decade_period,
    half_period,
    joined,
    month_period,
    open_after,
    open_before,
    part_of,
    quarter_period,
    season_period,
    shifted,
    unit_period,
    weekend_period,
    year_period,
)

_NEAR = 700
"""How far back, in code points, a date is that "two days earlier" may refer to: some four sentences."""
_AHEAD = timedelta(days=60)
"""A day without a year lies at most so far ahead of publication, unless a verb says that it is to come."""


@dataclass(slots=True)
class Reading:
    """How far the reading of one document has come."""

    parsed: ParsedDocument
    today: date | None
    """The day of publication, or the day of the text's own dateline."""
    anchor: str
    """"published" or "text": where `today` is from."""
    before: Period | None = None
    """The date named last."""
    before_end: int = 0
    """Where in the text it was named."""
    starts: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What a reading of the document sees."""
        return self.parsed.document.text

    def tense(self, at: int) -> str:
        """Of the verb that governs the word at a code point of the text; see `tense_at`."""
        if not self.starts:
            self.starts = [token.idx for token in self.parsed.doc]
        return tense_at(self.parsed, max(0, bisect_right(self.starts, at) - 1))

    def earlier(self, words: CalendarWords) -> tuple[Period, str]:
        """The date that was named before, if near enough, and the anchor's name."""
        if self.before and words.start - self.before_end <= _NEAR:
            return self.before, "text"
        return UNKNOWN, ""


def place(words: CalendarWords, reading: Reading) -> tuple[Period, str]:
    """The period that an expression means, with what it was resolved against.

    Raises:
        ValueError: where it names a day that no calendar has.
    """
    return _PLACERS[words.kind](reading, words)


def number_in(written: str) -> int:
    """The figures of "18th"."""
    return int(re.sub(r"\D", "", written))


# Days


def _day(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    parts = words.parts
    month = int(parts["m"]) if parts["m"].isdigit() else month_number(parts["m"])
    day = number_in(parts["d"])
    year, anchor = _year_of(reading, words, month, day)
    if year is None:
        date(2000, month, day)  # the 31st of June is none
        return Period(f"XXXX-{month:02}-{day:02}", None, None, "day"), ""
    return day_period(date(year, month, day)), anchor


def _year_of(reading: Reading, words: CalendarWords, month: int, day: int | None = None) -> tuple[int | None, str]:
    """The year that belongs to a month: as written, of "last year", or the nearest to publication."""
    if "y" in words.parts:
        return int(words.parts["y"]), ""
    if "ofyear" in words.parts:
        period, anchor = _of_year(reading, words)
        return (period.earliest.year if period.earliest else None), anchor
    if reading.today is None:
        return None, ""
    return _nearest_year(reading, words, month, day), reading.anchor


def _nearest_year(reading: Reading, words: CalendarWords, month: int, day: int | None) -> int:
    """The past one, unless it is close ahead or a verb says that it is to come."""
    today = reading.today
    assert today is not None
    first = date(today.year, month, min(day or 1, 28))
    if first > today:
        near = first - today <= _AHEAD or reading.tense(words.start) in ("future", "present")
        return today.year if near else today.year - 1
    long_past = today - first > timedelta(days=120)
    return today.year + 1 if long_past and reading.tense(words.start) == "future" else today.year


def _of_year(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    """ "Of last year", "of the same year"."""
    written = words.parts["ofyear"]
    rel = "same" if "same" in written or "that" in written else written.removeprefix("the ").partition(" ")[0]
    return _related(reading, words, rel if rel in _STEPS else "this", "year", the=written.startswith("the "))


def _slash(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    """Day and month where one reading alone is possible; else the year."""
    first, second, written = int(words.parts["a"]), int(words.parts["b"]), words.parts["y"]
    year = int(written) if len(written) == 4 else 2000 + int(written) - (100 if int(written) > 68 else 0)
    if words.parts["sign"] == "." or first > 12 or first == second:
        return day_period(date(year, second, first)), ""
    return (day_period(date(year, first, second)) if second > 12 else year_period(year)), ""


def _day_range(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    month = month_number(words.parts["m"])
    first, last = number_in(words.parts["d1"]), number_in(words.parts["d2"])
    year, anchor = _year_of(reading, words, month, first)
    if year is None:
        return Period(f"XXXX-{month:02}-{first:02}/XXXX-{month:02}-{last:02}", None, None, "day"), ""
    return joined(day_period(date(year, month, first)), day_period(date(year, month, last))), anchor


def _weekday(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    """ "On Wednesday": the last one up to the day of publication; with a verb in the future the next one."""
    parts, wanted = words.parts, weekday_number(words.parts["w"])
    rel = parts.get("rel", "").lower().removeprefix("the ")
    if rel in ("following", "previous", "same", "preceding", "that"):
        base, anchor = reading.earlier(words)
        if base.earliest is None or base.grain != "day":
            return UNKNOWN, ""
        ahead = (wanted - base.earliest.weekday() - 1) % 7 + 1
        back = (base.earliest.weekday() - wanted - 1) % 7 + 1
        days = ahead if rel == "following" else -back if rel in ("previous", "preceding") else -(back % 7)
        return day_period(base.earliest + timedelta(days=days)), anchor
    today = reading.today
    if today is None:
        return UNKNOWN, ""
    if week := parts.get("week", ""):
        monday = (
            today
            - timedelta(days=today.weekday())
            + timedelta(weeks=_STEPS.get(week.split()[0], 0) if " " in week else -1 if week == "last" else 1)
        )
        return day_period(monday + timedelta(days=wanted)), reading.anchor
    back = (today.weekday() - wanted) % 7
    if rel in ("last", "past"):
        return day_period(today - timedelta(days=back or 7)), reading.anchor
    if rel == "this":
        return day_period(today + timedelta(days=wanted - today.weekday())), reading.anchor
    tense = reading.tense(words.start)
    awaited = tense == "infinitive" and _AWAITED.search(reading.text, max(0, words.start - 7), words.start)
    ahead = rel in ("next", "coming") or tense in ("future", "present") or bool(awaited)
    return day_period(today + timedelta(days=7 - back) if ahead else today - timedelta(days=back)), reading.anchor


_AWAITED = re.compile(r"\b(?:until|till|by)[ ]\Z")


def _deictic(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    if reading.today is None:
        return UNKNOWN, ""
    step = {"yesterday": -1, "tomorrow": 1}.get(words.parts["day"].lower(), 0)
    return day_period(reading.today + timedelta(days=step)), reading.anchor


# Months, seasons, quarters, years


def _month(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    month = month_number(words.parts["m"])
    rel = words.parts.get("rel", "").lower().removeprefix("the ")
    edge = words.parts.get("edge", "")
    if rel in ("following", "previous", "same", "preceding", "that") and reading.before:
        base = reading.before.earliest
        year: int | None = (
            None if base is None else base.year + (1 if rel == "following" and month <= base.month else 0)
        )
        anchor = "text"
    elif rel in ("last", "next", "past", "coming") and reading.today:
        year, anchor = _stepped_month(reading.today, month, ahead=rel in ("next", "coming")), reading.anchor
    elif rel == "this" and reading.today:
        year, anchor = reading.today.year, reading.anchor
    else:
        year, anchor = _year_of(reading, words, month)
    if year is None:
        return Period(f"XXXX-{month:02}", None, None, "month"), ""
    period = month_period(year, month)
    return (part_of(period, edge) if edge else period), anchor


def _stepped_month(today: date, month: int, *, ahead: bool) -> int:
    """The year of the nearest such month before or after the present one."""
    if ahead:
        return today.year if month > today.month else today.year + 1
    return today.year if month < today.month else today.year - 1


def _season(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    parts = words.parts
    season, edge = parts["s"], parts.get("edge", "")
    first = load_lexicon("months")["seasons"][season.lower()][1]
    rel = parts.get("rel", "").lower().removeprefix("the ")
    if rel in ("last", "next") and reading.today:
        year: int | None = _stepped_month(reading.today, first, ahead=rel == "next")
        anchor = reading.anchor
    elif rel == "this" and reading.today:
        year, anchor = reading.today.year, reading.anchor
    else:
        year, anchor = _year_of(reading, words, first)
    period = season_period(year, season)
    return (part_of(period, edge) if edge else period), anchor


def _quarter(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    parts = words.parts
    written = parts.get("qn") or parts.get("q") or ""
    ordinals = load_lexicon("months")["ordinals"]
    quarter = ordinals[written] if written in ordinals else number_in(written)
    if "fiscal" in parts:
        year = int(parts["y"])
        return Period(f"{year}~", date(year - 1, 4, 1), date(year, 12, 31), "year"), ""
    if "y" in parts or "ofyear" in parts:
        found, anchor = _year_of(reading, words, 3 * quarter)
        return (quarter_period(found, quarter) if found else UNKNOWN), anchor
    if reading.today is None:
        return UNKNOWN, ""
    now = (reading.today.month + 2) // 3
    if written == "last":
        quarter = (now - 2) % 4 + 1
    return quarter_period(reading.today.year - (1 if quarter > now else 0), quarter), reading.anchor


def _half_year(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    if "hn" in words.parts:
        return half_period(int(words.parts["hy"]), int(words.parts["hn"])), ""
    half = 1 if words.parts["n"] == "first" else 2
    year, anchor = _year_of(reading, words, 6 * half)
    return (half_period(year, half) if year else UNKNOWN), anchor


def _fiscal(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    """Firms and states begin it in different months: approximate, from the spring before to the year's end."""
    written = words.parts.get("y") or words.parts.get("fy") or ""
    year = number_in(written) + (2000 if number_in(written) < 100 else 0)
    if words.parts.get("y2") or words.parts.get("fy2"):
        return Period(f"{year}/{year + 1}", date(year, 1, 1), date(year + 1, 12, 31), "year"), ""
    return Period(f"{year}~", date(year - 1, 4, 1), date(year, 12, 31), "year"), ""


def _year(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    parts = words.parts
    year = int(parts.get("y") or parts.get("yb") or f"19{parts['yy']}")
    period = year_period(year)
    if "yb" in parts or "edge" in parts:
        return part_of(period, parts.get("edge", "mid")), ""
    return period, ""


def _year_range(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    first, last = words.parts["y1"], words.parts["y2"]
    return joined(year_period(int(first)), year_period(int(first[: 4 - len(last)] + last))), ""


def _decade(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    parts = words.parts
    short = parts.get("yy") or str(load_lexicon("months")["decades"].get(parts.get("name", ""), 0))
    period = decade_period(int(parts["y"]) if "y" in parts else 1900 + int(short))
    edge = parts.get("edge") or parts.get("edge2")
    return (part_of(period, edge) if edge else period), ""


def _century(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    period = century_period(int(words.parts["n"]))
    edge = words.parts.get("edge")
    return (part_of(period, edge) if edge else period), ""


# Relations


_STEPS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "same": 0, "that": 0, "those": 0,
    "next": 1, "coming": 1, "following": 1,
}  # fmt: skip
_TOLD = frozenset({"previous", "preceding", "same", "that", "those", "following"})
"""These go from the date that the text has named before; the others from the day of publication."""


def _relative(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    """ "Last week", "this year", "the next day", "that night", "late last year"."""
    rel, unit = words.parts["rel"].lower(), words.parts["unit"]
    the = rel.startswith("the ")
    period, anchor = _related(reading, words, rel.removeprefix("the "), unit, the=the)
    edge = words.parts.get("edge", "")
    return _edged(reading, period, edge), anchor


def _related(reading: Reading, words: CalendarWords, rel: str, unit: str, *, the: bool) -> tuple[Period, str]:
    step = _STEPS[rel]
    told = rel in _TOLD or (the and rel == "next" and unit in ("day", "morning", "night", "evening", "afternoon"))
    base, anchor = reading.earlier(words) if told else (_today(reading), reading.anchor)
    if base.earliest is None or (told and not _fine_enough(base.grain, unit)):
        return UNKNOWN, ""
    if unit == "night" and rel == "last":
        return day_period(base.earliest - timedelta(days=1)), anchor
    if unit == "weekend":
        return _weekend(base.earliest, step), anchor
    if the and rel in ("past", "last", "next", "coming") and not told and unit != "quarter":
        return _running(base.earliest, 1, unit, ahead=step > 0), anchor
    return unit_period(shifted(base.earliest, step, unit), unit), anchor


def _today(reading: Reading) -> Period:
    return day_period(reading.today) if reading.today else UNKNOWN


_GRAINS = ("day", "week", "month", "quarter", "season", "half", "year", "decade", "century")


def _fine_enough(grain: str, unit: str) -> bool:
    """Whether a date of this grain can be moved by this unit: no "two days" from a year."""
    rough = {
        "night": "day",
        "morning": "day",
        "afternoon": "day",
        "evening": "day",
        "weekend": "week",
        "fortnight": "week",
    }
    wanted = rough.get(unit, unit)
    if grain not in _GRAINS or wanted not in _GRAINS:
        return False
    return _GRAINS.index(grain) <= _GRAINS.index("day" if wanted == "week" else wanted)


def _weekend(day: date, step: int) -> Period:
    """ "Last weekend" is the last one that is over or under way."""
    if step < 0:
        return weekend_period(day - timedelta(days=7))
    return weekend_period(day + timedelta(days=7 * step))


def _edged(reading: Reading, period: Period, edge: str) -> Period:
    """ "Earlier this year" ends at publication, "later this year" begins there; "early", "late" are thirds."""
    word = edge.strip().lower()
    if word in ("earlier", "later") and reading.today and period.earliest and period.latest:
        if period.earliest <= reading.today <= period.latest and period.grain != "day":
            now = reading.today.isoformat()
            if word == "earlier":
                return Period(f"{period.earliest.isoformat()}/{now}", period.earliest, reading.today, period.grain)
            return Period(f"{now}/{period.latest.isoformat()}", reading.today, period.latest, period.grain)
        return period
    return part_of(period, edge) if word and period.grain not in ("day", "") else period


def _bounded(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    """ "The end of the year"."""
    if reading.today is None:
        return UNKNOWN, ""
    unit = words.parts["unit"].rpartition(" ")[2]
    return _edged(reading, unit_period(reading.today, unit), words.parts["edge"]), reading.anchor


def _span(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    """ "The past two years", "the next six months", "recent weeks"."""
    unit = _singular(words.parts["unit"])
    if reading.today is None or unit in ("hour", "minute"):
        return UNKNOWN, ""
    count = _count(words.parts.get("n"))
    ahead = words.parts["rel"] in ("next", "coming", "following")
    if count is None:
        now = day_period(reading.today)
        return (open_after(now) if ahead else open_before(now)), reading.anchor
    return _running(reading.today, count, unit, ahead=ahead), reading.anchor


def _running(day: date, count: int, unit: str, *, ahead: bool) -> Period:
    """So many units up to a day, or from it on, at the unit's own precision."""
    far = shifted(day, count if ahead else -count, unit)
    first, last = (day, far) if ahead else (far, day)
    shape = {"month": "%Y-%m", "quarter": "%Y-%m"}.get(
        unit, "%Y" if unit in ("year", "decade", "century") else "%Y-%m-%d"
    )
    return Period(f"{first.strftime(shape)}/{last.strftime(shape)}", first, last, "days")


def _ago(reading: Reading, words: CalendarWords) -> tuple[Period, str]:
    """ "Two weeks ago" from publication, "two days earlier" from the date named before."""
    unit, way = _singular(words.parts["unit"]), words.parts["way"]
    told = way not in ("ago", "from now", "hence", "before last", "after next")
    base, anchor = reading.earlier(words) if told else (_today(reading), reading.anchor)
    if base.earliest is None:
        return UNKNOWN, ""
    if unit in ("hour", "minute", "second"):
        return (base, anchor) if base.grain == "day" else (UNKNOWN, "")
    back = way in ("ago", "earlier", "before", "previously", "before last")
    count = 2 if way.endswith(("last", "next")) else _count(words.parts.get("n"))
    if count is None:
        return (open_before(base) if back else open_after(base)), anchor
    if told and not _fine_enough(base.grain, unit):
        return UNKNOWN, ""
    return _around(shifted(base.earliest, -count if back else count, unit), unit), anchor


def _around(day: date, unit: str) -> Period:
    """A day reached by counting, at the precision of the unit that was counted in."""
    if unit in ("week", "fortnight", "weekend"):
        return Period(f"{day.isoformat()}~", day - timedelta(days=3), day + timedelta(days=3), "day")
    if unit in ("decade", "century"):
        reach = 2 if unit == "decade" else 20
        return Period(f"{day.year:04}~", date(day.year - reach, 1, 1), date(day.year + reach, 12, 31), "year")
    return unit_period(day, unit)


def _singular(unit: str) -> str:
    return "century" if unit.startswith("centur") else unit.removesuffix("s").lower()


def _count(written: str | None) -> int | None:
    """The number of "two", "a", "the"; None for "few", "several" and where none is written."""
    word = (written or "").strip().lower()
    if word in ("a", "an", "the"):
        return 1
    if word.startswith(("a couple", "couple")):
        return 2
    numeral = match_numeral(word, 0) if word else None
    if numeral is None or numeral.low != numeral.high or numeral.low != int(numeral.low):
        return None
    return int(numeral.low)


_PLACERS = {
    "iso": _day,
    "dmy": _day,
    "mdy": _day,
    "slash": _slash,
    "dmyrange": _day_range,
    "mdyrange": _day_range,
    "my": _month,
    "month": _month,
    "weekday": _weekday,
    "season": _season,
    "quarter": _quarter,
    "halfyear": _half_year,
    "fiscal": _fiscal,
    "century": _century,
    "decade": _decade,
    "yearrange": _year_range,
    "span": _span,
    "ago": _ago,
    "relative": _relative,
    "bounded": _bounded,
    "deictic": _deictic,
    "year": _year,
}
