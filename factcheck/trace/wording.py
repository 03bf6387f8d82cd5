"""A document's words with their places, and what of them stands between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from factcheck.datamodel import Document, Span
from factcheck.text.names import plain

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+\w+")
_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_MARKS = re.compile(r"[“”„«»]|(?<!\w)\"|\"")
_CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"', "”": "”"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two quotation marks: code points of the document's text, and word numbers, half-open."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Wording:
    """A document's words, normalised, each with its place in the document's text."""

    document: Document
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    quotations: tuple[Quotation, ...]

    def span(self, first: int, last: int) -> Span:
        """The raw span of the words `first:last`."""
        return self.document.span(self.places[first][0], self.places[last - 1][1])

    def quoted(self) -> frozenset[int]:
        """The numbers of the words that stand within quotation marks."""
        return frozenset(i for q in self.quotations for i in range(q.first, q.last))


def wording_of(document: Document) -> Wording:
    """The words of a document, lower case and without accents."""
    matches = list(_WORD.finditer(document.text))
    words = tuple(plain(m.group()).replace("'", "") for m in matches)
    places = tuple(m.span() for m in matches)
    starts = [p[0] for p in places]
    quotations = tuple(_numbered(start, end, starts) for start, end in quoted_places(document.text))
    return Wording(document, words, places, tuple(q for q in quotations if q.first < q.last))


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text, lower case and without accents."""
    return tuple(plain(m.group()).replace("'", "") for m in _WORD.finditer(text))


def quoted_places(text: str) -> tuple[tuple[int, int], ...]:
    """Where the text quotes: between an opening and its closing mark, or to the paragraph's end where it has none."""
    found, at = [], 0
    for paragraph in [*_PARAGRAPH.finditer(text), None]:
        end = paragraph.start() if paragraph else len(text)
        found.extend(_in_paragraph(text, at, end))
        at = paragraph.end() if paragraph else end
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for mark in _MARKS.finditer(text, start, end):
        if opened is None:
            opened = mark if mark.group() in _CLOSING else None
        elif mark.group() in _CLOSING[opened.group()]:
            found.append((opened.end(), mark.start()))
            opened = None
        elif mark.group() in "“„«":
            opened = mark
    if opened is not None and opened.group() in "“„«":
        found.append((opened.end(), end))
    return found


def _numbered(start: int, end: int, starts: list[int]) -> Quotation:
    return Quotation(start, end, bisect_left(starts, start), bisect_left(starts, end))
