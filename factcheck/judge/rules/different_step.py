"""Offered, approved, ordered, delivered, in use are steps, not contradictions."""

from __future__ import annotations

from factcheck.judge.case import Case


def different_step(case: Case) -> str | None:
    """Rules where the two tell of different steps of one thing and neither denies its step."""
    older, newer = case.older, case.newer
    if older.state is None or newer.state is None or older.state == newer.state:
        return None
    if older.negated or newer.negated or "denied" in (older.state, newer.state):
        return None
    return f"{older.state} and {newer.state} are steps of one thing"
