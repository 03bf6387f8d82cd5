"""What holds for all of cleaning."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.clean import CleanSettings, clean_document
from factcheck.clean.steps import STEPS
from factcheck.datamodel import Document
from factcheck.read.readers import READERS
from factcheck.text.alignment import Alignment
from tests.clean.documents import ARTICLE, document, with_article

PIECES = (
    "By Ann Lee",
    "THE DAILY POST",
    "Read more: Ten hats",
    "| Welcome to Post",
    "withRussia",
    "inan interview",
    "Share",
    "###",
    "Photo: A. Lee",
    "\n",
    "\n\n",
    "  • ",
    "Tuesday, May 6, 2031",
    "Related stories",
    *ARTICLE,
    "Follow @post.",
    "page 14",
    "(Post/A. Lee)",
    "About Ann Lee",
    "Ann Lee",
    "is an analyst",
    "\u00ad",
    "\u200b",
    "Т",
    "hе",
    "â€™",
    "DUBLIN, 6 May 2031 (Post) – ",
    "<p>",
    "<article>",
    "&amp;",
    "*",
    "[x](y)",
    "---\n",
    "|",
    "1. ",
    "Caption: ",
    " ",
    "a",
    "Call 555 0143.",
    "\r\n",
    "\x85",
    "“",
    "[3]",
)
RAWS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("\n".join),
)


@st.composite
def read(draw: st.DrawFn) -> Document:
    """Any text, read by any reader."""
    raw = draw(RAWS)
    reading = draw(st.sampled_from(READERS)).read(raw)
    return Document("d", "d", raw, reading.text, reading.alignment, reading.title, reading.outlet, reading.byline)


@given(read())
def test_the_result_is_paragraphs(before: Document) -> None:
    text = clean_document(before).text
    assert "\n" not in text.replace("\n\n", "")
    assert "\n\n\n" not in text
    assert text == text.strip()
    assert not any(mark in text for mark in "\r\v\f\x85\u2028\u2029\t\u00ad\u200b")


@given(read())
def test_cleaning_what_is_clean_changes_nothing(before: Document) -> None:
    text = clean_document(before).text
    again = clean_document(replace(before, raw=text, text=text, alignment=Alignment.identity(len(text))))
    assert (again.text, again.edits) == (text, ())


@given(read())
def test_the_way_back_to_the_file_is_kept(before: Document) -> None:
    after = clean_document(before)
    starts, ends = list(after.alignment.starts), list(after.alignment.ends)
    assert len(starts) == len(ends) == len(after.text)
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    dropped = [edit for edit in after.edits if edit.reason.startswith("furniture")]
    for start, end in zip(starts, ends, strict=True):
        assert not any(edit.start <= start < end <= edit.end for edit in dropped)


@given(read())
def test_untouched_characters_stand_for_themselves(before: Document) -> None:
    after = clean_document(before)
    touched = {place for edit in after.edits for place in range(edit.start, edit.end)}
    for at, char in enumerate(after.text):
        start, end = after.alignment.to_raw(at, at + 1)
        if char.isalnum() and end == start + 1 and start not in touched and before.raw[start].isalnum():
            assert before.raw[start] == char


def test_every_edit_is_told_in_raw_code_points() -> None:
    raw = f"Тhe end of\u00ad it\n\n{ARTICLE[0]}\n\n{ARTICLE[1]}\n\n{ARTICLE[2]}\n\nRead more: Ten hats"
    edits = clean_document(document(raw)).edits
    assert [(raw[edit.start : edit.end], edit.replacement, edit.reason) for edit in edits] == [
        ("Т", "T", "lookalike letter"),
        ("\u00ad", "", "unseen characters"),
        ("Read more: Ten hats", "", "furniture: lead to another piece"),
    ]


def test_a_plain_article_is_left_alone() -> None:
    text = "\n\n".join(ARTICLE)
    cleaned = clean_document(document(text))
    assert (cleaned.text, cleaned.edits) == (text, ())


@pytest.mark.parametrize("step", [step.name for step in STEPS])
def test_each_step_can_be_left_out(step: str) -> None:
    text = with_article("tail", ["1. Talks withRussia â€™\u00ad\nRead more: Ten hats", "2. x", ARTICLE[0]])
    done = {edit.reason for edit in clean_document(document(text)).edits}
    without = {
        edit.reason for edit in clean_document(document(text), settings=CleanSettings(skip=frozenset({step}))).edits
    }
    assert done - without or step == "paragraphs"  # laying out lines anew is not told


def test_what_reading_edited_stays_listed() -> None:
    before = document("\n\n".join(ARTICLE))
    once = clean_document(
        replace(
            before,
            text=before.text + "\n\nShare",
            raw=before.raw + "\n\nShare",
            alignment=Alignment.identity(len(before.raw) + 7),
        )
    )
    assert [edit.reason for edit in once.edits] == ["furniture: button"]
    assert clean_document(once).edits == once.edits
