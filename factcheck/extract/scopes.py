"""How far a word reaches: the clause that it governs."""

from __future__ import annotations

from factcheck.extract.sayings import Range
from factcheck.extract.tree import Tree

_CLAUSES = frozenset("ROOT ccomp xcomp advcl relcl acl conj parataxis pcomp csubj csubjpass dep".split())
_OUTSIDE = frozenset(["advcl", "relcl", "parataxis"])


def clause_of(tree: Tree, at: int) -> int:
    """The verb, or other head, of the clause that a word stands in."""
    for up in (at, *tree.ancestors(at)):
        if (tree.deps[up] in _CLAUSES and _heads_clause(tree, up)) or tree.heads[up] == up:
            return up
    return at


def _heads_clause(tree: Tree, at: int) -> bool:
    return tree.is_verb(at) or tree.subject(at) is not None or tree.child(at, "cop", "aux") is not None


def clause_range(tree: Tree, head: int, *, within: Range | None = None) -> Range:
    """The words of a clause.

    Its head's subtree without clauses joined to it, without those set off by commas, and without what it is said in.
    """
    start, end = tree.subtree(head)
    for c in tree.children[head]:
        own = tree.deps[c] == "conj" and tree.is_verb(c)
        aside = tree.deps[c] in ("advcl", "parataxis", "ccomp") and _after_comma(tree, c)
        if c > head and (own or aside):
            end = min(end, tree.lefts[c])
        elif c < head and tree.deps[c] in ("ccomp", "parataxis", "conj"):
            start = max(start, min(tree.rights[c], head))
    if within is not None:
        start, end = max(start, within[0]), min(end, within[1])
    start, end = tree.trimmed(start, end)
    while end > start + 1 and tree.tags[end - 1] == "CC":
        start, end = tree.trimmed(start, end - 1)
    while start < end - 1 and (tree.tags[start] == "CC" or tree.deps[start] == "mark"):
        start, end = tree.trimmed(start + 1, end)
    return start, end


def _after_comma(tree: Tree, at: int) -> bool:
    left = tree.lefts[at]
    return left > 0 and tree.texts[left - 1] in (",", ";", "–", "—", "-", ":", "”", '"')
