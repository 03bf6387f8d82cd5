"""The terminal report."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from factcheck.report import ReportSettings, render_report
from tests.report.fixture import make_report


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_keeps_to_its_width(width: int) -> None:
    report = make_report()
    long = replace(report.documents[0], title="W" * 500 + " 東京" * 60)
    shown = render_report(
        replace(report, documents=(long, *report.documents[1:])), "text", settings=ReportSettings(width=width)
    )
    assert max(map(cell_len, shown.splitlines())) <= width


def test_is_plain_unless_colours_are_asked_for() -> None:
    assert "\x1b" not in render_report(make_report(), "text")
    assert "\x1b[1;31m" in render_report(make_report(), "text", settings=ReportSettings(colour=True))


def test_colours_change_no_word() -> None:
    coloured = render_report(make_report(), "text", settings=ReportSettings(colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render_report(make_report(), "text")


def test_no_line_ends_with_blanks() -> None:
    assert all(line == line.rstrip() for line in render_report(make_report(), "text").splitlines())


def test_single_sourced_claims_are_counted_where_they_are_too_many() -> None:
    shown = render_report(make_report(), "text", settings=ReportSettings(single_sourced_shown=1))
    assert "struck a pier" in shown
    assert "The pier stays closed" not in shown
    assert "and 2 more: see another format" in shown


def test_long_quotes_are_cut_with_a_sign() -> None:
    shown = render_report(make_report(), "text", settings=ReportSettings(quote_length=20))
    assert '"At least 15 people…"' in shown
    assert "At least 15 people were injured on the Solveig" not in shown
