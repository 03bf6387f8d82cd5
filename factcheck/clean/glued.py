"""Words glued where a line break was lost: "withRussia", "inan interview", "rise.The".

A word is split only where it is no known word, both parts are, and something more speaks for it: a capital letter amid
it, a common pair, or the part's standing elsewhere in the text. A form that comes twice is a name, not a slip.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from factcheck.clean.settings import CleanSettings
from factcheck.datamodel import Document
from factcheck.text.alignment import Edit
from factcheck.text.frequencies import pair_counts, word_counts
from factcheck.text.lexicon import load_lexicon

_WORD = re.compile(r"(?<![\w@#/.\\])[^\W\d_]+(?![\w@/\\]|\.\w)")
_CAMEL = re.compile(r"(?P<left>[^\W\d_A-Z]{2,}|[A-Z][^\W\d_A-Z]*)(?P<right>[A-Z][^\W\d_A-Z]{2,}|Mr|Mrs|Dr|Ms)$")
_STOPS = re.compile(
    r"(?<![\w.@/])(?P<left>[^\W\d_]{2,})(?P<stop>[.!?;:]|[.!?,]?[”’\"]|,)(?P<right>[^\W\d_]{2,})(?![\w]*[@/]|\w*\.\w)"
)
_DASHES = re.compile(r"(?<=\s)[–—](?=[^\W\d_])")
_QUOTES = re.compile(r"(?<=[a-z]{2})“(?=\w)|(?<=[a-z][.,!?]”)(?=[^\W\d_])|(?<=[a-z]”)(?=[^\W\d_])")
_COMMON = 20_000_000
_USUAL = 5_000_000
_LOOSE_FROM = 3
"""So many slips that leave no doubt show that a text lost its line breaks; then less speaks for a further one."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What the text and the language know."""

    counts: dict[str, int]
    here: Counter[str]
    """Words of the text as they are written."""
    rare_below: int
    loose: bool = False
    """Whether the text has shown that it is full of glued words."""

    def knows(self, word: str) -> bool:
        """Whether it is a word of the language."""
        return word.lower() in self.counts

    def common(self, word: str, least: int | None = None) -> bool:
        """Whether it is common enough to be a part."""
        if len(word) == 1:
            return word in "aA"
        if len(word) == 2:
            return word.lower() in _listed("two_letters")
        usual = self.rare_below // 5 if self.loose else self.rare_below
        return self.counts.get(word.lower(), 0) >= (least or usual)


@cache
def _listed(name: str) -> frozenset[str]:
    """One of the lists that tell glued words from rare ones."""
    return frozenset(load_lexicon("glued_words")[name])


def find_glued(text: str, document: Document, settings: CleanSettings) -> tuple[Edit, ...]:
    """Edits that put a space between words that were glued."""
    words = _Words(word_counts(), Counter(match.group() for match in _WORD.finditer(text)), settings.rare_below)
    places = _places(text, words)
    if len(places) >= _LOOSE_FROM:
        places = _places(text, replace(words, loose=True))
    return tuple(Edit(place, place, " ", "words glued where a line break was lost") for place in sorted(places))


def _places(text: str, words: _Words) -> set[int]:
    places = {*_after_stops(text, words), *_by_quotes(text)}
    for match in _WORD.finditer(text):
        if len(match.group()) > 3 and not words.knows(match.group()):
            places.update(match.start() + cut for cut in _cuts(match.group(), words))
    return places


def _cuts(word: str, words: _Words) -> tuple[int, ...]:
    """Where a word is to be cut; nowhere if it may be a name."""
    if words.here[word] > 1 and not word.islower():
        return ()
    if word[1:].islower():
        return _cut_small(word, words) if word.islower() else _cut_capitalised(word, words)
    return _cut_camel(word, words)


def _cut_camel(word: str, words: _Words) -> tuple[int, ...]:
    """ "withRussia", "InMarch"; not "iPhone", "McDonald", "YouTube", "NewsDesk", "deMolay"."""
    match = _CAMEL.match(word)
    if match is None:
        return ()
    left, right = match.group("left"), match.group("right")
    if left.lower() in _listed("particles"):
        return ()
    if left[0].isupper():
        names = words.loose and words.here[left] and words.here[right]
        return (len(left),) if names or (left in _listed("openers") and words.here[right]) else ()
    if not words.common(left):
        return ()
    known = words.here[right] > 0 or words.knows(right) or words.loose
    return (len(left),) if left in _listed("links") or (known and len(left) > 2) else ()


def _cut_small(word: str, words: _Words) -> tuple[int, ...]:
    """ "inan", "havingthe", "enablesbringing"; the likeliest cut."""
    best = max(_ways(word, words), default=None)
    return (best[1],) if best else ()


def _ways(word: str, words: _Words) -> Iterator[tuple[float, int]]:
    for at in range(1, len(word)):
        left, right = word[:at], word[at:]
        if (
            not (words.common(left) and words.common(right))
            or (right in _listed("endings") and left not in _listed("links"))
            or (left in _listed("beginnings") and left != "in")
        ):
            continue
        pair = pair_counts().get((left, right), 0)
        if _speaks(left, right, pair, words):
            yield float(pair or 1) * min(words.counts.get(left, 1), words.counts.get(right, 1)), at


def _speaks(left: str, right: str, pair: int, words: _Words) -> bool:
    """Whether two known words are likelier glued than one unknown word."""
    linked = left in _listed("links") or right in _listed("links")
    shorter, longer = sorted((len(left), len(right)))
    if linked and shorter > 1:
        plain = _evident(left, right, words) or (words.loose and longer >= 7)
        return pair > 0 or (longer >= 4 and shorter + longer >= 6 and plain)
    if linked:
        return pair > 0 and shorter + longer >= 6 and (left == "a" or words.loose)
    if not words.loose or shorter < 4:
        return False
    return pair > 0 or _evident(left, right, words) or shorter + longer >= 11


def _evident(left: str, right: str, words: _Words) -> bool:
    """Whether both are very common, or stand in the text by themselves."""
    return all(words.here[part] or words.common(part, _USUAL if words.loose else _COMMON) for part in (left, right))


def _cut_capitalised(word: str, words: _Words) -> tuple[int, ...]:
    """ "Wewould", "Afghanreconciliation": an opening word, or a name that the text has elsewhere, and a word."""
    for at in range(len(word) - 2, 0, -1):
        left, right = word[:at], word[at:]
        if right in _listed("endings") or not words.common(right):
            continue
        if (
            left in _listed("openers")
            and (left.lower(), right) in pair_counts()
            and len(right) > 2
            and _is_verb_like(left, right)
        ):
            return (at,)
        if len(left) > 3 and words.here[left] and (len(right) > 4 or right in _listed("links")):
            return (at,)
    return ()


def _is_verb_like(left: str, right: str) -> bool:
    """A pair of an opener and a word that begins no surname: "Atwater", "Asher", "Hewitt" stay."""
    return (
        len(left) > 1
        and (right in _listed("links") or len(right) > 4)
        and left not in ("At", "As", "In", "On", "By", "An")
    )


def _after_stops(text: str, words: _Words) -> Iterator[int]:
    """After a stop with no space behind it: "rise.Russia", "region,especially"."""
    for match in _STOPS.finditer(text):
        left, right, stop = match.group("left"), match.group("right"), match.group("stop")
        if stop in (".", "!", "?", ":", ";") and not (
            right[0].isupper() and left[-1].islower() and right[1:].islower()
        ):
            continue
        if stop[-1] in "’\"'" or not (words.knows(left) or words.knows(right)):
            continue
        yield match.start("right")


def _by_quotes(text: str) -> Iterator[int]:
    for match in _DASHES.finditer(text):
        yield match.end()
    for match in _QUOTES.finditer(text):
        yield match.start()
