"""Keys of countries, their peoples and their seats of government."""

from __future__ import annotations

import pytest

from factcheck.text.places import is_country, is_seat, place_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Pakistan", "pakistan"),
        ("Pakistani", "pakistan"),
        ("Pakistanis", "pakistan"),
        ("the United States", "united states"),
        ("U.S.", "united states"),
        ("Americans", "united states"),
        ("British", "united kingdom"),
        ("South Koreans", "south korea"),
        ("Danes", "denmark"),
        ("Leros", "leros"),
    ],
)
def test_keys(name: str, key: str) -> None:
    assert place_key(name) == key


def test_a_seat_of_government_stands_for_its_country_only_where_it_acts() -> None:
    assert place_key("Islamabad") == "islamabad"
    assert place_key("Islamabad", acting=True) == "pakistan"
    assert place_key("New Delhi", acting=True) == "india"
    assert place_key("Lyon", acting=True) == "lyon"


@pytest.mark.parametrize("name", ["France", "French", "the Netherlands", "Afghans"])
def test_countries(name: str) -> None:
    assert is_country(name)


@pytest.mark.parametrize("name", ["Paris", "Leros", "Frenchness", ""])
def test_no_countries(name: str) -> None:
    assert not is_country(name)


def test_seats() -> None:
    assert is_seat("Paris")
    assert is_seat("New Delhi")
    assert not is_seat("Lyon")


def test_north_and_south_are_two() -> None:
    assert place_key("North Korea") != place_key("South Korea")
