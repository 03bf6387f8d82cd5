"""What steers cleaning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CleanSettings:
    """Which steps run, and how far furniture is sought."""

    skip: frozenset[str] = frozenset()
    """Steps, by their names in the table, that do not run."""
    head: int = 9
    """Paragraphs at the start among which mastheads, dates and bylines are sought. Turned up: headlines may be lost."""
    tail: int = 5
    """Paragraphs at the end among which notices and bios are sought. Turned up: last sentences may be lost."""
    rare_below: int = 1_000_000
    """Words with a lower count in the frequency list are never parts of a glued word. Turned up: glued words stay;
    turned down: names are torn apart."""
