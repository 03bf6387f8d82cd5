"""The conventions by which a newsroom signs, places and dates an article: bylines, datelines, greetings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.text.calendar import MONTHS, NamedDay, days_named

_CAPITALISED = r"[^\W\d_a-z][\w.'’-]*"
_PARTICLE = r"(?:de|da|di|do|dos|du|del|van|von|der|den|al|el|bin|ben|la|le|y|e)"
_TITLE = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Col|Capt)\.?\s+)?"
_NAME = rf"{_TITLE}{_CAPITALISED}(?:\s+(?:{_PARTICLE}\s+)*{_CAPITALISED}){{0,4}}"
_KIND = r"(?:EXCLUSIVE|ANALYSIS|OPINION|COMMENT|Exclusive|Analysis|Opinion|Comment|Story|Text|Words|Reporting|Written)"
_BYLINE = re.compile(
    rf"^\W{{0,3}}(?:{_KIND}[:,]?\s+)?(?:[Bb]y(?:\s+the)?|BY|[Rr]eporter:|[Aa]uthor:|[Ww]ritten by:?)\s+"
    rf"(?P<name>{_NAME}(?:(?:,| and| &| und)\s+{_NAME})*)(?P<rest>.*)$",
    re.DOTALL,
)
_DASH = re.compile(r"\s+(?:--?|–|—)\s+|\s?—\s?")
_DATELINE_LIMIT = 100
_RUNNING_TEXT = 120
"""A place alone is a dateline only before as much text as this: "RADIO WEST – The Morning Show" is none."""
_AGENCY = re.compile(r"\s*\((?P<agency>[^()\n]{2,60})\)\s*[.:]?$")
_GREETING = re.compile(r"^\W*welcome to (?:the )?(?P<name>.+?)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before an article's first sentence: "DUBLIN, 6 May 2031 (Hibernia Press) –"."""

    end: int
    """Where the first sentence begins."""
    place: str
    day: NamedDay | None
    agency: str | None


def dateline(paragraph: str) -> Dateline | None:
    """The dateline at the head of a paragraph, if it has one.

    The place stands in capitals, or else a whole date or a day follows it: "Porto, 26 February 2032 –".
    """
    dash = _first_dash(paragraph)
    if dash is None or not re.match(r"[\"'“‘«(\[]?[^\W_a-z]", paragraph[dash.end() :]):
        return None
    head = paragraph[: dash.start()]
    agency = _AGENCY.search(head)
    where = head[: agency.start()] if agency else head
    days = days_named(where)
    if not (days or agency) and len(paragraph) < _RUNNING_TEXT:
        return None
    place = where[: days[0].start].strip(" ,") if days else where.strip(" ,")
    if not _is_place(place, sure=bool(days or agency), dated=bool(days)) or (days and _prose(where[days[0].end :])):
        return None
    return Dateline(dash.end(), place, days[0] if days else None, agency.group("agency") if agency else None)


def _first_dash(paragraph: str) -> re.Match[str] | None:
    """The first dash that is not within brackets."""
    for dash in _DASH.finditer(paragraph, 0, _DATELINE_LIMIT):
        if paragraph.count("(", 0, dash.start()) == paragraph.count(")", 0, dash.start()):
            return dash
    return None


def _is_place(words: str, *, sure: bool, dated: bool) -> bool:
    """Whether `words` can be the place of a dateline; a date or an agency beside it makes it `sure`."""
    town, *regions = [part.strip() for part in words.split(",")]
    if not town or any(not part[:1].isupper() or len(part.split()) > 4 for part in [town, *regions]):
        return False
    if town.isupper() and not any(char.isdigit() for char in town):
        return sure or len(town) >= 4
    return dated and not _prose(words)


def _prose(words: str) -> bool:
    """Whether a word in small letters stands among `words`."""
    return re.search(r"(?:^|\s)[a-z]{3,}", words.replace("a.m.", "").replace("p.m.", "")) is not None


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signs, and what else stands on the line."""

    name: str
    rest: str


def byline(line: str) -> Byline | None:
    """The signature on a short line: "By Ann Lee", "EXCLUSIVE by Ann Lee in Dover", "Reporter: Ann Lee".

    "By March, all had left." is none: a sentence ends it, or a month is no name.
    """
    line = line.strip(" *_\t")
    if len(line) > 120 or line.endswith((".", "?", "!")):
        return None
    match = next(
        (found for part in re.split(r"\s*[|·•]\s*|\.\s+(?=[Bb]y\s)", line) if (found := _BYLINE.match(part))), None
    )
    if match is None or match.group("name").lower() in MONTHS:
        return None
    rest = match.group("rest").strip(" ,|·–—-")
    if len(re.findall(r"[a-z]{2,}", rest)) > 8:
        return None
    return Byline(match.group("name").strip(" ,"), rest)


def greeted(line: str) -> str | None:
    """The site that a line greets us to: "| Welcome to The Daily Plain"."""
    match = _GREETING.match(line) if len(line) < 90 else None
    return match.group("name") if match else None
