"""HTML source → blocks of text, each piece with its place in the file.

html.parser tells where every piece of text and every tag begins in the source, which lxml does not; so the way back
from what a reader sees to the file is exact. Which blocks are article is decided elsewhere.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from factcheck.read.reading import Run, squeeze, visible

BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table "
    "tbody td tfoot th thead tr ul".split()
)
UNSEEN_TAGS = frozenset(
    "audio button canvas datalist head iframe math noscript object option script select style svg template textarea "
    "title video".split()
)
_VOID_TAGS = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CELL_TAGS = frozenset({"td", "th"})
_P_ENDS_BEFORE = BLOCK_TAGS - {"td", "th", "tr", "tbody", "thead", "tfoot", "html", "body"}
_LONGEST_CELL = 200
"""A table row with a longer cell is layout, and each cell a paragraph."""
_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An open tag."""

    tag: str
    attributes: dict[str, str]
    start: int

    @property
    def names(self) -> str:
        """Class, id and role in one, small letters."""
        return " ".join(
            self.attributes.get(key, "") for key in ("class", "id", "role", "itemprop", "data-testid")
        ).lower()

    @property
    def hidden(self) -> bool:
        """Whether a reader does not see what is in it."""
        return (
            self.tag in UNSEEN_TAGS
            or "hidden" in self.attributes
            or self.attributes.get("aria-hidden") == "true"
            or _HIDING.search(self.attributes.get("style", "")) is not None
        )


@dataclass(frozen=True, slots=True, eq=False)
class PageBlock:
    """A paragraph, heading, list item, caption or table row."""

    runs: tuple[Run, ...]
    path: tuple[Element, ...]
    """The elements that hold it, outermost first."""
    linked: int
    """How many of its characters stand in links."""

    @property
    def text(self) -> str:
        """What a reader sees."""
        return visible(self.runs)

    @property
    def tag(self) -> str:
        """The innermost block-level tag that holds it."""
        return next((element.tag for element in reversed(self.path) if element.tag in BLOCK_TAGS), "")


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A parsed page."""

    blocks: tuple[PageBlock, ...]
    metas: tuple[dict[str, str], ...]
    """Attributes of meta, link and time tags, with the tag's name under "tag"."""
    scripts: tuple[str, ...]
    """Contents of JSON-LD scripts."""
    title: tuple[Run, ...]
    lang: str | None


def read_page(raw: str, start: int = 0, end: int | None = None) -> Page:
    """Parses HTML, whole or the part `start:end` of a file; whatever the markup, it gives some page."""
    source = raw[start:end]
    parser = _PageParser(source, start)
    parser.feed(source)
    parser.close()
    parser.flush()
    blocks = [block for block in parser.blocks if block.runs and block.text.strip()]
    return Page(tuple(blocks), tuple(parser.metas), tuple(parser.scripts), squeeze(parser.title), parser.lang)


@dataclass(slots=True)
class _Open:
    """The block that is being filled."""

    runs: list[Run] = field(default_factory=list)
    linked: int = 0
    path: tuple[Element, ...] = ()


class _PageParser(HTMLParser):
    """Walks the source with a stack of open elements."""

    def __init__(self, source: str, base: int) -> None:
        super().__init__(convert_charrefs=False)
        self.base = base
        self.source = source
        self.lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self.stack: list[Element] = []
        self.blocks: list[PageBlock] = []
        self.rows: list[tuple[Element, list[PageBlock]]] = []
        self.current = _Open()
        self.metas: list[dict[str, str]] = []
        self.scripts: list[str] = []
        self.title: list[Run] = []
        self.lang: str | None = None

    @property
    def place(self) -> int:
        """Where the token at hand begins, in the parsed source."""
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in ("meta", "link", "time", "body"):
            self.metas.append({**attributes, "tag": tag})
        if tag == "html":
            self.lang = attributes.get("lang") or attributes.get("xml:lang") or self.lang
        if tag == "br":
            self._add(Run(self._at(), self._at(), "\n"))
        if tag in BLOCK_TAGS:
            self.flush()
            self._close_implied(tag)
        if tag not in _VOID_TAGS:
            self._push(Element(tag, attributes, self._at()))

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID_TAGS and tag not in BLOCK_TAGS:  # a browser ignores the slash of <div/>
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            self._add(Run(self._at(), self._at(), "\n"))
        if tag in BLOCK_TAGS:
            self.flush()
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at].tag == tag:
                self._pop_to(at)
                return
            if tag not in BLOCK_TAGS and self.stack[at].tag in BLOCK_TAGS:
                return  # </b> closes nothing outside the paragraph

    def handle_data(self, data: str) -> None:
        inside = self.stack[-1] if self.stack else None
        if inside and inside.tag == "script" and "ld+json" in inside.attributes.get("type", ""):
            self.scripts.append(data)
            return
        start = self._at()
        for text, place in _decoded(data):
            self._add(Run(start + place[0], start + place[1], text))

    def handle_entityref(self, name: str) -> None:
        self._reference()

    def handle_charref(self, name: str) -> None:
        self._reference()

    def unknown_decl(self, data: str) -> None:
        """A CDATA section or such: not seen."""

    def flush(self) -> None:
        """Ends the block at hand."""
        runs = squeeze(self.current.runs)
        if runs:
            block = PageBlock(runs, self.current.path, self.current.linked)
            (self.rows[-1][1] if self.rows else self.blocks).append(block)
        self.current = _Open()

    def close(self) -> None:
        super().close()
        self.flush()
        self._pop_to(0)

    def _at(self) -> int:
        return self.base + self.place

    def _reference(self) -> None:
        match = _REFERENCE.match(self.source, self.place)
        if match is None:
            return
        self._add(Run(self.base + match.start(), self.base + match.end(), html.unescape(match.group())))

    def _add(self, run: Run) -> None:
        if self._in_title():
            self.title.append(run)
        if any(element.hidden for element in self.stack):
            return
        if not self.current.runs:
            self.current.path = tuple(self.stack)
        self.current.runs.append(run)
        if any(element.tag == "a" for element in self.stack):
            self.current.linked += len(run.text.strip())

    def _in_title(self) -> bool:
        """Whether this is the page's title, not that of a drawing in it."""
        return (
            bool(self.stack) and self.stack[-1].tag == "title" and all(element.tag != "svg" for element in self.stack)
        )

    def _push(self, element: Element) -> None:
        self.stack.append(element)
        if element.tag == "tr":
            self.rows.append((element, []))

    def _pop_to(self, at: int) -> None:
        """Closes the elements from `at` on."""
        closed, self.stack = self.stack[at:], self.stack[:at]
        for element in reversed(closed):
            if self.rows and self.rows[-1][0] is element:
                _, cells = self.rows.pop()
                (self.rows[-1][1] if self.rows else self.blocks).extend(_row(cells))

    def _close_implied(self, tag: str) -> None:
        """Closes what HTML lets stand open before `tag`: a paragraph, an item, a cell, a row."""
        closes = {
            "li": ({"li"}, {"ul", "ol", "menu", "dir"}),
            "dt": ({"dt", "dd"}, {"dl"}),
            "dd": ({"dt", "dd"}, {"dl"}),
            "tr": ({"tr"}, {"table"}),
            "td": (_CELL_TAGS, {"tr", "table"}),
            "th": (_CELL_TAGS, {"tr", "table"}),
        }.get(tag, (set(), set()))
        for at in range(len(self.stack) - 1, -1, -1):
            open_tag = self.stack[at].tag
            if open_tag in closes[0] or (open_tag == "p" and tag in _P_ENDS_BEFORE):
                self._pop_to(at)
                return
            if open_tag in closes[1] or open_tag in BLOCK_TAGS:
                return


def _decoded(data: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """A stretch of text, any references in it decoded one by one."""
    at = 0
    for match in _REFERENCE.finditer(data):
        text = html.unescape(match.group())
        if text != match.group():
            if match.start() > at:
                yield data[at : match.start()], (at, match.start())
            yield text, match.span()
            at = match.end()
    if at < len(data):
        yield data[at:], (at, len(data))


def _row(cells: list[PageBlock]) -> list[PageBlock]:
    """A table row as one paragraph, "cell, cell", unless the table serves for layout."""
    if len(cells) < 2 or any(len(cell.text) > _LONGEST_CELL for cell in cells) or _blocks_within(cells):
        return cells
    runs: list[Run] = []
    for cell in cells:
        if runs:
            runs.append(Run(cell.runs[0].start, cell.runs[0].start, ", "))
        runs.extend(cell.runs)
    return [PageBlock(tuple(runs), cells[0].path, sum(cell.linked for cell in cells))]


def _blocks_within(cells: list[PageBlock]) -> bool:
    """Whether a cell holds several blocks."""
    holders = [next((e for e in reversed(cell.path) if e.tag in _CELL_TAGS), None) for cell in cells]
    return len({id(holder) for holder in holders}) < len(cells)
