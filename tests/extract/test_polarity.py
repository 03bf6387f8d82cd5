"""Negations, read from the case table: cue and scope."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.polarity import find_negations
from tests.extract.parsed import cases
from tests.extract.parsed import parsed as parsed_of


def _found(text: str) -> list[list[str]]:
    parsed = parsed_of(text)
    quote = parsed.document.quote
    return [[quote(n.cue), quote(n.scope)] for n in find_negations(parsed)]


@pytest.mark.parametrize("case", cases("polarity.jsonl"))
def test_case(case: dict[str, Any]) -> None:
    assert sorted(map(str, _found(case["text"]))) == sorted(map(str, case["expect"]))


@pytest.mark.parametrize("case", cases("polarity_known_failures.jsonl"))
@pytest.mark.xfail(strict=True, reason="known failure")
def test_known_failure(case: dict[str, Any]) -> None:
    assert sorted(map(str, _found(case["text"]))) == sorted(map(str, case["expect"]))


@pytest.mark.parametrize("text", ["not", "may", "No", "is said to", "?", "nor nor nor", "that that"])
def test_odd_texts_are_survived(text: str) -> None:
    assert isinstance(_found(text), list)
