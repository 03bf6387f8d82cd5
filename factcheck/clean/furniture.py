"""Page furniture: what newsrooms put round their articles, by where it stands, how it looks, and what it says.

Each rule looks at one paragraph among its neighbours and answers with what is to go: the whole of it or a part.
Headlines, captions, subheadings and questions stay: they may say what happened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.clean.blocks import Paragraph, paragraphs_of
from factcheck.clean.furniture_authors import drop_author_note, drop_name, drop_roles
from factcheck.clean.furniture_credits import cut_credit, drop_credit
from factcheck.clean.furniture_heads import cut_dateline, drop_date, drop_masthead, drop_signature
from factcheck.clean.furniture_notices import (
    cut_notices,
    drop_button,
    drop_closing_note,
    drop_lead,
    drop_list,
    drop_stump,
    drop_symbols,
)
from factcheck.clean.settings import CleanSettings
from factcheck.clean.surroundings import Surroundings
from factcheck.datamodel import Document
from factcheck.text.alignment import Edit

Cut = tuple[int, int]
"""What is to go of a paragraph: a range of its own text."""


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """One kind of furniture."""

    name: str
    cuts: Callable[[Paragraph, Surroundings], Sequence[Cut]]


RULES = (
    FurnitureRule("symbols", drop_symbols),
    FurnitureRule("button", drop_button),
    FurnitureRule("masthead", drop_masthead),
    FurnitureRule("date of the page", drop_date),
    FurnitureRule("signature", drop_signature),
    FurnitureRule("name", drop_name),
    FurnitureRule("role", drop_roles),
    FurnitureRule("note on the author", drop_author_note),
    FurnitureRule("photo credit", drop_credit),
    FurnitureRule("lead to another piece", drop_lead),
    FurnitureRule("list of other pieces", drop_list),
    FurnitureRule("closing note", drop_closing_note),
    FurnitureRule("notice", cut_notices),
    FurnitureRule("line after the end", drop_stump),
    FurnitureRule("credit", cut_credit),
    FurnitureRule("dateline", cut_dateline),
)
"""Tried in this order; the first that answers, has the paragraph."""


def find_furniture(text: str, document: Document, settings: CleanSettings) -> tuple[Edit, ...]:
    """Edits that drop furniture, each with the kind of it as its reason."""
    paragraphs = paragraphs_of(text)
    around = Surroundings(paragraphs, document, settings)
    return tuple(edit for paragraph in paragraphs for edit in _edits(paragraph, around))


def _edits(paragraph: Paragraph, around: Surroundings) -> Iterator[Edit]:
    for rule in RULES:
        if cuts := rule.cuts(paragraph, around):
            yield from (
                Edit(paragraph.start + start, paragraph.start + end, "", f"furniture: {rule.name}")
                for start, end in cuts
            )
            return
