"""The table of encoders: what `--encoder` calls each, and how it is loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcheck.embed.encoder import Encoder, Notify
from factcheck.embed.hashing import load_hashing
from factcheck.embed.onnx_export import ExportError
from factcheck.embed.onnx_minilm import load_onnx_minilm
from factcheck.embed.sentence_transformer import load_minilm_torch
from factcheck.embed.settings import DEFAULT_ENCODER, EmbedSettings

Loader = Callable[[EmbedSettings, Notify], Encoder]


def load_minilm(settings: EmbedSettings, notify: Notify) -> Encoder:
    """MiniLM by the quickest route that works here.

    Raises:
        EncoderError: when the weights are missing or altered.
    """
    try:
        return load_onnx_minilm(settings, notify)
    except ExportError as error:
        notify(f"{error}; using sentence-transformers instead, which is slower to start")
        return load_minilm_torch(settings, notify)


ENCODERS: Mapping[str, Loader] = {
    DEFAULT_ENCODER: load_minilm,
    f"{DEFAULT_ENCODER}-torch": load_minilm_torch,
    "hashing": load_hashing,
}
"""Any other name is for `load_sentence_transformer`."""
