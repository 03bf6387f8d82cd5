"""Claims' texts in, vectors out. Nothing here opens a socket; numpy and models are loaded with the first text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from factcheck.embed.cache import CachedEncoder, VectorStore
from factcheck.embed.encoder import Encoder, Notify, silent
from factcheck.embed.encoders import ENCODERS
from factcheck.embed.sentence_transformer import load_sentence_transformer
from factcheck.embed.settings import EmbedSettings
from factcheck.errors import EncoderError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["CachedEncoder", "EmbedSettings", "Encoder", "VectorStore", "embed_claims", "load_encoder"]

PORTION = 32
"""Texts between two calls of `progress`: about a fifth of a second."""


def embed_claims(
    texts: Sequence[str], encoder: Encoder, *, progress: Callable[[int, int], None] | None = None
) -> NDArray[np.float32]:
    """The vectors of texts, in their order; equal texts are encoded once and have equal vectors.

    `progress` is told after each portion how many of how many unlike texts are done.

    Returns:
        Array of shape (len(texts), encoder.dimension), float32, rows of unit length, so that the product of
        the array with its transpose holds the cosines. It does not depend on the order of the texts.

    Raises:
        EncoderError: when the encoder fails, or gives anything but finite unit rows.
    """
    import numpy as np

    if not texts:
        return np.empty((0, encoder.dimension), np.float32)
    unlike = sorted(set(texts))
    portions = []
    for start in range(0, len(unlike), PORTION):
        portions.append(_checked(encoder, unlike[start : start + PORTION]))
        if progress is not None:
            progress(min(start + PORTION, len(unlike)), len(unlike))
    row = {text: number for number, text in enumerate(unlike)}
    return np.concatenate(portions)[[row[text] for text in texts]]


def load_encoder(settings: EmbedSettings, *, notify: Notify | None = None) -> Encoder:
    """The encoder that the settings name. Quick: a model is loaded with the first text it is given.

    The default one makes its ONNX file here when this machine has none yet, and says so through `notify`.

    Raises:
        EncoderError: when there is no such encoder on this machine.
    """
    load = ENCODERS.get(settings.encoder, load_sentence_transformer)
    return load(settings, notify or silent)


def _checked(encoder: Encoder, texts: Sequence[str]) -> NDArray[np.float32]:
    import numpy as np

    vectors = encoder.encode(texts)
    if vectors.ndim != 2 or len(vectors) != len(texts) or vectors.dtype != np.float32:
        raise EncoderError(f"encoder {encoder.name}: gave {vectors.dtype} {vectors.shape} for {len(texts)} texts")
    if not np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3):
        raise EncoderError(f"encoder {encoder.name}: gave a vector that is not of unit length; is the model damaged?")
    return vectors
