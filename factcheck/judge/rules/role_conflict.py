"""Who did it to whom, the other way round."""

from __future__ import annotations

from factcheck.judge.case import Case


def role_conflict(case: Case) -> str | None:
    """Rules where two claims, surely about one fact, name the same two in opposite roles: "A took over B"."""
    return case.note("swapped") if case.sure and case.value("swapped") == 1.0 else None
