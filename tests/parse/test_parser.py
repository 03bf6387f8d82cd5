"""Parsing: designators stay whole, paragraphs start sentences, headlines are known as such."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.datamodel import Document, ParsedDocument
from factcheck.errors import ParserError
from factcheck.parse import ParseSettings, parse_document
from factcheck.text.alignment import Alignment


def _parsed(text: str) -> ParsedDocument:
    return parse_document(Document("d", "d", text, text, Alignment.identity(len(text))))


def _tokens(text: str) -> list[str]:
    return [token.text for token in _parsed(text).doc]


@pytest.mark.parametrize(
    "word",
    ["Mi-35M", "JF-17", "S-400", "T-90MS", "A320neo", "A320neos", "F-16s", "NV417", "OY-NVK", "AIM-120C", "Su-30MKI"],
)
@pytest.mark.parametrize("frame", ["The {} came.", "They bought ({}), it said.", "It was a {}.", "{}"])
def test_designators_stay_whole(word: str, frame: str) -> None:
    assert word in _tokens(frame.format(word))


def test_a_designator_written_apart_is_joined() -> None:
    assert "Mi 35 M" in _tokens("Four Mi 35 M helicopters came.")


@pytest.mark.parametrize(
    "text", ["On Oct 12 A ship sank.", "No 10 M people came.", "Mr 5 X came.", "They paid US 30 M."]
)
def test_what_only_looks_apart_is_not(text: str) -> None:
    assert not any(" " in token.strip() for token in _tokens(text))


def test_a_name_with_small_words_stays_whole() -> None:
    assert "Stratford-upon-Avon" in _tokens("They met in Stratford-upon-Avon on Monday.")


@pytest.mark.parametrize("text", ["a well-known firm", "three-day talks", "a Denmark-Lisbon jet"])
def test_common_words_with_hyphens_still_fall_apart(text: str) -> None:
    assert "-" in _tokens(text)


def test_a_paragraph_starts_a_sentence() -> None:
    parsed = _parsed("Bridge shut for two years\n\nThe council voted on Monday. It was late")
    texts = [parsed.doc[s.start : s.end].text for s in parsed.sentences]
    assert texts == ["Bridge shut for two years", "The council voted on Monday.", "It was late"]
    assert [s.paragraph for s in parsed.sentences] == [0, 1, 1]


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        ("Bridge shut for two years", True),
        ("The bridge is shut.", False),
        ("“The bridge is shut.”", False),
        ("The bridge is shut (for now).", False),
        ("Is the bridge shut?", False),
        ("What we know:", False),
    ],
)
def test_headings_end_without_a_stop(paragraph: str, heading: bool) -> None:
    assert {
        s.heading for s in _parsed(f"{paragraph}\n\nThe council voted on Monday.").sentences if s.paragraph == 0
    } == {heading}


def test_an_unknown_pipeline_is_told() -> None:
    document = Document("d", "d", "x", "x", Alignment.identity(1))
    with pytest.raises(ParserError, match="no_such_pipeline"):
        parse_document(document, settings=ParseSettings(pipeline="no_such_pipeline"))


def test_an_empty_text_has_no_sentences() -> None:
    assert _parsed("").sentences == ()


@settings(max_examples=50)
@given(st.text(max_size=120))
def test_sentences_part_any_text(text: str) -> None:
    parsed = _parsed(text)
    assert parsed.doc.text == text
    ends = [0, *(s.end for s in parsed.sentences)]
    assert all(s.start >= end and s.start < s.end for s, end in zip(parsed.sentences, ends, strict=False))
    for sentence in parsed.sentences:
        span = parsed.span(sentence.start, sentence.end)
        assert parsed.document.quote(span) == parsed.doc[sentence.start : sentence.end].text
