"""Claims as no text would give them all: any number of figures, dates, names and roles of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from factcheck.datamodel import Claim, Entity, Frame, Modality, Quantity, Role, Span, When
from tests.match.builders import plain_claim

NOUNS = ("", "ship", "old ship", "people", "resident", "mi-35m helicopter", "helicopter")
NAMES = ("norway", "dana holt", "holt", "peter lang", "mi35m", "mi35", "su35")
WORDS = ("ferry", "sink", "rise", "fall", "pier", "norway", "dana holt")
KINDS = ("person", "place", "organisation", "designator", "event")


@st.composite
def claims(draw: st.DrawFn, doc: str, *, figures: int = 3) -> Claim:
    """A claim of a document with up to so many figures, its parts drawn from few values, so that they often meet."""
    words = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5)))
    claim = plain_claim(f"c-{doc}", doc, draw(st.integers(0, 50)), words=words)
    span = claim.span
    return replace(
        claim,
        speaker=draw(st.sampled_from((None, "Dana Holt", "Holt", "Peter Lang"))),
        negated=draw(st.booleans()),
        direct=draw(st.booleans()),
        modality=draw(st.sampled_from(Modality)),
        state=draw(st.sampled_from((None, "offered", "delivered"))),
        form=draw(st.sampled_from(("clause", "heading"))),
        frame=Frame(draw(st.sampled_from(("", "rise", "fall"))), tuple(draw(st.lists(roles(span), max_size=3)))),
        entities=tuple(draw(st.lists(entities(span), max_size=3))),
        quantities=tuple(draw(st.lists(quantities(span), max_size=figures))),
        whens=tuple(draw(st.lists(whens(span), max_size=3))),
    )


@st.composite
def quantities(draw: st.DrawFn, span: Span) -> Quantity:
    """A figure: exact, an interval, or open to one side."""
    low, more = draw(st.integers(0, 12)), draw(st.sampled_from((0, 0, 3, 100)))
    ends = draw(st.sampled_from((Decimal(low + more), None)))
    return Quantity(
        span,
        Decimal(low),
        ends,
        draw(st.sampled_from((None, "percent"))),
        draw(st.sampled_from(NOUNS)),
        draw(st.booleans()),
    )


@st.composite
def whens(draw: st.DrawFn, span: Span) -> When:
    """A date, a period, an open one, or a time of day."""
    first = date(2031, 3, 1) + timedelta(days=draw(st.integers(0, 9)))
    last = draw(st.sampled_from((first, first + timedelta(days=3), None)))
    bounds = draw(st.sampled_from(((first, last), (None, None))))
    time = draw(st.sampled_from((None, "08:15", "20:15")))
    return When(span, first.isoformat(), *bounds, anchor="text", time=time)


@st.composite
def entities(draw: st.DrawFn, span: Span) -> Entity:
    key = draw(st.sampled_from(NAMES))
    return Entity(span, key.title(), draw(st.sampled_from(KINDS)), key)


@st.composite
def roles(draw: st.DrawFn, span: Span) -> Role:
    words = tuple(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3)))
    return Role(draw(st.sampled_from(("agent", "theme", "attribute", "place", "on"))), span, words[-1], words)
