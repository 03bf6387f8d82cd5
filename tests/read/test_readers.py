"""What holds for every reader, drawn from the table: being listed is being tested."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read.readers import READERS, Reader, reader_for
from tests.read.samples import SAMPLES, TEXT

PIECES = (
    "<p>",
    "</p>",
    "<article>",
    "</div>",
    "<td>",
    "<tr>",
    "<br>",
    "<script>",
    "&amp;",
    "&lt",
    "&#8217;",
    "&bogus;",
    "<!--",
    "-->",
    "**",
    "_",
    "[a](b)",
    "![one two three](x)",
    "\\*",
    "# ",
    "> ",
    "- ",
    "1. ",
    "```",
    "| a | b |",
    "|---|---|",
    "---",
    "title: x",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "  ",
    "a",
    "word",
    "é",
    "\x00",
    "\ufeff",
    "By Ann Lee",
    "6 May 2031",
    "<title>A b c | D</title>",
)
SOURCES = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


@pytest.fixture(params=READERS, ids=lambda reader: reader.name)
def reader(request: pytest.FixtureRequest) -> Reader:
    assert isinstance(request.param, Reader)
    return request.param


def test_every_reader_has_a_sample() -> None:
    assert {reader.name for reader in READERS} == SAMPLES.keys()


def test_a_reader_gives_what_a_reader_sees(reader: Reader) -> None:
    assert reader.read(SAMPLES[reader.name]).text == TEXT


def test_each_word_lies_where_it_stands_in_the_file(reader: Reader) -> None:
    raw = SAMPLES[reader.name]
    reading = reader.read(raw)
    for word in re.finditer(r"\w+", reading.text):
        start, end = reading.alignment.to_raw(*word.span())
        assert raw[start:end] == word.group()


def test_metadata_is_read(reader: Reader) -> None:
    if reader.name == "text":
        return
    reading = reader.read(SAMPLES[reader.name])
    assert (reading.title, reading.outlet, reading.byline) == ("Ferry sold twice", "Harbour News", "Ann Lee, Bo Marsh")
    assert (reading.published, reading.url) == ("2031-05-06", "https://harbour.example/ferry")


@given(SOURCES)
def test_any_text_at_all_is_survived(raw: str) -> None:
    for reader in READERS:
        reading = reader.read(raw)
        assert len(reading.alignment.starts) == len(reading.text)
        assert list(reading.alignment.starts) == sorted(reading.alignment.starts)
        assert list(reading.alignment.ends) == sorted(reading.alignment.ends)


@given(SOURCES)
def test_letters_are_the_files_own(raw: str) -> None:
    """Each letter leads to itself, or to a reference that stands for it."""
    for reader in READERS:
        reading = reader.read(raw)
        for at, char in enumerate(reading.text):
            if char.isalpha():
                start, end = reading.alignment.to_raw(at, at + 1)
                assert raw[start:end] == char or raw[start] in "&\\\x00" or "&" in raw[start:end]


@pytest.mark.parametrize(
    ("suffix", "raw", "name"),
    [
        (".txt", "", "text"), (".MD", "", "markdown"), (".htm", "", "html"), ("", "<!doctype html><p>a", "html"),
        ("", "---\ntitle: a\n---\nb", "markdown"), ("", "plain", "text"), (".log", "<html>", "html"),
    ],
)  # fmt: skip
def test_the_reader_is_told_by_suffix_or_head(suffix: str, raw: str, name: str) -> None:
    assert reader_for(suffix, raw).name == name
