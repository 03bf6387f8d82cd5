"""How pairs are judged."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JudgeSettings:
    """Settings of the judge stage. Odds are log2: 0 is even, 1 two to one."""

    least_weight: float = -3.5
    """log2 odds that two claims state one fact, below which a difference between them is no conflict.
    Turned up, conflicts are missed; turned down, unlike facts are set against each other."""
    least_opposition: float = -1.5
    """log2 odds that two claims contradict each other if they state one fact, from which a difference that can be named
    (a figure, a date, a name, a "not") sets them apart. Turned up, conflicts are missed; turned down, other words for
    one answer are taken for another answer."""
    least_unnamed: float = -0.5
    """The same where no single difference can be named."""
    sure_weight: float = 1.0
    """log2 odds that two claims state one fact, from which figures of the same thing, dates or designators that differ
    set them apart whatever the odds of opposition: values decide. Turned up, conflicts are missed; turned down, figures
    of unlike things are set against each other."""
    least_succession: float = -2.5
    """log2 odds that the newer claim updates the older one if they state one fact; they must exceed those of a
    contradiction too. Turned up, updates are shown as conflicts; turned down, conflicts as updates."""
    least_unnamed_update: float = 1.0
    """log2 odds that two claims state one fact, below which a "not" or a plan is not said to have changed, as a figure
    or a date is. Turned up, updates are missed; turned down, unlike facts are told as one that changed."""
    least_conflict: float = 0.35
    """Probability that some two claims on unlike sides of a finding contradict each other, from which it is shown as a
    conflict. Turned up, conflicts are missed; turned down, the checker cries wolf."""
    least_conflict_of_far: float = 0.55
    """The same for figures, dates and names of claims of which no two are likelier than not about one fact."""
    least_conflict_of_two: float = 0.12
    """The same in a run over two documents, where no third can speak for it."""
    least_doubt: float = 0.1
    """Probability that two claims contradict each other, from which the clusters that they stand in are judged as one.
    Turned down, a run takes longer."""
    least_nearness: float = -2.4
    """log2 odds: clusters whose claims, each at its best, are less likely to state one fact are never judged as one.
    Turned up, conflicts are missed; turned down, unlike facts are set against each other."""
    unseen_weight: float = -6.0
    """log2 odds of a claim of which no pair with the other cluster is known."""
