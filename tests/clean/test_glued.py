"""Glued words and words that are whole: a case table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.clean.glued import find_glued
from factcheck.clean.settings import CleanSettings
from factcheck.text.alignment import Alignment, apply_edits
from tests.clean.documents import document

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases" / "glued.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    edits = find_glued(text, document(text), CleanSettings())
    assert apply_edits(text, Alignment.identity(len(text)), edits)[0] == case["expect"]


def test_half_of_the_cases_must_find_nothing() -> None:
    assert len(CASES) >= 40
    assert 0.4 <= sum(case["text"] == case["expect"] for case in CASES) / len(CASES) <= 0.6
