"""Alignments compose: edits upon edits still lead back to the raw file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.alignment import Alignment, Edit, apply_edits

TEXTS = st.text(alphabet="ab &\n", max_size=30)


@st.composite
def edits_of(draw: st.DrawFn, length: int) -> list[Edit]:
    """Edits that do not overlap, in any order."""
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    edits = [Edit(start, end, draw(st.text(alphabet="xyz", max_size=4)), "test") for start, end in pairs]
    return draw(st.permutations(edits))


@st.composite
def edited_twice(draw: st.DrawFn) -> tuple[str, str, Alignment]:
    """A raw text and what two rounds of edits made of it."""
    raw = draw(TEXTS)
    text, alignment = apply_edits(raw, Alignment.identity(len(raw)), draw(edits_of(len(raw))))
    return raw, *apply_edits(text, alignment, draw(edits_of(len(text))))


@given(edited_twice())
def test_ranges_never_run_backwards(case: tuple[str, str, Alignment]) -> None:
    raw, text, alignment = case
    assert len(alignment.starts) == len(alignment.ends) == len(text)
    assert list(alignment.starts) == sorted(alignment.starts)
    assert list(alignment.ends) == sorted(alignment.ends)
    assert all(0 <= s <= e <= len(raw) for s, e in zip(alignment.starts, alignment.ends, strict=True))


@given(edited_twice())
def test_kept_characters_lead_back_to_themselves(case: tuple[str, str, Alignment]) -> None:
    raw, text, alignment = case
    for at, char in enumerate(text):
        if char not in "xyz":
            assert raw[slice(*alignment.to_raw(at, at + 1))] == char


@given(edited_twice(), st.data())
def test_there_and_back_holds_what_was_asked_for(case: tuple[str, str, Alignment], data: st.DataObject) -> None:
    _, text, alignment = case
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    low, high = alignment.to_raw(start, end)
    first, last = alignment.to_text(low, high)
    assert all(alignment.starts[at] == alignment.ends[at] for at in range(start, end) if not first <= at < last)


@given(TEXTS)
def test_no_edit_changes_nothing(raw: str) -> None:
    assert apply_edits(raw, Alignment.identity(len(raw)), ()) == (raw, Alignment.identity(len(raw)))


def test_an_edit_is_told_in_raw_code_points() -> None:
    raw = "one &amp; two"
    text, alignment = apply_edits(raw, Alignment.identity(len(raw)), [Edit(4, 9, "&", "entity")])
    assert text == "one & two"
    assert alignment.to_raw(4, 5) == (4, 9)
    assert alignment.raw_edit(Edit(4, 5, "and", "spelt out")) == Edit(4, 9, "and", "spelt out")


def test_what_is_put_into_a_replacement_stands_for_the_whole_of_it() -> None:
    raw = "a&hellip;b"
    text, alignment = apply_edits(raw, Alignment.identity(len(raw)), [Edit(1, 9, "...", "entity")])
    text, alignment = apply_edits(text, alignment, [Edit(2, 2, " ", "spaced")])
    assert text == "a. ..b"
    assert [alignment.to_raw(at, at + 1) for at in range(1, 5)] == [(1, 9)] * 4


def test_a_dropped_range_has_no_text() -> None:
    raw = "keep drop keep"
    _, alignment = apply_edits(raw, Alignment.identity(len(raw)), [Edit(4, 9, "", "dropped")])
    start, end = alignment.to_text(5, 9)
    assert start == end == 4


@pytest.mark.parametrize(
    "edits", [[Edit(0, 3, "", "a"), Edit(2, 4, "", "b")], [Edit(3, 9, "", "a")], [Edit(2, 1, "", "a")]]
)
def test_edits_that_overlap_or_leave_the_text_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlaps another or leaves the text"):
        apply_edits("abcde", Alignment.identity(5), edits)


@pytest.mark.parametrize(("start", "end"), [(2, 2), (3, 2), (-1, 2), (0, 6)])
def test_a_range_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no text at"):
        Alignment.identity(5).to_raw(start, end)
