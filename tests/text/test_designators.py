"""Which words are designators, and which of them are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.designators import designator_family, designator_key, is_designator, same_designator


@pytest.mark.parametrize(
    "word",
    ["Mi-35M", "Mi 35 M", "JF17", "F-16s", "A320neo", "A320neos", "NV417", "A321XLRs", "OY-NVK", "T-90MS", "S-400"],
)
def test_designators(word: str) -> None:
    assert is_designator(word)


@pytest.mark.parametrize(
    "word", ["2014", "35", "mid-19", "pre-2010", "Covid-19", "US", "three-day", "12kg", "G", "", "No 10", "19-year-old"]
)
def test_other_words(word: str) -> None:
    assert not is_designator(word)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mi-35M", "Mi 35 M"),
        ("Mi-35M", "Mi-35Ms"),
        ("JF-17", "JF17"),
        ("F-16", "F-16s"),
        ("A320neo", "A-320 Neo"),
        ("A320neos", "A320neo"),
    ],
)
def test_equal_keys(left: str, right: str) -> None:
    assert designator_key(left) == designator_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Su-35", "Su-37"), ("Mi-35", "Mi-17"), ("T-90", "T-90MS"), ("NV417", "NV471"), ("F-16", "JF-17")],
)
def test_unequal_keys(left: str, right: str) -> None:
    assert designator_key(left) != designator_key(right)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [("mi35", "mi35m", True), ("su35", "su37", False), ("t90", "t90ms", True), ("t90s", "t90ms", False)],
)
def test_a_family_can_be_what_its_variant_is(left: str, right: str, same: bool) -> None:
    assert same_designator(left, right) is same
    assert same_designator(right, left) is same


@given(st.text(max_size=20))
def test_any_word_has_a_key_and_a_family(word: str) -> None:
    assert designator_family(designator_key(word)) in designator_key(word)
