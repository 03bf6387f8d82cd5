"""How claims become vectors."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DEFAULT_ENCODER = "all-MiniLM-L6-v2"


@dataclass(frozen=True, slots=True)
class EmbedSettings:
    """Which encoder, and what it may use of the machine."""

    encoder: str = DEFAULT_ENCODER
    """A row of `ENCODERS`, or the name or folder of any sentence-transformers model that is on this machine."""
    folder: Path | None = None
    """Where the ONNX file is kept, which is made once per machine; None: the user's cache directory."""
    threads: int = 2
    """Texts that the default encoder works on at once, 1 or more. More is faster where cores are free, and changes
    no vector. Other encoders use one thread."""


def default_folder() -> Path:
    """The folder for made model files in the user's cache directory."""
    from platformdirs import user_cache_path

    return user_cache_path("factcheck", appauthor=False) / "encoders"
