"""The default encoder: MiniLM by onnxruntime. The same vectors as sentence-transformers, without its start-up."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.embed import minilm
from factcheck.embed.encoder import Notify
from factcheck.embed.onnx_export import Pin, make_onnx, pinned
from factcheck.embed.onnx_session import model_inputs, open_session, open_tokenizer
from factcheck.embed.settings import DEFAULT_ENCODER, EmbedSettings, default_folder
from factcheck.errors import EncoderError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer


def load_onnx_minilm(settings: EmbedSettings, notify: Notify) -> OnnxMiniLM:
    """The encoder, its file made where it is not there yet. The model itself is loaded with the first text.

    Raises:
        EncoderError: when the weights are missing or altered.
        ExportError: when the file cannot be made here.
    """
    folder = settings.folder or default_folder()
    pin = pinned(folder) or make_onnx(folder, notify)
    return OnnxMiniLM(folder, pin, threads=settings.threads, notify=notify)


class OnnxMiniLM:
    """MiniLM by onnxruntime and tokenizers alone.

    Each text is a batch of its own, by one thread. Texts in one batch change each other's last bits (7e-8, and
    then rounding only moves the edge: 10 of 600 sentences still differed at four decimals); alone, a vector
    can depend on nothing but its text. That costs a fifth of the speed.
    """

    name = DEFAULT_ENCODER
    dimension = minilm.DIMENSION

    def __init__(self, folder: Path, pin: Pin, *, threads: int, notify: Notify) -> None:
        self._folder = folder
        self._pin = pin
        self._threads = threads
        self._notify = notify

    @cached_property
    def digest(self) -> str:
        """Of the weights, the tokeniser, the route and the versions that it was made with."""
        versions = [f"{name}={number}" for name, number in sorted(self._pin.made_with.items())]
        parts = [minilm.SUMS["model.safetensors"], minilm.SUMS["tokenizer.json"], self._pin.route, *versions]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As `Encoder.encode`."""
        import numpy as np

        if not texts:
            return np.empty((0, self.dimension), np.float32)
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch_fast(list(texts))]
        with ThreadPoolExecutor(self._threads) as pool:
            return np.concatenate(list(pool.map(self._vector, tokens)))

    def _vector(self, token_ids: Sequence[int]) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._session.run(None, model_inputs(token_ids))[0]
        return vector

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = open_tokenizer(minilm.checked_file("tokenizer.json"))
        self._session  # noqa: B018  opened here, before threads ask for it
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        if not self._is_whole():
            self._notify("the ONNX encoder's file is damaged and is made anew")
            self._pin = make_onnx(self._folder, self._notify)
        if not self._is_whole():
            raise EncoderError(f"{self._folder / self._pin.file}: damaged again once made; check the disk")
        return open_session(self._folder / self._pin.file)

    def _is_whole(self) -> bool:
        try:
            return minilm.file_sum(self._folder / self._pin.file) == self._pin.sha256
        except OSError:
            return False
