"""Article text made fit to be shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.visible import encodable, named, shortened, visible


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("plain", "plain"),
        ("two\r\nlines\tand  blanks", "two lines and blanks"),
        ("\x1b[31mred\x07", "[U+001B][31mred[U+0007]"),
        ("\x9b2J", "[U+009B]2J"),
        ("safe\u202etxt.exe", "safe[U+202E]txt.exe"),
        ("\u2066a\u2069", "[U+2066]a[U+2069]"),
        ("zero\u200bwidth", "zero[U+200B]width"),
        ("soft\u00adhyphen", "softhyphen"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("null\x00", "null[U+0000]"),
        ("\ud800", "[U+D800]"),
        ("tag\U000e0041", "tag[U+E0041]"),
        ("next\x85line\u2028and\u2029more", "next line and more"),
    ],
)
def test_visible(text: str, expect: str) -> None:
    assert visible(text) == expect


@given(st.text(st.characters()))
def test_nothing_unseen_is_left(text: str) -> None:
    shown = visible(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not [
        c
        for c in shown
        if unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    ]
    assert visible(shown) == shown


@given(st.text(st.characters()))
def test_encodable_text_can_be_written(text: str) -> None:
    assert len(encodable(text).encode()) >= len(text)


@given(st.text())
def test_named_keeps_lines(text: str) -> None:
    assert named(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("text", "length", "expect"),
    [
        ("short", 10, "short"),
        ("one two three four", 15, "one two three…"),
        ("x" * 30, 10, "x" * 9 + "…"),
        ("one, two", 5, "one…"),
    ],
)
def test_shortened(text: str, length: int, expect: str) -> None:
    assert shortened(text, length) == expect


@given(st.text(), st.integers(2, 50))
def test_shortened_keeps_its_length(text: str, length: int) -> None:
    assert len(shortened(text, length)) <= length
