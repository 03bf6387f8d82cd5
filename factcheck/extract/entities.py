"""Names in a document, with the fullest form that the document has for each, and a key for comparing them.

Names come from the parser's recogniser, from the shape of designators, and from runs of proper nouns that neither has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.datamodel import Entity, ParsedDocument
from factcheck.extract.tree import Tree, tree_of
from factcheck.text.designators import designator_key, is_designator
from factcheck.text.lexicon import load_lexicon
from factcheck.text.places import is_country, place_key

_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "place",
    "PRODUCT": "name",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "work",
}
_ACRONYM = re.compile(r"\(([A-Z][A-Z.&]{1,8})\)")
_LITTLE = ("of", "the", "and", "for", "in", "on", "&", "de", "la")


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    """Tokens, half-open."""
    kind: str
    words: tuple[str, ...]
    """As written, titles, articles and possessives taken off."""


def find_entities(parsed: ParsedDocument) -> tuple[Entity, ...]:
    """All names of the document, in order."""
    tree = tree_of(parsed)
    names = _settle_kinds(list(_names(parsed, tree)))
    fullest = _fullest_persons(names)
    acronyms = _acronyms(parsed.document.text)
    return tuple(_entity(parsed, tree, name, fullest, acronyms) for name in names)


def _names(parsed: ParsedDocument, tree: Tree) -> Iterator[_Name]:
    covered = [False] * len(tree.texts)
    for entity in parsed.doc.ents:
        kind = _KINDS.get(entity.label_)
        if kind and not any(is_designator(tree.texts[i]) for i in range(entity.start, entity.end)):
            covered[entity.start : entity.end] = [True] * (entity.end - entity.start)
            yield from _trimmed(tree, entity.start, entity.end, kind)
    at = 0
    while at < len(tree.texts):
        if covered[at]:
            at += 1
        elif is_designator(tree.texts[at]):
            yield _Name(at, at + 1, "designator", (tree.texts[at],))
            at += 1
        elif tree.tags[at] in ("NNP", "NNPS") and tree.texts[at][0].isalpha() and not tree.names[at].startswith(("DATE", "TIME")):
            end = at + 1
            while end < len(tree.texts) and tree.tags[end] in ("NNP", "NNPS") and not covered[end] and not is_designator(tree.texts[end]):
                end += 1
            yield from _trimmed(tree, at, end, "name")
            at = end
        else:
            at += 1


def _trimmed(tree: Tree, start: int, end: int, kind: str) -> Iterator[_Name]:
    titles = load_lexicon("titles")["honorifics"]
    while start < end and (tree.words[start] in ("the", "a", "an", "'s", "“", '"') or tree.words[start].rstrip(".") in titles):
        start += 1
    while end > start and not tree.texts[end - 1][-1:].isalnum() or (end > start and tree.words[end - 1] in ("'s", "'")):
        end -= 1
    if start < end:
        yield _Name(start, end, kind, tuple(tree.texts[start:end]))


def _settle_kinds(names: list[_Name]) -> list[_Name]:
    """Countries are places whatever the recogniser says; equal names share their commonest kind."""
    votes: dict[tuple[str, ...], dict[str, int]] = {}
    for name in names:
        tally = votes.setdefault(name.words, {})
        tally[name.kind] = tally.get(name.kind, 0) + (name.kind != "name")

    def kind_of(name: _Name) -> str:
        if is_country(" ".join(name.words)):
            return "place"
        tally = votes[name.words]
        return min(tally, key=lambda kind: (-tally[kind], kind))

    settled = [_Name(n.start, n.end, kind_of(n), n.words) for n in names]
    return sorted(settled, key=lambda n: (n.start, n.end))


def _fullest_persons(names: list[_Name]) -> dict[str, tuple[str, ...]]:
    """Last name → the longest name of a person that ends in it; none where two persons share it."""
    fullest: dict[str, tuple[str, ...]] = {}
    ambiguous = set()
    for name in sorted((n for n in names if n.kind == "person" and len(n.words) <= 5), key=lambda n: -len(n.words)):
        last = name.words[-1].casefold()
        known = fullest.setdefault(last, name.words)
        if len(name.words) > 1 and not set(name.words) <= set(known):
            ambiguous.add(last)
    return {last: words for last, words in fullest.items() if last not in ambiguous}


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
    parsed: ParsedDocument, tree: Tree, name: _Name, fullest: dict[str, tuple[str, ...]], acronyms: dict[str, str]
) -> Entity:
    written = " ".join(name.words)
    if name.kind == "designator":
        return Entity(parsed.span(name.start, name.end), written, name.kind, designator_key(written))
    if name.kind == "person" or (name.kind == "name" and len(name.words) == 1 and name.words[0].casefold() in fullest):
        full = " ".join(fullest.get(name.words[-1].casefold(), name.words))
        return Entity(parsed.span(name.start, name.end), full, "person", full.casefold())
    if name.kind == "place":
        key = place_key(written, acting=_acts(tree, name))
    else:
        key = acronyms.get(written.casefold(), written).casefold()
    full = acronyms.get(written.casefold(), written)
    return Entity(parsed.span(name.start, name.end), full, name.kind, key.removeprefix("the "))


def _acts(tree: Tree, name: _Name) -> bool:
    """Whether a place does something or is dealt with, so that a capital stands for its government."""
    head = name.end - 1
    if tree.deps[head] in ("nsubj", "nsubjpass", "poss", "dobj", "conj", "dative"):
        return True
    return tree.deps[head] == "pobj" and tree.words[tree.heads[head]] in ("between", "with", "from", "against", "to", "by", "for")
