"""How claims are cut out of sentences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """Settings of the extract stage."""

    least_score: float = 0.057
    """A stretch that scores less is no claim. Turned up, facts are missed; turned down, scraps become claims."""
    repetition_cost: float = 1.8
    """How dearly a stretch pays for repeating a better one: its score times (1 - share repeated) to this power.
    Turned down, one fact gives several claims; turned up, facts that nest in others are missed."""
