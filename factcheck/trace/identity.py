"""Under which names a document's publisher goes, and what kind of document it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from factcheck.datamodel import Document
from factcheck.text.bylines import dateline
from factcheck.text.lexicon import load_lexicon
from factcheck.text.names import has_media_word, outlet_key, plain, short_names, words_of

STATEMENT, WIRE, ARTICLE = 0, 1, 2
"""Kinds, the likelier source first."""

_ACRONYM = re.compile(r"\b[A-Z]{3,7}\b")
_OPENING, _CLOSING = 160, 400
"""Code points at the head and at the foot of a text that tell what it is."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A document with its publisher's names."""

    document: Document
    names: tuple[str, ...]
    """Full names: enough by themselves to know the publisher by."""
    shorts: tuple[str, ...]
    """Shorter names, which need words of reporting beside them."""
    kind: int
    """STATEMENT (a body speaks for itself), WIRE or ARTICLE."""
    digest: str
    """Of the text: decides between documents that nothing else tells apart, whatever their files are called."""

    @property
    def keys(self) -> frozenset[str]:
        """The keys of its names, full and short."""
        return frozenset(outlet_key(n) for n in self.names + self.shorts)

    def is_named(self, name: str) -> bool:
        """Whether a name, in whatever form, is this publisher's: "the Herald" for The Demerara Herald."""
        if outlet_key(name) in self.keys:
            return True
        said = frozenset(words_of(name)) - {"the", "a", "an"}
        return bool(said) and any(said <= frozenset(words_of(n)) for n in self.names)


def identify(document: Document) -> Identity:
    """Names from the metadata, else from the dateline; the kind from how the text presents itself."""
    names = _own_names(document)
    shorts = [s for n in names for s in (*short_names(n), *_acronyms(document.text, n))]
    others = tuple(s for s in dict.fromkeys(shorts) if s not in names)
    digest = sha256(" ".join(words_of(document.text)).encode()).hexdigest()
    return Identity(document, names, others, _kind_of(document, names), digest)


def dateline_agency(document: Document) -> tuple[str, int] | None:
    """The agency in brackets of the first dateline, and where its paragraph starts in the text."""
    at = 0
    for paragraph in document.text.split("\n")[:12]:
        found = dateline(paragraph)
        if found is not None and found.agency:
            return found.agency, at
        at += len(paragraph) + 1
    return None


def _own_names(document: Document) -> tuple[str, ...]:
    if not document.outlet:
        agency = dateline_agency(document)
        return (agency[0],) if agency else ()
    parts = [re.sub(r"\s*\([^)]*\)|, [^,]+$", "", p).strip() for p in re.split(r"\s+/\s+", document.outlet)]
    return tuple(dict.fromkeys(p for p in (*parts, *parts[0].split(" – ")) if p))


def _acronyms(text: str, name: str) -> tuple[str, ...]:
    """Acronyms in the text that its own name's capitals spell, or begin to: "DNA", "WGT"."""
    spelt = "".join(w[0] for w in name.split() if w[0].isupper())
    return tuple(sorted({a for a in _ACRONYM.findall(text) if len(a) > 2 and spelt.startswith(a)}))


def _kind_of(document: Document, names: tuple[str, ...]) -> int:
    lexicon = load_lexicon("outlets")
    words = {w for n in names for w in words_of(n)}
    if not any(has_media_word(n) for n in names):
        headline = words_of(document.title or "")
        of_itself = any(n and set(words_of(n)) <= set(headline) for n in names)
        if words & {*lexicon["bodies"], *lexicon["companies"]} or of_itself or _presents_statement(document):
            return STATEMENT
    return WIRE if words & set(lexicon["wire"]) or dateline_agency(document) else ARTICLE


def _presents_statement(document: Document) -> bool:
    """Whether the head says that it is a statement, a release or the like, or the foot whom the press may ask."""
    lexicon = load_lexicon("outlets")
    told = [document.title, document.byline, document.url]
    head = " ".join(filter(None, told if document.title else [*told, document.text[:_OPENING]]))
    offices = "|".join(map(re.escape, lexicon["press_office"]))
    statements = "|".join(map(re.escape, lexicon["statements"]))
    foot = plain(document.text[-_CLOSING:])
    return bool(re.search(rf"\b(?:{statements}|{offices})\b", plain(head)) or re.search(rf"\b(?:{offices})", foot))
