"""Who speaks: the subject of a verb of reporting, where the parse has it and where it has not."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.reporting import all_verbs
from factcheck.extract.sayings import Marks, Range
from factcheck.extract.tree import Tree
from factcheck.extract.voices import can_speak

_OWN_VOICE = frozenset("i we you one who what which that there nobody none nothing neither".split())
_RELATIVE = frozenset("who which that".split())


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, and where the words for it stand."""

    head: int | None
    words: Range | None


def subject_of(tree: Tree, marks: Marks, at: int, bounds: Range) -> Subject | None:
    """Who speaks; None where the verb has no speaker at all, as in "is believed to".

    The verb's own subject; after a quotation or comma the noun behind the verb; what it inherits; the noun before it.
    """
    if tree.child(at, "nsubjpass", "auxpass", "csubjpass") is not None:
        return _agent(tree, at)
    own = _own_subject(tree, marks, at, bounds)
    if own is not None:
        return as_subject(tree, at, own)
    inherited = _inherited(tree, marks, at, bounds)
    if inherited is not None and inherited.head is None:
        before = _noun_before(tree, marks, at, bounds)
        return as_subject(tree, at, before) if before is not None else None
    return inherited


def _own_subject(tree: Tree, marks: Marks, at: int, bounds: Range) -> int | None:
    kids = [c for c in tree.children[at] if tree.deps[c] == "nsubj" and bounds[0] <= c and marks.at(c) is marks.at(at)]
    before = [c for c in kids if c < at]
    after = [c for c in kids if c > at]
    if before or after:
        return before[-1] if before else after[0]
    if tree.tags[at] in ("VBD", "VBZ", "VBP", "NNS") and _stands_after_mark(tree, at):
        return next(
            (
                c
                for c in tree.children[at]
                if c > at
                and tree.deps[c] in ("dobj", "attr", "oprd", "appos", "npadvmod")
                and tree.lefts[c] == at + 1
                and tree.tags[c][:2] in ("NN", "PR")
            ),
            None,
        )
    if tree.tags[at] == "NNS":
        return next(
            (c for c in reversed(tree.children[at]) if c < at and tree.deps[c] in ("compound", "poss", "nmod")), None
        )
    return None


def _stands_after_mark(tree: Tree, at: int) -> bool:
    return at > 0 and not any(c.isalnum() for c in tree.texts[at - 1])


def _noun_before(tree: Tree, marks: Marks, at: int, bounds: Range) -> int | None:
    """The noun phrase that ends before the verb, for where the parse gives no subject; over words between commas."""
    inside = marks.at(at)
    low = max(bounds[0], inside.start if inside else 0)
    i = at - 1
    while (i >= low and tree.tags[i][:2] in ("RB", "MD")) or (i >= low and tree.deps[i] in ("aux", "neg", "auxpass")):
        i -= 1
    if i > low and tree.texts[i] == ",":
        i = next((k - 1 for k in range(i - 1, max(low, i - 20), -1) if tree.texts[k] == ","), low)
    if i < low or tree.tags[i][:2] not in ("NN", "PR") or marks.at(i) is not inside:
        return None
    while (
        low <= tree.heads[i] < at
        and tree.heads[i] != i
        and tree.deps[i] in ("compound", "pobj", "prep", "nmod", "poss", "appos")
        and tree.tags[tree.heads[i]][:2] in ("NN", "IN")
    ):
        i = tree.heads[i]
    return i if tree.tags[i][:2] in ("NN", "PR") else None


def _agent(tree: Tree, at: int) -> Subject | None:
    by = tree.child(at, "agent")
    who = tree.child(by, "pobj") if by is not None else None
    return as_subject(tree, at, who) if who is not None else None


def as_subject(tree: Tree, at: int, who: int) -> Subject | None:
    """A word as the speaker of a verb; None where it is nobody or the document's own voice."""
    word = tree.words[who]
    if word in _RELATIVE and tree.deps[at] == "relcl":
        who = tree.heads[at]
        return Subject(who, _source_range(tree, who))
    if (word in _OWN_VOICE and not (word == "one" and tree.children[who])) or tree.tags[who] in ("EX", "WP", "WDT"):
        return None
    return Subject(who, _source_range(tree, who))


def _source_range(tree: Tree, who: int) -> Range:
    """The words for a speaker, without relative clauses after them."""
    start, end = tree.subtree(who)
    for c in tree.children[who]:
        if c > who and tree.deps[c] in ("relcl", "acl", "advcl", "ccomp", "parataxis"):
            end = min(end, tree.lefts[c])
    relative = next(
        (i for i in range(who + 1, end) if tree.words[i] in ("who", "which") and tree.texts[i - 1] == ","), end
    )
    return tree.trimmed(start, max(min(end, relative), who + 1), blank=',;:–—-"“”')


def _inherited(tree: Tree, marks: Marks, at: int, bounds: Range) -> Subject | None:
    """The subject of the verb that this one is joined to or hangs on."""
    head, dep = tree.heads[at], tree.deps[at]
    if dep == "acl" and tree.tags[head][:2] in ("NN", "PR") and tree.tags[at] == "VBG":
        return Subject(head, _source_range(tree, head))
    if dep == "pcomp" and tree.words[head] == "as":
        return _quoted_person(tree, tree.heads[head])
    if dep == "pcomp":
        head, dep = tree.heads[head], "advcl"
    if dep not in ("conj", "advcl", "xcomp", "ccomp", "parataxis", "dep") or head == at or not tree.is_verb(head):
        return Subject(None, None) if tree.tags[at] in ("VBD", "VBZ") else None
    if dep in ("ccomp", "parataxis") and tree.tags[at] in ("VBD", "VBZ") and tree.child(at, "mark") is None:
        return Subject(None, None)
    if dep in ("ccomp", "parataxis") and tree.tags[at] != "VBG":
        return None
    if tree.child(head, "auxpass", "nsubjpass") is not None and tree.lemmas[head] in all_verbs():
        return _agent(tree, head)
    own = _own_subject(tree, marks, head, bounds)
    if own is not None and dep == "conj" and not can_speak(tree, own) and tree.deps[head] == "ccomp":
        own = _own_subject(tree, marks, tree.heads[head], bounds) or own
    if own is not None:
        return as_subject(tree, head, own)
    passive = tree.child(head, "nsubjpass")
    return as_subject(tree, head, passive) if passive is not None else _inherited(tree, marks, head, bounds)


def _quoted_person(tree: Tree, verb: int) -> Subject | None:
    """ "quotes the mayor as saying", "the mayor was quoted as saying"."""
    who = tree.child(verb, "nsubjpass", "dobj")
    return as_subject(tree, verb, who) if who is not None else None
