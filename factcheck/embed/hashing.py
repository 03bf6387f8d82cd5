"""An encoder without a model: hashed n-grams of words and characters. For tests, and where no model may be used.

Method: K. Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", ICML 2009 (signed hashing).
It sees wording only: two texts are near when they share words or parts of words.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.embed.encoder import Notify
from factcheck.embed.settings import EmbedSettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROUTE = "hashing-1"
DIMENSION = 512
WORD_GRAMS = (1, 2)
CHARACTER_GRAMS = (3, 4)
WORD_SHARE = 0.7
"""Of a vector's squared length, what is from words; the rest is from characters, which forgive endings and typing."""

_WORD = re.compile(r"\w+")


def load_hashing(settings: EmbedSettings, notify: Notify) -> HashingEncoder:
    """The encoder; there is nothing to load."""
    return HashingEncoder()


class HashingEncoder:
    """Hashed n-grams of words and characters, counts damped by the square root."""

    name = "hashing"
    dimension = DIMENSION
    digest = hashlib.sha256(
        f"{ROUTE} {DIMENSION} {WORD_GRAMS} {CHARACTER_GRAMS} {WORD_SHARE} {unicodedata.unidata_version}".encode()
    ).hexdigest()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As `Encoder.encode`."""
        import numpy as np

        vectors = [_vector(text) for text in texts]
        return np.stack(vectors) if vectors else np.empty((0, DIMENSION), np.float32)


def _vector(text: str) -> NDArray[np.float32]:
    import numpy as np

    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    parts = (
        _hashed(_word_grams(words)) * np.sqrt(WORD_SHARE),
        _hashed(_character_grams(words)) * np.sqrt(1 - WORD_SHARE),
    )
    total = parts[0] + parts[1]
    length = float(np.linalg.norm(total))
    if length == 0:  # every gram met its opposite; one fixed direction is as good as any
        total, length = np.eye(1, DIMENSION)[0], 1.0
    unit: NDArray[np.float32] = (total / length).astype(np.float32)
    return unit


def _hashed(grams: Iterator[str]) -> NDArray[np.float64]:
    """Signed, damped counts in `DIMENSION` places, at unit length."""
    import numpy as np

    places = np.zeros(DIMENSION)
    for gram, count in Counter(grams).items():
        number = int.from_bytes(hashlib.blake2b(gram.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
        places[number % DIMENSION] += (1 if number >> 63 else -1) * count**0.5
    length = float(np.linalg.norm(places))
    return places / length if length else places


def _word_grams(words: Sequence[str]) -> Iterator[str]:
    for size in WORD_GRAMS:
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])
    if not words:
        yield ""


def _character_grams(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        padded = f"<{word}>"
        for size in CHARACTER_GRAMS:
            for start in range(max(1, len(padded) - size + 1)):
                yield padded[start : start + size]
