"""Documents made for tests of cleaning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.datamodel import Document
from factcheck.text.alignment import Alignment

ARTICLE = (
    "The harbour council voted on Monday to close the old pier for two years.",
    "Engineers had found rust in eleven of its forty pillars, the council said.",
    "The work will cost 3 million crowns, according to its treasurer.",
    "A ferry will serve the island until the pier opens again in spring.",
)


def document(text: str, **about: Any) -> Document:
    """A document whose text is its raw file."""
    return Document("d.txt", "d.txt", text, text, Alignment.identity(len(text)), **about)


def with_article(place: str, paragraphs: Sequence[str]) -> str:
    """The article with other paragraphs at its head, in its middle or at its tail, under its headline."""
    at = {"head": 0, "middle": 2, "tail": len(ARTICLE)}[place]
    body = [*ARTICLE[:at], *paragraphs, *ARTICLE[at:]]
    title = "Pier shut for two years"
    return "\n\n".join(
        [*body[: len(paragraphs)], title, *body[len(paragraphs) :]] if place == "head" else [title, *body]
    )
