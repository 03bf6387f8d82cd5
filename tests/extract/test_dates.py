from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.datamodel import Document, ParsedDocument
from factcheck.extract.dates import find_whens
from factcheck.parse import parse_document
from factcheck.text.alignment import Alignment

CASES = Path(__file__).parent / "cases"


def parse(text: str, published: str | None = None) -> ParsedDocument:
    day = date.fromisoformat(published) if published else None
    return parse_document(Document("d", "-", text, text, Alignment.identity(len(text)), published_on=day))


def read(name: str) -> list[Any]:
    rows = [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines()]
    return [pytest.param(row["text"], row["published"], row["expect"], id=row["label"]) for row in rows]


def found(text: str, published: str | None) -> list[list[Any]]:
    parsed = parse(text, published)
    return [
        [
            parsed.document.visible(w.span),
            w.edtf,
            w.earliest.isoformat() if w.earliest else None,
            w.latest.isoformat() if w.latest else None,
            w.anchor,
            *([w.time] if w.time else []),
        ]
        for w in find_whens(parsed)
    ]


@pytest.mark.parametrize(("text", "published", "expect"), read("dates.jsonl"))
def test_case(text: str, published: str | None, expect: list[Any]) -> None:
    assert found(text, published) == expect


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize(("text", "published", "expect"), read("dates_known_failures.jsonl"))
def test_known_failure(text: str, published: str | None, expect: list[Any]) -> None:
    assert found(text, published) == expect


def test_a_third_of_the_cases_find_nothing() -> None:
    rows = [json.loads(line) for line in (CASES / "dates.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sum(not row["expect"] for row in rows) * 3 >= len(rows) >= 60


def test_headlines_tell_the_past_in_the_present() -> None:
    (when,) = find_whens(parse("Army takes hill on Monday\n\nThe hill had been lost.", "2031-10-15"))
    assert when.earliest == date(2031, 10, 13)


def test_nothing_is_dated_that_cannot_be() -> None:
    for when in find_whens(parse("It fell on Wednesday, two days earlier than last year's, at 13:58.")):
        assert when.earliest is None
        assert when.latest is None


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            "the last next two days year ago earlier Monday May 5 31 June 2031 9:14 p.m. to - , since 1990s".split()
        ),
        max_size=14,
    ).map(" ".join)
)
def test_any_text_is_survived(text: str) -> None:
    parsed = parse(text, "2031-10-15")
    for when in find_whens(parsed):
        assert parsed.document.quote(when.span)
        assert when.earliest is None or when.latest is None or when.earliest <= when.latest
