from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.datamodel import Document, ParsedDocument
from factcheck.extract.quantities import find_quantities
from factcheck.parse import parse_document
from factcheck.text.alignment import Alignment, Edit, apply_edits

CASES = Path(__file__).parent / "cases"


def parse(text: str) -> ParsedDocument:
    return parse_document(Document("d", "-", text, text, Alignment.identity(len(text))))


def read(name: str) -> list[Any]:
    rows = [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines()]
    return [pytest.param(row["text"], row["expect"], id=row["label"]) for row in rows]


def found(text: str) -> list[list[Any]]:
    parsed = parse(text)
    return [
        [
            parsed.document.visible(q.span),
            None if q.low is None else str(q.low),
            None if q.high is None else str(q.high),
            q.unit,
            q.of,
            *(["approximate"] if q.approximate else []),
        ]
        for q in find_quantities(parsed)
    ]


@pytest.mark.parametrize(("text", "expect"), read("quantities.jsonl"))
def test_case(text: str, expect: list[Any]) -> None:
    assert found(text) == expect


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize(("text", "expect"), read("quantities_known_failures.jsonl"))
def test_known_failure(text: str, expect: list[Any]) -> None:
    assert found(text) == expect


def test_a_third_of_the_cases_find_nothing() -> None:
    rows = [json.loads(line) for line in (CASES / "quantities.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sum(not row["expect"] for row in rows) * 3 >= len(rows) >= 60


def test_spans_are_of_the_raw_file() -> None:
    raw = "At least 12\u00ad5 houses burned."
    text, alignment = apply_edits(raw, Alignment.identity(len(raw)), [Edit(11, 12, "", "soft hyphen")])
    document = Document("d", "-", raw, text, alignment)
    (quantity,) = find_quantities(parse_document(document))
    assert document.quote(quantity.span) == "At least 12\u00ad5"
    assert quantity.low == 125


def test_the_ellipsis_looks_for_the_same_role() -> None:
    (first, _, last) = find_quantities(parse("Some 500 people said yes to more than 90 ships, and 400 said no."))
    assert (first.of, last.of) == ("people", "people")


@settings(max_examples=40)
@given(st.text(alphabet=st.sampled_from("0123456789 ,.-/$€m%onetwhalfdzABé½\n'"), max_size=60))
def test_any_text_is_survived(text: str) -> None:
    parsed = parse(text)
    for quantity in find_quantities(parsed):
        assert parsed.document.quote(quantity.span)
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
