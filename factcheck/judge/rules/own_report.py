"""A document does not contradict itself by saying with care what somebody in it says without."""

from __future__ import annotations

from factcheck.judge.case import Case
from factcheck.text.names import same_person


def own_report(case: Case) -> str | None:
    """Rules within one document: one voice; or hedged or reported words beside the document's own report of them.

    Two named speakers of one document can conflict, and so can a speaker with the document's own voice where the
    document denies what the speaker says.
    """
    if not case.one_document:
        return None
    one, other = case.older.speaker, case.newer.speaker
    if one == other or (one and other and same_person(one, other)):
        return "one voice of one document"
    reported = one is None or other is None
    if reported and case.older.negated == case.newer.negated:
        return "the document reports what it also says itself"
    return None
