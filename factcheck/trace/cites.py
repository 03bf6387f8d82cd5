"""What a document names as where it has this from: another outlet, an agency, a report, a statement."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.datamodel import Claim, Derivation, Document, Span
from factcheck.text.lexicon import load_lexicon
from factcheck.text.names import name_words, outlet_key, plain, words_of
from factcheck.trace.credits import Credit, tidy_name
from factcheck.trace.identity import STATEMENT, Identity, dateline_agency
from factcheck.trace.kinship import rare_words, shared_rare, telling_words
from factcheck.trace.order import may_derive
from factcheck.trace.settings import TraceSettings

_DROPPED = 15
"""Code points of a passage that cleaning dropped from which it can hold a credit."""
_OWN = frozenset(("here", "i", "me", "my", "our", "ours", "own", "this", "us", "we"))


@dataclass(frozen=True, slots=True)
class Citation:
    """A credit with what it leads to."""

    derived: str
    source: str
    """A document's id, or the name as written."""
    given: bool
    """Whether `source` is one of the documents given."""
    credit: Credit


@dataclass(frozen=True, slots=True)
class Register:
    """The documents given, as citations are resolved against them."""

    identities: tuple[Identity, ...]
    rare: dict[str, frozenset[str]]
    """By document: its rare words."""
    kin_words: int


def find_citations(
    identities: Sequence[Identity],
    credits: Sequence[Sequence[Credit]],
    claims: Iterable[Claim],
    *,
    settings: TraceSettings,
) -> tuple[Citation, ...]:
    """Every credit, resolved: to a document that is given, else to a name, else dropped (its own name; "a statement").

    Args:
        identities, credits: of the same documents in the same order.
        claims: their origins count as credits of their documents.
    """
    register = Register(tuple(identities), rare_words([i.document for i in identities]), settings.kin_words)
    by_doc = _claimed(claims, {i.document.id: i.document for i in identities})
    found = []
    for number, identity in enumerate(identities):
        named = [
            *credits[number],
            *by_doc[identity.document.id],
            *_datelined(identity),
            *_mentions(identity, identities),
        ]
        found.extend(_settle(identity, named, register))
    return tuple(sorted(found, key=lambda c: (c.derived, c.credit.span, c.credit.name, c.source)))


def find_cites(citations: Iterable[Citation]) -> tuple[Derivation, ...]:
    """One derivation for each document and what it cites; the more credits, the surer."""
    groups: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    for citation in citations:
        groups[citation.derived, citation.source].append(citation)
    found = []
    for (derived, source), members in sorted(groups.items()):
        spans = tuple(sorted({m.credit.span for m in members}))[:3]
        score = 1.0
        for credit in {m.credit.span: m.credit for m in members}.values():
            score *= 1.0 - credit.score
        found.append(Derivation("cites", derived, source, spans, round(1.0 - score, 3)))
    return tuple(found)


def naming_of(citations: Iterable[Citation]) -> frozenset[tuple[str, str]]:
    """Pairs of documents of which the first names the second."""
    return frozenset((c.derived, c.source) for c in citations if c.given)


def credits_outside(citations: Iterable[Citation], doc: str) -> tuple[Credit, ...]:
    """A document's credits of sources that are none of those given, each by the name that stands for all its names."""
    return tuple(replace(c.credit, name=c.source) for c in citations if c.derived == doc and not c.given)


def resolve(credit: Credit, citing: Identity, register: Register) -> Identity | None:
    """The document that a credit means, none where it is none of those given; the citing one where it is its own name.

    Of several by one outlet, the latest that is not later than the citing one. A statement ("the company's
    statement", "a press release") is the one of the body that is named in the same paragraph.
    """
    name = credit.name
    if _is_own(name, citing):
        return citing
    others = [i for i in register.identities if i is not citing and may_derive(citing, i)]
    bodies = [i for i in others if i.kind == STATEMENT]
    titled = [i for i in bodies if _titled(name, i)]
    if _is_statement(name) and not titled:
        return _statement(name, citing.document.visible(credit.reach), bodies, register)
    named = [i for i in others if i.kind != STATEMENT and i.is_named(name)] or titled
    return max(named, key=_latest) if named else None


def _settle(citing: Identity, credits: Iterable[Credit], register: Register) -> list[Citation]:
    found, names = [], []
    for credit in credits:
        source = resolve(credit, citing, register)
        if source is citing or (source is None and (credit.loose or _is_body(credit.name, register.identities))):
            continue
        if source is not None:
            found.append(Citation(citing.document.id, source.document.id, True, credit))
        else:
            names.append(credit)
    shown = _one_name_each([c.name for c in names])
    return found + [Citation(citing.document.id, shown[c.name], False, c) for c in names]


def _one_name_each(names: Sequence[str]) -> dict[str, str]:
    """For each name the fullest that a document has for it: "the report" → "the report by the State Police"."""
    fullest: dict[str, str] = {}
    kept: list[str] = []
    texts, bodies = (
        frozenset(t for w in load_lexicon("outlets")[k] for t in name_words(w)) for k in ("documents", "bodies")
    )
    recalled = frozenset(t for w in load_lexicon("outlets")["recalled"] for t in name_words(w))
    for name in sorted(set(names), key=lambda n: (-len(name_words(n)), len(n), n)):
        words = name_words(name)
        same = next((k for k in kept if words <= name_words(k) or outlet_key(k) == outlet_key(name)), None)
        if same is None and words <= recalled:
            same = next((k for k in kept if name_words(k) & (texts | bodies)), None)
        if same is None:
            kept.append(name)
        fullest[name] = same or name
    return fullest


def _claimed(claims: Iterable[Claim], documents: dict[str, Document]) -> dict[str, list[Credit]]:
    found: dict[str, list[Credit]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.span, c.id)):
        name = tidy_name(claim.origin or "")
        if name and claim.doc in documents:
            reach = _paragraph(documents[claim.doc], claim.span)
            found[claim.doc].append(Credit(name, claim.span, reach, 0.8, loose=_is_bare_statement(name), claimed=True))
    return found


def _paragraph(document: Document, span: Span) -> Span:
    start, end = document.alignment.to_text(span.start, span.end)
    first, last = document.text.rfind("\n", 0, start) + 1, document.text.find("\n", end)
    last = len(document.text) if last < 0 else last
    return document.span(first, last) if first < last else span


def _datelined(identity: Identity) -> list[Credit]:
    """The agency of a dateline, and a line of its own that says "Agencies"."""
    document, found = identity.document, []
    agency = dateline_agency(document)
    if agency is not None:
        at = document.text.index(agency[0], agency[1])
        span = document.span(at, at + len(agency[0]))
        found.append(Credit(agency[0], span, span, 0.95, whole=True))
    for match in re.finditer(rf"(?im)^(?:{'|'.join(load_lexicon('outlets')['unnamed'])})$", document.text):
        span = document.span(*match.span())
        found.append(Credit(match.group(), span, span, 0.8, whole=True))
    return found


def _mentions(citing: Identity, identities: Sequence[Identity]) -> list[Credit]:
    """Where the text, or what cleaning dropped of it (reference lists, credits), has another outlet's full name."""
    document = citing.document
    passages = [(document.text, 0, True)]
    passages += [(document.raw[e.start : e.end], e.start, False) for e in document.edits if e.end - e.start >= _DROPPED]
    others = [i for i in identities if i.kind != STATEMENT and i is not citing and not i.keys & citing.keys]
    found = []
    for text, at, clean in passages:
        places = _word_places(text)
        for name in (n for o in others for n in o.names):
            for start, end in _named_places(text, places, name):
                span = document.span(start, end) if clean else Span(document.id, at + start, at + end)
                found.append(Credit(name, span, span, 0.7))
    return found


def _word_places(text: str) -> dict[str, list[tuple[int, int]]]:
    """By word: where it stands with a capital or a digit first."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in re.finditer(r"[^\W_]+", text):
        if not match.group()[0].islower():
            found[plain(match.group())].append(match.span())
    return found


def _named_places(text: str, places: dict[str, list[tuple[int, int]]], name: str) -> list[tuple[int, int]]:
    """Where a name stands, its article left aside, and not as the beginning of a longer name."""
    words = re.findall(r"[^\W_]+", plain(name))
    words = [w for w in words if w not in ("the", "a", "an")] or words
    found = []
    for start, end in places.get(words[0], ()) if words else ():
        for word in words[1:]:
            end = next((e for s, e in places.get(word, ()) if end < s <= end + 2), 0) or _small(text, end, word)
        if end and not re.match(r"\s+[A-Z][a-z]|[-’']\w{2,}", text[end : end + 4]):
            found.append((start, end))
    return found


def _small(text: str, at: int, word: str) -> int:
    """The end of a word in small letters right behind `at`, as in "Voice of the Valley"; 0 where it is not there."""
    match = re.compile(r"[\s-]([^\W\d_]+)").match(text, at) if at else None
    return match.end() if match and plain(match[1]) == word and len(word) < 5 else 0


def _is_own(name: str, identity: Identity) -> bool:
    words = set(words_of(name))
    if not words or words & _OWN or identity.is_named(name):
        return True
    return any(set(words_of(n)) - {"the"} <= words for n in identity.names)


def _is_statement(name: str) -> bool:
    said = plain(name)
    return any(re.search(rf"\b{s}\b", said) for s in load_lexicon("outlets")["statements"])


def _is_bare_statement(name: str) -> bool:
    """Whether nobody is named who issued it: "a statement", "the press release"."""
    kinds = {w for s in load_lexicon("outlets")["statements"] for w in name_words(s)}
    return _is_statement(name) and name_words(name) <= kinds


def _statement(name: str, paragraph: str, bodies: Sequence[Identity], register: Register) -> Identity | None:
    """The body whose statement it is: by the name's own words, else by the paragraph's, else none."""
    issued = [i for i in bodies if name_words(name) & telling_words(i)]
    if len(issued) == 1:
        return issued[0]
    if issued or re.search(r"['’]s\b|\b(?:by|of|joint)\b", name):
        return None
    near = [i for i in bodies if name_words(paragraph) & telling_words(i)]
    if len(near) == 1:
        return near[0]
    kin = max(near or bodies, key=lambda i: (shared_rare(paragraph, i, register.rare), i.digest), default=None)
    return kin if kin is not None and shared_rare(paragraph, kin, register.rare) >= register.kin_words else None


def _is_body(name: str, identities: Sequence[Identity]) -> bool:
    """Whether a body is named that speaks for itself in one of the documents; a talk with it is no citation."""
    return any(i.kind == STATEMENT and outlet_key(name) in i.keys for i in identities)


def _titled(name: str, identity: Identity) -> bool:
    """Whether a name of several words is the document's title, or the body's name in full."""
    words = name_words(name)
    title = name_words(identity.document.title or "") | name_words(identity.document.text[:200])
    return len(words) > 2 and words <= title


def _latest(identity: Identity) -> tuple[str, str]:
    day = identity.document.published_on
    return (day.isoformat() if day else "", identity.digest)
