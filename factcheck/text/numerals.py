"""Numbers as newspapers write them: "1,250", "two dozen", "half a million", "5.5 crore", "hundreds of thousands".

Values are Decimals. A vague word ("dozens", "several") gives an interval; anything else one value. Units, bounds and
what is counted are read elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from factcheck.text.lexicon import load_lexicon

_WORDS = load_lexicon("numerals")


def _either(*tables: str) -> str:
    """An alternation of the keys of these tables, longest first."""
    keys = sorted({key for table in tables for key in _WORDS[table]}, key=lambda key: (-len(key), key))
    return "(?:" + "|".join(re.escape(key).replace(r"\ ", "[ -]") for key in keys) + ")"


_ONES, _TENS = _either("ones"), _either("tens")
_SMALL = rf"(?:{_TENS}(?:[ -]{_ONES}\b)?|{_either('ones', 'teens')})"
_SCALE = r"(?:thousand|million|billion|trillion|hundred|dozen|crores?|lakhs?)"
_ROUGH = rf"{_either('fews')}"
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+"
    r"(?![\d,])|\d+)(?:\.\d+)?|\.\d+"
)

PATTERN = rf"""(?:
    (?P<digits>{_DIGITS})
    (?P<sign>[½¼¾⅓⅔⅛]|[ ]?[½¼¾])? (?P<over>[/⁄]\d+(?![\d/]))?
    (?P<scales>(?:[ -]?(?:{_either("scales")})\b)*)
  | (?P<bare>[½¼¾⅓⅔⅛])
  | (?P<vague>(?:{_ROUGH}[ -])? (?:(?:tens|hundreds|thousands|dozens)[ ]of[ ])* {_either("collectives")}) \b
  | (?P<few>{_ROUGH}) (?P<fewscales>(?:[ -]{_SCALE}\b)*) \b
  | (?P<group>{_either("groups")}) (?P<groupscales>(?:[ -]{_SCALE}\b)*) \b
  | (?P<part>(?:a|one)[ -]quarter(?:[ -]of[ -]a)?|(?:a[ -])?half(?:[ -]an?)?|three[- ]quarters[ ]of[ ]a)
        [ -] (?P<partscale>{_SCALE}) \b
  | (?P<a>an?) [ -] (?P<ascale>{_SCALE}(?:[ -]{_SCALE}\b)*) \b
        (?P<arest>(?:(?:,?[ ]and[ ]|[ ]){_SMALL}\b(?:[ -]{_SCALE}\b)?)*)
  | (?P<words>{_SMALL}\b (?:[ -]{_SCALE}\b(?:(?:[ -]|,?[ ]and[ ]|,[ ]){_SMALL}\b(?![ -]?(?:percent|per[ ]cent)))?)*)
        (?P<half>[ -]and[ -](?:a[ -]half|a[ -]quarter|three[ -]quarters))? (?P<wordscales>(?:[ -]{_SCALE}\b)*)
)"""
"""One number, for use with VERBOSE and IGNORECASE. Bounded on neither side: callers add what may stand beside it."""

_NUMERAL = re.compile(PATTERN, re.VERBOSE | re.IGNORECASE)
_EDGE = r"(?![\w½])(?!-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b)"
_ALONE = re.compile(rf"(?<![\w.,:/#@&-]){PATTERN}{_EDGE}", re.VERBOSE | re.IGNORECASE)
_WORD = re.compile(r"[a-z½¼¾⅓⅔⅛]+")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at `start:end` of a text."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    """Equal to `low` where one value is meant."""
    form: str
    """"digits", "words" or "vague"."""
    scaled: bool
    """Whether a word for thousand or more belongs to it."""
    place: Decimal
    """The unit of the last place that is written: 1000 for "36,000", 0.1 for "4.5", 1e7 for "1.93bn"."""


def find_numerals(text: str) -> tuple[Numeral, ...]:
    """Every number in a text, left to right."""
    return tuple(numeral_of(match) for match in _ALONE.finditer(text))


def match_numeral(text: str, at: int) -> Numeral | None:
    """The number that starts at `at`, or None."""
    match = _NUMERAL.match(text, at)
    return numeral_of(match) if match else None


def read_numeral(text: str) -> Decimal | None:
    """The value of a text that is one number and nothing else; None where it is none, or a vague one."""
    match = _NUMERAL.fullmatch(text.strip())
    if not match:
        return None
    numeral = numeral_of(match)
    return numeral.low if numeral.low == numeral.high else None


def numeral_of(match: re.Match[str]) -> Numeral:
    """Reads a match of PATTERN, which may be part of a larger pattern."""
    parts = match.groupdict()
    start, end = _edges(match, parts)
    for name, read in _READERS:
        if parts[name] is not None:
            low, high, place, scaled = read(parts)
            form = "digits" if name in ("digits", "bare") else "words" if low == high else "vague"
            return Numeral(start, end, low, high, form, scaled, place)
    raise AssertionError("a match of PATTERN has one of its groups")


def last_place(value: Decimal) -> Decimal:
    """The unit of a value's last place other than zero: 1000 for 36000, 0.1 for 4.5, 1 for 0."""
    if value == 0:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def _edges(match: re.Match[str], parts: dict[str, str | None]) -> tuple[int, int]:
    spans = [match.span(name) for name in _GROUPS if parts.get(name) is not None]
    return min(start for start, _ in spans), max(end for _, end in spans)


_GROUPS = (
    "digits sign over scales bare vague few fewscales group groupscales part partscale a ascale arest words half "
    "wordscales"
).split()


@cache
def _table() -> dict[str, Decimal]:
    """The value of every single word."""
    tables = ("ones", "teens", "tens", "scales", "collectives")
    return {word: Decimal(str(value)) for table in tables for word, value in _WORDS[table].items()}


def _scale(words: str | None) -> Decimal:
    """The product of scale words: "hundred thousand"."""
    product = Decimal(1)
    for word in _WORD.findall((words or "").lower()):
        product *= _table()[word]
    return product


_Reading = tuple[Decimal, Decimal, Decimal, bool]


def _one(value: Decimal, scale: Decimal, place: Decimal | None = None) -> _Reading:
    value = Decimal(int(value)) if value == value.to_integral_value() else value.normalize()
    return value, value, place or last_place(value), scale >= 1000


def _digits(parts: dict[str, Any]) -> _Reading:
    figures = re.sub(r"[,\s]", "", parts["digits"])
    value, scale = Decimal(figures), _scale(parts["scales"])
    if parts["sign"]:
        value += Decimal(_WORDS["signs"][parts["sign"].strip()])
    if parts["over"] and (below := int(parts["over"][1:])):
        value = (value / below).quantize(Decimal("0.0001"))
    decimals = len(figures.partition(".")[2])
    place = Decimal(1).scaleb(-decimals) * scale if decimals else last_place(value) * scale
    return _one(value * scale, scale, place)


def _bare(parts: dict[str, Any]) -> _Reading:
    return _one(Decimal(_WORDS["signs"][parts["bare"]]), Decimal(1))


def _vague(parts: dict[str, Any]) -> _Reading:
    """ "Dozens": 2 to 10 dozen; "tens of thousands": 20,000 to 100,000."""
    words = [word for word in _WORD.findall(parts["vague"].lower()) if word in _WORDS["collectives"]]
    product = Decimal(1)
    for word in words:
        product *= _table()[word]
    return product * 2, product * 10, product, product >= 1000


def _few(parts: dict[str, Any]) -> _Reading:
    """ "Several": three to nine; "several hundred": 300 to 999, near enough."""
    scale = _scale(parts["fewscales"])
    least = Decimal(_WORDS["fews"][parts["few"].lower().replace("-", " ")])
    return least * scale, Decimal(10) * scale, scale, scale >= 1000


def _group(parts: dict[str, Any]) -> _Reading:
    scale = _scale(parts["groupscales"])
    return _one(Decimal(_WORDS["groups"][parts["group"].lower().replace("-", " ")]) * scale, scale)


def _part(parts: dict[str, Any]) -> _Reading:
    scale, words = _scale(parts["partscale"]), parts["part"].lower()
    share = "0.75" if words.startswith("three") else "0.25" if "quarter" in words else "0.5"
    return _one(Decimal(share) * scale, scale)


def _a(parts: dict[str, Any]) -> _Reading:
    value = _sum(_WORD.findall(parts["ascale"].lower()) + _WORD.findall((parts["arest"] or "").lower()))
    return _one(value, _scale(parts["ascale"]))


def _in_words(parts: dict[str, Any]) -> _Reading:
    words = _WORD.findall(parts["words"].lower())
    value, scale = _sum(words), _scale(parts["wordscales"])
    if half := (parts["half"] or "").lower():
        value += Decimal("0.75" if "three" in half else "0.25" if "quarter" in half else "0.5")
    big = any(_table().get(word, 0) >= 1000 for word in words)
    reading = _one(value * scale, scale)
    return (*reading[:3], reading[3] or big)


def _sum(words: list[str]) -> Decimal:
    """ "three hundred and forty-two thousand and five": each scale multiplies what has gathered since a larger one."""
    total, gathered = Decimal(0), Decimal(0)
    for word in words:
        if word == "and":
            continue
        value = _table()[word]
        if value < 100 and word != "dozen":
            gathered += value
        elif value < 1000:
            gathered = (gathered or Decimal(1)) * value
        else:
            total += (gathered or Decimal(1)) * value
            gathered = Decimal(0)
    return total + gathered


_READERS = (
    ("digits", _digits),
    ("bare", _bare),
    ("vague", _vague),
    ("few", _few),
    ("group", _group),
    ("part", _part),
    ("a", _a),
    ("words", _in_words),
)
