"""Hedges, read from the case table: cue, kind and scope."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.datamodel import Document
from factcheck.extract.hedges import find_hedges
from factcheck.parse import parse_document
from factcheck.text.alignment import Alignment

_CASES = Path(__file__).parent / "cases"


def _cases(name: str) -> list[Any]:
    lines = (_CASES / name).read_text("utf-8").splitlines()
    return [pytest.param(case, id=case["label"]) for case in map(json.loads, lines)]


def _found(text: str) -> list[list[str]]:
    parsed = parse_document(Document("d", "d", text, text, Alignment.identity(len(text))))
    quote = parsed.document.quote
    return [[quote(h.cue), h.kind, quote(h.scope)] for h in find_hedges(parsed)]


@pytest.mark.parametrize("case", _cases("hedges.jsonl"))
def test_case(case: dict[str, Any]) -> None:
    assert sorted(map(str, _found(case["text"]))) == sorted(map(str, case["expect"]))


@pytest.mark.parametrize("case", _cases("hedges_known_failures.jsonl"))
@pytest.mark.xfail(strict=True, reason="known failure")
def test_known_failure(case: dict[str, Any]) -> None:
    assert sorted(map(str, _found(case["text"]))) == sorted(map(str, case["expect"]))


@pytest.mark.parametrize("text", ["not", "may", "No", "is said to", "?", "nor nor nor", "that that"])
def test_odd_texts_are_survived(text: str) -> None:
    assert isinstance(_found(text), list)
