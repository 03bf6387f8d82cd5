from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.intervals import compare, margin

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "intervals.jsonl").read_text(encoding="utf-8").splitlines()
]
ends = st.none() | st.decimals(min_value=-10000, max_value=10000, places=1)


def interval(row: list[Any]) -> tuple[Decimal | None, Decimal | None, bool]:
    low, high, approximate = row
    return (None if low is None else Decimal(low), None if high is None else Decimal(high), approximate)


@pytest.mark.parametrize("row", ROWS, ids=[row["label"] for row in ROWS])
def test_case(row: dict[str, Any]) -> None:
    assert compare(*interval(row["left"]), *interval(row["right"])) == row["expect"]


@given(ends, ends, st.booleans(), ends, ends, st.booleans())
def test_left_and_right_may_be_swapped(
    a: Decimal | None, b: Decimal | None, x: bool, c: Decimal | None, d: Decimal | None, y: bool
) -> None:
    assert compare(a, b, x, c, d, y) == compare(c, d, y, a, b, x)


@given(st.integers(1, 10**9))
def test_about_reaches_no_farther_than_a_seventh(value: int) -> None:
    assert 0 < margin(Decimal(value), Decimal(1)) <= Decimal(value) * Decimal("0.15")
