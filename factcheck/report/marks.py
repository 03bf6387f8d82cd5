"""Which words of a claim are marked: those in which the sides of a finding differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.report.saved import SavedClaim, SavedFeature, SavedFinding, SavedPair
from factcheck.report.visible import visible

Range = tuple[int, int]
"""Half-open, in code points of a claim's words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a quote, marked or not."""

    text: str
    marked: bool


def differing(
    finding: SavedFinding, features: Iterable[tuple[SavedPair, SavedFeature]], claims: Mapping[str, SavedClaim]
) -> dict[str, list[Range]]:
    """For each claim the words by which it differs from another side.

    First the words that a comparison names as what differed (its value is 0 or less); where no comparison names
    any, the side's short answer, if it stands there letter by letter.
    """
    marks: dict[str, list[Range]] = {}
    for pair, feature in features:
        if feature.value is None or feature.value > 0:
            continue
        for claim, words in ((pair.left, feature.left), (pair.right, feature.right)):
            if words and words.at is not None:
                marks.setdefault(claim, []).append((words.at, words.at + len(words.quote)))
    for side in finding.sides:
        for claim in side.claims:
            if claim not in marks:
                marks[claim] = _places(side.says, claims[claim].words)
    return marks


def cut(words: str, marks: Iterable[Range]) -> tuple[Piece, ...]:
    """The words as pieces, marked or not, fit to be shown; none is empty."""
    pieces, at = [], 0
    for start, end in _merged(marks):
        pieces += [Piece(words[at:start], False), Piece(words[start:end], True)]
        at = end
    pieces.append(Piece(words[at:], False))
    shown = (Piece(visible(piece.text), piece.marked) for piece in pieces)
    return tuple(piece for piece in shown if piece.text)


def joined(pieces: Iterable[Piece]) -> str:
    """The words of all pieces."""
    return "".join(piece.text for piece in pieces).strip()


def _places(answer: str, words: str) -> list[Range]:
    if not answer or len(answer) >= len(words):
        return []
    found = re.finditer(rf"(?<!\w){re.escape(answer)}(?!\w)", words, re.IGNORECASE)
    return [match.span() for match in found]


def _merged(marks: Iterable[Range]) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted(marks):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
