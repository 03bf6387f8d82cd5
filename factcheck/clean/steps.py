"""The table of cleaning steps, in their order. A step looks at a text and says what is to be edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.clean.bullets import find_bullets
from factcheck.clean.duplicates import find_duplicates
from factcheck.clean.encoding import find_mojibake
from factcheck.clean.furniture import find_furniture
from factcheck.clean.glued import find_glued
from factcheck.clean.paragraphs import find_line_ends
from factcheck.clean.settings import CleanSettings
from factcheck.clean.typography import find_typography
from factcheck.datamodel import Document
from factcheck.text.alignment import Edit


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of mending."""

    name: str
    find: Callable[[str, Document, CleanSettings], tuple[Edit, ...]]
    """From the text at hand and the document as read to edits of that text, none of which overlap."""


STEPS = (
    Step("encoding", find_mojibake),
    Step("typography", find_typography),
    Step("paragraphs", find_line_ends),  # the steps below take each line for a paragraph
    Step("glued", find_glued),
    Step("furniture", find_furniture),  # sees bullets: one that holds a name alone is furniture
    Step("bullets", find_bullets),
    Step("duplicates", find_duplicates),
)
