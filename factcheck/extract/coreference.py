"""What pronouns stand for: a few rules that would rather leave a pronoun than guess.

Of the kind that Hobbs (1978) calls naive. "He" and "she" go to the one person of the nearest sentence that fits, its
subject where there are several; "it" and "they" to the subject before, of the same sentence or of the last one, if it
agrees in number. What stands in somebody's own words never leads out of them, and nobody is "he" in his own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.extract.cast import Cast, Person
from factcheck.extract.frames import is_relative, phrase, subject_of
from factcheck.extract.tree import SUBJECTS, Tree
from factcheck.extract.voices import is_human, words_for
from factcheck.text.places import is_country

_PERSONAL = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_THINGS = {"it": False, "its": False, "they": True, "them": True, "their": True}
"""Pronoun → whether it is a plural."""
_REACH = 3
"""Sentences back that a person may have been named."""
_LONGEST = 7
"""Words of what a pronoun is replaced by."""
_EMPTY = frozenset("there it this that which who what one everything nothing nobody none some all most others".split())
_SEEMING = frozenset("seem appear happen take turn rain snow emerge follow".split())
_SHARES = frozenset("percent % half third quarter none number one".split())


@dataclass(slots=True)
class _Reader:
    """What has been understood so far, from the first word to the last."""

    tree: Tree
    cast: Cast
    spoken: Mapping[int, str]
    found: dict[int, str] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    """Of people by their name, as pronouns told it."""
    named: list[tuple[int, Person]] = field(default_factory=list)
    """Where each person was named or meant, in order."""
    subjects: list[tuple[int, str, bool]] = field(default_factory=list)
    """The subjects so far: token, words, whether a plural; no words where it cannot be what a pronoun stands for."""


def find_antecedents(tree: Tree, cast: Cast, spoken: Mapping[int, str]) -> dict[int, str]:
    """For each pronoun that is understood, the words that it stands for.

    Args:
        spoken: for each token in somebody's own words, who speaks; empty where unknown.
    """
    reader = _Reader(tree, cast, spoken)
    for at, word in enumerate(tree.words):
        person = cast.person_at.get(at)
        if person is not None:
            reader.named.append((at, person))
        if tree.tags[at] in ("PRP", "PRP$") and word in _PERSONAL:
            _read_person(reader, at)
        elif tree.tags[at] in ("PRP", "PRP$") and word in _THINGS:
            _read_thing(reader, at)
        if tree.deps[at] in ("nsubj", "nsubjpass") and not is_relative(tree, at) and _is_main(tree, at):
            reader.subjects.append((at, *_as_antecedent(reader, at)))
    return reader.found


def _read_person(reader: _Reader, at: int) -> None:
    if _is_bound(reader.tree, reader.cast, at):
        return
    gender = _PERSONAL[reader.tree.words[at]]
    person = _person(reader, at, gender)
    if person is not None:
        reader.found[at] = person.name
        reader.genders[person.name] = gender
        reader.named.append((at, person))


def _is_bound(tree: Tree, cast: Cast, at: int) -> bool:
    """Whether "his" or "her" may go back to the subject of its own clause: "a flight attendant broke her wrist"."""
    verb = next((a for a in tree.ancestors(at) if tree.is_verb(a)), None)
    if any(tree.deps[a] in SUBJECTS for a in (at, *tree.ancestors(at)) if verb is None or tree.heads[a] == verb):
        return False
    subject = None if verb is None else subject_of(tree, verb)
    return subject is not None and tree.tags[subject][:2] == "NN" and cast.person(subject) is None


def _person(reader: _Reader, at: int, gender: str) -> Person | None:
    """The person of the nearest sentence that fits; its subject, where several do; None if that settles nothing."""
    tree, number = reader.tree, reader.tree.sentence[at]
    speaker = reader.spoken.get(at)
    if number < 0 or _is_somebody_unnamed(reader, at):
        return None
    for back in range(number, max(-1, number - _REACH - 1), -1):
        here = [(i, p) for i, p in reader.named if tree.sentence[i] == back and _fits(reader, p, gender)]
        here = [(i, p) for i, p in here if p.name != speaker and (i in reader.spoken) <= (at in reader.spoken)]
        people = list(dict.fromkeys(p.name for _, p in here))
        if len(people) > 1:
            people = list(dict.fromkeys(p.name for i, p in here if _is_subject(tree, i)))
        if people:
            return next(p for _, p in here if p.name == people[0]) if len(people) == 1 else None
    return None


def _fits(reader: _Reader, person: Person, gender: str) -> bool:
    if any(is_country(word) or word.casefold() in words_for("bodies") for word in person.words):
        return False
    return (person.gender or reader.genders.get(person.name, gender)) == gender


def _is_subject(tree: Tree, at: int) -> bool:
    up = at
    while tree.deps[up] in ("compound", "appos", "nmod", "flat") and tree.heads[up] != up:
        up = tree.heads[up]
    return tree.deps[up] in ("nsubj", "nsubjpass")


def _is_somebody_unnamed(reader: _Reader, at: int) -> bool:
    """Whether the last subject is one human being without a name: "The skipper was drunk. He …"."""
    tree = reader.tree
    if not reader.subjects:
        return False
    last = reader.subjects[-1][0]
    if tree.sentence[at] - tree.sentence[last] > 1 or reader.cast.person(last) is not None:
        return False
    named_since = any(i > last for i, _ in reader.named)
    return tree.tags[last] == "NN" and is_human(tree, last) and not named_since


def _read_thing(reader: _Reader, at: int) -> None:
    tree, plural = reader.tree, _THINGS[reader.tree.words[at]]
    if tree.deps[at] not in ("nsubj", "nsubjpass", "poss") or _is_empty(tree, at):
        return
    for subject, words, many in reversed(reader.subjects):
        back = tree.sentence[at] - tree.sentence[subject]
        if back > 1 or tree.heads[subject] == tree.heads[at]:
            return
        if words and many == plural and (subject in reader.spoken) == (at in reader.spoken):
            if tree.deps[at] != "poss" or tree.child(subject, "poss") is None:
                reader.found[at] = words
            return
        if back == 1 or words:
            return


def _is_empty(tree: Tree, at: int) -> bool:
    """Whether "it" stands for nothing: "it seems", "it is clear that", "it took days to", "when it came to"."""
    verb = tree.heads[at]
    if tree.words[at] != "it" or not tree.is_verb(verb):
        return False
    if tree.lemmas[verb] in _SEEMING or (tree.lemmas[verb] == "come" and tree.words[verb + 1 : verb + 2] == ["to"]):
        return True
    if tree.lemmas[verb] == "be" and any(tree.deps[c] == "npadvmod" for c in tree.children[verb]):
        return True
    return tree.lemmas[verb] == "be" and any(
        tree.deps[c] in ("ccomp", "xcomp", "csubj", "advcl", "relcl")
        for up in (verb, *(c for c in tree.children[verb] if tree.deps[c] in ("acomp", "attr")))
        for c in tree.children[up]
    )


def _is_main(tree: Tree, subject: int) -> bool:
    """Whether a subject belongs to a main clause or to one that is reported."""
    verb = tree.heads[subject]
    while tree.deps[verb] in ("conj", "ccomp", "parataxis") and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    return tree.heads[verb] == verb


def _as_antecedent(reader: _Reader, at: int) -> tuple[str, bool]:
    """What a later pronoun would be replaced by, and whether it is a plural."""
    tree = reader.tree
    if at in reader.found:
        return (reader.found[at], _THINGS[tree.words[at]]) if tree.words[at] in _THINGS else ("", False)
    joined = tree.child(at, "conj")
    plural = tree.tags[at] in ("NNS", "NNPS") or joined is not None
    if tree.tags[at][:2] != "NN" or tree.words[at] in _EMPTY or tree.lemmas[at] in _SHARES:
        return "", plural
    person = reader.cast.person(at) is not None or tree.names[at] == "PERSON"
    if not plural and (person or is_human(tree, at) or tree.lemmas[at] in words_for("roles")):
        return "", plural
    start, end = phrase(tree, at)
    if joined is not None:
        end = max(end, phrase(tree, joined)[1])
    if end - start == 1 and tree.tags[at] == "NNS":
        return "", plural
    fits = end - start <= _LONGEST and not any(tree.tags[i] in ("PRP$", "WP$", "WDT") for i in range(start, end))
    return (_definite(tree, start, end) if fits else ""), plural


def _definite(tree: Tree, start: int, end: int) -> str:
    """A noun phrase as it is taken up again: "a jet" as "the jet"; empty where it means no one thing."""
    word, rest = tree.words[start], tree.text_of(start + 1, end)
    if word in ("the", "a", "an", "this", "these", "those", "that"):
        return f"the {rest}"
    if tree.tags[start] == "CD":
        return "the " + tree.text_of(start, end)[:1].lower() + tree.text_of(start, end)[1:]
    if tree.tags[start] in ("DT", "PDT", "RB", "IN", "JJR", "JJS") or word in (
        "more",
        "no",
        "any",
        "many",
        "few",
        "several",
    ):
        return ""
    text = tree.text_of(start, end)
    return text if tree.tags[start][:3] == "NNP" or not text[1:2].islower() else text[:1].lower() + text[1:]
