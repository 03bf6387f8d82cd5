"""Where quotation marks open and close, over paragraphs too."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CURLY = {"“": "”", "„": "“", "«": "»", "»": "«"}
_STRAIGHT = '"'
_WORD = re.compile(r"\w+")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_MARK = re.compile(r"[“”„«»\"]|''|``")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; code points of the text."""

    start: int
    """After the opening mark."""
    end: int
    """Before the closing mark."""
    paragraph: tuple[int, int]
    runs_on: bool
    """Whether it is not closed in its paragraph, so that the next one goes on with it."""
    words: int


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of a text whose paragraphs are parted by blank lines, in order; those within others left out."""
    found: list[Quotation] = []
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        paragraph = text[start:end]
        pairs = _double(paragraph) or _single(paragraph)
        for opening, closing, closed in pairs:
            words = len(_WORD.findall(paragraph[opening:closing]))
            if words:
                found.append(Quotation(start + opening, start + closing, (start, end), not closed, words))
    return tuple(found)


def _double(paragraph: str) -> list[tuple[int, int, bool]]:
    """Pairs of double marks: where the words start and end, and whether they are closed."""
    pairs: list[tuple[int, int, bool]] = []
    opened: int | None = None
    closer = ""
    for match in _MARK.finditer(paragraph):
        mark, at = match.group(), match.start()
        if mark in ("''", "``"):
            mark = _STRAIGHT
        if opened is None:
            if (mark in _CURLY and mark != "»") or (mark == _STRAIGHT and _opens(paragraph, match.end() - 1)):
                opened, closer = match.end(), _CURLY.get(mark, mark)
        elif mark == closer or (mark == _STRAIGHT and closer == "”") or (mark == "”" and closer == _STRAIGHT):
            pairs.append((opened, at, True))
            opened = None
    if opened is not None and _WORD.search(paragraph, opened):
        pairs.append((opened, len(paragraph), False))
    return pairs


def _opens(paragraph: str, at: int) -> bool:
    after = paragraph[at + 1 : at + 2]
    return bool(after) and not after.isspace()


def _single(paragraph: str) -> list[tuple[int, int, bool]]:
    """Pairs of single marks, which must not be taken for apostrophes: a closing one follows a stop where any does."""
    pairs = []
    at = 0
    while (opened := _single_opening(paragraph, at)) is not None:
        closed = _single_closing(paragraph, opened)
        if closed is None:
            at = opened
            continue
        pairs.append((opened, closed, True))
        at = closed + 1
    return pairs


def _single_opening(paragraph: str, at: int) -> int | None:
    match = re.compile(r"(?<![\w.,!?])[‘'](?=[\w“\[])").search(paragraph, at)
    return match.end() if match else None


def _single_closing(paragraph: str, opened: int) -> int | None:
    stop = re.compile(r"[‘]").search(paragraph, opened)
    limit = stop.start() if stop else len(paragraph)
    ends = [m.start() for m in re.compile(r"[’'](?!\w)").finditer(paragraph, opened, limit)]
    after_stop = [e for e in ends if paragraph[e - 1] in ",.!?…"]
    if after_stop:
        return after_stop[0]
    return ends[0] if ends else None
