"""One row a claim, for spreadsheets (RFC 4180: CRLF, quotes doubled, a header row, UTF-8).

A spreadsheet runs a cell that begins with = + - @ (or their full-width forms, a tab or a line break) as a formula.
Such a cell gets an apostrophe in front, which spreadsheets take as "this is text"; so does one that begins with an
apostrophe, so that taking one away always gives back the value. All text cells are quoted: a program that splits at
semicolons or tabs as well cannot start a cell in the middle of one. Unseen characters are written by name ("[U+202E]").
The letters themselves are in the JSON.
"""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, fields

from factcheck.report.rows import ClaimRow, claim_rows
from factcheck.report.settings import ReportSettings
from factcheck.report.view import View
from factcheck.report.visible import named

_RUNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'")

Cell = str | int | float | bool | None


def render(view: View, settings: ReportSettings) -> str:
    """The claims in the order of their findings, conflicts first."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([field.name for field in fields(ClaimRow)])
    for row in claim_rows(view.saved):
        writer.writerow([cell(value) for value in astuple(row)])
    return out.getvalue()


def cell(value: Cell) -> str | int | float:
    """The value as it is written: text that would run as a formula gets an apostrophe in front."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    text = named(value)
    return f"'{text}" if text.startswith(_RUNS) else text
