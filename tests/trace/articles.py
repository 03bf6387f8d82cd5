"""Documents and claims made by hand for the tests of tracing."""

from __future__ import annotations

from datetime import date

from factcheck.datamodel import Claim, Document, Frame, Modality, Span
from factcheck.text.alignment import Alignment
from factcheck.trace.identity import Identity, identify
from factcheck.trace.wording import Wording, wording_of


def article(
    name: str, text: str, *, outlet: str | None = None, day: str | None = None, title: str | None = None
) -> Document:
    """A cleaned document, its text the file's."""
    published_on = date.fromisoformat(day) if day else None
    return Document(
        name, name, text, text, Alignment.identity(len(text)), title=title, outlet=outlet, published=day,
        published_on=published_on,
    )  # fmt: skip


def claim(document: Document, words: str, *, speaker: str | None = None, origin: str | None = None) -> Claim:
    """The claim that `words` make in a document."""
    start = document.raw.index(words)
    span = Span(document.id, start, start + len(words))
    return Claim(
        f"{document.id}:{start}", span, words, words, span, words, "clause", speaker, None, False, origin, None, False,
        Modality.FACT, None, Frame("", ()), (), (), (),
    )  # fmt: skip


def wordings(*documents: Document) -> list[Wording]:
    """The words of each."""
    return [wording_of(d) for d in documents]


def identities(*documents: Document) -> list[Identity]:
    """The publisher of each."""
    return [identify(d) for d in documents]
