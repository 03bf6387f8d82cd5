"""The table of comparators: what is compared of two claims, and what each feature means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from factcheck.datamodel import Claim, Feature
from factcheck.match.compare.dates import compare_dates
from factcheck.match.compare.entities import compare_entities
from factcheck.match.compare.quantities import compare_quantities
from factcheck.match.compare.roles import compare_roles
from factcheck.match.compare.speakers import compare_polarity, compare_speakers
from factcheck.match.compare.view import Both
from factcheck.match.compare.wording import compare_wording
from factcheck.match.statistics import Statistics

COMPARATORS: tuple[Callable[[Both], Iterable[Feature]], ...] = (
    compare_wording,
    compare_quantities,
    compare_dates,
    compare_entities,
    compare_roles,
    compare_polarity,
    compare_speakers,
)


def compare_pairs(
    claims: Sequence[Claim], candidates: Sequence[tuple[int, int]], statistics: Statistics
) -> list[tuple[Feature, ...]]:
    """The features of each candidate pair, in the order of the table."""
    return [
        tuple(feature for compare in COMPARATORS for feature in compare(Both(claims[i], claims[j], i, j, statistics)))
        for i, j in candidates
    ]
