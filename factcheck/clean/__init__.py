"""What the reader of a page sees, without the page: documents in, documents of paragraphs out."""

from __future__ import annotations

from dataclasses import replace

from factcheck.clean.settings import CleanSettings
from factcheck.clean.steps import STEPS
from factcheck.datamodel import Document
from factcheck.text.alignment import Alignment, Edit, apply_edits

__all__ = ["CleanSettings", "clean_document"]

_ROUNDS = 12
"""What a step takes away may show another step something; in practice the third round finds nothing."""


def clean_document(document: Document, *, settings: CleanSettings = CleanSettings()) -> Document:
    """Mends encoding, typography and glued words, and drops furniture and what stands twice.

    The steps are repeated until none finds anything, so cleaning what is clean changes nothing.

    Returns:
        The document with paragraphs joined by blank lines, no other line breaks, and every edit in raw code points.
    """
    text, alignment, edits = document.text, document.alignment, list(document.edits)
    for _ in range(_ROUNDS):
        before = text
        for step in STEPS:
            if step.name not in settings.skip:
                found = step.find(text, document, settings)
                edits.extend(_told(text, alignment, found))
                text, alignment = apply_edits(text, alignment, found)
        if text == before:
            break
    return replace(document, text=text, alignment=alignment, edits=tuple(sorted(edits)))


def _told(text: str, alignment: Alignment, edits: tuple[Edit, ...]) -> list[Edit]:
    """The edits in raw code points, but for those that only lay out white space anew."""
    return [alignment.raw_edit(edit) for edit in edits if not _is_layout(text, edit)]


def _is_layout(text: str, edit: Edit) -> bool:
    blank = not (text[edit.start : edit.end] + edit.replacement).strip()
    return blank and edit.start < edit.end
