"""Two figures that make one: the ends of a range, "6 feet 2 inches"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from factcheck.text.figures import Figure, with_unit
from factcheck.text.lexicon import load_lexicon
from factcheck.text.numerals import Numeral, match_numeral
from factcheck.text.units import currency_at, plain, ratio, unit_after

_LINK = re.compile(
    r"[ ]?(?P<dash>[-–—−])[ ]?|[ ](?P<word>to|or|and|until|up[ ]to)[ ](?:about[ ]|around[ ]|some[ ]|as[ ]many[ ]as[ ])?"
)
_SCORE = re.compile(rf"[ ](?:{'|'.join(load_lexicon('counting')['scores'])})\b|[.,;:)]|$|\n|['’]")
_CHANGE = re.compile(
    r"\b(?:up|down|rose|rise|risen|fell|fall|fallen|by|added|gained"
    r"|lost|climbed|dropped|grew|increased|from|cut|raised|jumped|slipped"
    r"|surged|slid|sank|tumbled|shed)[ ]\Z",
    re.IGNORECASE,
)


def ranged(text: str, read: Figure, number: Numeral, floor: int) -> Figure | None:
    """Joins the next number where the two are the ends of one range; None where they are a score."""
    link = _LINK.match(text, read.end)
    other = _next_number(text, link.end()) if link else None
    if not link or other is None or read.value != read.top:
        return read
    before = text[max(0, read.start - 24) : read.start]
    if link["dash"] and read.unit is None and other.unit is None and _is_score(text, read, other):
        return None
    if not _joins(link, before, read, other):
        changed = link["word"] == "to" and read.unit is None and before.lower().endswith("from ")
        return replace(read, unit=other.unit) if changed and other.unit and other.money_start < 0 else read
    low, high = _ends(read, other)
    if low is None or high is None or low >= high:
        return read
    unit = other.unit or read.unit
    start = read.start
    if link["word"] == "and" and (between := re.compile(r"\bbetween[ ]\Z", re.IGNORECASE).search(before)):
        start -= len(before) - between.start()
    return replace(
        read, start=max(start, floor), end=other.end, value=low, top=high, unit=unit, kind="range", last=other.last
    )


def _next_number(text: str, at: int) -> Figure | None:
    money = currency_at(text, at)
    start = money[1] if money else at
    number = match_numeral(text, start)
    if not number or number.low != number.high:
        return None
    return with_unit(text, number, (money[0], at) if money else None)


def _is_score(text: str, read: Figure, other: Figure) -> bool:
    """ "3-1", "a 12-15 defeat", "555-1234"."""
    if read.value >= other.value or read.form != other.form:
        return True
    return _SCORE.match(text, other.end) is not None


def _joins(link: re.Match[str], before: str, read: Figure, other: Figure) -> bool:
    if other.unit and read.unit and (other.unit.canonical != read.unit.canonical or other.unit.name != read.unit.name):
        return False
    if read.unit and not other.unit and not (read.unit.money and read.money_start >= 0):
        return False
    word, words = link["word"], before.lower().split()
    if word == "and":
        return before.lower().endswith("between ")
    if word == "or":
        return read.form == other.form and read.value < other.value <= 2 * read.value + 1
    if words and words[-1] == "from":
        return len(words) > 1 and words[-2].strip(",") in load_lexicon("counting")["range_words"]
    return not (word and read.unit and _CHANGE.search(before))


def _ends(read: Figure, other: Figure) -> tuple[Decimal | None, Decimal | None]:
    """ "$3-4bn": the first takes over the scale of the second where only that makes it the smaller by little."""
    if read.value < other.value and other.value >= 1000 and read.value < 1000 and read.place <= 100:
        shown = other.value
        scale = Decimal(1)
        for power in (1000, 100000, 1000000, 10000000, 1000000000, 1000000000000):
            if shown >= power and read.value * power < shown and shown / power < 1000:
                scale = Decimal(power)
        scaled = read.value * scale
        return (scaled, other.value) if other.unit or scale > 1 else (read.value, other.value)
    return read.value, other.value


# Joined units, ages


_JOINT = re.compile(r",?[ ](?:and[ ])?|[ ]?")


def compound(text: str, read: Figure) -> Figure:
    """ "Four minutes and 40 seconds", "6 feet 2 inches": one measure in the smaller unit."""
    while read.unit and read.value == read.top and not read.unit.money and (joint := _JOINT.match(text, read.end)):
        number = match_numeral(text, joint.end())
        found = unit_after(text, number.end) if number and number.low == number.high else None
        if not number or not found or found[0].money:
            return read
        if not joint[0].strip() and number.form != "digits":  # "eight years three months' wages"
            return read
        share = ratio(read.unit.canonical, found[0].canonical)
        if (
            share is None
            or read.unit.factor * share <= found[0].factor
            or read.unit.canonical in ("celsius", "percent")
        ):
            return read
        value = plain(read.unit.convert(read.value) * share / found[0].factor + number.low)
        read = replace(read, end=found[1], value=value, top=value, unit=found[0], last=number.end, place=number.place)
    return read
