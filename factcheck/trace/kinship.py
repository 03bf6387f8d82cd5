"""Which of several bodies a passage is about: the one with whose own document it shares rare words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.datamodel import Document
from factcheck.text.names import name_words
from factcheck.trace.identity import Identity
from factcheck.trace.wording import words_in

_PLAIN_WORDS = frozenset(
    (
        "air",
        "central",
        "company",
        "general",
        "group",
        "limited",
        "national",
        "office",
        "public",
        "service",
        "state",
        "union",
    )
)
"""Words of bodies' names that tell nobody from others."""
_MOST = 4
"""A word that more documents have is not rare."""


def rare_words(documents: Sequence[Document]) -> dict[str, frozenset[str]]:
    """By document: its numbers and longer words that at most half of the documents have, and at most four."""
    words = {d.id: _longer_words(d.text) for d in documents}
    spread = Counter(w for found in words.values() for w in found)
    most = max(2, min(_MOST, len(documents) // 2))
    return {doc: frozenset(w for w in found if spread[w] <= most) for doc, found in words.items()}


def shared_rare(passage: str, body: Identity, rare: dict[str, frozenset[str]]) -> int:
    """How many rare words of the body's document a passage has, those of its name aside."""
    return len(_longer_words(passage) & rare[body.document.id] - telling_words(body))


def telling_words(identity: Identity) -> frozenset[str]:
    """The words of a body's names that tell it from others."""
    return frozenset(w for n in identity.names + identity.shorts for w in name_words(n)) - _PLAIN_WORDS


def _longer_words(text: str) -> frozenset[str]:
    return frozenset(w for w in words_in(text) if len(w) > 4 or w[0].isdigit())
