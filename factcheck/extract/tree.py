"""A parse as plain lists: what the extractors ask of it, without the cost of a token object for each question."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.datamodel import ParsedDocument

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_MENDED = {"hoped": "hope", "hoping": "hope"}
"""Words that the lemmatiser leads back to another verb."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True, slots=True)
class Tree:
    """Token by token: words in lower case, and the parse. Ranges are of tokens, half-open."""

    texts: list[str]
    words: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    lefts: list[int]
    """Where each token's subtree starts."""
    rights: list[int]
    """Where each token's subtree ends."""
    children: list[list[int]]
    names: list[str]
    """The kind of name that each token is part of, or ""."""
    inside: list[bool]
    """Whether each token continues a name that began before it."""
    starts: list[int]
    """Code points of the text."""
    ends: list[int]
    sentence: list[int]
    """The number of each token's sentence, -1 for blank tokens between sentences."""
    bounds: list[tuple[int, int]]
    """The tokens of each sentence."""

    def child(self, at: int, *deps: str) -> int | None:
        """The first dependent of one of these kinds."""
        return next((c for c in self.children[at] if self.deps[c] in deps), None)

    def subject(self, at: int) -> int | None:
        """The word's own subject."""
        return self.child(at, *SUBJECTS)

    def subtree(self, at: int) -> tuple[int, int]:
        """The tokens that hang on a word, itself included."""
        return self.lefts[at], self.rights[at]

    def is_verb(self, at: int) -> bool:
        """Whether the word is a verb or an auxiliary."""
        return self.tags[at][:2] == "VB" or self.tags[at] == "MD"

    def is_finite(self, at: int) -> bool:
        """Whether the word is a verb with a finite form of its own or in its auxiliary."""
        if self.tags[at] in _FINITE:
            return True
        return self.is_verb(at) and any(
            self.tags[c] in _FINITE for c in self.children[at] if self.deps[c] in ("aux", "auxpass")
        )

    def has_finite(self, start: int, end: int) -> bool:
        """Whether a finite verb stands among these tokens."""
        return any(self.tags[i] in _FINITE for i in range(start, end))

    def text_of(self, start: int, end: int) -> str:
        """The words of a range, blanks as in the text, line breaks as blanks."""
        blanks = [" " if i > start and self.starts[i] > self.ends[i - 1] else "" for i in range(start, end)]
        return " ".join("".join(b + t for b, t in zip(blanks, self.texts[start:end], strict=True)).split())

    def ancestors(self, at: int) -> Iterator[int]:
        """The words above, nearest first."""
        while self.heads[at] != at:
            at = self.heads[at]
            yield at

    def trimmed(self, start: int, end: int, blank: str = ",;:.–—-“”\"„«»‘’'…") -> tuple[int, int]:
        """The range without punctuation and blanks at its ends."""
        while start < end and (not self.texts[start].strip() or self.texts[start] in blank):
            start += 1
        while end > start and (not self.texts[end - 1].strip() or self.texts[end - 1] in blank):
            end -= 1
        return start, end

    def tokens_between(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that start within these code points."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


_last: tuple[ParsedDocument, Tree] | None = None


def tree_of(parsed: ParsedDocument) -> Tree:
    """The parse as lists. The last one is kept, as all extractors ask for it in turn."""
    global _last
    kept = _last
    if kept is None or kept[0] is not parsed:
        kept = _last = (parsed, _read(parsed))
    return kept[1]


def _read(parsed: ParsedDocument) -> Tree:
    doc = parsed.doc
    size = len(doc)
    heads = [t.head.i for t in doc]
    lefts, rights = list(range(size)), list(range(1, size + 1))
    children: list[list[int]] = [[] for _ in range(size)]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    _spread(heads, lefts, rights)
    sentence = [-1] * size
    for number, s in enumerate(parsed.sentences):
        sentence[s.start : s.end] = [number] * (s.end - s.start)
    texts = [t.text for t in doc]
    words = [t.lower().replace("’", "'") for t in texts]
    starts = [t.idx for t in doc]
    return Tree(
        texts=texts,
        words=words,
        lemmas=[_MENDED.get(w, t.lemma_.lower()) for t, w in zip(doc, words, strict=True)],
        tags=[t.tag_ for t in doc],
        deps=[t.dep_ for t in doc],
        heads=heads,
        lefts=lefts,
        rights=rights,
        children=children,
        names=[t.ent_type_ for t in doc],
        inside=[t.ent_iob_ == "I" for t in doc],
        starts=starts,
        ends=[s + len(t) for s, t in zip(starts, texts, strict=True)],
        sentence=sentence,
        bounds=[(s.start, s.end) for s in parsed.sentences],
    )


def _spread(heads: list[int], lefts: list[int], rights: list[int]) -> None:
    """Widens each subtree to hold those below it; a few passes suffice, as trees are shallow."""
    changed = True
    while changed:
        changed = False
        for i, head in enumerate(heads):
            if lefts[i] < lefts[head]:
                lefts[head] = lefts[i]
                changed = True
            if rights[i] > rights[head]:
                rights[head] = rights[i]
                changed = True
