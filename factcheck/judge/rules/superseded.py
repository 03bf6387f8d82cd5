"""A later answer that updates an earlier one does not contradict it."""

from __future__ import annotations

from factcheck.datamodel import VERBLESS, Claim
from factcheck.judge.case import Case
from factcheck.judge.moments import later_date, update_cue


def superseded(case: Case) -> str | None:
    """Rules where a figure, a date, a "not" or a plan changed, and time went on between the two.

    A figure or a date that the newer claim itself tells as new ("now", "rose to"), or the older one as past
    ("initially"), is an update. Anything else must look more like one than like a contradiction, by the odds of
    `opposition.py`: how far apart the documents are, which way a figure moved, whether a plan was carried out. What is
    told of unlike types of a thing is no update, unless both are surely about one fact.
    """
    if case.one_document or not case.about_one_fact:
        return None
    if case.value("designator_names") == 0.0 and not case.sure:
        return None
    changed = [case.note(name) for name in ("quantity", "own_date", "time") if case.value(name) == 0.0]
    if not changed and (case.pair.weight < case.settings.least_unnamed_update or not _answers_otherwise(case)):
        return None
    went_on = (bool(changed) and _told(case)) or (case.succeeded and _dated(case))
    return f"{changed[0] if changed else 'the answer changed'}; {went_on}" if went_on else None


def _answers_otherwise(case: Case) -> bool:
    """Whether the one is denied and the other is not, or a newer document tells what was planned as done."""
    carried_out = case.older.modality == "plan" and case.newer.modality == "fact" and not case.newer.hedged
    return case.value("polarity") == 0.0 or (carried_out and _tells_of_a_deed(case.newer))


def _tells_of_a_deed(claim: Claim) -> bool:
    """Whether it names a deed, a step or a doer; a caption does not: "a Russian gunship"."""
    return claim.form not in VERBLESS or claim.state is not None or claim.frame.role("agent") is not None


def _told(case: Case) -> str:
    """How the claims themselves say which answer is the newer; empty where they do not."""
    known = case.days_apart != 0 and update_cue(case.newer) > update_cue(case.older)
    return "the newer answer is told as such" if known else ""


def _dated(case: Case) -> str:
    """How dates say it; empty where they do not."""
    if case.days_apart:
        days = "a day" if case.days_apart == 1 else f"{case.days_apart} days"
        return f"the newer document speaks for {days} later"
    return "the newer answer is dated later" if later_date(case.older, case.newer) else ""
