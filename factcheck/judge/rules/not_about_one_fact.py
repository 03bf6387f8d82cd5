"""Two claims that may not be about one fact are never set against each other."""

from __future__ import annotations

from factcheck.judge.case import Case


def not_about_one_fact(case: Case) -> str | None:
    """Rules where the odds that both state one fact are too low for a difference to mean anything."""
    if case.pair.weight >= case.settings.least_weight:
        return None
    return "not sure enough that both are about one fact for a difference to count"
