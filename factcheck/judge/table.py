"""The rules, in the order in which they are tried; the first that rules, rules.

Order is meaning: what cannot be compared comes first, and superseded before conflicting, since a death toll that grows
is no contradiction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.datamodel import Verdict
from factcheck.judge.case import Answer, Case
from factcheck.judge.rules.answer_conflict import answer_conflict
from factcheck.judge.rules.date_conflict import date_conflict
from factcheck.judge.rules.different_step import different_step
from factcheck.judge.rules.name_conflict import name_conflict
from factcheck.judge.rules.number_conflict import number_conflict
from factcheck.judge.rules.own_report import own_report
from factcheck.judge.rules.polarity_conflict import polarity_conflict
from factcheck.judge.rules.role_conflict import role_conflict
from factcheck.judge.rules.same_value import same_value
from factcheck.judge.rules.superseded import superseded
from factcheck.judge.rules.undecided import undecided


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table."""

    code: str
    name: str
    answer: Answer
    rules: Callable[[Case], str | None]
    """Why the rule rules; None where it does not."""


RULES: tuple[Rule, ...] = (
    Rule("FC302", "own-report", Answer.SAME, own_report),
    Rule("FC303", "different-step", Answer.SAME, different_step),
    Rule("FC304", "same-value", Answer.SAME, same_value),
    Rule("FC201", "superseded", Answer.LATER, superseded),
    Rule("FC101", "number-conflict", Answer.OPPOSED, number_conflict),
    Rule("FC102", "date-conflict", Answer.OPPOSED, date_conflict),
    Rule("FC103", "polarity-conflict", Answer.OPPOSED, polarity_conflict),
    Rule("FC104", "name-conflict", Answer.OPPOSED, name_conflict),
    Rule("FC106", "role-conflict", Answer.OPPOSED, role_conflict),
    Rule("FC105", "answer-conflict", Answer.OPPOSED, answer_conflict),
    Rule("FC403", "undecided", Answer.UNSURE, undecided),
)

DENIED, UNNAMED = "FC103", "FC105"
"""Codes of conflicts that say by themselves that both are about one thing, and of those that name no difference."""

AGREEING, SINGLE_SOURCED = "FC401", "FC402"
"""Codes of findings that no difference made: several documents agree, or one stands alone."""

SEVERITIES = {
    Verdict.CONFLICTING: "error",
    Verdict.SUPERSEDED: "warning",
    Verdict.UNSURE: "warning",
    Verdict.AGREEING: "note",
    Verdict.SINGLE_SOURCED: "note",
}
