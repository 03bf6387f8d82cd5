"""Which act of publication each claim leans on.

An origin is one act of publication: an outlet with the person interviewed, a report, a statement, or a document that
names no source. Claims that lean on the same one count once, however many documents carry them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeVar

from factcheck.datamodel import Claim, Derivation, Origin, Span
from factcheck.text.lexicon import load_lexicon
from factcheck.text.names import (
    has_media_word,
    is_known_outlet,
    name_words,
    outlet_key,
    outlet_name,
    person_key,
    plain,
    same_person,
    words_of,
)
from factcheck.trace.cites import Citation
from factcheck.trace.copies import Copy
from factcheck.trace.identity import Identity

_T = TypeVar("_T")
Key = tuple[str, ...]
"""("document", id), ("interview", outlet, person) or ("named", words)."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Who has what from whom."""

    derivations: tuple[Derivation, ...]
    """By derived document, source and kind."""
    origins: tuple[Origin, ...]
    """By id."""
    of_claim: tuple[tuple[str, str], ...]
    """Claim id and origin id, by claim id."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """The act that a claim leans on, and why."""

    key: Key
    name: str
    lineage: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What is known of one set of documents, by document."""

    identities: Mapping[str, Identity]
    citations: Mapping[str, Sequence[Citation]]
    copies: Mapping[str, Sequence[Copy]]
    quotes: Mapping[str, Sequence[Derivation]]
    claims: Mapping[str, Sequence[Claim]]
    persons: tuple[str, ...] = field(default=())
    """Keys of all speakers, longest first."""


def find_leanings(
    identities: Sequence[Identity],
    claims: Sequence[Claim],
    citations: Iterable[Citation],
    copies: Iterable[Copy],
    quotes: Iterable[Derivation],
) -> dict[str, Leaning]:
    """For each claim (by its id) the act that it leans on: the first of these that there is.

    1. The source that the claim names. 2. The source of the passage in which its document copies another.
    3. The interview that its document credits for its speaker. 4. The source of the quotation that it stands in.
    5. Whose story its document says that it is (a dateline, "first published in"). 6. Its document, lineage unknown.
    """
    speakers = {person_key(c.speaker) for c in claims if c.speaker}
    evidence = _Evidence(
        {i.document.id: i for i in identities},
        _group(citations, lambda c: c.derived),
        _group(copies, lambda c: c.derivation.derived),
        _group(quotes, lambda q: q.derived),
        _group(claims, lambda c: c.doc),
        tuple(sorted(speakers, key=lambda p: (-len(p.split()), p))),
    )
    return {claim.id: _lean(claim, evidence, frozenset()) for claim in claims}


def make_trace(
    derivations: Iterable[Derivation], leanings: Mapping[str, Leaning], documents_of: Mapping[str, str]
) -> Trace:
    """Gathers origins with the documents that lean on them.

    Args:
        documents_of: claim id → the id of its document.
    """
    grouped: dict[Key, list[str]] = defaultdict(list)
    for claim in sorted(leanings):
        grouped[leanings[claim].key].append(claim)
    origins = [
        _origin(key, [leanings[c] for c in found], [documents_of[c] for c in found]) for key, found in grouped.items()
    ]
    ordered = tuple(sorted(set(derivations), key=lambda d: (d.derived, d.source, d.kind, d.evidence)))
    of_claim = tuple((claim, _id_of(leanings[claim].key)) for claim in sorted(leanings))
    return Trace(ordered, tuple(sorted(origins, key=lambda o: o.id)), of_claim)


def _lean(claim: Claim, evidence: _Evidence, seen: frozenset[str]) -> Leaning:
    for find in (_by_name, _by_copy, _by_interview, _by_quote, _by_dateline):
        found = find(claim, evidence, seen)
        if found is not None:
            return found
    return _own(claim.doc, evidence, f"{claim.doc} names no source for it")


def _by_name(claim: Claim, evidence: _Evidence, seen: frozenset[str]) -> Leaning | None:
    """The claim's own origin; none where it is its own outlet's, or no name."""
    for citation in evidence.citations.get(claim.doc, ()):
        credit = citation.credit
        if claim.origin and credit.span == claim.span and credit.claimed:
            return _through(citation, claim, evidence, f"{claim.doc} has it from {credit.name}")
    return None


def _by_copy(claim: Claim, evidence: _Evidence, seen: frozenset[str]) -> Leaning | None:
    """What the source's claim at the same place leans on, else the source itself."""
    copies = (c for c in evidence.copies.get(claim.doc, ()) if c.derivation.source not in seen)
    for copy in sorted(copies, key=lambda c: (-c.derivation.score, _digest(c.derivation.source, evidence))):
        source = copy.derivation.source
        for there in (there for here, there in copy.places if _lies_in(claim.span, here)):
            claims = evidence.claims.get(source, ())
            twin = next((c for c in claims if _lies_in(c.span, there) and _alike(c, claim)), None)
            deeper = _lean(twin, evidence, seen | {claim.doc}) if twin else _of_document(source, claim, evidence)
            return _led_to(deeper, f"{claim.doc} copies {source} there")
    return None


def _by_interview(claim: Claim, evidence: _Evidence, seen: frozenset[str]) -> Leaning | None:
    for citation in _interviews_of(claim.doc, evidence):
        if any(same_person(p, claim.speaker or "") for p in _interviewees(claim.doc, citation.source, evidence)):
            reason = f"{claim.doc} says that {claim.speaker} told {citation.credit.name}"
            return _through(citation, claim, evidence, reason)
    return None


def _by_quote(claim: Claim, evidence: _Evidence, seen: frozenset[str]) -> Leaning | None:
    """The source of the quotation that the claim stands in."""
    quotes = [q for q in evidence.quotes.get(claim.doc, ()) if q.source in evidence.identities and q.source not in seen]
    for quote in sorted(quotes, key=lambda q: (-q.score, _digest(q.source, evidence))):
        if quote.evidence[0].meets(claim.span):
            found = _of_document(quote.source, claim, evidence)
            return _led_to(found, f"{claim.doc} quotes what {quote.source} quotes")
    return None


def _by_dateline(claim: Claim, evidence: _Evidence, seen: frozenset[str]) -> Leaning | None:
    """Whose story the document is, by its dateline or its own word; "Agencies" is nobody in particular."""
    for citation in evidence.citations.get(claim.doc, ()):
        named = citation.given or plain(citation.source) not in load_lexicon("outlets")["unnamed"]
        if citation.credit.whole and named:
            return _through(citation, claim, evidence, f"{claim.doc} says that it is from {citation.credit.name}")
    return None


def _through(citation: Citation, claim: Claim, evidence: _Evidence, reason: str) -> Leaning:
    """The act behind a citation: a document given, an interview where somebody speaks, else the source by its name."""
    if citation.given:
        found = _of_document(citation.source, claim, evidence)
        return Leaning(found.key, found.name, "named", reason)
    people = _interviewees(claim.doc, citation.source, evidence) if claim.speaker else []
    if people:
        speaker = next((p for p in people if same_person(p, claim.speaker or "")), people[0])
        return _interview(citation.source, speaker, evidence, reason)
    words = " ".join(sorted(name_words(citation.source)))
    outlet = outlet_key(citation.source)
    alias = outlet if is_known_outlet(outlet) or has_media_word(citation.source) else ""
    return Leaning(("named", alias or words), outlet_name(citation.source), "named", reason)


def _interview(outlet: str, speaker: str, evidence: _Evidence, reason: str) -> Leaning:
    person = next((p for p in evidence.persons if same_person(p, speaker)), person_key(speaker))
    name = f"{outlet_name(outlet)} interview with {_shown(person, evidence)}"
    return Leaning(("interview", outlet_key(outlet), person), name, "named", reason)


def _of_document(doc: str, claim: Claim, evidence: _Evidence) -> Leaning:
    """The act that stands behind what a given document says of the same speaker: its interview elsewhere, or itself."""
    for citation in _interviews_of(doc, evidence):
        people = _interviewees(doc, citation.source, evidence)
        if not citation.given and any(same_person(p, claim.speaker or "") for p in people):
            return _interview(citation.source, claim.speaker or "", evidence, f"{doc} credits it")
    return _own(doc, evidence, "")


def _own(doc: str, evidence: _Evidence, reason: str) -> Leaning:
    identity = evidence.identities[doc]
    shown = identity.names[0] if identity.names else doc
    return Leaning(("document", doc), f"{shown} ({doc})", "unknown", reason)


def _interviews_of(doc: str, evidence: _Evidence) -> list[Citation]:
    return [c for c in evidence.citations.get(doc, ()) if c.credit.interview]


def _interviewees(doc: str, outlet: str, evidence: _Evidence) -> list[str]:
    """Who spoke to an outlet, as a document has it.

    Of the speakers named in the paragraph that credits the interview, the most quoted; where it names none and the
    whole article leans on the interview, the most quoted speaker of all.
    """
    document = evidence.identities[doc].document
    speakers, found = _speakers(doc, evidence), []
    for citation in _interviews_of(doc, evidence):
        if outlet_key(citation.source) == outlet_key(outlet):
            paragraph = document.visible(citation.credit.reach)
            here = [s for s in speakers if _named_in(s, paragraph)]
            person = [s for s in here if _is_full_name(s)]
            found += person[:1] or (speakers[:1] if citation.credit.leads else here[:1])
    return list(dict.fromkeys(found))


def _speakers(doc: str, evidence: _Evidence) -> list[str]:
    """The people who speak in a document, the most quoted first."""
    counts = Counter(c.speaker for c in evidence.claims.get(doc, ()) if c.speaker)
    return sorted(counts, key=lambda s: (-counts[s], s))


def _is_full_name(speaker: str) -> bool:
    """Whether it looks like a person's name in full: two words or more, all capitalised, titles aside."""
    return len(person_key(speaker).split()) > 1 and all(w[:1].isupper() for w in speaker.replace(".", " ").split())


def _named_in(person: str, text: str) -> bool:
    last = person_key(person).split()[-1:]
    return bool(last) and last[0] in words_of(text)


def _shown(person: str, evidence: _Evidence) -> str:
    names = (c.speaker for found in evidence.claims.values() for c in found if c.speaker)
    written = sorted({n for n in names if person_key(n) == person}, key=lambda n: (len(n), n))
    return written[0] if written else person.title()


def _lies_in(span: Span, place: Span) -> bool:
    """Whether more than half of a span lies in a place."""
    shared = min(span.end, place.end) - max(span.start, place.start)
    return span.doc == place.doc and shared * 2 > span.end - span.start


def _alike(left: Claim, right: Claim) -> bool:
    """Whether two claims in the same passage are the same words: most words of the shorter are in the other."""
    one, other = name_words(left.words), name_words(right.words)
    return len(one & other) * 2 > min(len(one), len(other))


def _led_to(leaning: Leaning, reason: str) -> Leaning:
    """The same act, reached by reused words."""
    lineage = leaning.lineage if leaning.lineage == "named" else "copied"
    return Leaning(leaning.key, leaning.name, lineage, reason)


def _digest(doc: str, evidence: _Evidence) -> str:
    return evidence.identities[doc].digest


def _origin(key: Key, leanings: Sequence[Leaning], documents: Iterable[str]) -> Origin:
    """One origin, its name the commonest and its reasons each once."""
    names = Counter(leaning.name for leaning in leanings)
    name = sorted(names, key=lambda n: (-names[n], n))[0]
    lineage = next(kind for kind in ("named", "copied", "unknown") if any(le.lineage == kind for le in leanings))
    reasons = "; ".join(sorted({leaning.reason for leaning in leanings}))
    held = set(documents) | ({key[1]} if key[0] == "document" else set())
    if lineage == "unknown":
        name = f"{name}, lineage unknown"
    return Origin(_id_of(key), name, tuple(sorted(held)), lineage, reasons)


def _id_of(key: Key) -> str:
    return "o" + sha256("\x1f".join(key).encode()).hexdigest()[:12]


def _group(items: Iterable[_T], key: Callable[[_T], str]) -> dict[str, list[_T]]:
    found: dict[str, list[_T]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found
