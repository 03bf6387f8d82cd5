"""The spreadsheet: readable by any CSV reader, inert in any spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report import render_report
from factcheck.report.csv import cell
from factcheck.report.visible import named
from tests.report.fixture import make_report

TEXT = render_report(make_report(), "csv")


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(TEXT, newline="")))


def test_has_a_row_for_each_claim_in_the_order_of_findings() -> None:
    assert [row["verdict"] for row in rows()][:4] == ["conflicting"] * 4
    assert sorted(row["claim"] for row in rows()) == sorted(claim.id for claim in make_report().claims)


def test_quotes_are_the_files_own_letters() -> None:
    raw = {document.id: named(document.raw) for document in make_report().documents}
    assert all(row["quote"] in raw[row["file"]] for row in rows())


def test_lines_end_as_rfc_4180_has_it() -> None:
    assert TEXT.split("\r\n")[-1] == ""
    assert TEXT.count("\r\n") == len(rows()) + 1


def test_no_cell_runs_as_a_formula() -> None:
    assert '\'=cmd|"/c calc"!A1' in [row["speaker"] for row in rows()]
    assert not [value for row in rows() for value in row.values() if value[:1] in tuple("=+-@\t\r\n")]


@pytest.mark.parametrize(
    ("value", "expect"),
    [
        ("=1+1", "'=1+1"),
        ("＝1", "'＝1"),
        ("-5 degrees", "'-5 degrees"),
        ("@name", "'@name"),
        ("\t=1", "'\t=1"),
        ("'quoted'", "''quoted'"),
        ("plain = text", "plain = text"),
        ("\x1b[2J", "[U+001B][2J"),
        (None, ""),
        (True, "true"),
        (12, 12),
    ],
)
def test_cell(value: str | int | bool | None, expect: str | int) -> None:
    assert cell(value) == expect


@given(st.text())
def test_taking_one_apostrophe_away_gives_the_text_back(text: str) -> None:
    assert str(cell(text)).removeprefix("'") == named(text)
