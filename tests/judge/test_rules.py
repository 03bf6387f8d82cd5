"""Each rule: what is put before it → whether it rules; and which of them is asked first."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.datamodel import Verdict
from factcheck.judge import rules as rules_package
from factcheck.judge.case import Answer
from factcheck.judge.table import AGREEING, RULES, SEVERITIES, SINGLE_SOURCED, Rule
from tests.judge.builders import case_of, cases

NAMED = {rule.name: rule for rule in RULES}
CASES = cases("rules.jsonl")
ORDER = cases("order.jsonl")


@pytest.mark.parametrize("row", CASES, ids=[f"{row['rule']}: {row['label']}" for row in CASES])
def test_case(row: dict[str, Any]) -> None:
    because = NAMED[row["rule"]].rules(case_of(row))
    assert (because is not None) is row["rules"]


@pytest.mark.parametrize("row", ORDER, ids=[row["label"] for row in ORDER])
def test_the_first_that_rules(row: dict[str, Any]) -> None:
    case = case_of(row)
    assert next((rule.name for rule in RULES if rule.rules(case) is not None), None) == row["first"]


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_has_cases_either_way_and_a_place_in_the_order(rule: Rule) -> None:
    assert {row["rules"] for row in CASES if row["rule"] == rule.name} == {True, False}
    assert rule.name in {row["first"] for row in ORDER}


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_says_what_it_is(rule: Rule) -> None:
    assert (rule.rules.__doc__ or "").strip()
    assert re.fullmatch(r"FC\d{3}", rule.code)
    assert rule.rules.__name__ == rule.name.replace("-", "_")
    assert rule.rules.__module__ == f"{rules_package.__name__}.{rule.rules.__name__}"


def test_codes_and_names_are_used_once() -> None:
    codes = [*(rule.code for rule in RULES), AGREEING, SINGLE_SOURCED]
    assert [code for code, count in Counter(codes).items() if count > 1] == []
    assert len(NAMED) == len(RULES)


def test_every_rule_file_stands_in_the_table() -> None:
    files = {file.stem for folder in rules_package.__path__ for file in Path(folder).glob("*.py")} - {"__init__"}
    assert files == {rule.rules.__name__ for rule in RULES}


def test_every_verdict_has_a_severity() -> None:
    assert SEVERITIES.keys() == set(Verdict)


def test_what_cannot_be_compared_comes_first_and_an_update_before_a_conflict() -> None:
    answers = [rule.answer for rule in RULES]
    assert RULES[0].name == "own-report"
    assert answers.index(Answer.LATER) < answers.index(Answer.OPPOSED)
    assert max(n for n, answer in enumerate(answers) if answer is Answer.OPPOSED) < answers.index(Answer.UNSURE)


ROWS = st.fixed_dictionaries(
    {
        "features": st.dictionaries(
            st.sampled_from(
                "quantity same_counted own_date date time polarity opposite designator_names person_names "
                "place_names organisation_names".split()
            ),
            st.sampled_from((None, 0.0, 0.5, 1.0)),
        ),
        "older": st.fixed_dictionaries({"speaker": st.sampled_from((None, "Holt")), "negated": st.booleans()}),
        "newer": st.fixed_dictionaries({"doc": st.sampled_from(("wire", "daily")), "state": st.just("delivered")}),
        "one_fact": st.sampled_from(("sure", "likely", "unlikely")),
        "opposed": st.booleans(),
        "succeeds": st.booleans(),
        "days": st.sampled_from((None, 0, 1, 30)),
    }
)


@given(ROWS)
def test_a_rule_that_rules_says_why(row: dict[str, Any]) -> None:
    case = case_of(row)
    for rule in RULES:
        because = rule.rules(case)
        assert because is None or because.strip()


@given(ROWS)
def test_without_unlike_answers_or_surety_nothing_conflicts(row: dict[str, Any]) -> None:
    case = case_of({**row, "opposed": False, "one_fact": "likely"})
    assert not [rule.name for rule in RULES if rule.answer is Answer.OPPOSED and rule.rules(case) is not None]
