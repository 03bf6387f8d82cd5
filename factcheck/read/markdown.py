"""Markdown, with or without YAML front matter: its marks are taken out, so that the text is what a reader sees.

markdown-it-py tells the blocks and what is seen in each; it gives lines, no columns, so each piece seen is sought in
the lines of its block, from where the piece before it ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.read.front_matter import read_front_matter
from factcheck.read.masthead import read_masthead
from factcheck.read.page import read_page
from factcheck.read.reading import Reading, Run, lay_out, same_words, squeeze, visible

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_CAPTION_WORDS = 3
"""An image's description of fewer words is no caption."""
_TARGET = re.compile(r"\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])?")


def read_markdown(raw: str) -> Reading:
    """Reads Markdown. The title of the front matter is read as the headline, unless the text repeats it."""
    front = read_front_matter(raw)
    blocks = [squeezed for block in _blocks(raw, front.end) if (squeezed := squeeze(block))]
    if front.title and front.title_at and not (blocks and same_words(visible(blocks[0]), front.title)):
        blocks.insert(0, (Run(*front.title_at, front.title),))
    text, alignment = lay_out(raw, blocks)
    head = read_masthead(text)
    return Reading(
        text,
        alignment,
        title=front.title or head.title,
        outlet=front.outlet or head.outlet,
        byline=front.byline or head.byline,
        published=front.published or head.published,
        url=front.url,
        lang=front.lang,
    )


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Pieces of escapes and entities must stay apart to be found in the source.
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).disable("text_join")


def _blocks(raw: str, body: int) -> Iterator[list[Run]]:
    """The paragraphs of the text from `body` on: each a list of runs; of a table each row."""
    lines = _line_starts(raw, body)
    row: list[Run] = []
    where = _Cursor(raw, body)
    for token in _parser().parse(_as_parsed(raw[body:])):
        if token.map:
            where.enter(lines[token.map[0]], lines[min(token.map[1], len(lines) - 1)])
        if token.type == "inline":
            for block in _inline_blocks(token.children or (), where):
                if where.in_table:
                    row.extend([*([Run(block[0].start, block[0].start, ", ")] if row else []), *block])
                else:
                    yield block
        elif token.type in ("table_open", "table_close"):
            where.in_table = token.type == "table_open"
        elif token.type == "tr_close":
            yield row
            row = []
        elif token.type == "html_block":
            yield from (list(block.runs) for block in read_page(raw, where.at, where.end).blocks)
        elif token.type in ("fence", "code_block"):
            yield from (
                [run] for line in token.content.splitlines() if line.strip() and (run := where.find(line.strip()))
            )


def _as_parsed(source: str) -> str:
    """The parser makes three kinds of line ends one, and NUL another; as long as before, so that lines agree."""
    return source.replace("\x00", "\ufffd")


def _line_starts(raw: str, body: int) -> list[int]:
    """Where each line begins, as CommonMark counts lines, and where the last one ends."""
    return [body, *(body + match.end() for match in re.finditer(r"\r\n|\n|\r", raw[body:])), len(raw)]


@dataclass(slots=True)
class _Cursor:
    """A place in the source, before which all has been seen."""

    raw: str
    at: int
    end: int = field(default=0)
    in_table: bool = field(default=False)

    def enter(self, start: int, end: int) -> None:
        """Goes to a block, never back."""
        self.at, self.end = max(self.at, start), end

    def find(self, words: str) -> Run | None:
        """The next place of `words`."""
        start = self.raw.find(words, self.at, self.end)
        if start < 0:
            return None
        self.at = start + len(words)
        return Run(start, self.at, words)

    def skip(self, pattern: re.Pattern[str]) -> None:
        """Passes over markup that is not seen, such as a link's target."""
        if match := pattern.search(self.raw, self.at, self.end):
            self.at = match.end()


def _inline_blocks(tokens: Iterable[Any], where: _Cursor) -> Iterator[list[Run]]:
    """The runs of one paragraph; a caption is one of its own."""
    runs: list[Run] = []
    for token in tokens:
        if token.type == "image":
            caption = list(_image(token, where))
            yield runs
            yield caption
            runs = []
        else:
            runs.extend(_seen(token, where))
    yield runs


def _image(token: Any, where: _Cursor) -> Iterator[Run]:
    runs = [run for child in token.children or () for run in _seen(child, where)]
    where.skip(_TARGET)
    if len("".join(run.text for run in runs).split()) >= _CAPTION_WORDS:
        yield from runs


def _seen(token: Any, where: _Cursor) -> Iterator[Run]:
    """What a reader sees of one token."""
    run: Run | None = None
    if token.type in ("text", "code_inline"):
        run = where.find(token.content) or _by_words(token.content, where)
    elif token.type == "text_special":
        found = where.find(token.markup)
        run = Run(found.start, found.end, token.content) if found else None
    elif token.type in ("softbreak", "hardbreak"):
        run = _line_end(where, "\n" if token.type == "hardbreak" else " ")
    elif token.type == "link_close" and token.markup != "autolink":
        where.skip(_TARGET)
    elif token.type == "html_inline":
        found = where.find(token.content)
        run = Run(found.end, found.end, "\n") if found and token.content.lower().startswith("<br") else None
    if run and run.text:
        yield run


def _by_words(content: str, where: _Cursor) -> Run | None:
    """A text whose white space the parser has changed: from its first word to its last."""
    words = content.split()
    start = where.at
    runs = [run for word in words if (run := where.find(word))]
    if len(runs) != len(words) or not runs:
        where.at = start
        return None
    return Run(runs[0].start, runs[-1].end, " ".join(words))


def _line_end(where: _Cursor, text: str) -> Run | None:
    match = re.compile(r"\r\n|\n|\r").search(where.raw, where.at, where.end)
    if match is None:
        return None
    where.at = match.end()
    return Run(match.start(), match.end(), text)
