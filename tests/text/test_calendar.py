"""Days that lack a year, read by the days of others."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.text.calendar import day_near

SPRING, WINTER = date(2031, 5, 6), date(2032, 1, 3)


@pytest.mark.parametrize(
    ("text", "days", "expect"),
    [
        ("Oct 18", [SPRING], date(2031, 10, 18)),
        ("Thursday 30 December", [WINTER], date(2031, 12, 30)),
        ("2 Jan.", [date(2031, 12, 30)], date(2032, 1, 2)),
        ("1 December", [SPRING, WINTER], date(2031, 12, 1)),
        ("February 29", [SPRING], date(2032, 2, 29)),
        ("October 2033", [SPRING], date(2033, 10, 1)),
        ("6 May 2019", [SPRING], date(2019, 5, 6)),
        ("Oct 18", [], None),
        ("yesterday", [SPRING], None),
        ("03/04/2031", [SPRING], None),
    ],
)
def test_the_year_that_brings_a_day_nearest(text: str, days: list[date], expect: date | None) -> None:
    assert day_near(text, days) == expect
