"""Dates, datelines and bylines as newsrooms write them: case tables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.bylines import byline, dateline, greeted
from factcheck.text.calendar import day_named, days_named


def cases(name: str) -> list[Any]:
    lines = (Path(__file__).parent / "cases" / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [pytest.param(case["text"], case["expect"], id=case["label"]) for case in map(json.loads, lines)]


@pytest.mark.parametrize(("text", "expect"), cases("days"))
def test_days(text: str, expect: str | None) -> None:
    found = day_named(text)
    assert (found.isoformat() if found else None) == expect


@pytest.mark.parametrize(("text", "expect"), cases("datelines"))
def test_datelines(text: str, expect: list[str | None] | None) -> None:
    found = dateline(text)
    assert (found and [found.place, found.day and found.day.text, found.agency]) == expect


@pytest.mark.parametrize(("text", "expect"), cases("bylines"))
def test_bylines(text: str, expect: str | None) -> None:
    found = byline(text)
    assert (found.name if found else None) == expect


@pytest.mark.parametrize(("line", "site"), [("| Welcome to The Daily Plain", "Daily Plain"), ("He was welcome", None)])
def test_greetings(line: str, site: str | None) -> None:
    assert greeted(line) == site


@given(st.text(max_size=80))
def test_any_text_is_survived(text: str) -> None:
    for named in days_named(text):
        assert text[named.start : named.end] == named.text
    found = dateline(text)
    assert found is None or 0 < found.end <= len(text)
