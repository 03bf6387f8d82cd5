from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.numerals import find_numerals, last_place, read_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", "7"),
        ("1,250", "1250"),
        ("1 250", "1250"),
        ("700\u00a0000", "700000"),
        ("5,50,00,000", "55000000"),
        (".5", "0.5"),
        ("2½", "2.5"),
        ("1/2", "0.5"),
        ("1.5 million", "1500000"),
        ("1.93-billion", "1930000000"),
        ("2bn", "2000000000"),
        ("5.5 crore", "55000000"),
        ("3 lakh", "300000"),
        ("two hundred thousand", "200000"),
        ("zero", "0"),
        ("nineteen", "19"),
        ("forty-two", "42"),
        ("forty two", "42"),
        ("three hundred and forty-two", "342"),
        ("twelve hundred", "1200"),
        ("twenty-eight thousand six hundred forty-two", "28642"),
        ("two million, three hundred thousand", "2300000"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("half a dozen", "6"),
        ("half a million", "500000"),
        ("half-million", "500000"),
        ("a quarter of a million", "250000"),
        ("three and a half million", "3500000"),
        ("two-and-a-half", "2.5"),
        ("a hundred and five", "105"),
        ("a couple of", "2"),
        ("a couple of hundred", "200"),
        ("Eleven", "11"),
    ],
)
def test_reads(text: str, value: str) -> None:
    assert read_numeral(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "one of", "dozens", "several", "tenfold", "third", "12 people", "and", "Mi-35M"])
def test_is_no_single_number(text: str) -> None:
    assert read_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 24, 120),
        ("hundreds", 200, 1000),
        ("tens of thousands", 20000, 100000),
        ("hundreds of thousands", 200000, 1000000),
        ("several", 3, 10),
        ("several hundred", 300, 1000),
        ("a few dozen", 24, 120),
    ],
)
def test_vague_words_are_intervals(text: str, low: int, high: int) -> None:
    (numeral,) = find_numerals(text)
    assert (numeral.low, numeral.high, numeral.form) == (Decimal(low), Decimal(high), "vague")


@pytest.mark.parametrize("text", ["Mi-35M", "A320", "T-90MS", "twenty-first", "9th", "none", "tone", "B2B", "fig.7"])
def test_finds_no_number(text: str) -> None:
    assert find_numerals(text) == ()


@pytest.mark.parametrize(
    ("text", "place"), [("36,000", "1000"), ("1.93bn", "10000000"), ("4.50", "0.01"), ("12", "1"), ("a dozen", "1")]
)
def test_place_is_the_last_one_written(text: str, place: str) -> None:
    (numeral,) = find_numerals(text)
    assert numeral.place == Decimal(place)


def test_last_place() -> None:
    assert [last_place(Decimal(v)) for v in ("36000", "4.5", "0", "7")] == [1000, Decimal("0.1"), 1, 1]


@given(st.integers(0, 10**12))
def test_grouped_figures_are_read_back(value: int) -> None:
    assert read_numeral(f"{value:,}") == value


@given(st.text(max_size=80))
def test_any_text_is_survived(text: str) -> None:
    for numeral in find_numerals(text):
        assert 0 <= numeral.start < numeral.end <= len(text)
        assert numeral.low <= numeral.high
