"""Which of two documents that share words is the source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from factcheck.trace.identity import Identity


@dataclass(frozen=True, slots=True)
class Direction:
    """Who has it from whom, and how sure that is."""

    source: Identity
    derived: Identity
    certainty: float
    """0 to 1."""
    reason: str


_SLACK = timedelta(days=1)
"""A newspaper's date is often that of the day after its text was out."""


def may_derive(derived: Identity, source: Identity) -> bool:
    """Whether the source is not later by more than a day, as far as both dates are known."""
    left, right = derived.document.published_on, source.document.published_on
    return left is None or right is None or right <= left + _SLACK


def direct(
    left: Identity, right: Identity, naming: frozenset[tuple[str, str]], fuller: tuple[int, int] = (0, 0)
) -> Direction:
    """The direction between two documents, by the first of these that tells them apart.

    1. The earlier publication date. 2. Who names whom: the one that credits the other has it from there.
    3. The kind: a body's own statement before a wire, a wire before any other. 4. A document without a date
    has it from one with a date. 5. The fuller wording (`fuller`: words of left and right). 6. The digest of the text.

    Args:
        naming: pairs (id of the document that names, id of the one that is named).
    """
    for certainty, reason, first in (
        (1.0, "published earlier", _by_date(left, right)),
        (0.95, "credited by the other", _by_naming(left, right, naming)),
        (0.8, "a statement or a wire story", _sign(left.kind, right.kind)),
        (
            0.65,
            "the only one with a date",
            _sign(left.document.published_on is None, right.document.published_on is None),
        ),
        (0.6, "the fuller wording", _sign(fuller[1], fuller[0])),
    ):
        if first:
            source, derived = (left, right) if first < 0 else (right, left)
            return Direction(source, derived, certainty, reason)
    source, derived = sorted((left, right), key=lambda i: i.digest)
    return Direction(source, derived, 0.5, "direction unknown")


def _by_date(left: Identity, right: Identity) -> int:
    first, second = left.document.published_on, right.document.published_on
    return 0 if first is None or second is None else (first > second) - (first < second)


def _by_naming(left: Identity, right: Identity, naming: frozenset[tuple[str, str]]) -> int:
    ids = left.document.id, right.document.id
    return _sign((*ids,) in naming, (ids[1], ids[0]) in naming)


def _sign(left: int, right: int) -> int:
    return (left > right) - (left < right)
