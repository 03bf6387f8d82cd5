"""A later document that updates an earlier one does not contradict it."""

from __future__ import annotations

from factcheck.judge.case import Case


def superseded(case: Case) -> str | None:
    """Rules where a figure, a date, a "not" or a plan changed, days apart, and that looks like time going on.

    It must look so more than it looks like a contradiction. The odds come from `opposition.py`: how far apart the
    documents are, which way a figure moved, whether a plan was carried out, words such as "since" and "now".
    """
    if case.one_document or not case.days_apart or not case.about_one_fact:
        return None
    if case.succession < max(case.settings.least_succession, case.opposition):
        return None
    changed = [case.note(name) for name in ("quantity", "own_date", "time") if case.value(name) == 0.0]
    if not changed and case.value("polarity") != 0.0 and case.older.modality == case.newer.modality:
        return None
    what = changed[0] if changed else "the answer changed"
    days = "a day" if case.days_apart == 1 else f"{case.days_apart} days"
    return f"{what}; the newer document speaks for {days} later"
