"""Documents and claims in, derivations and origins out: who has it from whom, and how many origins there are."""

from __future__ import annotations

from factcheck.datamodel import Claim, Document
from factcheck.trace.cites import credits_outside, find_citations, find_cites, naming_of
from factcheck.trace.copies import find_copies
from factcheck.trace.credits import find_credits
from factcheck.trace.identity import identify
from factcheck.trace.origins import Trace, find_leanings, make_trace
from factcheck.trace.quotes import find_quotes
from factcheck.trace.settings import TraceSettings
from factcheck.trace.twins import find_twins, moved
from factcheck.trace.wording import wording_of

__all__ = ["Trace", "TraceSettings", "trace_origins"]


def trace_origins(
    documents: tuple[Document, ...], claims: tuple[Claim, ...], *, settings: TraceSettings = TraceSettings()
) -> Trace:
    """Traces what each document has from which other or from which named source, and each claim to its origin.

    1. Twins: of documents with the same words, one stands for all. 2. Citations: what each document names,
    resolved to a document where one is meant. 3. Copies: reused wording. 4. Quotes: shared quotations.
    5. Leanings: the act of publication behind each claim.

    The order of `documents` and of `claims` changes nothing, and a copy adds no origin.
    """
    ordered = sorted(documents, key=lambda d: d.id)
    told = sorted(claims, key=lambda c: (c.span, c.id))
    twins = sorted(
        find_twins([identify(d) for d in ordered], [wording_of(d) for d in ordered]), key=lambda t: t.first.digest
    )
    identities, wordings = [t.first for t in twins], [t.wording for t in twins]
    standing = [moved(c, twins) for c in told]
    citations = find_citations(identities, [find_credits(i.document) for i in identities], standing, settings=settings)
    naming = naming_of(citations)
    outside = [credits_outside(citations, i.document.id) for i in identities]
    copies = find_copies(wordings, identities, naming, settings=settings)
    quotes = find_quotes(wordings, identities, outside, naming, settings=settings)
    leanings = find_leanings(identities, standing, citations, copies, quotes)
    derivations = (
        *(c for t in twins for c in t.copies()),
        *(c.derivation for c in copies),
        *quotes,
        *find_cites(citations),
    )
    return make_trace(derivations, leanings, {c.id: c.doc for c in told})
