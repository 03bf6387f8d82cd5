"""The same direct quotation in two documents, cut or cleaned differently, or another's own words put in quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from factcheck.datamodel import Derivation, Span
from factcheck.trace.credits import Credit
from factcheck.trace.identity import STATEMENT, Identity
from factcheck.trace.order import direct
from factcheck.trace.settings import TraceSettings
from factcheck.trace.wording import Quotation, Wording

_SEED = 3
"""Words that two quotations must share in a row before they are aligned."""
_VERBATIM = 98.0
"""The similarity that short quotations need."""


@dataclass(frozen=True, slots=True)
class SharedQuote:
    """A quotation of `left` found in `right`."""

    left: int
    right: int
    """Numbers of the documents."""
    left_words: tuple[int, int]
    right_words: tuple[int, int]
    similarity: float
    """0 to 100."""
    quoted: bool
    """Whether it stands between quotation marks in `right` too; else these are the right document's own words."""


def find_quotes(
    wordings: Sequence[Wording],
    identities: Sequence[Identity],
    outside: Sequence[Sequence[Credit]],
    naming: frozenset[tuple[str, str]],
    *,
    settings: TraceSettings,
) -> tuple[Derivation, ...]:
    """Derivations that shared quotations show, one for each pair of documents, or of a document and a named outlet.

    Where a document names another outlet as the one that was spoken to, it has the quotation from there and not
    from the other document that has it too.

    Args:
        wordings, identities: of the same documents in the same order.
        outside: of each, its credits of outlets that are none of these documents.
        naming: which document names which (see `direct`).
    """
    best: dict[tuple[str, str], Derivation] = {}
    for shared in shared_quotes(wordings, settings=settings):
        for derivation in _derive(shared, wordings, identities, outside, naming):
            key = derivation.derived, derivation.source
            if key not in best or _rank(derivation) > _rank(best[key]):
                best[key] = derivation
    return _to_the_source(best)


def _to_the_source(found: dict[tuple[str, str], Derivation]) -> tuple[Derivation, ...]:
    """Leaves out what only passes through: where A and B both have it from C, A does not have it from B."""
    sources: dict[str, set[str]] = defaultdict(set)
    for derived, source in found:
        sources[derived].add(source)
    return tuple(found[d, s] for d, s in sorted(found) if not sources[d] & sources.get(s, set()))


def shared_quotes(wordings: Sequence[Wording], *, settings: TraceSettings) -> tuple[SharedQuote, ...]:
    """Every quotation of enough words that another document has too."""
    index: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for at in range(len(wording.words) - _SEED + 1):
            index[wording.words[at : at + _SEED]].append((number, at))
    found = []
    for number, wording in enumerate(wordings):
        for quotation in wording.quotations:
            if quotation.last - quotation.first >= settings.short_quote_words:
                for other, at in _places(quotation, number, wording, index, settings.crowd):
                    found.extend(_align(number, wording, quotation, other, wordings[other], at, settings))
    return tuple(found)


def _places(
    quotation: Quotation,
    number: int,
    wording: Wording,
    index: dict[tuple[str, ...], list[tuple[int, int]]],
    crowd: int,
) -> list[tuple[int, int]]:
    """For each other document that shares most seeds, where the quotation would start there."""
    votes: dict[tuple[int, int], int] = defaultdict(int)
    for at in range(quotation.first, quotation.last - _SEED + 1):
        places = index[wording.words[at : at + _SEED]]
        for other, place in places if len(places) <= crowd else ():
            if other != number:
                votes[other, place - (at - quotation.first)] += 1
    best: dict[int, tuple[int, int]] = {}
    for (other, start), count in votes.items():
        best[other] = max(best.get(other, (0, 0)), (count, -start))
    return [(other, -start) for other, (_, start) in sorted(best.items())]


def _align(
    number: int, left: Wording, quotation: Quotation, other: int, right: Wording, at: int, settings: TraceSettings
) -> list[SharedQuote]:
    length = quotation.last - quotation.first
    first, last = max(0, at), min(len(right.words), at + length)
    holder = next((q for q in right.quotations if q.first < last and first < q.last), None)
    if holder is not None:
        first, last = holder.first, holder.last
    mine, theirs = left.words[quotation.first : quotation.last], right.words[first:last]
    shorter = min(len(mine), len(theirs))
    least = settings.quote_similarity if shorter >= settings.quote_words else _VERBATIM
    similarity = _similarity(mine, theirs)
    if shorter < settings.short_quote_words or similarity < least:
        return []
    span = (quotation.first, quotation.last)
    return [SharedQuote(number, other, span, (first, last), similarity, holder is not None)]


def _similarity(left: Sequence[str], right: Sequence[str]) -> float:
    """0 to 100: how much of the shorter wording the longer one has, letters or words in order, cuts forgiven."""
    shorter = min(len(left), len(right))
    in_order = LCSseq.similarity(left, right) / shorter * 100
    return max(fuzz.partial_ratio(" ".join(left), " ".join(right)), in_order)


def _derive(
    shared: SharedQuote,
    wordings: Sequence[Wording],
    identities: Sequence[Identity],
    outside: Sequence[Sequence[Credit]],
    naming: frozenset[tuple[str, str]],
) -> list[Derivation]:
    left, right = wordings[shared.left], wordings[shared.right]
    evidence = (left.span(*shared.left_words), right.span(*shared.right_words))
    score = round(shared.similarity / 100, 3)
    elsewhere = [
        Derivation("quotes", identities[n].document.id, credit.name, (span, credit.span), score)
        for n, span in ((shared.left, evidence[0]), (shared.right, evidence[1]))
        if (credit := _spoken_to(span, outside[n])) is not None
    ]
    if elsewhere and shared.quoted:
        return elsewhere
    one, other = identities[shared.left], identities[shared.right]
    lengths = tuple(last - first for first, last in (shared.left_words, shared.right_words))
    way = direct(one, other, naming, (lengths[0], lengths[1]))
    if not shared.quoted and other.kind == STATEMENT:
        return [Derivation("quotes", one.document.id, other.document.id, evidence, score)]
    if way.derived is other:
        evidence = evidence[::-1]
    certainty = round(score * way.certainty, 3)
    return [Derivation("quotes", way.derived.document.id, way.source.document.id, evidence, certainty)]


def _spoken_to(span: Span, credits: Sequence[Credit]) -> Credit | None:
    """The outside outlet that the document says the quotation was given to."""
    return next((c for c in credits if c.interview and (c.leads or c.reach.meets(span))), None)


def _rank(derivation: Derivation) -> tuple[float, int, tuple[Span, ...]]:
    return derivation.score, derivation.evidence[0].end - derivation.evidence[0].start, derivation.evidence
