"""What every encoder can do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Notify = Callable[[str], None]
"""Takes one line for the user: what takes long, or what was done instead."""


def silent(_: str) -> None:
    """Tells nobody."""


class Encoder(Protocol):
    """Turns texts into vectors whose dot product is their cosine similarity."""

    @property
    def name(self) -> str:
        """What `--encoder` calls it; of a folder, its last part."""

    @property
    def digest(self) -> str:
        """sha256, in hexadecimal, of the weights and of the way they are run: vectors of unlike digests never mix."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The texts' vectors, in their order.

        A vector depends on its text alone, to the last bit: not on the texts beside it, nor on their order.

        Returns:
            Array of shape (len(texts), dimension), float32, rows of unit length.

        Raises:
            EncoderError: when the model is missing or damaged.
        """
