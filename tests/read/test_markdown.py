"""Markdown: its marks go, what a reader sees stays; front matter of every make."""

from __future__ import annotations

import pytest

from factcheck.read.front_matter import read_front_matter
from factcheck.read.markdown import read_markdown


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("# Head\n\nBody *is* here.", "Head\n\nBody is here."),
        ("Head\n====\n\nBody", "Head\n\nBody"),
        ("a **b** __c__ `d` ~~e~~", "a b c d e"),
        ("5 * 3 is 15 and snake_case_word stays", "5 * 3 is 15 and snake_case_word stays"),
        ("- one\n- two", "one\n\ntwo"),
        ("1. one\n2. two", "one\n\ntwo"),
        ("> said\n> so", "said so"),
        ("one\ntwo", "one two"),
        ("one  \ntwo", "one\ntwo"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |", "a, b\n\n1, 2\n\n3, 4"),
        ("see [the report](x.pdf 'title') now", "see the report now"),
        ("<https://a.example> is it", "https://a.example is it"),
        ("![A crowd at the gate](x.jpg)", "A crowd at the gate"),
        ("![logo](x.jpg)\n\nText", "Text"),
        ("a <!-- gone --> b", "a b"),
        ("<!-- gone -->\n\nb", "b"),
        ("<div>in a *block*</div>\n\nb", "in a *block*\n\nb"),
        ("```\ncode here\n```", "code here"),
        ("3 \\* 4 &lt; 13 &hellip;", "3 * 4 < 13 …"),
        ("a\r\n\r\nb", "a\n\nb"),
        ("", ""),
    ],
)
def test_marks_go(raw: str, text: str) -> None:
    assert read_markdown(raw).text == text


def test_a_cell_and_a_link_lead_to_their_places() -> None:
    raw = "| ab | cd |\n|---|---|\n| [ef](ab) | ab |"
    reading = read_markdown(raw)
    assert reading.text == "ab, cd\n\nef, ab"
    assert reading.alignment.to_raw(12, 14) == (raw.rindex("ab"), raw.rindex("ab") + 2)


def test_the_front_matters_title_is_read_as_headline() -> None:
    raw = '---\ntitle: "A \\"b\\" c"\n---\n\nText.'
    reading = read_markdown(raw)
    assert (reading.title, reading.text) == ('A "b" c', 'A "b" c\n\nText.')
    assert reading.alignment.to_raw(0, 7) == (raw.index("A"), raw.index("c") + 1)


def test_a_title_that_the_text_repeats_is_read_once() -> None:
    assert read_markdown("---\ntitle: Head\n---\n# Head\n\nText.").text == "Head\n\nText."


@pytest.mark.parametrize(
    ("yaml", "field", "value"),
    [
        ("title: a: b", "title", "a: b"),
        ("title: [unclosed", "title", "[unclosed"),
        ("headline: A", "title", "A"),
        ("authors:\n  - Ann Lee\n  - name: Bo Marsh", "byline", "Ann Lee, Bo Marsh"),
        ("published: 2031-05-06T10:00:00Z", "published", "2031-05-06T10:00:00Z"),
        ("date: 6 May 2031", "published", "6 May 2031"),
        ("date: null", "published", None),
        ("source: Harbour News", "outlet", "Harbour News"),
        ("\tbad: yes\ntitle: A", "title", "A"),
        ("title: ''", "title", None),
    ],
)
def test_front_matter_of_every_make(yaml: str, field: str, value: str | None) -> None:
    assert getattr(read_front_matter(f"---\n{yaml}\n---\nText"), field) == value


@pytest.mark.parametrize(
    "raw", ["no front matter", "---\nno keys at all\n---\nText", "--- \n", "---\ntitle: never closed"]
)
def test_what_is_no_front_matter_is_text(raw: str) -> None:
    assert read_front_matter(raw).end == 0
