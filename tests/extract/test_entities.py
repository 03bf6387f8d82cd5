"""Names: where they stand, what they name, and which are the same; from the case table."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from factcheck.extract.entities import find_entities
from tests.extract.parsed import cases, parsed


def _found(text: str) -> list[list[str]]:
    document = parsed(text)
    return [[document.document.quote(e.span), e.kind, e.key] for e in find_entities(document)]


@pytest.mark.parametrize("case", cases("entities.jsonl"))
def test_case(case: dict[str, Any]) -> None:
    assert _found(case["text"]) == case["expect"]


@pytest.mark.parametrize("case", cases("entities_known_failures.jsonl"))
@pytest.mark.xfail(strict=True, reason="known failure")
def test_known_failure(case: dict[str, Any]) -> None:
    assert _found(case["text"]) == case["expect"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Four Mi-35Ms were delivered.", "The Mi 35 M was shown."),
        ("A JF17 Thunder crashed.", "A JF-17 crashed."),
        ("An Airbus A-320 Neo landed.", "An Airbus A320neo landed."),
        ("Pakistani officers came.", "Officers came from Pakistan."),
        ("The UN agreed.", "The United Nations agreed."),
    ],
)
def test_keys_are_equal_across_documents(left: str, right: str) -> None:
    assert {key for *_, key in _found(left)} == {key for *_, key in _found(right)}


def test_names_do_not_overlap() -> None:
    text = "The Bay of Biscay lies off France, said Ann Roe of the Joint Working Group (JWG), who flew an A-320 Neo."
    spans = [e.span for e in find_entities(parsed(text))]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert len(spans) >= 5
