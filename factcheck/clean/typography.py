"""Characters that look like others or like nothing: they hinder every later reading and no reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.clean.settings import CleanSettings
from factcheck.datamodel import Document
from factcheck.text.alignment import Edit

_UNSEEN = re.compile(
    "[\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"
)
_SPACES = re.compile(r"[^\S\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_REFERENCE = re.compile(
    r"(?<=[\w.,;:!?”\"’')])(?:\[(?:\d{1,3}|[a-z]|note \d{1,2}|citation needed|clarification needed|who\?|when\?)\])+"
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[" + "".join(_LIGATURES) + "]")
_LOOKALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABESIJKMHOPCTYXaesijopcyxdqwhABEZHIKMNOPTYXo",
        strict=True,
    )
)
_WORD = re.compile(r"[^\W\d_]+")


def find_typography(text: str, document: Document, settings: CleanSettings) -> tuple[Edit, ...]:
    """Unseen characters and reference marks dropped, spaces made plain, ligatures and lookalike letters made Latin."""
    found = [*_unseen(text), *_spaces(text), *_lookalikes(text), *_ligatures(text), *_references(text)]
    return _apart(found)


def _unseen(text: str) -> Iterator[Edit]:
    return (Edit(*match.span(), "", "unseen characters") for match in _UNSEEN.finditer(text))


def _spaces(text: str) -> Iterator[Edit]:
    return (Edit(*match.span(), " ", "spaces") for match in _SPACES.finditer(text) if match.group() != " ")


def _references(text: str) -> Iterator[Edit]:
    return (Edit(*match.span(), "", "reference mark") for match in _REFERENCE.finditer(text))


def _ligatures(text: str) -> Iterator[Edit]:
    return (Edit(*match.span(), _LIGATURES[match.group()], "ligature") for match in _LIGATURE.finditer(text))


def _lookalikes(text: str) -> Iterator[Edit]:
    """Cyrillic and Greek letters in words that are Latin otherwise. One letter for one: each keeps its place."""
    if text.isascii():
        return
    for word in _WORD.finditer(text):
        foreign = [at for at, char in enumerate(word.group()) if char in _LOOKALIKES]
        others = [char for char in word.group() if char not in _LOOKALIKES]
        if foreign and others and all(_is_latin(char) for char in others):
            for at in foreign:
                place = word.start() + at
                yield Edit(place, place + 1, _LOOKALIKES[text[place]], "lookalike letter")


def _is_latin(char: str) -> bool:
    return char.isascii() or "\u00c0" <= char <= "\u024f" or "\u1e00" <= char <= "\u1eff"


def _apart(edits: list[Edit]) -> tuple[Edit, ...]:
    """Those that do not overlap an earlier one; the rest waits for the next round."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return tuple(kept)
