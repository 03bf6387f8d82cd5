"""Unlike names in one role."""

from __future__ import annotations

from factcheck.judge.case import Case

_KINDS = ("designator", "person", "place", "organisation")


def name_conflict(case: Case) -> str | None:
    """Rules where both name something of one kind, a type, person, place or body, and no name fits the other's."""
    if case.opposition < case.settings.least_opposition:
        return None
    for kind in _KINDS:
        if case.value(f"{kind}_names") == 0.0:
            return f"{kind}: {case.note(f'{kind}_names')}"
    return None
