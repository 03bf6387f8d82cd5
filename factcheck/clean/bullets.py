"""Marks at the head of a list's items: the items are paragraphs, the marks say nothing."""

from __future__ import annotations

import re

from factcheck.clean.blocks import paragraphs_of
from factcheck.clean.settings import CleanSettings
from factcheck.datamodel import Document
from factcheck.text.alignment import Edit

BULLET = re.compile(r"(?:[•▪◦‣●○■□►▶»·*]+|[–—-]+)\s+(?=\S)")
_NUMBER = re.compile(r"\(?(?P<number>\d{1,2})[.)]\s+(?=\S)")


def find_bullets(text: str, document: Document, settings: CleanSettings) -> tuple[Edit, ...]:
    """Bullets dropped from each paragraph, and numbers where they count up from one."""
    edits = []
    expected = 1
    numbered: list[Edit] = []
    for paragraph in paragraphs_of(text):
        if match := BULLET.match(paragraph.text):
            edits.append(Edit(paragraph.start, paragraph.start + match.end(), "", "list mark"))
        number = _NUMBER.match(paragraph.text)
        if number and int(number.group("number")) == expected:
            numbered.append(Edit(paragraph.start, paragraph.start + number.end(), "", "list mark"))
            expected += 1
    return tuple(sorted([*edits, *(numbered if len(numbered) > 1 else ())]))
