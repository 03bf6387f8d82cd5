"""Hedges, read from the case table: cue, kind and scope."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.hedges import find_hedges
from tests.extract.parsed import cases
from tests.extract.parsed import parsed as parsed_of


def _found(text: str) -> list[list[str]]:
    parsed = parsed_of(text)
    quote = parsed.document.quote
    return [[quote(h.cue), h.kind, quote(h.scope)] for h in find_hedges(parsed)]


@pytest.mark.parametrize("case", cases("hedges.jsonl"))
def test_case(case: dict[str, Any]) -> None:
    assert sorted(map(str, _found(case["text"]))) == sorted(map(str, case["expect"]))


@pytest.mark.parametrize("case", cases("hedges_known_failures.jsonl"))
@pytest.mark.xfail(strict=True, reason="known failure")
def test_known_failure(case: dict[str, Any]) -> None:
    assert sorted(map(str, _found(case["text"]))) == sorted(map(str, case["expect"]))


@pytest.mark.parametrize("text", ["not", "may", "No", "is said to", "?", "nor nor nor", "that that"])
def test_odd_texts_are_survived(text: str) -> None:
    assert isinstance(_found(text), list)
