"""Counts and measures in a text, by its words alone: number, bounds, unit, rate. What is counted needs a parse.

A number is read in this order: a fraction ("two-thirds of"), a plain number, a range with the next one, the unit or
currency, a smaller unit joined to it ("6 ft 2 in"), an age, a rate ("a day"), the words that bound it ("at least").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from factcheck.text.bounds import Measure, bounded
from factcheck.text.calendar_words import CalendarWords, find_calendar_words
from factcheck.text.figure_joins import compound, ranged
from factcheck.text.figures import Figure, is_label, with_unit
from factcheck.text.lexicon import load_lexicon
from factcheck.text.numerals import Numeral, match_numeral
from factcheck.text.shares import share_at
from factcheck.text.units import Unit, currency_before, unit_after

__all__ = ["Measure", "find_measures"]


def find_measures(text: str) -> tuple[Measure, ...]:
    """Every count and measure of a text in its order; none overlaps another."""
    masks = [words for words in find_calendar_words(text) if not _is_also_a_length(words)]
    found, at, mask = [], 0, 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < at or not (word[0][0] in _FIGURES or word[0].lower() in _starters()):
            continue
        while mask < len(masks) and masks[mask].end <= start:
            mask += 1
        if mask < len(masks) and masks[mask].start <= start:
            at = masks[mask].end
            continue
        if word[0][0].isdigit() and (phone := _PHONE.match(text, start)) and not _GROUPED.match(text, start):
            at = phone.end()
            continue
        for measure in _measures_at(text, start, at, masks[mask : mask + 2]):
            found.append(measure)
            at = max(at, measure.end)
        if word[0][0].isdigit():
            at = max(at, _number_end(text, start))
    return tuple(found)


def _is_also_a_length(words: CalendarWords) -> bool:
    """ "The past two years" and "two days later" name a period and its length; "two years ago" only a date."""
    return words.kind == "span" or (
        words.kind == "ago" and words.parts["way"] in ("earlier", "later", "before", "after", "afterwards")
    )


_FIGURES = frozenset("0123456789½¼¾⅓⅔⅛.")
_WORD = re.compile(r"\d[\d,.]*|[A-Za-z]+|[½¼¾⅓⅔⅛]|(?<![\w.])\.\d+")
_PHONE = re.compile(r"\(?\d{2,4}\)?(?:[ -]\d{2,4}){2,}(?![\d,.]\d)|\d{3}-\d{4}\b")
_GROUPED = re.compile(r"\d{1,3}(?: \d{3})+(?![\d ]\d)|\d{4}-\d\d-\d\d")
_DIGIT_RUN = re.compile(r"\d[\d,.]*\d|\d")
_LETTERS = re.compile(r"[A-Za-z]+")


@cache
def _starters() -> frozenset[str]:
    """Words with which a number can begin, in lower case."""
    words = load_lexicon("numerals")
    first = {w.split(" ")[0] for table in ("fews", "groups", "collectives") for w in words[table]}
    counting = load_lexicon("counting")
    small = {w for table in ("ones", "teens", "tens") for w in words[table]}
    return frozenset(first | small | set(counting["multiples"]) | {"a", "an", "half", "dozen", "no", "nobody", "one"})


def _number_end(text: str, at: int) -> int:
    found = _DIGIT_RUN.match(text, at)
    return found.end() if found else at


def _measures_at(text: str, start: int, floor: int, masks: list[CalendarWords]) -> Iterator[Measure]:
    """The measure whose number begins at `start`, if any."""
    for read in (_none, _multiple, _and_a_half, share_at, _counted):
        measure = read(text, start, floor)
        if measure:
            if not any(measure.first < m.end and m.start < measure.last for m in masks):
                yield measure
            return


# No, nobody


_NO = re.compile(
    rf"[Nn]o[ ](?:[a-z-]+[ ])?(?:{'|'.join(load_lexicon('counting')['none_of'])})\b"
    rf"|(?:[Nn]obody|[Nn]o[ -]one)[ ](?:was|were|is|had[ ]been|has[ ]been|else[ ]was)?[ ]?(?:[a-z]+ly[ ])?"
    rf"(?:{'|'.join(load_lexicon('counting')['befell'])})\b"
)


def _none(text: str, start: int, floor: int) -> Measure | None:
    """ "No casualties", "nobody was hurt"."""
    if text[start] not in "Nn" or not (found := _NO.match(text, start)):
        return None
    word = _LETTERS.match(text, start)
    end = word.end() if word else start + 2
    if found[0][:6].lower().replace("-", " ") == "no one":
        end = start + 6
    zero = Decimal(0)
    return Measure(start, end, start, end, zero, zero, zero, zero, None, False, "", "none", "words")


# Twice, doubled


def _multiple(text: str, start: int, floor: int) -> Measure | None:
    word = _LETTERS.match(text, start)
    written = load_lexicon("counting")["multiples"].get(word[0].lower()) if word else None
    if not word or written is None or text[word.end() : word.end() + 1] == "-":
        return None
    value = Decimal(written)
    times = Unit("times", "times")
    return bounded(text, floor, Figure(start, word.end(), value, value, Decimal(1), times, "multiple", "words"))


# An hour and a half, a magnitude of 6.4


_AND_A_HALF = re.compile(
    r"(?:an?|one)[ ](?P<unit>hour|day|week|month|year|decade|century"
    r"|mile|minute|point|percent|tonne|ton)[ ]and[ ]a[ ](?P<part>half"
    r"|quarter)\b",
    re.I,
)
_A_UNIT = re.compile(
    r"an?[ ](?:full[ ]|whole[ ]|entire[ ])?(?P<unit>minute|hour|day"
    r"|week|fortnight|month|year|decade|century)\b(?![ ](?:ago|earlier"
    r"|later|before|after|old)\b|-)",
    re.I,
)
_LASTS = re.compile(
    r"\b(?:for|lasts?|lasted|lasting|within|than|about|around|nearly|almost|over|some|another|least|took|takes?)[ ]\Z",
    re.I,
)


def _and_a_half(text: str, start: int, floor: int) -> Measure | None:
    """ "An hour and a half"; "for a week", but no other "a": that counts nothing."""
    if text[start] not in "aAoO":
        return None
    found = _AND_A_HALF.match(text, start)
    if not found and (found := _A_UNIT.match(text, start)) and not _LASTS.search(text, max(0, start - 10), start):
        return None
    unit = unit_after(text, found.start("unit")) if found else None
    if not found or not unit:
        return None
    half = found.groupdict().get("part")
    value = Decimal("1.5" if half == "half" else "1.25" if half else "1")
    return bounded(text, floor, Figure(start, found.end(), value, value, Decimal(1), unit[0], "number", "words"))


# Numbers


_BAD_LEFT = re.compile(r"(?:[\w.,:/#@&\\]|[A-Za-z0-9)][-+]|\d[ ]?[–—])\Z")
_HYPHEN_LEFT = re.compile(r"(?:\b(?:minus)[ -]|(?:^|(?<=[\s(]))[-−])$", re.IGNORECASE)
_YEAR_OLD = re.compile(
    r"[ -](?:(?P<unit>year|month|week|day|hour)s?[ -]old(?P<s>s)?\b|years?[ ]of[ ]age\b)", re.IGNORECASE
)
_AGED = re.compile(r"\b(?:aged|ages?|age[ ]of|ages[ ]of|aged[ ]between|ages[ ]from)[ ]\Z", re.IGNORECASE)
_AFTER_NAME = re.compile(r"[A-Z][\w'’-]+(?:,[ ]|[ ]\()\Z")
_COMMA = re.compile(r"[,.;)]|[ ][–—-][ ]")


def _counted(text: str, start: int, floor: int) -> Measure | None:
    """A plain number with whatever belongs to it."""
    number = match_numeral(text, start)
    if not number or number.start != start:
        return None
    if number.form == "vague" and not _is_collective(text, number):
        return None
    money = currency_before(text, start) if number.form == "digits" else None
    left = money[1] if money and money[1] >= floor else start
    money = money if left < start else None
    minus = _HYPHEN_LEFT.search(text, max(0, left - 6), left)
    if (not minus and _BAD_LEFT.search(text, max(0, left - 2), left)) or is_label(text, number, left):
        return None
    read = with_unit(text, number, money)
    if read is None:
        return None
    read = ranged(text, read, number, floor)
    if read is None:
        return None
    if (
        minus
        and read.kind != "range"
        and (text[minus.start()] in "mM" or (read.unit and read.unit.canonical in _SIGNED))
    ):
        read = replace(read, value=-read.value, top=-read.top, start=minus.start(), money_start=-1)
    read = compound(text, read)
    return bounded(text, floor, _as_age(text, read))


def _is_collective(text: str, number: Numeral) -> bool:
    """ "Scores" and "tens" are counts only before "of"."""
    word = text[number.start : number.end].lower()
    return word not in ("scores", "tens") or text.startswith((" of ", " more "), number.end)


_SIGNED = frozenset({"celsius", "degree", "percent"})


_YEAR = Unit("year", "year")


def _as_age(text: str, read: Figure) -> Figure:
    """ "41-year-old", "aged 29", and, where a parse says that a name stands before it, ", 34,"."""
    at = read.last if read.unit and read.unit.canonical in ("year", "month", "day", "second") else read.end
    if found := _YEAR_OLD.match(text, at):
        unit = read.unit if read.unit and read.kind != "range" else unit_after(text, at)
        chosen = unit[0] if isinstance(unit, tuple) else unit
        return replace(read, end=found.end() - len(found["s"] or ""), kind="age", unit=chosen or _YEAR, last=at)
    if read.unit is None and read.top <= 125:
        before = text[max(0, read.start - 16) : read.start]
        if found := _AGED.search(before):
            return replace(read, start=read.start - len(before) + found.start(), kind="age", unit=_YEAR)
        named = _AFTER_NAME.search(text, max(0, read.start - 24), read.start)
        if named and read.form == "digits" and read.value >= 1 and _COMMA.match(text, read.end):
            return replace(read, kind="age?", unit=_YEAR)
    return read
