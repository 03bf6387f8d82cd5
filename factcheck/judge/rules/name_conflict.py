"""Unlike names in one role."""

from __future__ import annotations

from factcheck.judge.case import Case

_LEAST_IN_COMMON = 0.2
"""Cosine of the weighted words, the frames' included: without other words in common, two names are two topics."""

_KINDS = ("designator", "person", "place", "organisation")


def name_conflict(case: Case) -> str | None:
    """Rules where both name something of one kind, a type, person, place or body, and no name fits the other's.

    Types decide alone where both claims are surely about one fact: an aircraft is no other. Persons, places and bodies
    do not: a text names many that take part in one thing.
    """
    for kind in _KINDS:
        decides = case.opposed or (kind == "designator" and case.sure)
        decides = decides and (case.value("text_cosine") or 0.0) >= _LEAST_IN_COMMON
        if decides and case.value(f"{kind}_names") == 0.0:
            return f"{kind}: {case.note(f'{kind}_names')}"
    return None
