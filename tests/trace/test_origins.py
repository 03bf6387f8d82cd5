from __future__ import annotations

from factcheck.datamodel import Origin
from factcheck.trace import Trace, trace_origins
from tests.trace.articles import article, claim


def origin_of(trace: Trace, claim_id: str) -> Origin:
    by_id = {o.id: o for o in trace.origins}
    return by_id[dict(trace.of_claim)[claim_id]]


BLOG = article(
    "blog.txt",
    "In an interview with Sputnik International, the army's spokesman, Gen. Omar Rehan, spoke of helicopters.\n\n"
    "“Four have arrived,” Rehan said. The runway is long.",
    outlet="Loft",
)
PORTAL = article(
    "portal.txt",
    "HILLTOP - Four helicopters are there, a spokesman for the army told Sputnik in an interview yesterday.\n\n"
    "“More will follow,” General Omar Rehan said.",
)
LATER = article(
    "later.txt",
    "“Nobody asked me about helicopters,” Prime Minister Ilan Sorba told Sputnik News on Thursday.",
)


def test_two_documents_that_lean_on_one_interview_have_one_origin_and_another_interview_is_another() -> None:
    one = claim(BLOG, "Four have arrived", speaker="Omar Rehan")
    two = claim(PORTAL, "Four helicopters are there", speaker="Omar Rehan", origin="Sputnik")
    three = claim(LATER, "Nobody asked me about helicopters", speaker="Ilan Sorba")
    trace = trace_origins((BLOG, PORTAL, LATER), (one, two, three))
    first, second, third = (origin_of(trace, c.id) for c in (one, two, three))
    assert first == second
    assert first.name == "Sputnik interview with Omar Rehan"
    assert first.documents == ("blog.txt", "portal.txt")
    assert first.lineage == "named"
    assert third.name == "Sputnik interview with Ilan Sorba"
    assert third.id != first.id


def test_what_a_document_says_itself_is_its_own_with_lineage_unknown() -> None:
    own = claim(BLOG, "The runway is long")
    origin = origin_of(trace_origins((BLOG,), (own,)), own.id)
    assert origin.lineage == "unknown"
    assert origin.documents == ("blog.txt",)
    assert "lineage unknown" in origin.name
    assert "names no source" in origin.reason


def test_one_report_cited_by_two_is_one_origin() -> None:
    one = article("a.txt", "The valve stuck, according to the report by the Harbour Police.")
    two = article("b.txt", "A valve was stuck, the Harbour Police report found.")
    claims = (
        claim(one, "The valve stuck", origin="the report by the Harbour Police"),
        claim(two, "A valve was stuck", origin="the Harbour Police report"),
    )
    trace = trace_origins((one, two), claims)
    assert len(trace.origins) == 1
    assert trace.origins[0].documents == ("a.txt", "b.txt")


WIRE_TEXT = (
    "Two ferries collided in thick fog outside Marrow harbour on Sunday and eleven passengers were taken to hospital "
    "with broken bones."
)


def test_a_copied_passage_leans_on_the_source_and_the_rest_does_not() -> None:
    wire = article("wire.txt", f"{WIRE_TEXT} The Anna is 40 years old.", outlet="Marrow Press", day="2031-05-03")
    daily = article("daily.txt", f"{WIRE_TEXT} Our reader Ted Pym lost his hat.", outlet="Loft", day="2031-05-04")
    claims = (
        claim(wire, "eleven passengers were taken to hospital"),
        claim(daily, "eleven passengers were taken to hospital"),
        claim(daily, "Our reader Ted Pym lost his hat"),
    )
    trace = trace_origins((wire, daily), claims)
    first, second, third = (origin_of(trace, c.id) for c in claims)
    assert first == second
    assert first.lineage == "copied"
    assert "daily.txt copies wire.txt there" in first.reason
    assert third.documents == ("daily.txt",)


def test_a_copied_passage_leans_on_what_its_source_leans_on() -> None:
    text = f"{WIRE_TEXT} The harbour log shows the hour."
    wire = article("wire.txt", text, outlet="Marrow Press", day="2031-05-03")
    daily = article("daily.txt", f"{text} Our reader Ted Pym lost his hat.", outlet="Loft", day="2031-05-04")
    words = "Two ferries collided in thick fog"
    claims = (claim(wire, words, origin="the harbour log"), claim(daily, words))
    trace = trace_origins((wire, daily), claims)
    assert [o.name for o in trace.origins] == ["The harbour log"]


def test_two_papers_under_one_agencys_dateline_have_one_origin() -> None:
    one = article("a.txt", "MARROW, May 3 (AP) - Two boats sank.", outlet="Loft")
    two = article("b.txt", "MARROW (The Associated Press) — Boats lay on the ground.", outlet="The Quay Echo")
    trace = trace_origins((one, two), (claim(one, "Two boats sank"), claim(two, "Boats lay on the ground")))
    assert [o.name for o in trace.origins] == ["Associated Press"]


def test_a_citation_of_a_document_leans_on_it() -> None:
    gazette = article("g.txt", "Nine boats sank.", outlet="The Tidewater Gazette", day="2031-05-03")
    echo = article("e.txt", "Nine boats went down, the Tidewater Gazette reported.", outlet="Loft", day="2031-05-04")
    claims = (claim(gazette, "Nine boats sank"), claim(echo, "Nine boats went down", origin="the Tidewater Gazette"))
    (origin,) = trace_origins((gazette, echo), claims).origins
    assert origin.documents == ("e.txt", "g.txt")
    assert origin.lineage == "named"


def test_two_that_cite_each_other_come_to_an_end() -> None:
    a = article("a.txt", f"{WIRE_TEXT} So the Tidewater Gazette reported.", outlet="Marrow Echo")
    b = article("b.txt", f"{WIRE_TEXT} So the Marrow Echo reported.", outlet="The Tidewater Gazette")
    claims = (claim(a, "Two ferries collided"), claim(b, "Two ferries collided"))
    trace = trace_origins((a, b), claims)
    assert len(trace.origins) == 1
    assert {(d.derived, d.source) for d in trace.derivations if d.kind == "cites"} == {
        ("a.txt", "b.txt"),
        ("b.txt", "a.txt"),
    }


def test_nothing_given_nothing_traced() -> None:
    assert trace_origins((), ()) == Trace((), (), ())
