"""What a page says of itself: in meta tags, JSON-LD, its title tag and the lines about its headline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.read.masthead import last_edited
from factcheck.read.page import Page, PageBlock
from factcheck.read.reading import Run, cut, same_words, visible
from factcheck.text.bylines import byline, dateline
from factcheck.text.calendar import days_named

_TITLE_END = re.compile(r"\s+[|–—·»:-]+\s+|\s*\|\s*")
_SECTIONS = frozenset(
    "news home blog press opinion world politics business sport newsroom article latest home-page".split()
)
_ABOUT = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|byline|by|meta|time|timestamp|published|posted|author|info)(?:$|[\s_-])"
)
_HEAD_BLOCKS = 6
_HEADLINE_WORDS = 3
_SAME = 0.7
"""Share of a title's words found at the head of the article from which on the two are the same headline."""
_SHORT = 120
_PUBLISHED = tuple(
    "article:published_time og:article:published_time datepublished date dc.date dc.date.issued dcterms.created "
    "pubdate publishdate publish-date sailthru.date parsely-pub-date article:published".split()
)


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What the page says of itself."""

    title: str | None
    headline: tuple[Run, ...]
    """The title tag, as far as it says something that the article's headline does not."""
    outlet: str | None
    byline: str | None
    published: str | None
    url: str | None


def page_metadata(page: Page, article: Sequence[PageBlock]) -> PageMetadata:
    """Tells title, outlet, author, date and address. The most explicit source that has a value, has it."""
    metas = _metas(page)
    graph = list(_graph(page.scripts))
    headline = next((block.text for block in article if block.tag == "h1"), None)
    tag = visible(page.title)
    title = headline or metas.get("og:title") or _property(graph, "headline") or _title_parts(tag)[0]
    outlet = (
        metas.get("og:site_name")
        or _property(graph, "publisher")
        or metas.get("publisher")
        or metas.get("application-name")
        or _outlet_of_title(tag, title)
    )
    author = _property(graph, "author") or metas.get("author") or _signed(article)
    published = (
        next((metas[key] for key in _PUBLISHED if days_named(metas.get(key, ""))), None)
        or _first_day(_property(graph, "datePublished"))
        or _dated(article)
        or _time_tag(page)
        or _edited(page)
    )
    other = _other_headline(page.title, article, outlet)
    return PageMetadata(_line(title), other, _line(outlet), _line(author), _line(published), _address(page, metas))


def _metas(page: Page) -> dict[str, str]:
    """Content of meta tags by name, the first of each."""
    values: dict[str, str] = {}
    for meta in page.metas:
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if meta["tag"] == "meta" and name and meta.get("content", "").strip():
            values.setdefault(name.lower(), meta["content"])
    return values


def _graph(scripts: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    """The objects of JSON-LD that describe an article."""
    for script in scripts:
        try:
            loaded = json.loads(script, strict=False)
        except (ValueError, RecursionError):  # pages with broken JSON-LD are common
            continue
        for item in _objects(loaded):
            kind = str(item.get("@type", ""))
            if "Article" in kind or "Posting" in kind or "Report" in kind:
                yield item


def _objects(loaded: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(loaded, list):
        for item in loaded:
            yield from _objects(item)
    elif isinstance(loaded, Mapping):
        yield loaded
        yield from _objects(loaded.get("@graph", []))


def _property(graph: Iterable[Mapping[str, Any]], key: str) -> str | None:
    return next((words for item in graph if (words := _named(item.get(key)))), None)


def _named(value: Any) -> str | None:
    if isinstance(value, list):
        return ", ".join(words for item in value if (words := _named(item))) or None
    if isinstance(value, Mapping):
        value = value.get("name")
    return value if isinstance(value, str) and value.strip() else None


def _title_parts(title: str) -> tuple[str | None, str | None]:
    """ "Headline | Outlet" in two; the outlet is None where there is no such end."""
    cuts = list(_TITLE_END.finditer(title))
    if not cuts or not title[: cuts[-1].start()].strip() or ":" in cuts[-1].group():
        return title or None, None
    return title[: cuts[-1].start()], title[cuts[-1].end() :]


def _outlet_of_title(title: str, headline: str | None) -> str | None:
    """What the title tag has beside the headline; a section's name ("Outlet | News") is no outlet."""
    first, last = _title_parts(title)
    if last is None or _line(title) == _line(headline):
        return None
    return first if last.strip().lower() in _SECTIONS and first != headline else last


def _other_headline(title: Sequence[Run], article: Sequence[PageBlock], outlet: str | None) -> tuple[Run, ...]:
    """The runs of the title tag without the outlet, where the article does not open with the same."""
    words = visible(title)
    first = _title_parts(words)[0] or ""
    own = set(_words(first))
    opening = {word for block in article[:3] for word in _words(block.text)}
    if not article or not title or title[-1].end > article[0].runs[0].start:  # a title tag amid the text is a slip
        return ()
    if len(own) < _HEADLINE_WORDS or len(own & opening) >= _SAME * len(own) or same_words(first, outlet or ""):
        return ()
    return cut(title, len(first.rstrip()))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _signed(article: Sequence[PageBlock]) -> str | None:
    for block in article[:_HEAD_BLOCKS]:
        if len(block.text) <= _SHORT and (found := byline(block.text)):
            return found.name
    return None


def _dated(article: Sequence[PageBlock]) -> str | None:
    """The date on a short line near the headline, or in the dateline."""
    for block in article[:_HEAD_BLOCKS]:
        days = days_named(block.text)
        named = any(_ABOUT.search(element.names) for element in block.path)
        if days and len(block.text) <= _SHORT and (named or byline(block.text) or _mostly(block.text, days[0].text)):
            return days[0].text
        start = dateline(block.text)
        if start and start.day:
            return start.day.text
    return None


def _first_day(words: str | None) -> str | None:
    """The words, where they hold a date: some pages leave the year 1 in."""
    return words if words and days_named(words) else None


def _mostly(text: str, day: str) -> bool:
    """Whether a line holds little but a date."""
    return len(re.findall(r"[^\W\d_]{3,}", text.replace(day, ""))) <= 4


def _time_tag(page: Page) -> str | None:
    return next(
        (meta["datetime"] for meta in page.metas if meta["tag"] == "time" and days_named(meta.get("datetime", ""))),
        None,
    )


def _edited(page: Page) -> str | None:
    day = last_edited("\n".join(block.text for block in page.blocks))
    return day.text if day else None


def _address(page: Page, metas: Mapping[str, str]) -> str | None:
    for meta in page.metas:
        if meta["tag"] == "link" and meta.get("rel", "").lower() == "canonical" and meta.get("href"):
            return meta["href"]
    return metas.get("og:url")


def _line(text: str | None) -> str | None:
    return (" ".join(text.split()) or None) if text else None
