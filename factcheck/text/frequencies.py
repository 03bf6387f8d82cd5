"""How common English words and pairs are, by the lists that symspellpy carries (Google Books n-grams, SCOWL)."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from math import log10
from pathlib import Path

_WORDS = "frequency_dictionary_en_82_765.txt"
_PAIRS = "frequency_bigramdictionary_en_243_342.txt"


@cache
def word_counts() -> dict[str, int]:
    """Small-letter words and their counts, some 83,000 of them; "the" has 2.3e10."""
    return {word: int(count) for word, count in (line.split(" ") for line in _lines(_WORDS))}


@cache
def surprisal(word: str) -> float:
    """Minus the power of ten of a word's share in English, 1 to 6; of several words, the rarest's.

    A word that the lists do not have, mostly a name or a number, counts as rare.
    """
    counts = word_counts()
    return max((_surprisal(counts.get(part, 0)) for part in word.split()), default=_RAREST)


def _surprisal(count: int) -> float:
    return min(_RAREST, max(1.0, log10(_TOTAL / count))) if count else _RAREST


_TOTAL = 1e12
"""About what the counts are a share of: the corpus that they were taken from has a trillion words."""
_RAREST = 6.0


@cache
def pair_counts() -> dict[tuple[str, str], int]:
    """Pairs of words that often stand together, some 243,000 of them, and their counts."""
    return {(first, second): int(count) for first, second, count in (line.split(" ") for line in _lines(_PAIRS))}


def _lines(name: str) -> list[str]:
    """The lines of a list, read without importing the package, which would load numpy."""
    spec = find_spec("symspellpy")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("symspellpy is not installed: it holds the frequency lists; pip install symspellpy")
    return Path(spec.submodule_search_locations[0], name).read_text(encoding="utf-8-sig").splitlines()
