"""What is known of all claims of a run together: cosines, weighted words, and who is whose nearest."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.datamodel import Claim
from factcheck.text.frequencies import surprisal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Statistics:
    """Square arrays have shape (claims, claims); values are cosines, -1 to 1."""

    cosine: NDArray[np.float32]
    context_cosine: NDArray[np.float32]
    word_cosine: NDArray[np.float32]
    """Of tf-idf over the content words of the claims."""
    text_cosine: NDArray[np.float32]
    """The same over all words of their frames, what they inherit included."""
    rank: NDArray[np.int32]
    """rank[i, j]: how many claims of j's document are nearer to i than j, by the sum of the cosines."""
    rarity: dict[str, float]
    """What each content word tells, about 0.2 to 2.5."""
    inner: tuple[frozenset[str], ...]
    """Each claim's content words."""
    outer: tuple[frozenset[str], ...]
    """Each claim's content words with those of its frame."""
    place: tuple[float, ...]
    """Where each claim stands in its document, 0 to 1."""


def statistics_of(claims: Sequence[Claim], vectors: NDArray[np.float32], contexts: NDArray[np.float32]) -> Statistics:
    """Works out the statistics of claims sorted by document and place."""
    inner = tuple(frozenset(c.lemmas) for c in claims)
    outer = tuple(inner[i] | _frame_words(c) for i, c in enumerate(claims))
    rarity = _rarity(claims, outer)
    cosine, context = _cosines(vectors), _cosines(contexts)
    words, texts = _tfidf_cosines(inner, rarity), _tfidf_cosines(outer, rarity)
    return Statistics(
        cosine=cosine,
        context_cosine=context,
        word_cosine=words,
        text_cosine=texts,
        rank=_ranks(claims, cosine + words + texts),
        rarity=rarity,
        inner=inner,
        outer=outer,
        place=_places(claims),
    )


def _frame_words(claim: Claim) -> frozenset[str]:
    words = {word for role in claim.frame.roles for word in role.words}
    return frozenset(words | set(claim.frame.predicate.split()))


def _rarity(claims: Sequence[Claim], words: Sequence[frozenset[str]]) -> dict[str, float]:
    """How much a word tells: minus the power of ten of the share of sentences that have it.

    Counted over the run's sentences together with `_PRIOR` made-up ones of English at large: in a run of few sentences
    English decides, so that two claims weigh alike among few documents and among many; in a run of many its own
    counts do, so that "avalanche" tells little where every other sentence has it.
    """
    by_sentence: dict[tuple[str, int], set[str]] = {}
    for claim, found in zip(claims, words, strict=True):
        by_sentence.setdefault((claim.doc, claim.sentence.start), set()).update(found)
    counts = Counter(word for found in by_sentence.values() for word in found)
    whole = len(by_sentence) + _PRIOR
    return {
        word: round(_LEAST - math.log10(min(1.0, (counts[word] + _PRIOR * _expected(word)) / whole)), 6)
        for word in sorted(counts)
    }


_PRIOR = 60
"""Sentences: about as many as an event's articles have."""
_LEAST = 0.2
"""What a word tells that stands in every sentence."""
_WORDS_A_SENTENCE = 20


def _expected(word: str) -> float:
    """The share of sentences in English at large that have a word."""
    return min(1.0, _WORDS_A_SENTENCE * 10 ** -surprisal(word))


def _cosines(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rounded, so that the order in which a processor adds up never shows."""
    import numpy as np

    return np.round(vectors @ vectors.T, 5).astype(np.float32)


def _tfidf_cosines(words: Sequence[frozenset[str]], rarity: dict[str, float]) -> NDArray[np.float32]:
    import numpy as np

    column = {word: i for i, word in enumerate(sorted(rarity))}
    matrix = np.zeros((len(words), max(1, len(column))), dtype=np.float32)
    for i, found in enumerate(words):
        for word in found:
            matrix[i, column[word]] = rarity[word]
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    return _cosines((matrix / np.where(norms == 0, 1, norms)).astype(np.float32))


def _ranks(claims: Sequence[Claim], nearness: NDArray[np.float32]) -> NDArray[np.int32]:
    import numpy as np

    rank = np.zeros(nearness.shape, dtype=np.int32)
    for columns in by_document(claims).values():
        order = np.argsort(-np.round(nearness[:, columns], 4), axis=1, kind="stable")
        places = np.empty_like(order)
        np.put_along_axis(places, order, np.arange(len(columns))[None, :].repeat(len(order), axis=0), axis=1)
        rank[:, columns] = places
    return rank


def by_document(claims: Sequence[Claim]) -> dict[str, list[int]]:
    """The numbers of each document's claims, in order."""
    found: dict[str, list[int]] = {}
    for i, claim in enumerate(claims):
        found.setdefault(claim.doc, []).append(i)
    return found


def _places(claims: Sequence[Claim]) -> tuple[float, ...]:
    last = {c.doc: max(1, c.span.end) for c in claims}
    return tuple(c.span.start / last[c.doc] for c in claims)
