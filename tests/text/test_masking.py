"""Figures masked, so that texts which differ in them alone read alike."""

from __future__ import annotations

import pytest

from factcheck.text.masking import masked


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("four were hurt", "# were hurt"),
        ("Twenty-three people", "# people"),
        ("1,250 of 3.5 million", "# of #"),
        ("two hundred and forty boats", "# boats"),
        ("a tenth of them", "a tenth of them"),
        ("the phone often rang", "the phone often rang"),
        ("", ""),
    ],
)
def test_figures_become_one_mark(text: str, expect: str) -> None:
    assert masked(text) == expect
