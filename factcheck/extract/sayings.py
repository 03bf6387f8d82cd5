"""One place where a document says that somebody says something: tokens only, before names are resolved."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract.quotations import Quotation
from factcheck.extract.tree import Tree

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Saying:
    """Who, by which word, says what. Ranges of tokens, half-open."""

    at: int
    """The word that decides: a verb, "according", a noun."""
    cue: Range
    source: Range | None
    head: int | None
    """The main word of the source."""
    content: tuple[Range, ...]
    direct: bool
    region: Range
    """All that belongs to the saying and not to what is said: "the mayor told a meeting on Monday"."""
    kind: str
    """"verb", "object", "phrase", "noun", "heading", "turn" or "following"."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation by its tokens."""

    start: int
    """The first token within."""
    end: int
    paragraph: Range
    runs_on: bool
    words: int


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotations of a document, by token."""

    all: tuple[Quoted, ...]
    starts: list[int]

    def at(self, token: int) -> Quoted | None:
        """The quotation that a token stands in."""
        k = bisect_right(self.starts, token) - 1
        return self.all[k] if k >= 0 and token < self.all[k].end else None

    def closing_at(self, tree: Tree, token: int) -> Quoted | None:
        """The quotation that closes just before a token, a comma or a stop between."""
        k = bisect_right(self.starts, token - 1) - 1
        if k < 0 or self.all[k].end > token:
            return None
        return self.all[k] if _only_marks(tree, self.all[k].end, token) else None

    def opening_at(self, tree: Tree, token: int) -> Quoted | None:
        """The quotation that opens at a token or just after it, a comma, a colon or a stop between."""
        k = bisect_right(self.starts, token - 1)
        if k >= len(self.all) or self.all[k].start - token > 4:
            return None
        return self.all[k] if _only_marks(tree, token, self.all[k].start) else None


def marks_of(tree: Tree, quotations: Sequence[Quotation]) -> Marks:
    """Turns code points into tokens."""
    found = []
    for q in quotations:
        start, end = tree.tokens_between(q.start, q.end)
        if start < end:
            found.append(Quoted(start, end, tree.tokens_between(*q.paragraph), q.runs_on, q.words))
    return Marks(tuple(found), [q.start for q in found])


def _only_marks(tree: Tree, start: int, end: int) -> bool:
    """Whether nothing but marks stands there, and no new paragraph begins."""
    return all(not any(c.isalnum() for c in tree.texts[i]) and "\n" not in tree.texts[i] for i in range(start, end))
