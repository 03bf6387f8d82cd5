"""Paragraphs of a text with their places, and the edits that drop them or parts of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.text.alignment import Edit

_PARAGRAPH = re.compile(r"\S(?:.*?\S)?(?=\n\n|\s*\Z)", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]*_]*\s+(?=[\"'“‘(\[*_]*[^\W_a-z])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Gov|Sen|Rep|St|No|Tel|vs|Inc|Ltd|Co|Jr|Sr|[A-Z])|\b[A-Z]\.[A-Z])\.$"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, `number` from 0 of `count`."""

    start: int
    end: int
    text: str
    number: int
    count: int

    @property
    def from_end(self) -> int:
        """Its number counted from the end, 0 for the last."""
        return self.count - 1 - self.number

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text in which blank lines stand between them."""
    found = [(match.start(), match.end(), match.group()) for match in _PARAGRAPH.finditer(text)]
    return tuple(Paragraph(*place, number, len(found)) for number, place in enumerate(found))


def sentences_of(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a paragraph stand, told by their punctuation alone."""
    cuts = [
        match.end()
        for match in _SENTENCE_END.finditer(paragraph)
        if not _ABBREVIATED.search(paragraph[: match.start()])
    ]
    starts = [0, *cuts]
    return tuple((start, end) for start, end in zip(starts, [*cuts, len(paragraph)], strict=True) if start < end)


def drop_paragraphs(dropped: Iterable[tuple[Paragraph, str]]) -> list[Edit]:
    """Edits that drop whole paragraphs; the blank lines that are left over go as line ends."""
    return [Edit(paragraph.start, paragraph.end, "", reason) for paragraph, reason in dropped]
