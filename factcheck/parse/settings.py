"""How documents are parsed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ParseSettings:
    """Settings of the parse stage."""

    pipeline: str = "en_core_web_sm"
    """A spaCy pipeline: the one that is shipped, or the name or path of any other that is installed."""
