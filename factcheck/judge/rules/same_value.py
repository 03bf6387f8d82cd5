"""Where both sides have one comparable value of the same thing, the values decide."""

from __future__ import annotations

from factcheck.judge.case import Case


def same_value(case: Case) -> str | None:
    """Rules where the figures of both agree, count the same, and neither claim is denied alone."""
    quantity, counted = case.value("quantity"), case.value("same_counted")
    if quantity is None or counted is None or quantity < 0.5 or counted < 0.8:
        return None
    if case.value("polarity") == 0.0 or case.value("own_date") == 0.0 or case.value("time") == 0.0:
        return None
    return case.note("quantity")
