"""Claims, whole: which stretches of a text are claims and which never, and what always holds of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.datamodel import Claim, Entity, Modality, Quantity
from factcheck.extract import ExtractSettings, extract_claims
from factcheck.extract.extractors import EXTRACTORS
from tests.extract.parsed import cases, parsed

ARTICLE = (
    "Ferry runs aground off Leros\n\n"
    "A ferry with 180 people aboard ran aground off Leros on Sunday, the coast guard said. "
    "It had left Piraeus at noon.\n\n"
    "“I heard a bang and then nothing,” said Ann Roe, 41, a nurse from Bath. She was not hurt.\n\n"
    "Eleven people may have been taken to hospital, according to Radio Kos. The operator, Norvik Lines, owns 22 ships "
    "and plans to sell six. Was the captain drunk?"
)


def _words(text: str) -> list[str]:
    return [claim.words for claim in extract_claims(parsed(text))]


def _claim(text: str, words: str) -> Claim:
    return next(claim for claim in extract_claims(parsed(text)) if words in claim.words)


@pytest.mark.parametrize("case", cases("claims.jsonl"))
def test_wanted_claims_are_among_those_found(case: dict[str, Any]) -> None:
    found = _words(case["text"])
    assert [words for words in case["expect"] if words not in found] == []


@pytest.mark.parametrize("case", cases("claims.jsonl"))
def test_scraps_are_not(case: dict[str, Any]) -> None:
    found = _words(case["text"])
    assert [words for words in case["never"] if words in found] == []


def test_who_says_it_and_how_sure_it_is() -> None:
    claim = _claim(ARTICLE, "Eleven people may have been taken")
    assert claim.origin == "Radio Kos"
    assert claim.hedged
    assert claim.modality is Modality.POSSIBILITY
    assert [q.low for q in claim.quantities] == [11]


def test_own_words_are_direct_and_have_a_speaker() -> None:
    claim = _claim(ARTICLE, "I heard a bang")
    assert claim.direct
    assert claim.speaker == "Ann Roe"
    assert claim.text.startswith("Ann Roe heard a bang")


def test_a_negated_claim_says_so() -> None:
    assert _claim(ARTICLE, "was not hurt").negated


def test_a_claim_without_a_verb_is_denied_by_a_not_of_its_own_alone() -> None:
    text = "The board did not approve the purchase of 12 trams from the Czech maker Skoda."
    assert not _claim(text, "12 trams").negated


@pytest.mark.parametrize(
    ("text", "words", "negated"),
    [
        ("The police ruled out arson at the Leipzig depot.", "ruled out arson", True),
        ("Officials denied the use of gas against the marchers.", "the use of gas", True),
        ("The mayor denied that he had met Smith.", "he had met Smith", True),
        ("The train failed to stop at the red signal.", "failed to stop", True),
        ("No purchase was ruled out, the general said.", "No purchase was ruled out", False),
        ("The army never failed to pay its soldiers.", "The army never failed to pay", False),
        ("The board dismissed Brandt on Monday.", "The board dismissed Brandt", False),
    ],
)
def test_a_denial_denies_and_a_not_before_it_undoes_that(text: str, words: str, negated: bool) -> None:
    assert _claim(text, words).negated is negated


def test_what_somebody_said_is_no_claim_without_its_content() -> None:
    text = "Despite what some reports said, Russia did not sell the 12 helicopters."
    assert "what some reports said" not in _words(text)
    assert not any(words.endswith("reports said") for words in _words(text))


def test_names_stand_in_place_of_pronouns() -> None:
    assert _claim(ARTICLE, "was not hurt").text == "Ann Roe was not hurt"


def test_a_question_is_no_claim() -> None:
    assert not any("drunk" in words for words in _words(ARTICLE))


def test_a_dearer_repetition_gives_no_more_claims() -> None:
    document = parsed(ARTICLE)
    cheap = extract_claims(document, settings=ExtractSettings(repetition_cost=0.5))
    dear = extract_claims(document, settings=ExtractSettings(repetition_cost=4.0))
    assert len(dear) < len(cheap)


def test_no_score_is_high_enough_for_a_least_score_of_two() -> None:
    assert extract_claims(parsed(ARTICLE), settings=ExtractSettings(least_score=2.0)) == ()


def _parts(claim: Claim) -> tuple[Entity | Quantity, ...]:
    return (*claim.entities, *claim.quantities)


def _hold(text: str) -> None:
    document = parsed(text)
    claims = extract_claims(document)
    assert len({c.id for c in claims}) == len(claims)
    assert [c.span for c in claims] == sorted(c.span for c in claims)
    for claim in claims:
        assert claim.words == document.document.visible(claim.span)
        assert claim.words.strip() == claim.words != ""
        assert claim.sentence.holds(claim.span)
        assert "\n" not in claim.text
        assert claim.text
        assert all(claim.span.holds(a.span) for a in _parts(claim))
    assert claims == extract_claims(parsed(text))


def test_what_always_holds_of_an_article() -> None:
    _hold(ARTICLE)


_WORD = st.sampled_from(
    [
        *"The ferry which sank said that he it Ann Roe 41 , . ( ) “ ” and of in two percent was is not to from".split(),
        *"- Mi-35M ? if you who has been killing three on Monday 's".split(),
        "\n\n",
    ]
)


@settings(max_examples=60)
@given(st.lists(_WORD, max_size=25).map(" ".join))
def test_what_always_holds_of_broken_sentences(text: str) -> None:
    _hold(text)


@pytest.mark.parametrize("name", EXTRACTORS)
@settings(max_examples=40)
@given(text=st.one_of(st.text(max_size=80), st.lists(_WORD, max_size=25).map(" ".join)))
def test_every_extractor_survives_any_text(name: str, text: str) -> None:
    document = parsed(text)
    found = EXTRACTORS[name](document)
    assert found == EXTRACTORS[name](parsed(text))
    for annotation in found:
        for span in _spans(annotation):
            assert 0 <= span.start < span.end <= len(document.document.raw)


def _spans(annotation: Any) -> list[Any]:
    values = [getattr(annotation, name) for name in annotation.__slots__]
    parts = [part for value in values for part in (value if isinstance(value, tuple) else (value,))]
    return [part for part in parts if hasattr(part, "holds")]
