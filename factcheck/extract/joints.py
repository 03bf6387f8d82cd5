"""Where a stretch of a sentence may start and end without tearing apart what belongs together.

Never within a noun phrase, a name, a quantity or a verb with its auxiliaries; never before what a verb needs.
"""

from __future__ import annotations

from functools import cache

from factcheck.extract.tree import Tree
from factcheck.text.lexicon import load_lexicon

_PREMODIFIERS = frozenset("compound nummod amod det predet poss quantmod nmod case neg preconj".split())
_VERBAL = frozenset("aux auxpass neg".split())
_NEEDED = frozenset("dobj attr acomp oprd prt xcomp ccomp dative".split())
"""Dependents without which a verb says nothing."""
_OPEN_ENDED = frozenset("cc mark aux auxpass det predet preconj punct".split())
_LIMITS = frozenset("from between".split())
_OPENING, _CLOSING = "“\"‘'([«„—–", ".,;:!?…”\"’')]»—–"
_OBJECT_LIKE = frozenset("for of with to into against about upon".split())
"""Prepositions that bring a verb's object rather than where and when."""
_CALENDAR = frozenset("DATE TIME CARDINAL ORDINAL QUANTITY MONEY PERCENT".split())


def is_whole(tree: Tree, start: int, end: int, head: int) -> bool:
    """Whether the tokens `start:end`, headed by `head`, start and end at joints."""
    return _starts_whole(tree, start, head) and _ends_whole(tree, start, end) and _verbs_are_complete(tree, head, end)


def _starts_whole(tree: Tree, start: int, head: int) -> bool:
    if (
        (tree.deps[start] in ("cc", "punct", "case") and tree.words[start] != "nor")
        or tree.tags[start] == "POS"
        or _is_glued(tree, start)
    ):
        return False
    if tree.texts[start][0] in "'’" and len(tree.texts[start]) > 1 and not tree.texts[start][1].isdigit():
        return False
    if tree.words[start] == "than" or (tree.deps[start] == "mark" and tree.words[start] in ("that", "whether", "if")):
        return False
    if _leads_article(tree, start, head):
        return False
    if tree.inside[start] and tree.names[start] not in _CALENDAR:
        return False
    return not any(
        child < start and _belongs(tree, at, child) for at in range(start, head + 1) for child in tree.children[at]
    )


def _leads_article(tree: Tree, start: int, head: int) -> bool:
    """ "NANTES An airliner": what stands before the article of its own noun is a dateline."""
    above = tree.heads[start]
    if tree.tags[start][:3] != "NNP" or above <= start:
        return False
    return tree.deps[above] == "det" or any(
        start < c and tree.deps[c] == "det" for c in tree.children[above] if c < above
    )


def _belongs(tree: Tree, at: int, child: int) -> bool:
    """Whether a word cannot stand without a dependent before it: "*people" of "seven people", "*say" of "not say"."""
    dep = tree.deps[child]
    if tree.deps[at] == "det":
        return False
    if tree.is_verb(at) and tree.deps[at] not in ("amod", "compound"):
        return dep in _VERBAL
    return dep in _PREMODIFIERS or (tree.tags[at] == "CD" and dep in ("advmod", "amod"))


def _is_glued(tree: Tree, at: int) -> bool:
    """Whether a token continues a word: "Mohammad" of "Jaish-e-Mohammad"."""
    if at == 0 or tree.starts[at] != tree.ends[at - 1]:
        return False
    before, first = tree.texts[at - 1][-1], tree.texts[at][0]
    return (before.isalnum() or before in "-/’'") and (first.isalnum() or first in "-/")


def _ends_whole(tree: Tree, start: int, end: int) -> bool:
    last = end - 1
    if tree.tags[last] == "TO":
        return False
    if tree.deps[last] in _OPEN_ENDED and not _closes(tree, last):
        return False
    if tree.deps[last] in _PREMODIFIERS and tree.heads[last] >= end:
        return False
    if tree.deps[last] in ("prep", "agent") and (tree.children[last] or not _is_final(tree, end)):
        return False
    if end >= len(tree.texts) or tree.sentence[end] != tree.sentence[last]:
        return True
    if tree.tags[end] in ("POS", "HYPH") or _is_glued(tree, end):
        return False
    if tree.inside[end] and tree.names[end] not in _CALENDAR:
        return False
    return not (_splits_quantity(tree, start, end) or _splits_verb(tree, end))


def _closes(tree: Tree, at: int) -> bool:
    """Whether a mark belongs to what stands before it: "%", a closing bracket or quotation mark, the dot of "a.m."."""
    return tree.deps[at] == "punct" and (tree.texts[at] in "%”\"’')]»€$£" or any(c.isalnum() for c in tree.texts[at]))


def _is_final(tree: Tree, end: int) -> bool:
    return end >= len(tree.texts) or tree.sentence[end] != tree.sentence[end - 1] or tree.tags[end] == "."


def _splits_quantity(tree: Tree, start: int, end: int) -> bool:
    """ "50 percent | of voters", "from 36,000 feet | to 10,000", "between 3 | and 5"."""
    last, following = end - 1, tree.words[end]
    counted = tree.tags[last] == "CD" or tree.lemmas[last] in _shares()
    if following == "of" and counted:
        return True
    if following in ("to", "and", "or", "-", "–") and end + 1 < len(tree.tags) and tree.tags[end + 1] == "CD":
        limits = any(tree.words[i] in _LIMITS for i in range(start, end))
        return tree.tags[last] == "CD" or (limits and any(tree.tags[c] == "CD" for c in tree.children[last]))
    return False


def _splits_verb(tree: Tree, end: int) -> bool:
    """ "walked | in", "was taken | to hospital": what a verb without an object goes with, stands right after it."""
    verb = end - 1
    if not tree.is_verb(verb) or tree.heads[end] != verb:
        return False
    if tree.lemmas[verb] == "be" and tree.tags[end] not in ("CC", ","):
        return True
    if tree.tags[end] in ("IN", "RP") and not tree.children[end]:
        return True
    if tree.words[end] in _OBJECT_LIKE and not any(tree.deps[c] in ("auxpass", "dobj") for c in tree.children[verb]):
        return True
    return tree.deps[end] in ("prep", "advmod", "npadvmod", "agent") and tree.lemmas[verb] in _placing()


def _verbs_are_complete(tree: Tree, head: int, end: int) -> bool:
    """ "The captain sent" lacks what was sent."""
    return not any(
        child >= end and tree.deps[child] in _NEEDED
        for verb in range(head, end)
        if tree.is_verb(verb)
        for child in tree.children[verb]
    )


@cache
def _placing() -> frozenset[str]:
    return frozenset(load_lexicon("joints")["placing"])


@cache
def _shares() -> frozenset[str]:
    return frozenset(load_lexicon("joints")["shares"])
