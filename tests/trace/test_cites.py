from __future__ import annotations

from factcheck.datamodel import Claim, Document
from factcheck.trace import trace_origins
from tests.trace.articles import article, claim


def links(*documents: Document, claims: tuple[Claim, ...] = ()) -> set[tuple[str, str]]:
    return {(d.derived, d.source) for d in trace_origins(documents, claims).derivations}


GAZETTE = article(
    "gazette.txt", "The lock gate was open at four, Ada Holm says.", outlet="The Tidewater Gazette", day="2031-05-03"
)


def test_a_named_outlet_is_its_document_where_that_is_given() -> None:
    text = "The gate was open by four, the Tidewater Gazette has found."
    assert links(article("echo.txt", text, day="2031-05-04"), GAZETTE) == {("echo.txt", "gazette.txt")}


def test_a_short_name_needs_words_of_reporting() -> None:
    told = article("a.txt", "Ada Holm told the Tidewater that it was open.", day="2031-05-04")
    town = article("b.txt", "In Tidewater it rained.", day="2031-05-04")
    assert links(told, GAZETTE) == {("a.txt", "gazette.txt")}
    assert links(town, GAZETTE) == set()


def test_a_longer_name_that_begins_alike_is_another() -> None:
    loft = article("loft.txt", "We counted nine boats.", outlet="Meridian", day="2031-05-03")
    text = "Shares in Meridian Quays fell on Monday."
    assert links(article("a.txt", text, day="2031-05-04"), loft) == set()


def test_accents_and_capitals_make_no_difference() -> None:
    vocea = article("v.txt", "The river rose.", outlet="VOCEA RÂULUI", day="2031-05-03")
    text = "The river rose, as Vocea Raului put it."
    assert links(article("a.txt", text, day="2031-05-04"), vocea) == {("a.txt", "v.txt")}


def test_what_is_cited_cannot_be_later() -> None:
    text = "The gate was open by four, the Tidewater Gazette has found."
    assert ("echo.txt", "gazette.txt") not in links(article("echo.txt", text, day="2031-04-01"), GAZETTE)


def test_of_two_by_one_outlet_the_latest_that_is_not_later_is_meant() -> None:
    old = article("old.txt", "Nine boats sank.", outlet="The Tidewater Gazette", day="2031-01-03")
    new = article("new.txt", "Ten boats sank.", outlet="The Tidewater Gazette", day="2031-09-03")
    text = "The gate was open by four, the Tidewater Gazette has found."
    assert links(article("echo.txt", text, day="2031-05-04"), old, GAZETTE, new) == {("echo.txt", "gazette.txt")}


def test_an_outlet_does_not_cite_itself() -> None:
    text = "Ada Holm told the Gazette. “It was open,” she told The Tidewater Gazette in her kitchen."
    own = article("g.txt", text, outlet="The Tidewater Gazette")
    assert links(own, claims=(claim(own, "It was open", origin="this newspaper"),)) == set()


def test_an_outlet_that_is_not_given_keeps_its_name_once() -> None:
    text = "The dam will hold, he told Sputnik. In the interview with Sputnik International he laughed."
    document = article("a.txt", text)
    assert links(document, claims=(claim(document, "The dam will hold", origin="Sputnik"),)) == {
        ("a.txt", "Sputnik International")
    }


def test_a_report_recalled_is_the_report_named_in_full() -> None:
    text = "The valve stuck, according to the report by the Harbour Police. The report says that it was old."
    assert links(article("a.txt", text)) == {("a.txt", "the report by the Harbour Police")}


def test_a_dateline_of_another_agency() -> None:
    text = "MARROW, May 3 (Coastal Press) - Two ferries collided outside the harbour."
    assert links(article("a.txt", text, outlet="The Quay Echo")) == {("a.txt", "Coastal Press")}
    assert links(article("a.txt", text)) == set()


STATEMENT = article(
    "release.txt",
    "At 02:14 our night crew closed the eastern sluice at Brackmoor. Some 340 customers were without water.",
    outlet="Brackmoor Water plc",
    title="Statement on the sluice",
    day="2031-05-03",
)


def test_a_statement_is_the_document_of_the_body_that_is_named_beside_it() -> None:
    text = "Brackmoor Water said in a statement that it was sorry."
    assert links(article("a.txt", text, outlet="The Quay Echo", day="2031-05-04"), STATEMENT) == {
        ("a.txt", "release.txt")
    }


def test_a_statement_of_another_body_is_not() -> None:
    text = "The state auditor said in a statement that it was sorry about the price of milk."
    assert links(article("a.txt", text, outlet="The Quay Echo", day="2031-05-04"), STATEMENT) == set()


def test_a_statement_without_its_issuer_is_told_by_rare_words() -> None:
    shares = "In a statement the owners speak of a night crew that closed the eastern sluice."
    shares_none = "In a statement the owners speak of other things."
    assert links(article("a.txt", shares, outlet="Loft", day="2031-05-04"), STATEMENT) == {("a.txt", "release.txt")}
    assert links(article("a.txt", shares_none, outlet="Loft", day="2031-05-04"), STATEMENT) == set()


def test_a_body_that_is_merely_talked_about_is_not_cited() -> None:
    text = "Brackmoor Water has nine vans. A man shouted at Brackmoor Water’s gate."
    assert links(article("a.txt", text, outlet="Loft", day="2031-05-04"), STATEMENT) == set()
