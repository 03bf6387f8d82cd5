from __future__ import annotations

from factcheck.trace import TraceSettings
from factcheck.trace.copies import find_copies, shared_passages
from tests.trace.articles import article, identities, wordings

WIRE = article(
    "wire.txt",
    "MARROW, May 3 (Marrow Press) - Two ferries collided in thick fog outside Marrow harbour on Sunday and eleven "
    "passengers were taken to hospital with broken bones, the coast guard said.\n\nThe older of the two, the Anna, "
    "had been repaired in April after her steering failed in a storm.",
    day="2031-05-03",
)
REWRITE = article(
    "daily.txt",
    "Fog horror at sea!\n\nTwo ferries collided in thick fog outside Marrow harbour on Sunday, and eleven passengers "
    "were rushed to hospital with broken bones.\n\nOur readers are shocked, and so is the mayor, who likes boats.",
)
OTHER = article(
    "other.txt",
    "Eleven people are in hospital since the Anna and another ferry ran into each other. The fog was so thick on "
    "Sunday that nobody on the quay at Marrow saw it happen. In April the steering of the Anna had broken down.",
)


def test_a_light_rewrite_copies_the_dated_wire() -> None:
    documents = (WIRE, REWRITE)
    (copy,) = find_copies(wordings(*documents), identities(*documents), frozenset(), settings=TraceSettings())
    assert (copy.derivation.kind, copy.derivation.derived, copy.derivation.source) == (
        "copies",
        "daily.txt",
        "wire.txt",
    )
    here, there = copy.places[0]
    assert REWRITE.quote(here).startswith("Two ferries collided in thick fog")
    assert WIRE.quote(there).startswith("Two ferries collided in thick fog")
    assert WIRE.quote(there).endswith("hospital with broken bones")


def test_the_same_news_in_other_words_is_no_copy() -> None:
    documents = (OTHER, WIRE)
    assert find_copies(wordings(*documents), identities(*documents), frozenset(), settings=TraceSettings()) == ()


def test_a_shared_quotation_is_no_copy() -> None:
    said = "“I heard the bell and then I heard nothing at all until the water came in through the door,” said Ada Holm."
    one = article("a.txt", f"The court sat for nine days. {said} The judge wrote everything down by hand.")
    two = article("b.txt", f"Tickets are sold out, and the choir is ready. {said} Doors open at seven.")
    assert find_copies(wordings(one, two), identities(one, two), frozenset(), settings=TraceSettings()) == ()


def test_the_earlier_document_is_the_source_whatever_its_length() -> None:
    text = "Two ferries collided in thick fog outside Marrow harbour on Sunday and eleven passengers were hurt."
    early = article("z.txt", text, day="2031-05-03")
    late = article("a.txt", f"{text} The older of the two had been repaired in April.", day="2031-05-04")
    (copy,) = find_copies(wordings(early, late), identities(early, late), frozenset(), settings=TraceSettings())
    assert copy.derivation.source == "z.txt"


def test_without_dates_the_one_that_credits_the_other_is_the_copy() -> None:
    text = "Two ferries collided in thick fog outside Marrow harbour on Sunday and eleven passengers were hurt."
    one, two = article("a.txt", text, outlet="Loft"), article("b.txt", f"{text} More soon.", outlet="Marrow Echo")
    (copy,) = find_copies(
        wordings(one, two), identities(one, two), frozenset({("b.txt", "a.txt")}), settings=TraceSettings()
    )
    assert copy.derivation.source == "a.txt"


def test_passages_close_over_changed_words_and_do_not_join_what_is_far_apart() -> None:
    left = article("l.txt", "alpha beta gamma delta epsilon zeta CHANGED eta theta iota kappa lambda mu nu xi")
    right = article("r.txt", "alpha beta gamma delta epsilon zeta OTHERWISE eta theta iota kappa lambda mu nu xi")
    (passage,) = shared_passages(*wordings(left, right), settings=TraceSettings())
    assert (passage.left_first, passage.left_last) == (0, 15)
    far = article("f.txt", left.text.replace("CHANGED", " ".join(f"word{n}" for n in range(40))))
    assert len(shared_passages(*wordings(left, far), settings=TraceSettings(passage_words=5))) == 2


def test_a_crowd_is_joined_without_comparing_all_with_all() -> None:
    text = "Two ferries collided in thick fog outside Marrow harbour on Sunday and eleven passengers were hurt."
    documents = [article(f"{n:03}.txt", f"{text} Number {n} of them.") for n in range(30)]
    copies = find_copies(wordings(*documents), identities(*documents), frozenset(), settings=TraceSettings(crowd=10))
    assert len(copies) < 100
    linked = {c.derivation.derived for c in copies} | {c.derivation.source for c in copies}
    assert linked == {d.id for d in documents}
