"""What the head of a text tells about it: outlet, title, byline, date.

Newspapers open with some of: the outlet's name, a line of sections, the day, a headline, a byline; agencies open with a
dateline instead: "DUBLIN, 6 May 2031 (Hibernia Press) –".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.text.bylines import byline, dateline, greeted
from factcheck.text.calendar import NamedDay, days_named
from factcheck.text.lexicon import load_lexicon

_HEAD_LINES = 14
_PROSE = 160
"""A line this long is running text, whatever it ends with."""
_SENTENCE_WORDS = 12
_TITLE_WORDS = 28
_DATED = re.compile(r"\b(?:published|posted|updated|last updated|issued|date|as of|on)\b", re.IGNORECASE)
_EDITED = re.compile(
    r"\b(?:page|article|last|text)\s+(?:was\s+)?(?:last\s+)?(?:edited|changed|modified|updated|version|revised)\b[^\n.]{0,60}",
    re.IGNORECASE,
)
_FROM = re.compile(r"^[Ff]rom (?:the )?(?P<name>[^\W\d_a-z][^,.]{1,40}),")
_SEPARATOR = re.compile(r"\s*[|·•]\s*|\s{3,}|\s+[>»]\s+|\s+[–—]\s+")
_SMALL = frozenset("a an and at by de del der des di du for from in la le of on or the to und van von with y".split())


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the head of a text tells."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    block: int
    """Lines with no blank line between them have the same number."""


def read_masthead(text: str) -> Masthead:
    """Tells outlet, title, byline and date from the first lines of a text, and nothing where they do not tell."""
    lines, body = _head(text)
    start = dateline(body)
    saved = any(greeted(line.text) for line in lines)
    outlet = _outlet(lines)
    title = _title(lines, outlet)
    agency = start.agency if start else None
    day = _day(lines, saved=saved, title=title) or (start.day if start else None) or last_edited(text)
    signed = next((name for line in lines if (name := _signed(line.text))), None)
    return Masthead(title, outlet or agency, signed, day.text if day else None)


def _signed(line: str) -> str | None:
    """A byline's name, or the name before a bar: "Dr. Ann Lee |"."""
    if found := byline(line):
        return found.name
    name = line[:-1].strip() if line.endswith("|") else ""
    return name if 1 < len(name.split()) < 6 and name[0].isupper() and "desk" not in name.lower() else None


def last_edited(text: str) -> NamedDay | None:
    """The day of a page's own note on its last version, as encyclopedias carry it."""
    match = _EDITED.search(text)
    days = days_named(match.group()) if match else ()
    return days[0] if days else None


def _head(text: str) -> tuple[list[_Line], str]:
    """The lines before the first running text, and that text."""
    lines: list[_Line] = []
    block = 0
    for line in text.lstrip("\ufeff").splitlines():
        if not line.strip():
            block += 1
        elif len(lines) == _HEAD_LINES or _is_prose(line.strip()):
            return lines, line.strip()
        else:
            lines.append(_Line(line.strip(), block))
    return lines, ""


def _is_prose(line: str) -> bool:
    if greeted(line) or byline(line) or _FROM.match(line):
        return False
    if len(line) > _PROSE or dateline(line):
        return True
    return line.endswith((".", ".”", '."', ".’")) and len(line.split()) >= _SENTENCE_WORDS and not _only_date(line)


def _outlet(lines: list[_Line]) -> str | None:
    """A greeting's site; else the first line, where it is a name and not the headline."""
    for line in lines:
        if site := greeted(line.text):
            return site
        if match := _FROM.match(line.text):
            return match.group("name")
    first = next((part for part in _SEPARATOR.split(lines[0].text) if part), "") if lines else ""
    if not first or days_named(first) or first.lower() in load_lexicon("mastheads")["kinds"]:
        return None
    if len(lines) > 1 and lines[1].block == lines[0].block and (_is_name(first, 14) or _only_date(lines[1].text)):
        return first
    stands_alone = first == lines[0].text
    if not _is_name(first, 8) or (stands_alone and not any(_could_be_title(line.text) for line in lines[1:])):
        return None
    return first if not stands_alone or _sounds_like_outlet(first) else None


def _sounds_like_outlet(name: str) -> bool:
    """ "The Daily Comet" does, "Drunk in Charge" does not; two words may be any name."""
    words = name.lower().split()
    return len(words) < 3 or words[0] == "the" or bool(set(words) & set(load_lexicon("mastheads")["names"]))


def _title(lines: list[_Line], outlet: str | None) -> str | None:
    """The first line that is a headline, below the block that holds the outlet's name and its slogan."""
    over = lines[0].block if lines and outlet and outlet in lines[0].text else -1
    candidates = [line for line in lines if _could_be_title(line.text) and line.text != outlet]
    below = [line.text for line in candidates if line.block > over]
    beside = [line.text for line in candidates if line.block == over and line.text != lines[0].text]
    return next(iter(below or beside), None)


def _could_be_title(line: str) -> bool:
    if greeted(line) or byline(line) or _only_date(line) or line.endswith("|") or line.startswith(("|", "(")):
        return False
    if (
        re.search(r"[a-z]{2}[.]\s+\S", line)
        or _FROM.match(line)
        or line.split(",")[0].lower() in load_lexicon("mastheads")["kinds"]
    ):
        return False
    return (
        1 < len(re.findall(r"\w+", line)) <= _TITLE_WORDS and len([part for part in _SEPARATOR.split(line) if part]) < 3
    )


def _day(lines: Iterable[_Line], *, saved: bool, title: str | None) -> NamedDay | None:
    """The day on a line of its own, or on one that says that it dates the text.

    On a page that was saved together with its site's greeting, a bare day tells when it was saved.
    """
    for line in lines:
        days = days_named(line.text)
        said = _DATED.search(line.text) is not None
        if days and (said or (not saved and (line.text != title or _only_date(line.text)))):
            return days[0]
    return None


def _only_date(line: str) -> bool:
    """Whether a line is a date with at most a place, a time or an issue number beside it."""
    days = days_named(line)
    if not days:
        return False
    rest = line[: days[0].start] + line[days[-1].end :]
    return len(re.findall(r"[^\W\d_]{3,}", rest)) <= 4 or _DATED.match(line) is not None


def _is_name(words: str, most: int) -> bool:
    """Whether at most `most` words are capitalised throughout, as an outlet's name is."""
    parts = words.split()
    plain = [part for part in parts if part.lower() not in _SMALL]
    if not 1 <= len(parts) <= most or not plain or words.endswith(("?", "!", ".", ":")) or "," in words:
        return False
    return all(
        part[0].isupper() or part[0].isdigit() or any(char.isupper() for char in part) or part[0] in "&"
        for part in plain
    )
