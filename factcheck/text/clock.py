"""Times of day as written, in 24 hours."""

from __future__ import annotations

import re

from factcheck.text.numerals import read_numeral

_LATER = re.compile(
    r"[ ](?:in the|this|that|yesterday|tomorrow|on \w+|\w+day)?[ ]?"
    r"(?P<part>morning|afternoon|evening|night)\b|[ ]at (?P<night>night)\b"
)


def time_of_day(kind: str, parts: dict[str, str], after: str) -> str | None:
    """ "21:14" for "9:14 p.m.", "fourteen minutes past nine in the evening"; None where it is no time.

    `kind` and `parts` are those of `calendar_words`, `after` is what follows in the text. Where nothing says which half
    of the day is meant, the hour stays as said: "half past nine" is 09:30.
    """
    if kind == "noon":
        return "00:00" if parts["word"] == "midnight" else "12:00"
    hour = _hour(parts["h"])
    if hour is None:
        return None
    minute = _minute(parts.get("min", "0"))
    if minute is None:
        return None
    if kind == "spoken" and parts["side"] == "to":
        hour, minute = (hour - 1) % 24, 60 - minute
    if not (hour <= 24 and 0 <= minute < 60):
        return None
    return f"{_in_day(hour, parts.get('half', ''), after) % 24:02}:{minute:02}"


def _hour(written: str) -> int | None:
    if written in ("noon", "midnight"):
        return 12 if written == "noon" else 24
    value = read_numeral(written)
    return int(value) if value is not None and value <= 24 else None


def _minute(written: str) -> int | None:
    word = written.lower().removesuffix(" minutes").removeprefix("a ")
    if word in ("half", "quarter"):
        return 30 if word == "half" else 15
    value = read_numeral(word)
    return int(value) if value is not None and value < 60 else None


def _in_day(hour: int, half: str, after: str) -> int:
    """The hour of 24, from "p.m." or from "in the evening"."""
    mark = half.lower().replace(".", "")
    if not mark and hour <= 12 and (found := _LATER.match(after)):
        part = found["part"] or found["night"]
        mark = "am" if part == "morning" or (part == "night" and hour < 6) else "pm"
    if mark == "am":
        return hour % 12 if hour <= 12 else hour
    return hour % 12 + 12 if mark == "pm" and hour <= 12 else hour
