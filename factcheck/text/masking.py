"""Texts with their figures masked, so that "four were hurt" and "six were hurt" read alike."""

from __future__ import annotations

import re
from functools import cache

from factcheck.text.lexicon import load_lexicon

MASK = "#"


def masked(text: str) -> str:
    """The text with each run of figures, in digits or in words, as one mark."""
    return _figures().sub(MASK, text)


@cache
def _figures() -> re.Pattern[str]:
    lexicon = load_lexicon("numerals")
    words = sorted(
        {w for name in ("ones", "teens", "tens", "scales") for w in lexicon[name]}, key=lambda w: (-len(w), w)
    )
    figure = rf"(?:\d[\d.,]*|\b(?:{'|'.join(map(re.escape, words))})s?\b)"
    return re.compile(rf"{figure}(?:[\s-](?:and\s)?{figure})*", re.IGNORECASE)
