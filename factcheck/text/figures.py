"""A number with its currency or unit: "$5m", "12 miles", "magnitude 6.4"; and the numbers that are only labels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factcheck.text.lexicon import load_lexicon
from factcheck.text.numerals import Numeral
from factcheck.text.units import Unit, unit_after


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, before bounds are looked for."""

    start: int
    end: int
    value: Decimal
    top: Decimal
    place: Decimal
    unit: Unit | None
    kind: str
    form: str
    last: int = -1
    """Where the number ends; -1: at `end`."""
    money_start: int = -1
    """Where the currency sign before it begins; -1 without one."""


_LONGEST = 12
"""Figures without separators that are longer than this are an account or a code."""
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_GLUED = re.compile(r"[A-Za-zµ°²³%€$/]+")
_MILLIONS = re.compile(
    r"[ ]of[ ](?:its|the|their|our|these|those)\b|[ ](?!(?:high|long"
    r"|wide|deep|tall|across|away|below|above|thick|apart|from|of|and"
    r"|or|to|in|at|on|by|waves?)\b)"
    r"(?:[a-z-]+[ ])?(?:[a-z]{2,}s|people|men|women|children)\b(?<!across)"
)
_LIST_NUMBER = re.compile(r"(?:^|\n)[\s*_#>]*\Z")


def is_label(text: str, number: Numeral, left: int) -> bool:
    """Phone numbers, numbers of a list, "24/7", "3.5.1", "12:30"."""
    after = text[number.end : number.end + 2]
    if number.form != "digits":
        return after[:1] == "-" and bool(_glued_compound(text, number.end))
    if (after[:1] in "/:" and after[1:].isdigit()) or (after[:1] == "." and after[1:].isdigit()):
        return True
    plain_number = text[number.start : number.end].isdigit()
    if number.end - number.start > _LONGEST and plain_number:
        return True
    if plain_number and len(text[number.start : number.end]) > 1 and text[number.start] == "0":
        return True
    if plain_number and after[:1] == "]" and text[left - 1 : left] == "[":
        return True
    if plain_number and after[:1] in ".)" and after[1:] in ("", " ") and _LIST_NUMBER.search(text, 0, number.start):
        return True
    if "/" in text[number.start : number.end] and not (
        unit_after(text, number.end) or text.startswith(" of ", number.end)
    ):
        return True  # "24/7", "50/50"; but "1/2 pound"
    return number.low == 911


@cache
def _no_compound() -> re.Pattern[str]:
    return re.compile(rf"-(?:{'|'.join(load_lexicon('counting')['no_compound'])})\b")


def _glued_compound(text: str, at: int) -> bool:
    return _no_compound().match(text, at) is not None


def with_unit(text: str, number: Numeral, money: tuple[str, int] | None) -> Figure | None:
    """The number with its currency or unit; None where what is glued to it makes it a name ("5G", "9th", "747s")."""
    value, top, place, end = number.low, number.high, number.place, number.end
    glued = _GLUED.match(text, end) if number.form == "digits" else None
    if glued and not glued[0].startswith("/"):
        scale = _letter_scale(text, glued, money is not None)
        if scale:
            value, top, place, end = value * scale, top * scale, place * scale, glued.end()
        elif (
            _ORDINAL.match(text, end) or unit_after(text, end) is None or text[glued.end() : glued.end() + 1].isdigit()
        ):
            return None
    if (
        text[end : end + 1] == "-"
        and number.form == "digits"
        and re.compile(r"-[A-Z0-9]*\d").match(text, end) is None
        and re.compile(r"-[A-Z]\b").match(text, end)
    ):
        return None
    kind = "number"
    if scale_name := _scale_before(text, number):
        return Figure(scale_name[1], max(end, scale_name[2]), value, top, place, scale_name[0], kind, number.form, end)
    if money:
        unit = Unit(money[0], money[0], money=True)
        return Figure(money[1], end, value, top, place, unit, kind, number.form, end, money[1])
    found = unit_after(text, end)
    if found and _is_unit(text, found, number, value, end):
        unit, unit_end = found
        if unit.name == "pound" and _is_money(text, value, unit_end):
            unit = Unit("GBP", "pound", money=True)
        return Figure(number.start, unit_end, value, top, place, unit, kind, number.form, end)
    return Figure(number.start, end, value, top, place, None, kind, number.form, end)


_NAMED_SCALE = re.compile(
    r"\b(?P<name>[Mm]agnitude|[Cc]ategory)[ -](?:(?:of|at|to|was|is)[ ])?(?:about[ ]|around[ ])?\Z"
)
_SCALE_AFTER = re.compile(r"[ -](?P<name>magnitude|category)\b")


def _scale_before(text: str, number: Numeral) -> tuple[Unit, int, int] | None:
    """ "Magnitude 6.4", "a category 3 hurricane", "a 6.4-magnitude quake"."""
    if found := _NAMED_SCALE.search(text, max(0, number.start - 24), number.start):
        return Unit(found["name"].lower(), found["name"].lower()), found.start(), number.end
    if number.form == "digits" and (found := _SCALE_AFTER.match(text, number.end)):
        return Unit(found["name"], found["name"]), number.start, found.end()
    return None


def _letter_scale(text: str, glued: re.Match[str], money: bool) -> Decimal | None:
    """ "m" is a million with a currency before it or people behind it, else metres; "k" and "b" need the currency."""
    letters = glued[0]
    if letters.lower() in ("bn", "mn", "tn", "bln", "mln"):
        return Decimal(str(load_lexicon("numerals")["scales"][letters.lower()]))
    scale = load_lexicon("numerals")["letters"].get(letters)
    if scale is None:
        return None
    counts = letters in ("m", "M") and _MILLIONS.match(text, glued.end()) is not None
    return Decimal(scale) if money or counts or letters == "M" else None


_SECOND_HALF = re.compile(r"[ -](?:half|place|largest|biggest|time|round)\b")


def _is_unit(text: str, found: tuple[Unit, int], number: Numeral, value: Decimal, end: int) -> bool:
    unit, unit_end = found
    if unit.name == "second" and _SECOND_HALF.match(text, unit_end):
        return False
    if unit.name in ("point", "quarter") and number.form == "words" and value == 1:
        return False
    # "the 5 in." and "in the 12 days": a full stop belongs to the sentence
    return not (
        unit.name == "day"
        and number.form == "words"
        and value == 1
        and text[number.start - 1 : number.start] != "-"
        and not _DURING.search(text, max(0, number.start - 12), number.start)
    )


_DURING = re.compile(
    r"\b(?:for|in|within|after|than|least|just|only|lasted|over|every|under|about|by|the)[ ]\Z", re.IGNORECASE
)


def _is_money(text: str, value: Decimal, end: int) -> bool:
    """Pounds by the million are money, unless they are pounds "of" something."""
    return value >= 100000 and not text.startswith(" of ", end)
