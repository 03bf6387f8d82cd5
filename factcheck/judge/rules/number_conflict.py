"""Two figures for the same thing that cannot both be true."""

from __future__ import annotations

from factcheck.judge.case import Case


def number_conflict(case: Case) -> str | None:
    """Rules where comparable figures differ at the precision at which they are written.

    Figures count as comparable where they have one unit and what they count can be the same; where that is only
    possible, not said, more must speak for unlike answers.
    """
    quantity, counted = case.value("quantity"), case.value("same_counted")
    if quantity is None or quantity > 0 or counted is None or counted < 0.5:
        return None
    needed = case.settings.least_opposition + (0.0 if counted >= 0.8 else 0.3)
    return case.note("quantity") if case.opposition >= needed else None
