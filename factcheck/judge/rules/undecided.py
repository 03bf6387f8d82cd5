"""A difference that matters, without enough that speaks for a conflict."""

from __future__ import annotations

from factcheck.judge.case import DENIAL, Case

_EVEN = 0.0
"""log2 odds of one fact from which figures of things that may be the same are not said to agree."""


def undecided(case: Case) -> str | None:
    """Rules where figures of the same thing, dates or designators differ and no rule before this one ruled.

    So it does where one denies what the other affirms and both are surely about one fact.

    Two such claims do not agree; whether they contradict each other or tell of two things, we do not know.
    """
    least = 0.6 if case.pair.weight >= _EVEN else 0.8
    if case.value("quantity") == 0.0 and (case.value("same_counted") or 0.0) >= least:
        return case.note("quantity")
    if case.sure and case.denied:
        return DENIAL
    for name in ("own_date", "time", "designator_names"):
        if case.value(name) == 0.0:
            return case.note(name)
    return None
