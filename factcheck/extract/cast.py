"""The people of a document: their fullest names, their offices, and where they are named."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from factcheck.extract.tree import Tree
from factcheck.extract.voices import is_human
from factcheck.text.lexicon import load_lexicon

_CONNECTORS = frozenset(
    "de del della der den di da do dos du la le van von ter ten bin ibn al el ul af av y zu zum".split()
)
_AGE = re.compile(r"\d{1,3}$")
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december i".split()
)


@dataclass(slots=True)
class Person:
    """Somebody named."""

    name: str
    """The fullest, without titles."""
    words: tuple[str, ...]
    roles: set[str] = field(default_factory=set)
    """Words for the person's offices: "deputy", "prefect"."""
    gender: str = ""
    mentions: list[int] = field(default_factory=list)
    """The last token of each naming, in order."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is named in a document."""

    people: list[Person]
    runs: dict[int, tuple[int, int]]
    """Each token of a name → the tokens of the whole name, titles included."""
    person_at: dict[int, Person]
    """The last token of a naming → who is named."""
    order: list[int]
    """Those tokens, sorted."""
    bodies: dict[str, str]
    """The words of a name that is no person's → the fullest form in the document."""

    def run(self, at: int) -> tuple[int, int]:
        """The tokens of the name that a token is part of."""
        return self.runs.get(at, (at, at + 1))

    def person(self, at: int) -> Person | None:
        """The person whose name a token is part of."""
        return self.person_at.get(self.run(at)[1] - 1)

    def last_before(self, at: int, since: int) -> list[Person]:
        """The people named in the tokens `since:at`, nearest first, each once."""
        found: list[Person] = []
        for i in reversed(self.order[: bisect_right(self.order, at - 1)]):
            if i < since:
                break
            person = self.person_at[i]
            if person not in found:
                found.append(person)
        return found


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_lexicon("titles")[name])


def cast_of(tree: Tree, headings: frozenset[int]) -> Cast:
    """Finds the names of a document and which of them are one person's.

    1. runs of proper nouns, with particles between ("de", "van");
    2. those with a title, an office, an age, or that the parser calls persons, are people;
    3. a name whose words all stand in a longer one that ends alike is the same person's.
    Names in headings count only where the text proper has them too.
    """
    runs = _runs(tree)
    spans = sorted(set(runs.values()))
    people = _people(tree, spans, headings)
    person_at: dict[int, Person] = {}
    by_last: dict[str, list[Person]] = {}
    for person in people:
        by_last.setdefault(person.words[-1], []).append(person)
    for start, end in spans:
        words = bare_name(tree, start, end)
        if not words:
            continue
        match = _same_person(words, by_last.get(words[-1], []))
        if match:
            match.mentions.append(end - 1)
            person_at[end - 1] = match
            _note_office(tree, match, start, end)
    plain = [s for s in spans if tree.sentence[s[0]] not in headings]
    return Cast(people, runs, person_at, sorted(person_at), _bodies(tree, plain, person_at))


def _runs(tree: Tree) -> dict[int, tuple[int, int]]:
    runs: dict[int, tuple[int, int]] = {}
    for first, last in tree.bounds:
        at = first
        while at < last:
            if not _is_name_word(tree, at):
                at += 1
                continue
            end = _run_end(tree, at, last)
            for i in range(at, end):
                runs[i] = (at, end)
            at = end
    return runs


def _run_end(tree: Tree, at: int, last: int) -> int:
    end = at + 1
    while end < last:
        if _is_name_word(tree, end) or (
            tree.words[end] == "." and end + 1 < last and _is_name_word(tree, end + 1) and len(tree.texts[end - 1]) <= 4
        ):
            end += 1
        elif tree.words[end] in _CONNECTORS and end + 1 < last and _is_name_word(tree, end + 1):
            end += 2
        else:
            break
    return end


def _is_name_word(tree: Tree, at: int) -> bool:
    return tree.tags[at] in ("NNP", "NNPS") and tree.texts[at][:1].isalpha() and tree.words[at] not in _NOT_NAMES


def bare_name(tree: Tree, start: int, end: int) -> tuple[str, ...]:
    """The words of a name, without titles before it."""
    titles = _words("honorifics")
    for i in range(start, end - 1):
        if tree.words[i].rstrip(".") in titles and (i == start or tree.texts[i].endswith(".")):
            start = i + 1
    return tuple(tree.texts[i] for i in range(start, end) if tree.texts[i] != ".")


def _people(tree: Tree, spans: list[tuple[int, int]], headings: frozenset[int]) -> list[Person]:
    votes: Counter[tuple[str, ...]] = Counter()
    for start, end in spans:
        if tree.sentence[start] in headings:
            continue
        words = bare_name(tree, start, end)
        if words:
            votes[words] += _vote(tree, start, end, words)
    bare = {w[0] for w in votes if len(w) == 1}
    names = [w for w in votes if votes[w] + 2 * (len(w) in (2, 3) and w[-1] in bare and w[0] not in bare) > 0]
    people: list[Person] = []
    for words in sorted(names, key=lambda w: (-len(w), w)):
        if len(words) > 5 or not words[-1][:1].isupper() or all(w.lower() in _words("honorifics") for w in words):
            continue
        if not any(p.words[-1] == words[-1] and set(words) <= set(p.words) for p in people):
            people.append(Person(" ".join(words), words))
    return people


def _vote(tree: Tree, start: int, end: int, words: tuple[str, ...]) -> int:
    """How much speaks for a person's name; negative where it speaks for something else."""
    titled = len(words) < sum(tree.texts[i] != "." for i in range(start, end))
    before = tree.words[start - 1] if start else ""
    after = tree.words[end] if end < len(tree.words) else ""
    if _outlet_like(words):
        return -3
    if titled and tree.words[start].rstrip(".") not in (
        "the",
        "former",
        "state",
        "field",
        "air",
        "union",
        "health",
        "foreign",
    ):
        return 3
    if before in _words("roles") or before in _words("honorifics") - {"the", "state", "union", "field"}:
        return 3 if len(words) > 1 else 1
    if after == "," and end + 1 < len(tree.texts) and _AGE.match(tree.texts[end + 1]) and len(words) > 1:
        return 3
    if len(words) > 1 and _is_apposed(tree, start, end, before, after):
        return 3
    if before in ("the", "a", "this"):
        return -1
    kind = tree.names[end - 1]
    vote = 1 if kind == "PERSON" else 0 if kind == "" else -1
    return vote + 2 * _is_taken_up(tree, end) + _says(tree, end) if len(words) > 1 else 0


def _says(tree: Tree, end: int) -> bool:
    """Whether a name is the subject of a verb of saying."""
    head = tree.heads[end - 1]
    return tree.deps[end - 1] == "nsubj" and tree.lemmas[head] in ("say", "tell", "add", "ask")


def _is_apposed(tree: Tree, start: int, end: int, before: str, after: str) -> bool:
    """ "X, who …", "X, a retired colonel": an office or a relative clause beside a name; "her colleague, X"."""
    if before in ("from", "in", "of", "at", "near", "to", "the"):
        return False
    if after == "," and end + 1 < len(tree.words):
        if tree.words[end + 1] == "who":
            return True
        if tree.words[end + 1] in ("a", "an", "the", "his", "her", "its") and _office_within(tree, end + 2, end + 6):
            return True
    head = tree.heads[end - 1]
    if tree.deps[end - 1] == "appos" and tree.tags[head] == "NN" and is_human(tree, head):
        return True
    return before == "," and start >= 2 and tree.tags[start - 2] == "NN" and is_human(tree, start - 2)


def _office_within(tree: Tree, start: int, end: int) -> bool:
    for i in range(start, min(end, len(tree.tags))):
        if tree.tags[i] == "NN" and tree.tags[i + 1 : i + 2] != ["NN"]:
            return is_human(tree, i)
        if tree.tags[i] not in ("JJ", "NN", "NNP", "VBN", "CD", "HYPH", "POS"):
            return False
    return False


def _is_taken_up(tree: Tree, end: int) -> bool:
    """Whether "he" or "she" is the next subject after a name that is one."""
    if not any(tree.deps[up] == "nsubj" for up in (end - 1, tree.heads[end - 1])):
        return False
    return any(
        tree.deps[i] == "nsubj" and tree.words[i] in ("he", "she") for i in range(end, min(end + 25, len(tree.words)))
    )


def _outlet_like(words: tuple[str, ...]) -> bool:
    lexicon = load_lexicon("agencies")
    return (
        any(w.lower() in lexicon["outlet_words"] for w in (words[0], words[-1]))
        or " ".join(words).lower() in lexicon["known"]
    )


def _same_person(words: tuple[str, ...], people: list[Person]) -> Person | None:
    """The person meant by a name; none where two could be."""
    found = [p for p in people if set(words) <= set(p.words)]
    return found[0] if len(found) == 1 or (found and found[0].words == words) else None


def _note_office(tree: Tree, person: Person, start: int, end: int) -> None:
    """Adds the offices named beside a naming, and what they tell of gender."""
    own = {w.lower() for w in person.words}
    offices: list[str] = [w for i in range(start, end - 1) if (w := tree.words[i].rstrip(".")) not in own]
    offices += _before(tree, start)
    head = end - 1
    for other in [c for c in tree.children[head] if tree.deps[c] == "appos"] + (
        [tree.heads[head]] if tree.deps[head] == "appos" else []
    ):
        if (tree.tags[other][:2] == "NN" and tree.tags[other][:3] != "NNP") or tree.words[other] in _words("roles"):
            offices += [
                tree.words[i]
                for i in [*tree.children[other], other]
                if tree.deps[i] in ("amod", "compound") or i == other
            ]
    if tree.deps[head] == "nsubj" and tree.lemmas[tree.heads[head]] == "be":
        offices += [tree.words[c] for c in tree.children[tree.heads[head]] if tree.deps[c] == "attr"]
    person.roles.update(o for o in offices if o not in ("the", "a", "an"))
    if not person.gender:
        person.gender = (
            "m"
            if any(o in _words("male") for o in offices)
            else "f"
            if any(o in _words("female") for o in offices)
            else ""
        )


def _before(tree: Tree, start: int) -> list[str]:
    """The lower-case words of the same noun phrase: "police spokesman" Koen Maes."""
    found: list[str] = []
    at = start - 1
    while at >= 0 and tree.tags[at] in ("NN", "NNS", "JJ") and len(found) < 3:
        found.append(tree.words[at])
        at -= 1
    return found


def _bodies(tree: Tree, spans: list[tuple[int, int]], person_at: dict[int, Person]) -> dict[str, str]:
    """For each name that is no person's, the longest in the document that begins with all its words."""
    names = sorted(
        {bare_name(tree, s, e) for s, e in spans if e - 1 not in person_at and e - s <= 5}, key=lambda w: (-len(w), w)
    )
    fullest: dict[str, str] = {}
    for words in names:
        if words:
            longer = next((n for n in names if len(n) > len(words) and n[: len(words)] == words), words)
            fullest[" ".join(words)] = " ".join(longer)
    return fullest
