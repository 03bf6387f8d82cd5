"""An encoder that asks a store first, so that a text is encoded once for all runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from factcheck.embed.encoder import Encoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class VectorStore(Protocol):
    """Where vectors are kept between runs."""

    def get(self, encoder: str, texts: Sequence[str]) -> Mapping[str, NDArray[np.float32]]:
        """The vectors that are kept, by text; `encoder` is its digest."""

    def put(self, encoder: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keeps vectors, by text."""


class CachedEncoder:
    """Gives what the store has and encodes the rest, which it adds to the store."""

    def __init__(self, encoder: Encoder, store: VectorStore) -> None:
        self._encoder = encoder
        self._store = store
        self.name = encoder.name
        self.digest = encoder.digest

    @property
    def dimension(self) -> int:
        """As the encoder's."""
        return self._encoder.dimension

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As `Encoder.encode`; the model is not loaded when every vector is in the store."""
        import numpy as np

        kept = dict(self._store.get(self.digest, texts))
        missing = sorted(set(texts) - kept.keys())
        if missing:
            new = dict(zip(missing, self._encoder.encode(missing), strict=True))
            self._store.put(self.digest, new)
            kept |= new
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        return np.stack([kept[text] for text in texts])
