"""Attributions made by layout: headlines ("Police: bridge unsafe") and transcripts ("HOLT: Good morning.")."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from factcheck.extract.cast import Cast
from factcheck.extract.sayings import Marks, Range, Saying
from factcheck.extract.tree import Tree
from factcheck.text.lexicon import load_lexicon

_LABEL = re.compile(
    r"(?P<label>[^\W\d_][\w.'’\- ]{0,40}?)(?:, [\w' ]{2,30})?\s?(?:\((?P<note>[^()\n]{1,40})\))?:\s",
)
_ASIDE = re.compile(r"[\[(*_#>-]")
_QUESTION = frozenset(["q", "question", "a", "answer"])


@dataclass(frozen=True, slots=True)
class Turn:
    """What one voice of a transcript says before the next."""

    label: str
    speaker: str | None
    """As the label has it; None for a questioner without a name."""
    start: int
    """Tokens."""
    end: int


def transcript_turns(tree: Tree, text: str, paragraphs: list[Range]) -> list[Turn]:
    """The turns of a transcript, empty where the document is none.

    A document is one where at least three paragraphs open with a label and one comes back. A label is "Q", "A", or
    a name: in capitals, or, where each of two comes back, as names are written.
    """
    matches = {k: m for k, (a, b) in enumerate(paragraphs) if (m := _LABEL.match(text, *_chars(tree, a, b)))}
    counts = Counter(m["label"] for m in matches.values())
    paired = sum(n > 1 for label, n in counts.items() if _is_name(label)) > 1
    labels = {k: m for k, m in matches.items() if _is_label(m["label"]) or (paired and _is_name(m["label"]))}
    if len(labels) < 3 or max(counts[m["label"]] for m in labels.values()) < 2:
        return []
    return [_turn(tree, text, paragraphs, labels, k) for k in sorted(labels)]


def _turn(tree: Tree, text: str, paragraphs: list[Range], labels: dict[int, re.Match[str]], k: int) -> Turn:
    """A turn from its label to the next, or to a remark in brackets."""
    last = k
    while last + 1 < len(paragraphs) and last + 1 not in labels:
        if _ASIDE.match(text, tree.starts[paragraphs[last + 1][0]]):
            break
        last += 1
    match = labels[k]
    label = match["label"].strip()
    speaker = match["note"] if label.lower() in _QUESTION else label
    return Turn(label, speaker, tree.tokens_between(match.end(), match.end() + 1)[0], paragraphs[last][1])


def _chars(tree: Tree, start: int, end: int) -> tuple[int, int]:
    return tree.starts[start], tree.ends[end - 1]


def _is_label(label: str) -> bool:
    return label.isupper() and label.lower() not in _FURNITURE and len(label.split()) <= 4


def _is_name(label: str) -> bool:
    words = label.split()
    return len(words) <= 3 and all(w[:1].isupper() for w in words) and label.lower() not in _FURNITURE


_FURNITURE = frozenset(
    (
        "photo picture pictures caption correction update note source sources credit image video map graphic read more "
        "weather file exclusive live"
    ).split()
)


def heading_sayings(tree: Tree, cast: Cast, marks: Marks, sentence: int) -> list[Saying]:
    """ "Police: bridge was unsafe" and "Bridge was unsafe: police"."""
    start, end = tree.bounds[sentence]
    colons = [i for i in range(start + 1, end - 1) if tree.texts[i] == ":"]
    if len(colons) != 1:
        return []
    colon = colons[0]
    for source, content in (((start, colon), (colon + 1, end)), ((colon + 1, end), (start, colon))):
        content = tree.trimmed(*content, blank=",;.–—-“”\"„«»‘’'…")
        if _is_voice(tree, cast, *source) and content[1] - content[0] >= 3 and not _is_voice(tree, cast, *content):
            head = source[1] - 1
            return [
                Saying(
                    colon,
                    (colon, colon + 1),
                    source,
                    head,
                    (content,),
                    marks.at(content[0]) is not None,
                    (min(source[0], colon), max(source[1], colon + 1)),
                    "heading",
                )
            ]
    return []


def _is_voice(tree: Tree, cast: Cast, start: int, end: int) -> bool:
    """Whether these words name somebody who could speak."""
    if not 1 <= end - start <= 4 or tree.has_finite(start, end):
        return False
    if cast.person(end - 1) is not None or (
        end - start <= 2 and all(tree.names[i] == "PERSON" for i in range(start, end))
    ):
        return True
    roles = load_lexicon("titles")["roles"]
    lemma = tree.lemmas[end - 1]
    return lemma in roles or lemma in _BODIES or (end - start <= 2 and lemma in load_lexicon("titles")["bodies"])


_BODIES = frozenset(
    (
        "police report study officials court ministry government union minister army military prosecutors inquiry "
        "survey poll firm company witness witnesses experts un who"
    ).split()
)
