"""One says that it is so, the other that it is not."""

from __future__ import annotations

from factcheck.judge.case import Case


def polarity_conflict(case: Case) -> str | None:
    """Rules where one claim is denied and the other affirmed."""
    if case.value("polarity") != 0.0 or not case.opposed:
        return None
    return "one affirms it, the other denies it"
