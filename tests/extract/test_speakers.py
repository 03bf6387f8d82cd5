"""Attributions, read from the case table: speaker, origin and content, the parts of a content joined by " … "."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.datamodel import Document, ParsedDocument
from factcheck.extract.quotations import find_quotations
from factcheck.extract.speakers import find_attributions
from factcheck.parse import parse_document
from factcheck.text.alignment import Alignment
from tests.extract.parsed import cases


def _parsed(text: str, outlet: str | None = None) -> ParsedDocument:
    return parse_document(Document("d", "d", text, text, Alignment.identity(len(text)), outlet=outlet))


def _found(text: str, outlet: str | None = None) -> list[list[str | None]]:
    parsed = _parsed(text, outlet)
    return [
        [a.speaker, a.origin, " … ".join(parsed.document.quote(c) for c in a.content)]
        for a in find_attributions(parsed)
    ]


@pytest.mark.parametrize("case", cases("speakers.jsonl"))
def test_case(case: dict[str, Any]) -> None:
    assert sorted(map(str, _found(case["text"]))) == sorted(map(str, case["expect"]))


@pytest.mark.parametrize("case", cases("speakers_known_failures.jsonl"))
@pytest.mark.xfail(strict=True, reason="known failure")
def test_known_failure(case: dict[str, Any]) -> None:
    assert sorted(map(str, _found(case["text"]))) == sorted(map(str, case["expect"]))


def test_own_outlet_is_no_speaker() -> None:
    text = "Norvik Air confirms that flight NV417 landed in Nantes."
    assert _found(text, outlet="Norvik Air") == []
    assert [f[0] for f in _found(text, outlet="Lindau Herald")] == ["Norvik Air"]


def test_direct_is_told_from_indirect() -> None:
    text = "“The bridge is closed,” Dana Holt said. Holt said that the road was open."
    assert [a.direct for a in find_attributions(_parsed(text))] == [True, False]


def test_source_and_cue_are_quoted() -> None:
    parsed = _parsed("The bridge was closed at noon, according to police.")
    (found,) = find_attributions(parsed)
    assert found.source is not None
    assert found.cue is not None
    assert parsed.document.quote(found.source) == "police"
    assert parsed.document.quote(found.cue) == "according to"


def test_quotation_over_paragraphs() -> None:
    text = "“The bridge is closed,” said Dana Holt. “It is old.\n\n“It will stay closed until May.”"
    speakers = {speaker for speaker, _, content in _found(text) if content}
    assert speakers == {"Dana Holt"}
    assert any("until May" in (content or "") for _, _, content in _found(text))


def test_quotations_run_on() -> None:
    found = find_quotations("“One two three.\n\n“Four five.”")
    assert [(q.words, q.runs_on) for q in found] == [(3, True), (2, False)]


def test_apostrophes_are_no_quotation_marks() -> None:
    assert find_quotations("The boys' dog and the girls' cat don't eat.") == ()


@given(st.text(alphabet="ab “”\"'‘’«»,.\n", max_size=40))
def test_any_text_is_survived(text: str) -> None:
    for quotation in find_quotations(text):
        assert 0 <= quotation.start < quotation.end <= len(text)


@pytest.mark.parametrize(
    "text", ["said", "“", "said said said.", ": :", "According to", "“” said he.", "\n\nA: \n\nB: "]
)
def test_odd_texts_are_survived(text: str) -> None:
    for found in find_attributions(_parsed(text)):
        assert all(c.start < c.end for c in found.content)
