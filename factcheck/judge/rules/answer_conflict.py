"""Unlike answers that differ in no single figure, date, name or "not"."""

from __future__ import annotations

from factcheck.judge.case import Case


def answer_conflict(case: Case) -> str | None:
    """Rules where the odds of unlike answers are high, or the words say the contrary: "rose" and "fell"."""
    contrary = case.value("opposite") == 1.0
    if contrary and case.value("polarity") == 0.0:  # "not dead" and "alive"
        return None
    if case.about_one_fact and case.opposition >= case.settings.least_unnamed - (0.5 if contrary else 0.0):
        return "the words say the contrary" if contrary else "the answers differ in their words"
    return None
