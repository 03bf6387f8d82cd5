"""A later document that updates an earlier one does not contradict it."""

from __future__ import annotations

from factcheck.judge.case import Case


def superseded(case: Case) -> str | None:
    """Rules where the answers differ, days apart, and the difference looks like time going on.

    The odds come from `opposition.py`: how far apart the documents are, which way a figure moved, whether a plan was
    carried out, words such as "since" and "now".
    """
    if case.one_document or not case.days_apart:
        return None
    if case.opposition < case.settings.least_opposition or case.succession < case.settings.least_succession:
        return None
    what = case.note("quantity") if case.value("quantity") == 0.0 else "the answer changed"
    days = "a day" if case.days_apart == 1 else f"{case.days_apart} days"
    return f"{what}; the newer document came out {days} later"
