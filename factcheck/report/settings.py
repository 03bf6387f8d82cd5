"""What can be set about a report's look. No setting changes what is found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """How reports are written. Only the terminal report looks at the last four."""

    title: str = "factcheck report"
    width: int = 100
    """Columns of the terminal report. Wider: fewer lines, harder to read."""
    colour: bool = False
    """Whether the terminal report carries ANSI colours; set it only where a terminal reads them."""
    single_sourced_shown: int = 20
    """How many single-sourced claims the terminal report lists. Higher: less is left out, the screen scrolls away."""
    quote_length: int = 240
    """Characters after which the terminal report cuts a quote. Lower: more is cut, whole claims become unreadable."""
