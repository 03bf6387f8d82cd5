"""Plain text: what stands in the file is what a reader sees."""

from __future__ import annotations

from factcheck.read.masthead import read_masthead
from factcheck.read.reading import Reading
from factcheck.text.alignment import Alignment


def read_text(raw: str) -> Reading:
    """Reads a plain text; title, outlet, byline and date are told from its head."""
    head = read_masthead(raw)
    return Reading(raw, Alignment.identity(len(raw)), head.title, head.outlet, head.byline, head.published)
