"""HTML: the article of a page, each of its characters at its place in the source."""

from __future__ import annotations

from factcheck.read.article import article_blocks
from factcheck.read.page import read_page
from factcheck.read.page_metadata import page_metadata
from factcheck.read.reading import Reading, lay_out


def read_html(raw: str) -> Reading:
    """Reads a page: paragraphs, headings, list items, captions and table rows of its article."""
    page = read_page(raw)
    article = article_blocks(raw, page)
    about = page_metadata(page, article)
    text, alignment = lay_out(raw, [about.headline, *(block.runs for block in article)])
    return Reading(
        text,
        alignment,
        title=about.title,
        outlet=about.outlet,
        byline=about.byline,
        published=about.published,
        url=about.url,
        lang=page.lang,
    )
