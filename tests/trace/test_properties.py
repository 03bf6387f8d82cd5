from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.datamodel import Claim, Document, Span
from factcheck.text.alignment import Alignment
from factcheck.trace import trace_origins
from tests.trace.articles import article, claim

SENTENCES = (
    "Two ferries collided in thick fog outside Marrow harbour on Sunday and eleven passengers were taken to hospital.",
    "“The dam will hold for another hundred years if nobody touches it,” Rolf Ask told Radio Marrow.",
    "The Tidewater Gazette reported that nine boats had been lost.",
    "The pumps stood still for a week, according to the report by the Harbour Police.",
    "The company says its night crew closed the eastern sluice at 02:14 and that 340 customers noticed.",
    "At 02:14 our night crew closed the eastern sluice at Brackmoor, and some 340 customers were without water.",
    "MARROW, May 3 (AP) - The mayor has gone home, and the quay is empty again after nine long days of waiting.",
    "One tabloid has it that a hundred boats were lost and that the mayor swam to the lighthouse.",
    "Nobody knows why the bell was silent.",
)
OUTLETS = (None, "The Tidewater Gazette", "Radio Marrow", "Brackmoor Water plc", "Marrow Press", "Loft")
DAYS = (None, "2031-05-03", "2031-05-04")


@st.composite
def articles(draw: st.DrawFn) -> Document:
    """An article of some of the sentences."""
    chosen = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
    return article("", "\n\n".join(chosen), outlet=draw(st.sampled_from(OUTLETS)), day=draw(st.sampled_from(DAYS)))


@st.composite
def newsrooms(draw: st.DrawFn) -> tuple[Document, ...]:
    """Some articles with ids."""
    found = draw(st.lists(articles(), min_size=1, max_size=4))
    return tuple(replace(d, id=f"{n}.txt") for n, d in enumerate(found))


def claims_of(documents: tuple[Document, ...]) -> tuple[Claim, ...]:
    """A claim for each paragraph's first words; who speaks and what is cited follows from the sentence."""
    found = {}
    for document in documents:
        for sentence in dict.fromkeys(document.text.split("\n\n")):
            made = claim(
                document,
                sentence[:30],
                speaker="Rolf Ask" if "Rolf" in sentence else None,
                origin="Tidewater Gazette" if "Tidewater" in sentence else None,
            )
            found[made.id] = made
    return tuple(found.values())


@settings(max_examples=60, deadline=None)
@given(newsrooms(), st.randoms(use_true_random=False))
def test_the_order_of_documents_and_claims_changes_nothing(documents: tuple[Document, ...], shuffler: object) -> None:
    claims = claims_of(documents)
    expected = trace_origins(documents, claims)
    assert trace_origins(documents[::-1], claims[::-1]) == expected
    mixed = list(documents)
    shuffler.shuffle(mixed)  # type: ignore[attr-defined]
    assert trace_origins(tuple(mixed), claims) == expected


@settings(max_examples=100, deadline=None)
@given(newsrooms(), st.data())
def test_adding_a_copy_never_adds_an_origin(documents: tuple[Document, ...], data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(documents))
    copy = replace(
        original,
        id=data.draw(st.sampled_from(("00.txt", "copy.txt"))),
        outlet=data.draw(st.sampled_from((original.outlet, None))),
        published_on=data.draw(st.sampled_from((original.published_on, None))),
    )
    before = trace_origins(documents, claims_of(documents))
    more = (*documents, copy)
    after = trace_origins(more, claims_of(more))
    assert len(after.origins) <= len(before.origins)
    assert ("copies", True) in {(d.kind, copy.id in (d.derived, d.source)) for d in after.derivations}


@settings(max_examples=60, deadline=None)
@given(newsrooms())
def test_every_claim_has_one_origin_and_every_origin_says_why(documents: tuple[Document, ...]) -> None:
    claims = claims_of(documents)
    trace = trace_origins(documents, claims)
    ids = {o.id for o in trace.origins}
    assert [c for c, _ in trace.of_claim] == sorted(c.id for c in claims)
    assert {o for _, o in trace.of_claim} == ids
    assert all(o.reason and o.name and o.lineage in {"named", "copied", "unknown"} for o in trace.origins)


@settings(max_examples=60, deadline=None)
@given(newsrooms())
def test_evidence_lies_in_its_documents_and_scores_are_shares(documents: tuple[Document, ...]) -> None:
    length = {d.id: len(d.raw) for d in documents}
    for derivation in trace_origins(documents, claims_of(documents)).derivations:
        assert derivation.derived != derivation.source
        assert 0 < derivation.score <= 1
        assert derivation.evidence
        assert derivation.evidence[0].doc == derivation.derived
        assert all(0 <= s.start < s.end <= length[s.doc] for s in derivation.evidence)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(), min_size=1, max_size=3))
def test_any_text_at_all_is_survived(texts: list[str]) -> None:
    documents = tuple(
        Document(f"{n}.txt", "-", text, text, Alignment.identity(len(text))) for n, text in enumerate(texts)
    )
    for derivation in trace_origins(documents, ()).derivations:
        assert all(isinstance(span, Span) for span in derivation.evidence)
