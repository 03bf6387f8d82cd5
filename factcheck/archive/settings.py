"""What is kept between runs, and where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """Where the archive is and how large it may grow. It changes how long a run takes, never what it finds."""

    path: Path | None = None
    """The archive's file, made where there is none; None: nothing outlives the run."""
    max_bytes: int = 256 * 1024 * 1024
    """Size above which a run that adds something drops what has gone unused for the most runs, down to three
    quarters. Smaller saves disk and works out more anew. A document takes about 100 kB, a vector 2 kB."""


def default_path() -> Path:
    """The archive's file in the user's cache directory."""
    from platformdirs import user_cache_path

    return user_cache_path("factcheck", appauthor=False) / "archive.sqlite"
