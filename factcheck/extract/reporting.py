"""The verbs of reporting, and what each takes."""

from __future__ import annotations

from functools import cache

from factcheck.extract.tree import Tree
from factcheck.text.lexicon import load_lexicon


@cache
def verbs(name: str) -> frozenset[str]:
    """A list of the lexicon of reporting verbs."""
    return frozenset(load_lexicon("reporting_verbs")[name])


@cache
def all_verbs() -> frozenset[str]:
    """Every verb that may report."""
    return frozenset().union(*(verbs(n) for n in ("clause", "belief", "quote", "object", "infinitive", "evidence")))


def lemma_of(tree: Tree, at: int) -> str:
    """A verb's lemma, also where the tagger took "says" for a noun."""
    return "say" if tree.words[at] in ("says", "said") else tree.lemmas[at]


def takes_clause(lemma: str) -> bool:
    """Whether a clause may follow the verb."""
    return lemma in verbs("clause") or lemma in verbs("belief") or lemma in verbs("infinitive")


def that_after(tree: Tree, at: int) -> int | None:
    """A "that" which opens a clause, at most three words on."""
    reach = 10 if lemma_of(tree, at) in ("tell", "assure", "inform", "warn", "remind") else 5
    for i in range(at + 1, min(at + reach, len(tree.words))):
        if tree.words[i] == "that":
            return i
        if tree.tags[i][:2] not in ("RB", "IN", "VB", "NN", "DT") and tree.texts[i] != ",":
            return None
    return None


def has_clause(tree: Tree, start: int, end: int, lemma: str) -> bool:
    """Whether a clause stands there; the tagger often takes its past tense for a participle."""
    if tree.has_finite(start, end):
        return True
    return lemma in verbs("plain") and any(tree.tags[i][:2] == "VB" for i in range(start, end))
