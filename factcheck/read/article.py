"""Which blocks of a page are its article.

trafilatura judges pages by their text; on short pages it loses headings, captions, tables and lists, and it may find
nothing. So three things decide: what no article holds (navigation, asides, footers, and lists of links) goes; the
element that holds what trafilatura found is the article, and the rest of it stays; without such an element,
trafilatura's blocks are the article, and without those, everything.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from factcheck.read.page import Element, Page, PageBlock
from factcheck.text.lexicon import load_lexicon

_FURNITURE_TAGS = frozenset({"nav", "aside", "footer", "dialog", "menu"})
_HOLDERS = frozenset({"article", "main"})
_FURNITURE_ROLES = frozenset({"navigation", "complementary", "contentinfo", "banner", "search", "dialog", "alert"})
_SHINGLE = 4
_SHARE_FOUND = 0.6
"""Share of a block's shingles that trafilatura's text must have for the block to count as found."""
_SHARE_HELD = 0.7
"""Share of what trafilatura found that an element must hold to be the article."""
_SHARE_SEEN = 0.5
_PROSE_WORDS = 5
_LINKED = 0.6
"""A short block with a larger share of its letters in links is no running text."""
_WORD = re.compile(r"\w+")


def article_blocks(raw: str, page: Page) -> tuple[PageBlock, ...]:
    """The blocks of `page` that are its article, in their order."""
    found = _found(raw, page.blocks)
    possible = _possible(page.blocks, found)
    found &= set(possible)
    holder = _holder(possible, found)
    if holder is None:
        kept = [block for block in possible if (block in found if found else not _is_link(block))]
    else:
        kept = _held(possible, found, holder)
    return tuple(_with_headline(possible, kept))


def _possible(blocks: Sequence[PageBlock], found: set[PageBlock]) -> list[PageBlock]:
    """The blocks that stand in no furniture, by its tags, or by its names unless trafilatura found them.

    Where most of what was found stands in such tags, the page means something else by them.
    """
    seen = [block for block in blocks if not _by_tag(block)]
    if _length(found.intersection(seen)) < _SHARE_SEEN * _length(found):
        seen = list(blocks)
    return [block for block in seen if block in found or not any(_names_furniture(element) for element in block.path)]


def _held(possible: Sequence[PageBlock], found: set[PageBlock], holder: Element) -> list[PageBlock]:
    """What was found, and what stands in `holder`: all above and amid the found, below it running text."""
    places = [at for at, block in enumerate(possible) if block in found]
    first, last = (places[0], places[-1]) if places else (0, len(possible))
    kept = []
    for at, block in enumerate(possible):
        opening = at < first and holder.tag == "article"  # kicker, byline, date
        amid = first <= at <= last or opening or block.tag == "h1" or _is_prose(block)
        if block in found or (holder in block.path and amid and not _is_link(block)):
            kept.append(block)
    return kept


def _length(blocks: Iterable[PageBlock]) -> int:
    return sum(len(block.text) for block in blocks)


def _is_prose(block: PageBlock) -> bool:
    text = block.text.rstrip("\"'”’)»")
    return text.endswith((".", "!", "?", ":", "…")) and len(text.split()) >= _PROSE_WORDS


def _by_tag(block: PageBlock) -> bool:
    """Whether a tag or role says that no article is here. A header within an article is its own."""
    within = False
    for element in block.path:
        within = within or element.tag in _HOLDERS
        if element.tag in _FURNITURE_TAGS or element.attributes.get("role") in _FURNITURE_ROLES:
            return True
        if element.tag == "header" and not within and block.tag != "h1":
            return True
    return False


@cache
def _furniture_names() -> re.Pattern[str]:
    words = "|".join(load_lexicon("page_furniture")["names"])
    return re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])")


def _names_furniture(element: Element) -> bool:
    return element.tag not in ("html", "body", *_HOLDERS) and _furniture_names().search(element.names) is not None


def _is_link(block: PageBlock) -> bool:
    """Whether a block is little more than a link; a heading may be one."""
    return block.tag not in ("h1", "h2") and block.linked > _LINKED * len(block.text.strip())


def _found(raw: str, blocks: Sequence[PageBlock]) -> set[PageBlock]:
    """The blocks whose words trafilatura has in its text."""
    text = _extracted(raw)
    lines = {_key(line) for line in text.splitlines()}
    shingles = set(_shingles(text))
    found = set()
    for block in blocks:
        own = _shingles(block.text)
        if (own and sum(shingle in shingles for shingle in own) >= _SHARE_FOUND * len(own)) or (
            not own and _key(block.text) in lines
        ):
            found.add(block)
    return found


def _extracted(raw: str) -> str:
    import trafilatura
    from lxml.etree import LxmlError

    try:
        text = trafilatura.extract(
            raw, include_comments=False, include_tables=True, favor_recall=True, with_metadata=False
        )
    except (ValueError, TypeError, AttributeError, LxmlError):  # on markup that lxml refuses
        return ""
    return text or ""


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _shingles(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return [tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]


def _holder(blocks: Sequence[PageBlock], found: set[PageBlock]) -> Element | None:
    """The innermost article or main element with most of what was found; of what there is, where nothing was."""
    sizes: Counter[Element] = Counter()
    total = 0
    for block in blocks:
        if found and block not in found:
            continue
        total += len(block.text)
        for element in block.path:
            if element.tag in _HOLDERS or element.attributes.get("itemprop") == "articleBody":
                sizes[element] += len(block.text)
    fit = [element for element, size in sizes.items() if size >= _SHARE_HELD * total]
    return max(fit, key=lambda element: element.start, default=None)


def _with_headline(possible: Sequence[PageBlock], kept: Sequence[PageBlock]) -> Sequence[PageBlock]:
    """The page's only level-one heading belongs to the article wherever it stands above it."""
    headlines = [block for block in possible if block.tag == "h1"]
    if len(headlines) != 1 or not kept or headlines[0] in kept or any(block.tag == "h1" for block in kept):
        return kept
    if headlines[0].runs[0].start > kept[0].runs[0].start:
        return kept
    return [headlines[0], *kept]
