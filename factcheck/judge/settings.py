"""How pairs are judged."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JudgeSettings:
    """Settings of the judge stage. Odds are log2: 0 is even, 1 two to one."""

    least_weight: float = -1.2
    """Odds that two claims state one fact, below which a difference between them is no conflict.
    Turned up, conflicts are missed; turned down, unlike facts are set against each other."""
    least_opposition: float = -1.3
    """Odds that two claims contradict each other, from which a difference that can be named (a figure, a date, a name,
    a "not") is a conflict. Turned up, conflicts are missed; turned down, other words for one answer
    are taken for another answer."""
    least_unnamed: float = -0.5
    """The same where no single difference can be named."""
    sure_weight: float = 0.6
    """Odds that two claims state one fact, from which figures of the same thing, dates or designators that differ are
    a conflict whatever the odds of opposition: values decide. Turned up, conflicts are missed; turned down, figures
    of unlike things are set against each other."""
    least_succession: float = -2.0
    """Odds that the newer claim updates the older one; they must exceed those of a contradiction too. Turned up,
    updates are shown as conflicts; turned down, conflicts as updates."""
