"""What stands twice: a paragraph printed again, and pull quotes, which set a sentence of the text apart from it."""

from __future__ import annotations

import re

from factcheck.clean.blocks import Paragraph, drop_paragraphs, paragraphs_of
from factcheck.clean.settings import CleanSettings
from factcheck.datamodel import Document
from factcheck.text.alignment import Edit

_WORD = re.compile(r"[^\W_]+")
_FEWEST_WORDS = 5
"""Shorter ones are subheadings and exclamations, which may come twice."""
_FEWEST_QUOTED = 7
_LONGEST_QUOTE = 60


def find_duplicates(text: str, document: Document, settings: CleanSettings) -> tuple[Edit, ...]:
    """Drops a paragraph whose words all stand together in another one. Of two equal, the first stays."""
    paragraphs = paragraphs_of(text)
    keys = [_key(paragraph.text) for paragraph in paragraphs]
    dropped: list[tuple[Paragraph, str]] = []
    for paragraph, key in zip(paragraphs, keys, strict=True):
        if key.count(" ") - 1 < _FEWEST_WORDS:
            continue
        if key in keys[: paragraph.number]:
            dropped.append((paragraph, "stands twice"))
        elif (
            _FEWEST_QUOTED <= paragraph.words <= _LONGEST_QUOTE
            and paragraph.number
            and any(key in other and key != other for other in keys)
        ):
            dropped.append((paragraph, "pull quote"))
    return tuple(drop_paragraphs(dropped))


def _key(paragraph: str) -> str:
    """The words with a space before, between and after."""
    return " ".join(["", *_WORD.findall(paragraph.casefold()), ""])
