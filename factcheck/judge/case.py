"""What a rule is given, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.datamodel import Claim, Pair
from factcheck.judge.settings import JudgeSettings

DENIAL = "one affirms it, the other denies it"
"""What is told of two claims of which one is `denied`."""


class Answer(StrEnum):
    """What holds between two claims that answer one question."""

    SAME = "same"
    """Both can be true of it."""
    OPPOSED = "opposed"
    """They cannot."""
    LATER = "later"
    """They differ because time went on."""
    UNSURE = "unsure"
    """They differ in something that could make them unlike answers, or answers to unlike questions."""


@dataclass(frozen=True, slots=True)
class Case:
    """Two claims of one cluster, put before the rules."""

    older: Claim
    newer: Claim
    """As `moments.in_order` has it."""
    pair: Pair
    days_apart: int | None
    """Days between those moments; None where either document has none."""
    opposition: float
    """log2 odds that, if both state one fact, their answers contradict each other."""
    succession: float
    """log2 odds that, if both state one fact, the newer answer updates the older."""
    settings: JudgeSettings

    def value(self, name: str) -> float | None:
        """A feature's value; None where there is nothing to compare."""
        feature = self.pair.feature(name)
        return None if feature is None else feature.value

    def note(self, name: str) -> str:
        """What a feature found, in words."""
        feature = self.pair.feature(name)
        return "" if feature is None else feature.note

    @property
    def sure(self) -> bool:
        """Whether both are so likely about one fact that values which differ decide alone."""
        return self.pair.weight >= self.settings.sure_weight

    @property
    def about_one_fact(self) -> bool:
        """Whether that is likely enough for a difference to mean anything."""
        return self.pair.weight >= self.settings.least_weight

    @property
    def opposed(self) -> bool:
        """Whether a difference that can be named is a conflict."""
        return self.about_one_fact and self.opposition >= self.settings.least_opposition

    @property
    def succeeded(self) -> bool:
        """Whether a difference looks like time going on, and more so than like a contradiction."""
        return self.succession >= max(self.settings.least_succession, self.opposition)

    @property
    def denied(self) -> bool:
        """Whether one denies what the other affirms: not where the words are contraries, "not dead" and "alive"."""
        return self.value("polarity") == 0.0 and self.value("opposite") != 1.0

    @property
    def one_document(self) -> bool:
        """Whether both stand in one document."""
        return self.older.doc == self.newer.doc


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule says of a case."""

    code: str
    answer: Answer
    because: str
    newer: str
    """Id of the claim that gives the newer answer."""
