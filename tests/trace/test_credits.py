from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.trace.credits import find_credits, tidy_name
from tests.trace.articles import article

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "cases" / "credits.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=[c["label"] for c in CASES])
def test_credits(case: dict[str, Any]) -> None:
    document = article("a.txt", case["text"])
    found = [c for c in find_credits(document) if not c.loose]
    assert sorted({c.name for c in found}) == case["expect"]


def test_a_credits_span_holds_its_words_and_lies_in_its_paragraph() -> None:
    document = article("a.txt", "A headline\n\nThe dam will hold, Rolf Ask told Radio Marrow on Friday.")
    (credit,) = find_credits(document)
    assert document.quote(credit.span) == "told Radio Marrow"
    assert document.quote(credit.reach) == "The dam will hold, Rolf Ask told Radio Marrow on Friday."
    assert credit.interview
    assert credit.leads


def test_an_interview_credited_far_down_does_not_lead() -> None:
    document = article("a.txt", "One.\n\nTwo.\n\nThree.\n\nThe dam will hold, he told Radio Marrow.")
    (credit,) = find_credits(document)
    assert credit.interview
    assert not credit.leads


def test_a_story_taken_over_leans_on_its_outlet_as_a_whole() -> None:
    (credit,) = find_credits(article("a.txt", "This article was originally published in Marrow News."))
    assert credit.whole


def test_names_are_tidied() -> None:
    assert tidy_name("the 212-page report.") == "the report"
    assert tidy_name("another paper") == ""
    assert tidy_name("a newspaper in town") == ""
    assert tidy_name("Wednesday") == ""
