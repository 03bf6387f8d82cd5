"""Two figures for the same thing that cannot both be true."""

from __future__ import annotations

from factcheck.judge.case import Case


def number_conflict(case: Case) -> str | None:
    """Rules where comparable figures differ at the precision at which they are written.

    Figures of the same kind of thing (`same_counted` 0.7 and more) decide alone where both claims are surely about one
    fact; else, and where one figure does not say what it counts, the odds of opposition must speak for it too.
    """
    quantity, counted = case.value("quantity"), case.value("same_counted")
    if quantity is None or quantity > 0 or counted is None or counted < 0.5:
        return None
    return case.note("quantity") if case.opposed or (case.sure and counted >= 0.7) else None
