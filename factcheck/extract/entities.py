"""Names in a document, with the fullest form that the document has for each, and a key for comparing them.

Where they stand is told by `name_spans.py`. What they name is settled for the whole document: the recogniser often
takes one name for a person here and for a place there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from factcheck.datamodel import Entity, ParsedDocument
from factcheck.extract.cast import Cast, Person, cast_of
from factcheck.extract.name_spans import NameSpan, is_common, name_spans
from factcheck.extract.tree import Tree, tree_of
from factcheck.extract.voices import words_for
from factcheck.text.designators import designator_key, is_designator
from factcheck.text.lexicon import load_lexicon
from factcheck.text.names import has_media_word, is_known_outlet, outlet_key
from factcheck.text.places import is_country, is_seat, place_key

_ACRONYM = re.compile(r"\(([A-Z][A-Z.&]{1,8})\)")
_LITTLE = ("of", "the", "and", "for", "in", "on", "&", "de", "la")
_BARE_PLACE = ("in", "near")
_ACTED_ON = ("between", "with", "against", "by")


@dataclass(frozen=True, slots=True)
class _Name:
    span: NameSpan
    words: tuple[str, ...]
    kind: str
    person: Person | None
    """Who of the document's people is meant."""

    @property
    def written(self) -> str:
        """As it stands in the text, line breaks aside."""
        return " ".join(self.words)


def find_entities(parsed: ParsedDocument) -> tuple[Entity, ...]:
    """All names of the document, in order, none within another."""
    tree = tree_of(parsed)
    cast = cast_of(tree, frozenset(i for i, s in enumerate(parsed.sentences) if s.heading))
    names = [_name(tree, cast, span) for span in name_spans(parsed, tree)]
    names = _with_families(_settle_kinds(tree, names))
    acronyms = _acronyms(parsed.document.text)
    longer = _longer_forms(names)
    return tuple(_entity(parsed, tree, name, acronyms, longer) for name in names)


def _name(tree: Tree, cast: Cast, span: NameSpan) -> _Name:
    words = tuple(tree.text_of(span.start, span.end).split())
    person = cast.person_at.get(span.end - 1)
    return _Name(span, words, span.kind, person if person is not None and _is_credible(person) else None)


def _is_credible(person: Person) -> bool:
    """Whether a name can be a person's: no country, body or designator is part of it."""
    return not any(
        is_country(word)
        or is_seat(word)
        or is_designator(word)
        or word.casefold() in words_for("bodies") | words_for("honorifics")
        for word in person.words
    ) and not (len(person.words) > 1 and has_media_word(person.name))


def _settle_kinds(tree: Tree, names: Sequence[_Name]) -> list[_Name]:
    """Gives equal names one kind: what the lexicons know, else what most of their places in the text speak for."""
    votes: dict[str, Counter[str]] = {}
    for name in names:
        votes.setdefault(name.written.casefold(), Counter()).update(_votes(tree, name))
    return [replace(name, kind=_kind(name, votes[name.written.casefold()])) for name in names]


def _with_families(names: list[_Name]) -> list[_Name]:
    """Takes for a person whoever bears the surname of one: "Aoife Tansey" beside "Ruairí Tansey"."""
    surnames = {n.words[-1] for n in names if n.kind == "person" and len(n.words) > 1}

    def is_relative(name: _Name) -> bool:
        return name.kind in ("organisation", "work", "name") and len(name.words) == 2 and name.words[-1] in surnames

    return [replace(n, kind="person") if is_relative(n) else n for n in names]


def _votes(tree: Tree, name: _Name) -> dict[str, int]:
    votes = {name.kind: 1} if name.kind else {}
    if name.person is not None:
        known = bool(name.person.gender or name.person.roles)
        votes["person"] = votes.get("person", 0) + (3 if known else 1)
    start = name.span.start
    if start and tree.words[start - 1] in _BARE_PLACE and tree.deps[name.span.end - 1] == "pobj":
        votes["place"] = votes.get("place", 0) + 1
    return votes


def _kind(name: _Name, votes: Counter[str]) -> str:
    if name.kind == "designator":
        return name.kind
    if is_country(name.written) or (is_seat(name.written) and votes["person"] < 3):
        return "place"
    if is_known_outlet(name.written) or (len(name.words) > 1 and has_media_word(name.written)):
        return "organisation"
    if not votes:
        return "name"
    best = min(votes, key=lambda kind: (-votes[kind], kind))
    if best == "person" and name.person is None and len(name.words) == 1:
        return "organisation" if name.written.isupper() else "name"
    return best


def _longer_forms(names: Iterable[_Name]) -> dict[str, str]:
    """Short name → the one longer name of a body that begins with it: "Norvik" → "Norvik Air"."""
    bodies = sorted({n.words for n in names if n.kind == "organisation"})
    shorter = {n.words for n in names if n.kind in ("organisation", "name") and not is_common(n.words)}
    found: dict[str, str] = {}
    for words in shorter:
        longer = [b for b in bodies if len(b) > len(words) and b[: len(words)] == words]
        if len(longer) == 1 and len(longer[0]) - len(words) <= 2:
            found[" ".join(words)] = " ".join(longer[0])
    return found


def _acronyms(text: str) -> dict[str, str]:
    """Acronym → the name that it follows in brackets: "Joint Working Group (JWG)"."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(text):
        letters = match.group(1).replace(".", "").replace("&", "")
        words = text[max(0, match.start() - 120) : match.start()].split()
        for count in range(len(letters), min(len(words), len(letters) + 4) + 1):
            tail = words[-count:]
            initials = "".join(w[0] for w in tail if w.lower() not in _LITTLE and w[0].isalpha()).upper()
            if initials == letters and tail[0][0].isupper():
                found.setdefault(letters.casefold(), " ".join(tail))
                break
    return found


def _entity(
    parsed: ParsedDocument, tree: Tree, name: _Name, acronyms: dict[str, str], longer: dict[str, str]
) -> Entity:
    span, written = parsed.span(name.span.start, name.span.end), name.written
    if name.kind == "designator":
        return Entity(span, written, name.kind, designator_key(written))
    if name.kind == "person":
        full = name.person.name if name.person is not None else written
        return Entity(span, full, name.kind, full.casefold())
    if name.kind == "place":
        return Entity(span, written, name.kind, place_key(written, acting=_acts(tree, name)))
    full = acronyms.get(written.casefold(), longer.get(written, written))
    key = outlet_key(full) if is_known_outlet(full) else full.casefold()
    return Entity(span, full, name.kind, key.removeprefix("the "))


def _acts(tree: Tree, name: _Name) -> bool:
    """Whether a place does something or is dealt with, so that a capital stands for its government.

    "Sold to Islamabad" deals with it, "flew to Islamabad" does not.
    """
    head = name.span.end - 1
    while tree.deps[head] == "conj" and tree.heads[head] != head:
        head = tree.heads[head]
    if tree.deps[head] != "pobj":
        return tree.deps[head] in ("nsubj", "nsubjpass", "poss", "dobj", "dative")
    preposition = tree.heads[head]
    if tree.words[preposition] in ("to", "from", "for"):
        return any(tree.lemmas[up] in _dealings() for up in tree.ancestors(preposition))
    return tree.words[preposition] in _ACTED_ON


@cache
def _dealings() -> frozenset[str]:
    steps = load_lexicon("states")["steps"]
    return frozenset(word for step in ("offered", "agreed", "ordered", "bought", "delivered") for word in steps[step])
