"""What pronouns stand for: a few rules that would rather leave a pronoun than guess.

Of the kind that Hobbs (1978) calls naive: the nearest fitting subject first. "He" and "she" go to the person named
last whose gender does not forbid it; "it" and "they" to the subject of the clause before, if it agrees in number.
"""

from __future__ import annotations

from factcheck.extract.cast import Cast, Person
from factcheck.extract.frames import phrase, subject_of
from factcheck.extract.tree import SUBJECTS, Tree

_PERSONAL = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_THINGS = {"it": False, "its": False, "they": True, "them": True, "their": True}
"""Pronoun → whether it is a plural."""
_REACH = 3
"""Sentences back that a person may have been named."""
_EMPTY = frozenset(("there", "it", "this", "that", "which", "who", "what", "one", "everything", "nothing", "nobody"))


def find_antecedents(tree: Tree, cast: Cast) -> dict[int, str]:
    """For each pronoun that is understood, the words that it stands for."""
    found: dict[int, str] = {}
    subject = ""
    plural = False
    for i, word in enumerate(tree.words):
        if tree.tags[i] in ("PRP", "PRP$"):
            if word in _PERSONAL:
                if _is_bound(tree, cast, i):
                    continue
                person = _person(tree, cast, i, _PERSONAL[word])
                if person:
                    found[i] = person
            elif word in _THINGS and subject and plural == _THINGS[word] and tree.deps[i] != "expl":
                found[i] = subject
        elif tree.deps[i] in SUBJECTS and tree.tags[i][:2] == "NN" and word not in _EMPTY and cast.person(i) is None:
            start, end = phrase(tree, i)
            subject = _joined(tree, start, end)
            plural = tree.tags[i] in ("NNS", "NNPS") or tree.child(i, "conj") is not None
    return found


def _is_bound(tree: Tree, cast: Cast, at: int) -> bool:
    """Whether "his" or "her" may go back to the subject of its own clause: "a flight attendant broke her wrist"."""
    if tree.deps[at] in SUBJECTS:
        return False
    verb = next((a for a in tree.ancestors(at) if tree.is_verb(a)), None)
    subject = None if verb is None else subject_of(tree, verb)
    return subject is not None and tree.tags[subject][:2] == "NN" and cast.person(subject) is None


def _person(tree: Tree, cast: Cast, at: int, gender: str) -> str:
    number = tree.sentence[at]
    since = tree.bounds[max(0, number - _REACH)][0] if number >= 0 else 0
    fitting = [p for p in cast.last_before(at, since) if p.gender in ("", gender)]
    if not fitting:
        return ""
    return max(fitting, key=lambda p: (_was_subject(tree, p, since, at), -fitting.index(p))).name


def _was_subject(tree: Tree, person: Person, since: int, at: int) -> bool:
    return any(since <= i < at and tree.deps[i] in SUBJECTS for i in person.mentions)


def _joined(tree: Tree, start: int, end: int) -> str:
    parts = []
    for i in range(start, end):
        gap = i > start and tree.starts[i] > tree.ends[i - 1]
        parts.append((" " if gap else "") + tree.texts[i])
    return "".join(parts)
