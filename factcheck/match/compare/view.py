"""What a comparator is given of two claims."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.datamodel import Claim
from factcheck.match.statistics import Statistics


@dataclass(frozen=True, slots=True)
class Both:
    """Two claims, with their numbers in the run's statistics."""

    left: Claim
    right: Claim
    i: int
    j: int
    statistics: Statistics
