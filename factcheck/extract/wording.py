"""A claim's words made to stand alone: with their subject and verb, and names in place of pronouns.

"to Nantes today" becomes "The aircraft was diverted to Nantes today": the words between the claim and the verb that
governs it are taken in, then that verb with its auxiliaries, its subject and its object, each shorn of what is
loosely attached.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.extract.clauses import Clause
from factcheck.extract.frames import governor, phrase, subject_of
from factcheck.extract.tree import Tree

_FUNCTION = ("aux", "auxpass", "neg", "prt", "det", "compound", "amod", "nummod", "poss", "case", "mark")
_VERBAL = ("aux", "auxpass", "neg", "prt")
_OBJECTS = ("dobj", "attr", "acomp", "oprd", "dative")
_RELATIVE = ("WDT", "WP")


def stand_alone(tree: Tree, clause: Clause, antecedents: Mapping[int, str]) -> str:
    """The words of a claim with what they need to be read alone, on one line."""
    taken = {i for i in range(clause.start, clause.end)} | _path(tree, clause)
    top = governor(tree, clause.head)
    if tree.is_verb(top):
        taken |= _verb_group(tree, top) | _subject(tree, top) | _object(tree, top, clause)
    elif tree.deps[top] == "appos":
        taken |= set(range(*phrase(tree, tree.heads[top])))
    inner = range(clause.start, clause.end)
    kept = [i for i in sorted(taken) if i in inner or tree.tags[i][:1].isalpha() or tree.tags[i] == "$"]
    return _written(tree, _without_relatives(tree, kept), antecedents)


def _path(tree: Tree, clause: Clause) -> set[int]:
    """The words between the claim's head and the verb above it, each with its small dependents."""
    taken: set[int] = set()
    top = governor(tree, clause.head)
    at = clause.head
    while at != top:
        at = tree.heads[at]
        taken.add(at)
        taken |= {i for c in tree.children[at] if tree.deps[c] in _FUNCTION for i in range(*tree.subtree(c))}
    return taken


def _verb_group(tree: Tree, verb: int) -> set[int]:
    """A verb with its auxiliaries; above an infinitive, the verbs that lead to it."""
    taken = {verb} | {c for c in tree.children[verb] if tree.deps[c] in _VERBAL}
    while tree.deps[verb] == "xcomp" and tree.is_verb(tree.heads[verb]):
        verb = tree.heads[verb]
        taken |= {verb} | {c for c in tree.children[verb] if tree.deps[c] in _VERBAL}
    return taken


def _subject(tree: Tree, verb: int) -> set[int]:
    subject = subject_of(tree, verb)
    return set() if subject is None else set(range(*phrase(tree, subject)))


def _object(tree: Tree, verb: int, clause: Clause) -> set[int]:
    found = tree.child(verb, *_OBJECTS)
    if found is None or clause.start <= found < clause.end or verb in range(clause.start, clause.end):
        return set()
    return set(range(*phrase(tree, found)))


def _without_relatives(tree: Tree, tokens: Iterable[int]) -> list[int]:
    """Drops "which" and "who" where what they stand for was taken in."""
    kept = list(tokens)
    return [i for i in kept if tree.tags[i] not in _RELATIVE or not _has_antecedent(tree, i, kept)]


def _has_antecedent(tree: Tree, at: int, kept: list[int]) -> bool:
    verb = tree.heads[at]
    return tree.deps[verb] == "relcl" and tree.heads[verb] in kept


def _written(tree: Tree, tokens: list[int], antecedents: Mapping[int, str]) -> str:
    parts: list[str] = []
    for n, i in enumerate(tokens):
        adjacent = n > 0 and tokens[n - 1] == i - 1 and tree.starts[i] == tree.ends[i - 1]
        word = tree.texts[i]
        if i in antecedents and antecedents[i] not in " ".join(tree.texts[j] for j in tokens):
            word = antecedents[i] + ("’s" if tree.tags[i] == "PRP$" else "")
        parts.append(word if adjacent or n == 0 else f" {word}")
    return " ".join("".join(parts).split())
