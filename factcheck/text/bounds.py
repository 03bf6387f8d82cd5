"""Words that make an interval of a figure ("at least", "about"), and rates ("a day")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factcheck.text.figures import Figure
from factcheck.text.intervals import margin
from factcheck.text.lexicon import load_lexicon
from factcheck.text.units import Unit, plain


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure at `start:end` of a text, with its bound words and its unit."""

    start: int
    end: int
    first: int
    """Where the number itself begins."""
    last: int
    """Where the number itself ends, of a range the second one."""
    low: Decimal | None
    high: Decimal | None
    """In the canonical unit; None where open."""
    value: Decimal
    """The number as written, in the unit as written; of a range the lower one."""
    top: Decimal
    """The upper one of a range; else the same as `value`."""
    unit: Unit | None
    approximate: bool
    bound: str
    """"at_least", "at_most", "about", "just_below", "just_above" or ""."""
    kind: str
    """"number", "age", "part" (of a whole), "multiple", "none" or "range"."""
    form: str
    """"digits", "words" or "vague"."""
    per: str = ""
    """Of a rate: "day", "barrel"."""


@cache
def _bounds(side: str) -> dict[str, str]:
    return {words: kind for kind, group in load_lexicon("bounds")[side].items() for words in group}


_RATE = re.compile(
    r"[ ](?:(?:per|each|every)[ -](?P<any>[a-z]+)"
    rf"|an?[ -](?P<noun>{'|'.join(load_lexicon('counting')['per_nouns'])}))\b"
    r"(?![ -](?:cent|after|before|earlier|later|ago|of|long|in|on|when|since|old|from|to)\b)"
)
_PER_SIGN = re.compile(r"/(?P<any>[a-z]+)\b")
_COUNT_RATE = re.compile(
    r"(?:[ ][a-z-]+){1,2}?(?:[ ](?:a|per|each|every)[ ](?P<any>second"
    r"|minute|hour|day|night|week|month|year))\b(?![ ](?:after|before"
    r"|earlier|later|ago|of|long|in|on|when|since|old|from|to|and)\b)"
)


def bounded(text: str, floor: int, read: Figure) -> Measure:
    """The finished measure: rate and bound words taken in, both ends in the canonical unit."""
    last = read.last if read.last >= 0 else read.end
    end, per = _rate(text, read)
    start, bound = _bound_before(text, floor, read.start)
    end, after = _bound_after(text, end, read)
    bound = after or bound
    if read.form == "vague" and not bound:
        bound = "vague"
    low, high = _interval(read, bound)
    if read.unit:
        low = None if low is None else read.unit.convert(low)
        high = None if high is None else read.unit.convert(high)
    first = read.start if read.money_start >= 0 else max(read.start, min(read.start, last))
    approximate = bound in ("about", "just_below", "just_above", "vague")
    return Measure(
        start, end, first, last, low, high, read.value, read.top, read.unit, approximate,
        "" if bound == "vague" else bound, read.kind, read.form, per,
    )  # fmt: skip


def _rate(text: str, read: Figure) -> tuple[int, str]:
    if read.kind in ("age", "age?", "multiple"):
        return read.end, ""
    found = _RATE.match(text, read.end) or (_PER_SIGN.match(text, read.end) if read.unit else None)
    if found and found["any"] not in ("cent", "one", "other"):
        return found.end(), found["any"] or found["noun"]
    if read.unit is None and read.kind == "number" and (found := _COUNT_RATE.match(text, read.end)):
        return read.end, found["any"]
    return read.end, ""


def _bound_before(text: str, floor: int, start: int) -> tuple[int, str]:
    """The bound words that end right before `start`, outermost last: "at least some 20" is a lower bound."""
    kinds: list[str] = []
    at = start
    while at > floor:
        found = _phrase_before(text, floor, at)
        if not found or found[1] == "exact" or (kinds and found[1] not in ("at_least", "at_most")):
            break
        at, kind = found
        kinds.append(kind)
    return at, kinds[-1] if kinds else ""


def _phrase_before(text: str, floor: int, at: int) -> tuple[int, str] | None:
    if at > floor and text[at - 1] in "~≈<>≥≤":
        return at - 1, _bounds("before")[text[at - 1]]
    if at <= floor or text[at - 1] != " ":
        return None
    window = text[max(floor, at - 30) : at - 1]
    words = re.split(r"\s", window)
    for size in (4, 3, 2, 1):
        if len(words) >= size:
            phrase = " ".join(words[-size:])
            kind = _bounds("before").get(phrase.lower().lstrip("(“\"‘'"))
            if kind:
                return at - 1 - len(phrase.lstrip("(“\"‘'")), kind
    return None


_AFTER = re.compile(r"(?P<plus>\+)|-(?P<odd>odd|some|plus)\b|[ ](?P<words>[a-z]+[ ](?:[a-z]+[ ])?[a-z]+|plus)\b")


def _bound_after(text: str, end: int, read: Figure) -> tuple[int, str]:
    found = _AFTER.match(text, end)
    if not found:
        return end, ""
    if found["plus"]:
        return found.end(), "at_least"
    if found["odd"]:
        return found.end(), "at_least" if found["odd"] == "plus" else "just_above"
    words = found["words"].split(" ")
    for size in (3, 2, 1):
        kind = _bounds("after").get(" ".join(words[:size])) if len(words) >= size else None
        if kind:
            return end + 1 + len(" ".join(words[:size])), kind
    return end, ""


def _interval(read: Figure, bound: str) -> tuple[Decimal | None, Decimal | None]:
    """Both ends in the written unit. An exact value stays a point; "about" is widened by `intervals.margin`."""
    low, high = plain(read.value), plain(read.top)
    if bound == "at_least":
        return low, None
    if bound == "at_most":
        return None, high
    if bound == "vague" or not bound or (bound == "about" and low != high):
        return low, high
    reach = plain(margin(low, read.place))
    if bound == "just_below":
        return low - reach, high
    if bound == "just_above":
        return low, high + reach
    return low - reach, high + reach
