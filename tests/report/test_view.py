"""What all formats show: order, wording, marks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.report import wording
from factcheck.report.marks import cut
from factcheck.report.order import VERDICT_ORDER, checkability, in_order
from factcheck.report.save import save_report
from factcheck.report.view import Card, View, build_view
from tests.report.fixture import make_report


def view() -> View:
    return build_view(save_report(make_report()))


def cards() -> list[Card]:
    return [card for section in view().sections for card in section.cards]


def test_every_verdict_has_its_section_in_the_order_of_findings() -> None:
    assert tuple(section.words.verdict for section in view().sections) == VERDICT_ORDER
    assert [card.number for card in cards()] == list(range(1, 9))


def test_surest_conflict_stands_first() -> None:
    assert [card.about for card in cards()][:2] == ["how many people were hurt", "when the engines were replaced"]


def test_single_sourced_claims_come_the_most_checkable_first() -> None:
    saved = save_report(make_report())
    by_id = {claim.id: claim for claim in saved.claims}
    last = view().sections[-1].cards
    scores = [max(checkability(by_id[quote.claim]) for quote in card.quotes) for card in last]
    assert scores == [3, 1, 0]


def test_order_of_findings_does_not_hang_on_the_order_given() -> None:
    saved = save_report(make_report())
    claims = {claim.id: claim for claim in saved.claims}
    assert in_order(saved.findings[::-1], claims) == saved.findings


def test_agreement_on_one_origin_says_so() -> None:
    (card,) = view().sections[3].cards
    assert card.sources == "2 documents, one origin (Harbour Wire report of 2 March)"


def test_quote_tells_who_says_it_how_surely_and_where() -> None:
    (card,) = view().sections[2].cards
    quote = card.sides[0].quotes[0]
    assert quote.notes == ("a crew member", "hedged: “reportedly”")
    assert quote.published == "undated"
    assert quote.place == "blog.html:1"
    assert (quote.before, quote.words, quote.after) == (
        "",
        "The Solveig reportedly carried no radar",
        ", a crew member wrote.",
    )


def test_publisher_falls_back_to_title_then_id() -> None:
    saved = save_report(make_report())
    bare = replace(saved, documents=tuple(replace(d, publisher=None) for d in saved.documents))
    names = {q.document: q.publisher for s in build_view(bare).sections for c in s.cards for q in c.quotes}
    assert names["daily.md"] == "Panic on the Solveig"
    assert names["update.txt"] == "update.txt"


def test_values_that_were_found_to_differ_are_marked_else_the_answers_words() -> None:
    hurt, engines, *_ = cards()
    marked = [[p.text for p in q.pieces if p.marked] for card in (hurt, engines) for q in card.quotes]
    assert marked == [["Twelve"], ["At least 15"], ["May 2030"], ["2027"]]


def test_nothing_is_marked_where_all_agree() -> None:
    (card,) = view().sections[3].cards
    assert not [piece for quote in card.quotes for piece in quote.pieces if piece.marked]


def test_why_lists_what_differs_first_and_passes_over_what_cannot_be_compared() -> None:
    assert [(row.name, row.word) for row in cards()[0].why] == [("figures", "differs"), ("words in common", "0.62")]


def test_what_was_cleaned_is_counted_by_reason() -> None:
    counts = {(row.kind, row.reason): row.times for row in view().cleaned}
    assert counts["dropped", "furniture"] == 1
    assert counts["mended", "words glued by a lost line break"] == 1


@pytest.mark.parametrize(
    ("marks", "expect"),
    [
        ([], ["ab cd ef"]),
        ([(3, 5)], ["ab ", "*cd", " ef"]),
        ([(3, 5), (4, 8), (0, 1)], ["*a", "b ", "*cd ef"]),
        ([(0, 8)], ["*ab cd ef"]),
    ],
)
def test_cut(marks: list[tuple[int, int]], expect: list[str]) -> None:
    assert [("*" if piece.marked else "") + piece.text for piece in cut("ab cd ef", marks)] == expect


@pytest.mark.parametrize(
    ("documents", "origins", "expect"),
    [
        (1, ("a",), "1 document, 1 origin"),
        (3, ("Sputnik interview",), "3 documents, one origin (Sputnik interview)"),
        (3, ("a", "b"), "3 documents, 2 origins"),
        (2, (), "2 documents"),
    ],
)
def test_sources_phrase(documents: int, origins: tuple[str, ...], expect: str) -> None:
    assert wording.sources_phrase(documents, origins) == expect


@pytest.mark.parametrize(
    ("value", "expect"), [(1.0, "high"), (0.8, "high"), (0.79, "medium"), (0.5, "medium"), (0.49, "low"), (0.0, "low")]
)
def test_confidence_band(value: float, expect: str) -> None:
    assert wording.confidence_band(value) == expect


def test_every_verdict_has_words() -> None:
    assert tuple(words.verdict for words in wording.VERDICTS) == VERDICT_ORDER


def test_sides_beyond_the_alphabet_have_letters() -> None:
    saved = save_report(make_report())
    side = saved.findings[0].sides[0]
    many = replace(saved, findings=(replace(saved.findings[0], sides=(side,) * 28),))
    letters = [side.letter for side in build_view(many).sections[0].cards[0].sides]
    assert letters[:2] == ["A", "B"]
    assert letters[-3:] == ["Z", "AA", "AB"]
