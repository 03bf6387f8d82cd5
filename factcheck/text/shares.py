"""Parts of a whole: "two-thirds of", "one in five", "half an hour"."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.text.bounds import Measure, bounded
from factcheck.text.figures import Figure
from factcheck.text.lexicon import load_lexicon
from factcheck.text.numerals import match_numeral
from factcheck.text.units import Unit, plain, unit_after

_PART = re.compile(
    r"(?:(?P<num>an?|one|two|three|four|five|six|seven|eight|nine|\d{1,2})[ -])?"
    r"(?P<den>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?"
    r"|sevenths?|eighths?|ninths?|tenths?|hundredths?)\b(?!-(?:[a-z]+"
    r"(?<!hour)(?<!mile)))"
    r"(?![ ](?:past|to|after)\b)",
    re.IGNORECASE,
)
_HALF_OF = re.compile(
    r"[ ](?:of\b|the\b|its\b|their\b|his\b|her\b|our\b|all\b|an?\b|those\b"
    r"|that\b|as\b|were\b|have\b|are\b|had\b)|-(?:hour|mile)|[ ](?:mile"
    r"|hour)"
)
_A_PART_OF = re.compile(r"[ ](?:of|less|more|fewer|higher|lower|as|on|in|from|since|over|mile)\b|[.,;:)]|$|\n")
_BY = re.compile(r"\b(?:by|than|nearly|about|almost|over|around|roughly|some|to|at|just|only)[ ]\Z", re.IGNORECASE)
_NOT_PART = re.compile(
    r"\b(?:first|second|other|latter|former|one and a|and a|closing|opening|top|bottom|better)[ -]\Z", re.IGNORECASE
)
_IN = re.compile(
    r"[ ](?:(?P<noun>[a-z]+)[ ])?(?:in[ ](?P<every>every[ ])?|(?P<out>out[ ]of[ ])(?:every[ ]|each[ ])?)"
    r"(?P<whole>\d[\d,]*|[a-z]+)\b(?![ -](?:days?|weeks?|months?|years?|hours?|minutes?|seconds?))",
    re.IGNORECASE,
)
_WHOLES = frozenset(map(Decimal, (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000, 10000, 100000, 1000000)))
PERCENT = Unit("percent", "part")


def share_at(text: str, start: int, floor: int) -> Measure | None:
    """ "Two-thirds", "half of", "one in five"; with a unit behind it a part of that: "half an hour"."""
    found = _PART.match(text, start)
    if not found:
        return _one_in(text, start, floor)
    if (number := match_numeral(text, start)) and number.end > found.end():  # "half a million"
        return None
    if text[start - 1 : start] in ("-", "/", "$", "€", "£") or not _is_part(text, found):
        return None
    below = Decimal(load_lexicon("numerals")["fractions"][found["den"].lower()])
    above = _above(found["num"])
    link = re.compile(r"(?:[ ]of)?[ ]an?[ ]|[ -]").match(text, found.end())
    unit = unit_after(text, link.end()) if link else None
    if unit and unit[0].canonical == "point" and below in (2, 4):  # a central bank's "quarter point"
        unit = Unit("percentage point", "percentage point"), unit[1]
    if unit and not unit[0].money and unit[0].canonical not in ("times", "degree", "point"):
        value = (above / below).quantize(Decimal("0.0001"))
        return bounded(
            text, floor, Figure(start, unit[1], value, value, Decimal("0.1"), unit[0], "number", "words", found.end())
        )
    value = plain((100 * above / below).quantize(Decimal("0.01")))
    return bounded(text, floor, Figure(start, found.end(), value, value, Decimal(1), PERCENT, "part", "words"))


def _above(written: str | None) -> Decimal:
    """What stands over the line of a fraction."""
    if written is None or written.lower() in ("a", "an"):
        return Decimal(1)
    return Decimal(written) if written.isdigit() else Decimal(load_lexicon("numerals")["ones"][written.lower()])


def _is_part(text: str, found: re.Match[str]) -> bool:
    """ "A third suspect" and "the second half" are no parts of a whole; "a third of", "by half", "two-thirds" are."""
    number, part = (found["num"] or "").lower(), found["den"].lower()
    before = text[max(0, found.start() - 12) : found.start()]
    if _NOT_PART.search(before):
        return False
    if not number:
        return part == "half" and bool(_HALF_OF.match(text, found.end()) or _BY.search(before))
    if number in ("a", "an", "one"):
        return bool(_A_PART_OF.match(text, found.end()) or _BY.search(before)) and not part.endswith("s")
    return part.endswith("s") or part == "halves"


def _one_in(text: str, start: int, floor: int) -> Measure | None:
    """ "Two in five", "nine out of ten": both numbers written alike, the second a usual whole."""
    number = match_numeral(text, start)
    found = _IN.match(text, number.end) if number else None
    if not number or not found or text[start - 1 : start] in ("-", ".", "$"):
        return None
    whole = match_numeral(text, found.start("whole"))
    if (
        not whole
        or whole.end != found.end("whole")
        or whole.low not in _WHOLES
        or number.low >= whole.low
        or number.low < 1
    ):
        return None
    if (number.form == "digits") != (whole.form == "digits"):
        return None
    one = number.low == 1 and number.form == "words"
    if found["noun"] and not (one or found["every"] or found["out"]):  # "one household in five", not "two men in five"
        return None
    value = plain((100 * number.low / whole.low).quantize(Decimal("0.0001")))
    return bounded(text, floor, Figure(start, whole.end, value, value, Decimal(1), PERCENT, "part", number.form))
