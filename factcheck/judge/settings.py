"""How pairs are judged."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JudgeSettings:
    """Settings of the judge stage."""

    least_weight: float = -0.5
    """log2 odds that both claims state one fact, below which a difference between them is not called a conflict.
    Turned up, conflicts are missed; turned down, unlike facts are set against each other."""
    least_opposition: float = 0.0
    """log2 odds that two claims about one fact answer it differently, below which no rule may call it a conflict.
    Turned up, conflicts are missed; turned down, other words for one answer are taken for another answer."""
