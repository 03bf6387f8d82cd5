"""Where names stand in a text, before it is settled what they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.datamodel import ParsedDocument
from factcheck.extract.tree import Tree
from factcheck.text.designators import is_designator
from factcheck.text.lexicon import load_lexicon
from factcheck.text.places import is_country, is_seat

KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "name",
    "PRODUCT": "name",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "work",
}
_CALENDAR = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL")
_ARTICLES = frozenset("the a an".split())
_LINKS = frozenset("of de del du da di".split())
_VARIANTS = frozenset("neo max".split())


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens of a name, half-open, with what the recogniser takes it for."""

    start: int
    end: int
    kind: str
    """One of `KINDS`, "designator", or "" where the recogniser has no opinion."""


def name_spans(parsed: ParsedDocument, tree: Tree) -> tuple[NameSpan, ...]:
    """The names of a document, in order, none within another.

    1. designators, with the variant that may stand apart ("A-320 Neo");
    2. what the recogniser has found, parted where it ran two names together;
    3. other runs of proper nouns;
    but for what is written large for its place alone, for offices, and for what only repeats a designator.
    """
    taken = [False] * len(tree.texts)
    found = [*_designators(tree, taken)]
    for entity in parsed.doc.ents:
        if entity.label_ in KINDS and not any(taken[entity.start : entity.end]):
            found += _settled(tree, entity.start, entity.end, KINDS[entity.label_], taken)
    found += _runs(parsed, tree, taken)
    inside = {tree.texts[i] for i in range(len(tree.texts)) if _is_proper(tree, i) and not _is_first(tree, i)}
    headings = {number for number, sentence in enumerate(parsed.sentences) if sentence.heading}
    kept = (span for span in found if not _is_doubtful(tree, span, headings, inside))
    return tuple(_joined(tree, sorted(kept, key=lambda n: n.start)))


def _is_doubtful(tree: Tree, span: NameSpan, headings: set[int], inside: set[str]) -> bool:
    """Whether a lone word is an office, or capital only as the first word of a sentence or as one of a headline."""
    if span.kind == "designator":
        return False
    if span.end - span.start == 1 and _is_epithet(tree, span.start):
        return True
    if is_common(tree.words[span.start : span.end], but_bodies=span.kind != ""):
        return True
    if span.kind == "":
        doubtful = tree.sentence[span.start] in headings or (span.end - span.start == 1 and _is_first(tree, span.start))
        return doubtful and tree.texts[span.start] not in inside
    lone_heading = span.end - span.start == 1 and tree.sentence[span.start] in headings and _is_first(tree, span.start)
    return lone_heading and tree.texts[span.start] not in inside and span.kind != "place"


def _designators(tree: Tree, taken: list[bool]) -> Iterator[NameSpan]:
    for at, text in enumerate(tree.texts):
        if is_designator(text):
            following = tree.words[at + 1] if at + 1 < len(tree.words) else ""
            end = at + 2 if following in _VARIANTS else at + 1
            taken[at:end] = [True] * (end - at)
            yield NameSpan(at, end, "designator")


def _settled(tree: Tree, start: int, end: int, kind: str, taken: list[bool]) -> Iterator[NameSpan]:
    """Trims a name and parts it at an "'s" and where two heads stand side by side: "Cold War | Pakistan"."""
    cut = next((i for i in range(start + 1, end) if tree.tags[i] == "POS" or _is_second(tree, start, i, end)), None)
    if cut is None and kind in ("event", "work") and end - start > 2 and _ends_in_country(tree, end):
        cut = end - 1
    if cut is not None:
        yield from _settled(tree, start, cut, kind, taken)
        rest = cut + (tree.tags[cut] == "POS")
        if any(tree.tags[i][:3] == "NNP" for i in range(rest, end)):
            yield from _settled(tree, rest, end, kind if tree.tags[cut] == "POS" else "", taken)
        return
    start, end = _trimmed(tree, start, end)
    if start < end and any(t[:1].isupper() for t in tree.texts[start:end]):
        taken[start:end] = [True] * (end - start)
        yield NameSpan(start, end, kind)


def _ends_in_country(tree: Tree, end: int) -> bool:
    """ "In the Cold War Pakistan …": the country begins what follows."""
    return (is_country(tree.texts[end - 1]) or is_seat(tree.texts[end - 1])) and tree.words[end - 2] not in _LINKS | {
        "in"
    }


def _is_second(tree: Tree, start: int, at: int, end: int) -> bool:
    """Whether a token within a name hangs on nothing of it, nor the name on it."""
    inside = range(start, end)
    if tree.heads[at] in inside or tree.lefts[at] < at:
        return False
    return not any(tree.heads[i] >= at for i in range(start, at) if tree.heads[i] in inside)


def _trimmed(tree: Tree, start: int, end: int) -> tuple[int, int]:
    titles = _titles()
    while start < end and (
        tree.words[start] in _ARTICLES
        or (start < end - 1 and tree.words[start].rstrip(".") in titles)
        or not any(c.isalnum() for c in tree.texts[start])
    ):
        start += 1
    while end > start and (tree.words[end - 1] in _LINKS and not _goes_on(tree, end)):
        end -= 1
    while end > start and (not tree.texts[end - 1][-1:].isalnum() or tree.words[end - 1] in ("'s", "'")):
        end -= 1
    return start, end


def _goes_on(tree: Tree, at: int) -> bool:
    return at < len(tree.tags) and tree.tags[at][:3] == "NNP"


def _runs(parsed: ParsedDocument, tree: Tree, taken: list[bool]) -> Iterator[NameSpan]:
    """Proper nouns side by side that the recogniser has not taken."""
    for sentence in parsed.sentences:
        at = sentence.start
        while at < sentence.end:
            if taken[at] or not _is_proper(tree, at):
                at += 1
                continue
            end = at + 1
            while end < sentence.end and not taken[end] and _is_proper(tree, end):
                end += 1
            start, stop = _trimmed(tree, at, end)
            if start < stop:
                yield NameSpan(start, stop, "")
            at = end


def is_common(words: Iterable[str], *, but_bodies: bool = False) -> bool:
    """Whether words are offices, bodies and numbers, which are no names by themselves: "Chief Executive"."""
    common = _offices() if but_bodies else _offices() | _bodies()
    return all(word.casefold() in common for word in words)


def _is_epithet(tree: Tree, at: int) -> bool:
    """Whether a word only repeats what a designator before it says: "JF-17 Thunder"."""
    return at > 0 and is_designator(tree.texts[at - 1]) and not is_country(tree.texts[at])


def _is_proper(tree: Tree, at: int) -> bool:
    text = tree.texts[at]
    if tree.tags[at] not in ("NNP", "NNPS") or not text[0].isupper() or any(c.isdigit() for c in text):
        return False
    return (
        len(text.strip(".")) > 1 and tree.names[at] not in _CALENDAR and tree.words[at].rstrip(".") not in _calendar()
    )


def _is_first(tree: Tree, at: int) -> bool:
    """Whether a word begins its sentence, or what is quoted in it, so that it would be written large in any case."""
    number = tree.sentence[at]
    return number < 0 or at == tree.bounds[number][0] or not any(c.isalnum() for c in tree.texts[at - 1])


def _joined(tree: Tree, spans: list[NameSpan]) -> Iterator[NameSpan]:
    """Joins what stands side by side and hangs together: "Bay of" and "Biscay", "London" and "Heathrow"."""
    at = 0
    while at < len(spans):
        span = spans[at]
        while at + 1 < len(spans) and _are_one(tree, span, spans[at + 1]):
            at += 1
            span = NameSpan(span.start, spans[at].end, span.kind or spans[at].kind)
        yield span
        at += 1


def _are_one(tree: Tree, left: NameSpan, right: NameSpan) -> bool:
    if left.end != right.start or "designator" in (left.kind, right.kind) or _ends_in_country(tree, right.end):
        return False
    if tree.words[left.end - 1] in _LINKS:
        return True
    return tree.deps[left.end - 1] == "compound" and tree.heads[left.end - 1] in range(right.start, right.end)


@cache
def _titles() -> frozenset[str]:
    return frozenset(load_lexicon("titles")["honorifics"])


@cache
def _offices() -> frozenset[str]:
    titles = load_lexicon("titles")
    words = [*titles["roles"], *titles["people"], *titles["honorifics"]]
    numbers = (key for table in ("ones", "teens", "tens", "scales") for key in load_lexicon("numerals").get(table, ()))
    return frozenset(words) | frozenset(w + "s" for w in words) | frozenset(numbers)


@cache
def _bodies() -> frozenset[str]:
    words = load_lexicon("titles")["bodies"]
    return frozenset(words) | frozenset(w + "s" for w in words)


@cache
def _calendar() -> frozenset[str]:
    tables = load_lexicon("months")
    return frozenset(key for table in ("months", "weekdays") for key in tables[table])
