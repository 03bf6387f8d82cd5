"""What steers reading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Limits of what is read."""

    max_bytes: int = 20_000_000
    """Files larger than this are skipped. Turned up: a stray archive may fill the memory; down: long pages are lost."""
    min_words: int = 3
    """Texts with fewer words are skipped as empty. Turned up: short notices are lost; down: bare titles are read."""
    hidden: bool = False
    """Whether hidden files and folders (".name") within a given folder are read too."""
