"""Which characters of a text come from which of the raw file, through any number of edits.

An alignment is built from recorded edits, never by comparing two texts afterwards, so it is exact by
construction and composes: cleaning what a reader has already edited still leads back to the file.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """One replacement of `start:end` (half-open, code points of the text that is edited)."""

    start: int
    end: int
    replacement: str
    """Empty where something is dropped."""
    reason: str
    """Why, in words for the report: "line break lost", "furniture: read more"."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each code point of a text, the half-open range of the raw file that it stands for.

    Both arrays are non-decreasing and as long as the text. A code point that was put in has an empty range,
    unless it was put into the middle of a replacement.
    """

    starts: array[int]
    ends: array[int]
    raw_length: int

    @staticmethod
    def identity(length: int) -> Alignment:
        """The alignment of a text with itself."""
        return Alignment(array("l", range(length)), array("l", range(1, length + 1)), length)

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The smallest raw range that holds all of text[start:end].

        Raises:
            ValueError: when the range is empty or lies outside the text.
        """
        if not 0 <= start < end <= len(self.starts):
            raise ValueError(f"no text at {start}:{end}; the text has {len(self.starts)} code points")
        return self.starts[start], max(self.starts[start], self.ends[end - 1])

    def to_text(self, start: int, end: int) -> tuple[int, int]:
        """The range of the text that comes from raw[start:end]; empty where all of it was dropped."""
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end)
        return first, max(first, last)

    def raw_edit(self, edit: Edit) -> Edit:
        """The same edit, in raw code points."""
        if edit.start < edit.end:
            start, end = self.to_raw(edit.start, edit.end)
        elif edit.start < len(self.starts):
            # Within one replacement all code points share a range: what is put in between them shares it too.
            start = self.starts[edit.start]
            end = max(start, self.ends[edit.start - 1]) if edit.start else start
        else:
            start = end = self.raw_length
        return Edit(start, end, edit.replacement, edit.reason)


def apply_edits(text: str, alignment: Alignment, edits: Iterable[Edit]) -> tuple[str, Alignment]:
    """Carries out edits of `text`, whose alignment with the raw file is given.

    Edits may come in any order. A replacement as long as what it replaces keeps its code points one by one
    (a Cyrillic letter made Latin); any other stands for the whole of what it replaces.

    Returns:
        The edited text and its alignment with the same raw file.

    Raises:
        ValueError: when two edits overlap or one lies outside the text.
    """
    parts: list[str] = []
    starts, ends = array("l"), array("l")
    at = 0
    for edit in _in_order(edits, len(text)):
        parts.append(text[at : edit.start])
        starts.extend(alignment.starts[at : edit.start])
        ends.extend(alignment.ends[at : edit.start])
        parts.append(edit.replacement)
        if len(edit.replacement) == edit.end - edit.start:
            starts.extend(alignment.starts[edit.start : edit.end])
            ends.extend(alignment.ends[edit.start : edit.end])
        else:
            raw = alignment.raw_edit(edit)
            starts.extend([raw.start] * len(edit.replacement))
            ends.extend([raw.end] * len(edit.replacement))
        at = edit.end
    parts.append(text[at:])
    starts.extend(alignment.starts[at:])
    ends.extend(alignment.ends[at:])
    return "".join(parts), Alignment(starts, ends, alignment.raw_length)


def _in_order(edits: Iterable[Edit], length: int) -> Sequence[Edit]:
    ordered = sorted(edits)
    at = 0
    for edit in ordered:
        if edit.start < at or not edit.start <= edit.end <= length:
            raise ValueError(f"edit {edit.start}:{edit.end} ({edit.reason}) overlaps another or leaves the text")
        at = edit.end
    return ordered
