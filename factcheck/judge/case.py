"""What a rule is given, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from factcheck.datamodel import Claim, Document, Feature, Pair


class Answer(StrEnum):
    """What holds between two claims that answer one question."""

    SAME = "same"
    """They can both be true of it."""
    OPPOSED = "opposed"
    """They cannot."""
    LATER = "later"
    """They differ because time went on."""
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Case:
    """Two claims of one cluster, put before the rules."""

    left: Claim
    right: Claim
    """Left is the older where both documents are dated, else the first by document and place."""
    pair: Pair
    left_document: Document
    right_document: Document
    opposition: float
    """log2 odds that the two, if about one fact, answer it differently."""

    def value(self, name: str) -> float | None:
        """A feature's value; None where there is nothing to compare."""
        feature = self.pair.feature(name)
        return None if feature is None else feature.value

    def note(self, name: str) -> str:
        """What a feature found, in words."""
        feature: Feature | None = self.pair.feature(name)
        return "" if feature is None else feature.note

    @property
    def days_apart(self) -> int | None:
        """Days from the older document's publication to the newer one's; None where either is undated."""
        one, other = self.left_document.published_on, self.right_document.published_on
        return None if one is None or other is None else abs((other - one).days)

    @property
    def one_document(self) -> bool:
        """Whether both stand in one document."""
        return self.left.doc == self.right.doc


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule says of a case."""

    code: str
    answer: Answer
    because: str


def in_order(left: Claim, right: Claim, documents: dict[str, Document]) -> tuple[Claim, Claim]:
    """The two claims, that of the older document first; undated ones by document and place."""
    days = [documents[c.doc].published_on for c in (left, right)]
    if days[0] is not None and days[1] is not None and days[0] != days[1]:
        return (left, right) if days[0] < days[1] else (right, left)
    first, second = sorted((left, right), key=lambda c: (c.span, c.id))
    return first, second


def day_of(claim: Claim, documents: dict[str, Document]) -> date | None:
    """The day for which a claim speaks: when its document was published."""
    return documents[claim.doc].published_on
