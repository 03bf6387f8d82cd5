"""What is denied: "not" and its kin, and how far they reach."""

from __future__ import annotations

from functools import cache

from factcheck.datamodel import Negation, ParsedDocument
from factcheck.extract.sayings import Range
from factcheck.extract.scopes import clause_of, clause_range
from factcheck.extract.tree import Tree, tree_of
from factcheck.text.lexicon import load_lexicon

_Found = tuple[Range, Range]


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load_lexicon("negation")[name])


def find_negations(parsed: ParsedDocument) -> tuple[Negation, ...]:
    """The negations of a document, in the order of the text.

    A scope holds the cue where the cue stands in the clause.
    """
    tree = tree_of(parsed)
    found: set[_Found] = set()
    for start, end in tree.bounds:
        for at in range(start, end):
            negation = _negation_at(tree, at, end)
            if negation:
                found.add(negation)
    return tuple(Negation(parsed.span(*cue), parsed.span(*scope)) for cue, scope in sorted(found))


def _negation_at(tree: Tree, at: int, end: int) -> _Found | None:
    word, lemma, tag = tree.words[at], tree.lemmas[at], tree.tags[at]
    if word in _list("adverbs") or (word == "no" and tree.words[at + 1 : at + 2] == ["longer"]):
        return _adverb(tree, at, end)
    if word in _list("determiners"):
        return _determiner(tree, at, end)
    if word in _list("pronouns"):
        return (at, at + 1), _clause(tree, at)
    if word in _list("prepositions") and tag == "IN":
        return (at, at + 1), tree.trimmed(*tree.subtree(at))
    if tag[:2] == "VB":
        return _verb(tree, at)
    if word in _list("lexicalised"):
        return (at, at + 1), _word_scope(tree, at)
    if lemma in _list("nouns") and tag[:2] == "NN":
        return _noun(tree, at)
    return None


def _clause(tree: Tree, at: int) -> Range:
    return clause_range(tree, clause_of(tree, at))


def _adverb(tree: Tree, at: int, end: int) -> _Found | None:
    """The clause of a "not", "never" or "nor", or the phrase beside it ("not the pilot but"); none for "not only"."""
    follow = tree.words[at + 1] if at + 1 < end else ""
    if tree.words[at] == "not" and follow in ("only", "just", "merely", "least"):
        return None
    if tree.words[at] in ("neither", "nor") and not tree.is_verb(tree.heads[at]):
        return (at, at + 1), _clause(tree, at)
    head = tree.heads[at]
    if tree.words[at] == "no":
        return (at, at + 2), _clause(tree, at)
    cue = (at, at + 1)
    if (
        tree.deps[at] in ("neg", "advmod", "cc", "preconj")
        and not tree.is_verb(head)
        and tree.subject(head) is None
        and tree.tags[head] != "RB"
    ):
        start, stop = tree.subtree(head)
        return cue, tree.trimmed(at, max(stop, at + 1)) if start <= at else tree.trimmed(start, stop)
    return cue, _clause(tree, at)


def _determiner(tree: Tree, at: int, end: int) -> _Found | None:
    """ "no" before a noun: the clause whose part the noun is; not "No. 5" nor "no sooner", nor "No," as an answer."""
    if tree.deps[at] not in ("det", "neg", "preconj", "advmod", "predet") or tree.texts[at] == "No." or at + 1 >= end:
        return None
    if tree.words[at + 1] in (".", ",", "matter", "doubt", "sooner") or (
        tree.tags[at + 1] == "CD" and tree.texts[at] == "No"
    ):
        return None
    head = tree.heads[at]
    if tree.deps[head] == "conj":  # "ten lorries, and no other vehicle"
        return (at, at + 1), tree.trimmed(*tree.subtree(head))
    if (
        tree.deps[head] == "pobj"
        and tree.words[tree.heads[head]] in ("with", "of", "to", "in")
        and not tree.is_verb(tree.heads[tree.heads[head]])
    ):
        return (at, at + 1), tree.trimmed(*tree.subtree(tree.heads[head]))
    return (at, at + 1), _clause(tree, at)


def _verb(tree: Tree, at: int) -> _Found | None:
    """ "failed to", "denied that", "ruled out": what they introduce."""
    lemma = tree.lemmas[at]
    after = [c for c in tree.children[at] if c > at]
    if lemma in _list("verbs_infinitive"):
        clause = next((c for c in after if tree.deps[c] == "xcomp"), None)
        return ((at, at + 1), tree.trimmed(*tree.subtree(clause))) if clause is not None else None
    if lemma in _list("verbs_denial"):
        return _denied(tree, at, (at, at + 1), after)
    for verb, particle in load_lexicon("negation")["phrases_denial"]:
        part = next((c for c in after if tree.words[c] == particle and c - at <= 2), None)
        if lemma == verb and part is not None:
            return _denied(tree, at, (at, part + 1), [c for c in after if c != part])
    return None


def _denied(tree: Tree, at: int, cue: Range, after: list[int]) -> _Found | None:
    if tree.child(at, "nsubjpass") is not None:
        return cue, clause_range(tree, at)
    parts = [c for c in after if tree.deps[c] in ("ccomp", "xcomp", "dobj", "pcomp", "prep")]
    if not parts or _is_somebody(tree, parts[0]):
        return None
    scope = tree.trimmed(tree.lefts[parts[0]], max(tree.rights[c] for c in parts))
    return (cue, scope) if scope[0] < scope[1] else None


def _is_somebody(tree: Tree, at: int) -> bool:
    """ "The board dismissed him", "rejected Brandt": a person or body is no statement that could be denied."""
    if tree.deps[at] != "dobj":
        return False
    return tree.tags[at] in ("NNP", "NNPS") or (tree.tags[at] == "PRP" and tree.words[at] not in ("it", "them"))


def _word_scope(tree: Tree, at: int) -> Range:
    """An adjective after its verb denies the clause; before a noun, the phrase."""
    head = tree.heads[at]
    if tree.deps[at] in ("amod", "compound") and tree.tags[head][:2] == "NN":
        return tree.trimmed(*tree.subtree(head))
    return _clause(tree, at)


def _noun(tree: Tree, at: int) -> _Found | None:
    """ "a lack of water": the phrase that follows."""
    part = next((c for c in tree.children[at] if c > at and tree.deps[c] in ("prep", "acl")), None)
    if part is None or (tree.deps[part] == "prep" and tree.words[part] != "of"):
        return None
    return (at, at + 1), tree.trimmed(*tree.subtree(part))
