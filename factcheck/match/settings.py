"""How claims are paired."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MatchSettings:
    """Settings of the match stage."""

    neighbours: int = 5
    """Nearest claims, of each kind of nearness, that a claim is compared with in each other document.
    Turned up, more is compared and a run takes longer; turned down, facts told in other words are missed."""
    least_weight: float = -1.3
    """log2 odds: claims whose mean weight is less are kept apart. Turned up, the same fact stands in two findings;
    turned down, unlike facts are joined."""
    unseen_weight: float = -6.0
    """log2 odds given to two claims of different documents that were not compared."""
