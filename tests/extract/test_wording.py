"""What a claim says read alone, from the case table."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.cast import cast_of
from factcheck.extract.coreference import find_antecedents
from factcheck.extract.tree import tree_of
from factcheck.extract.wording import stand_alone
from tests.extract.parsed import cases, parsed, stretch


def _text(text: str, words: str) -> str:
    tree = tree_of(parsed(text))
    return stand_alone(tree, stretch(tree, text, words), find_antecedents(tree, cast_of(tree, frozenset()), {}))


@pytest.mark.parametrize("case", cases("wording.jsonl"))
def test_case(case: dict[str, Any]) -> None:
    assert _text(case["text"], case["words"]) == case["expect"]


@pytest.mark.parametrize("case", cases("wording_known_failures.jsonl"))
@pytest.mark.xfail(strict=True, reason="known failure")
def test_known_failure(case: dict[str, Any]) -> None:
    assert _text(case["text"], case["words"]) == case["expect"]


def test_the_first_person_is_named() -> None:
    text = "I know the mill well."
    tree = tree_of(parsed(text))
    assert stand_alone(tree, stretch(tree, text, "I know the mill"), {0: "Ann Roe"}) == "Ann Roe knows the mill"


def test_a_contraction_is_written_out_after_a_name() -> None:
    text = "She’s a dentist."
    tree = tree_of(parsed(text))
    assert stand_alone(tree, stretch(tree, text, "She’s a dentist"), {0: "Ann Roe"}) == "Ann Roe is a dentist"
