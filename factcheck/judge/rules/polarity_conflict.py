"""One says that it is so, the other that it is not."""

from __future__ import annotations

from factcheck.judge.case import DENIAL, Case

_SURER = 1.0
"""log2 odds above `sure_weight` from which a "not" decides alone: it is more easily misread than a figure."""


def polarity_conflict(case: Case) -> str | None:
    """Rules where one claim is denied and the other affirmed, unless the words are contraries: "not dead", "alive"."""
    surely = case.pair.weight >= case.settings.sure_weight + _SURER
    return DENIAL if case.denied and (case.opposed or surely) else None
