"""Two dates or times for one event that do not overlap."""

from __future__ import annotations

from factcheck.judge.case import Case


def date_conflict(case: Case) -> str | None:
    """Rules where dates in the claims' own words do not overlap at their precision, or times of day differ."""
    if not (case.opposed or case.sure):
        return None
    if case.value("own_date") == 0.0:
        return case.note("own_date")
    if case.value("time") == 0.0:
        return case.note("time")
    return None
