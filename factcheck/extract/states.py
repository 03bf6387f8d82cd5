"""How far a thing has come, and whether a claim tells a fact, a plan, a possibility or a demand."""

from __future__ import annotations

from functools import cache

from factcheck.datamodel import Modality
from factcheck.extract.tree import Tree
from factcheck.text.lexicon import load_lexicon


def state_of(tree: Tree, predicate: int) -> str | None:
    """The step that a predicate names: "offered", "delivered"; None where it names none."""
    steps = _steps()
    complement = tree.child(predicate, "xcomp")
    for at in (predicate, complement, tree.child(predicate, "dobj")):
        if at is not None and tree.lemmas[at] in steps:
            step = steps[tree.lemmas[at]]
            return "planned" if complement == at and tree.lemmas[predicate] in _modals()["plan"] else step
    return None


def modality_of(tree: Tree, predicate: int) -> Modality:
    """What kind of statement a predicate makes, by its auxiliaries and the verb that governs it."""
    words = {tree.words[c] for c in tree.children[predicate] if tree.deps[c] in ("aux", "mark")}
    words |= {tree.lemmas[c] for c in tree.children[predicate] if tree.deps[c] == "aux"}
    if tree.deps[predicate] in ("xcomp", "advcl", "ccomp") and tree.tags[predicate] == "VB":
        words.add(tree.lemmas[tree.heads[predicate]])
    if tree.child(predicate, "xcomp") is not None:
        words.add(tree.lemmas[predicate])
    for kind in (Modality.DEMAND, Modality.PLAN, Modality.POSSIBILITY):
        if words & _modals()[kind.value]:
            return kind
    return Modality.FACT


@cache
def _steps() -> dict[str, str]:
    steps = load_lexicon("states")["steps"]
    return {word: step for step, words in steps.items() for word in words}


@cache
def _modals() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in load_lexicon("states")["modality"].items()}
