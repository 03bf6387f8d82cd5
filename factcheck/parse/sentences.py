"""Where sentences start and end, and which are headlines or captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.datamodel import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FULL_STOPS = (".", "!", "?", "…", ":", ";")
_CLOSERS = "\"'”’»)]"


def sentences_of(doc: Doc) -> tuple[Sentence, ...]:
    """The document's sentences, blank tokens at their ends left out."""
    found: list[tuple[int, int, int]] = []
    paragraph = -1
    after_break = True
    for sent in doc.sents:
        start, end = _trimmed(doc, sent.start, sent.end)
        if start == end:
            continue
        paragraph += after_break
        found.append((start, end, paragraph))
        after_break = "\n" in "".join(t.text_with_ws for t in doc[end : sent.end])
    last_of = {number: doc[end - 1] for _, end, number in found}
    first_of = {number: start for start, _, number in reversed(found)}
    return tuple(
        Sentence(start, end, number, _is_heading(doc[first_of[number] : last_of[number].i + 1].text))
        for start, end, number in found
    )


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and doc[start].is_space:
        start += 1
    while end > start and doc[end - 1].is_space:
        end -= 1
    return start, end


def _is_heading(paragraph: str) -> bool:
    """Whether a paragraph ends like a headline or caption: without a full stop."""
    return not paragraph.rstrip(_CLOSERS + " ").endswith(_FULL_STOPS)
