"""How claims are cut out of sentences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """Settings of the extract stage."""

    least_score: float = 0.13
    """A stretch that scores less is no claim. Turned up, facts are missed; turned down, scraps become claims."""
    most_overlap: float = 0.4
    """A stretch that shares more than this with a better one repeats it (intersection over union of tokens).
    Turned up, one fact gives several claims; turned down, facts that nest in others are missed."""
