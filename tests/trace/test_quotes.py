from __future__ import annotations

from factcheck.datamodel import Derivation, Document
from factcheck.trace import TraceSettings, trace_origins
from factcheck.trace.quotes import find_quotes
from factcheck.trace.wording import wording_of
from tests.trace.articles import article, identities, wordings


def derive(*documents: Document, naming: frozenset[tuple[str, str]] = frozenset()) -> tuple[Derivation, ...]:
    outside: list[tuple[()]] = [()] * len(documents)
    return find_quotes(wordings(*documents), identities(*documents), outside, naming, settings=TraceSettings())


LONG = article(
    "gazette.txt",
    'Ada Holm runs the lock. "I heard the bell at four, I ran down in my socks, and the gate was already open," '
    "she said.",
    day="2031-05-03",
)


def test_a_quotation_cut_short() -> None:
    cut = article("echo.txt", "“I heard the bell at four,” says Ada Holm, who runs the lock.", day="2031-05-05")
    (found,) = derive(cut, LONG)
    assert (found.kind, found.derived, found.source) == ("quotes", "echo.txt", "gazette.txt")
    assert cut.quote(found.evidence[0]) == "I heard the bell at four"
    assert LONG.quote(found.evidence[1]).startswith("I heard the bell at four, I ran")


def test_a_quotation_with_its_middle_left_out() -> None:
    cut = article("echo.txt", "“I heard the bell at four … and the gate was already open,” she says.", day="2031-05-05")
    (found,) = derive(cut, LONG)
    assert found.source == "gazette.txt"


def test_a_bodys_own_words_in_quotation_marks_come_from_its_statement() -> None:
    statement = article(
        "release.txt",
        "No vessel of our fleet was outside the harbour at any time that night.",
        outlet="Marrow Ferries Ltd",
        title="Statement on the night of 3 May",
    )
    quoting = article("echo.txt", 'The firm says "no vessel of our fleet was outside the harbour". Others saw two.')
    (found,) = derive(quoting, statement)
    assert (found.derived, found.source) == ("echo.txt", "release.txt")


def test_four_words_need_to_be_the_same_to_the_letter() -> None:
    one = article("a.txt", 'It was "theft with a brochure", he said.', day="2031-05-03")
    same = article("b.txt", 'They call it "theft with a brochure".', day="2031-05-04")
    near = article("c.txt", 'They call it "theft with a smile".', day="2031-05-04")
    assert [d.derived for d in derive(one, same)] == ["b.txt"]
    assert derive(one, near) == ()


def test_two_that_have_it_from_a_third_do_not_have_it_from_each_other() -> None:
    copies = [article(f"{n}.txt", 'She said: "I heard the bell at four, I ran down in my socks."') for n in "ab"]
    found = derive(*copies, LONG)
    assert {(d.derived, d.source) for d in found} == {("a.txt", "gazette.txt"), ("b.txt", "gazette.txt")}


def test_two_that_name_the_outlet_that_was_spoken_to_have_it_from_there() -> None:
    said = "“The dam will hold for another hundred years if nobody touches it,”"
    one = article("one.txt", f"{said} Rolf Ask told Radio Marrow.", outlet="Loft")
    two = article("two.txt", f"{said} Rolf Ask said on Radio Marrow. He is an engineer.", outlet="The Quay Echo")
    trace = trace_origins((one, two), ())
    links = {(d.derived, d.source) for d in trace.derivations}
    assert links == {("one.txt", "Radio Marrow"), ("two.txt", "Radio Marrow")}
    assert {d.kind for d in trace.derivations} == {"quotes", "cites"}


def test_quotations_are_found_whatever_their_marks() -> None:
    text = '„Erst der Damm“, «puis la rue», “then all\n\n“of it” and "the rest".'
    document = article("a.txt", text)
    found = [text[q.start : q.end] for q in wording_of(document).quotations]
    assert found == ["Erst der Damm", "puis la rue", "then all", "of it", "the rest"]
