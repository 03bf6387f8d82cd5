"""Where one claim ends and the next begins.

A claim is a stretch of one sentence that hangs together in its parse: a head word with some of its dependents.
1. Propose: for each word, its left edge may be the word itself or where any of its left dependents begins; its right
   edge the end of any of its right dependents, whole or shorn of what is loosely attached to it.
2. Score: trees fitted on labelled claims estimate how well a proposal coincides with a claim that people would mark
   (`clause_features.py`, `clause_weights.json`, fitted by `training/fit_clauses.py`).
3. Select: best first; one that largely repeats a better one is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.datamodel import ParsedDocument, Sentence
from factcheck.extract.clause_features import clause_features
from factcheck.extract.settings import ExtractSettings
from factcheck.trees import Trees, load_trees

LONGEST = 25
"""Tokens of the longest proposal; nine in ten labelled claims have at most eleven words."""

_LOOSE = frozenset(("relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis"))
"""Dependents that a phrase can do without."""


_PREMODIFIERS = frozenset(("compound", "nummod", "amod", "det", "poss", "quantmod", "nmod", "case"))
_NEEDED = frozenset(("dobj", "attr", "acomp", "oprd", "prt", "xcomp", "dative"))
"""Dependents without which a verb says nothing."""


@dataclass(frozen=True, slots=True, order=True)
class Clause:
    """A proposal: the tokens `start:end` of the document's parse, and the word that heads them."""

    start: int
    end: int
    head: int
    score: float = 0.0
    """About the squared overlap to expect with a labelled claim, 0 to 1."""


def find_clauses(parsed: ParsedDocument, *, settings: ExtractSettings = ExtractSettings()) -> tuple[Clause, ...]:
    """The stretches of the document that each state one thing, in order."""
    proposals = [(sentence, clause) for sentence in parsed.sentences for clause in propose(parsed.doc, sentence)]
    if not proposals:
        return ()
    trees = clause_trees()
    scores = trees.predict(trees.rows([clause_features(parsed.doc, *proposal) for proposal in proposals]))
    by_sentence: dict[int, list[Clause]] = {}
    for (sentence, clause), score in zip(proposals, scores, strict=True):
        scored = Clause(clause.start, clause.end, clause.head, round(float(score), 6))
        by_sentence.setdefault(sentence.start, []).append(scored)
    chosen = (clause for scored in by_sentence.values() for clause in _select(scored, settings))
    return tuple(sorted(chosen))


def propose(doc: Any, sentence: Sentence) -> tuple[Clause, ...]:
    """All stretches of a sentence that could be a claim, each once, in order."""
    found: dict[tuple[int, int], int] = {}
    for head in doc[sentence.start : sentence.end]:
        if head.is_space or head.is_punct:
            continue
        for start in _starts(head):
            for end in _ends(head):
                if sentence.start <= start < end <= sentence.end and end - start <= LONGEST and _is_whole(doc, head, end):
                    found.setdefault((start, end), head.i)
    return tuple(Clause(start, end, head) for (start, end), head in sorted(found.items()))


def _starts(head: Any) -> list[int]:
    return sorted({head.i} | {child.left_edge.i for child in head.lefts if child.dep_ != "punct"})


def _ends(head: Any) -> list[int]:
    """Right edges: after the word, each dependent, and each dependent's dependent, whole or shorn."""
    ends = {head.i + 1}
    for child in head.rights:
        for word in (child, *child.rights):
            if word.dep_ != "punct":
                ends |= {word.right_edge.i + 1, _shorn_end(word)}
    return sorted(ends)


def _is_whole(doc: Any, head: Any, end: int) -> bool:
    """Whether a stretch stops at a joint: not before what its verb needs, nor within a phrase.

    "The captain sent" lacks what was sent; "from 36,000 feet to 10,000" lacks the unit.
    """
    if doc[end - 1].dep_ in _PREMODIFIERS and doc[end - 1].head.i >= end:
        return False
    if doc[end - 1].dep_ in ("prep", "aux", "auxpass", "mark", "cc") and doc[end - 1].n_rights:
        return False
    verbs = [token for token in doc[head.left_edge.i : end] if token.pos_ in ("VERB", "AUX")]
    return not any(child.dep_ in _NEEDED and child.i >= end for verb in verbs if verb.i >= head.i for child in verb.rights)


def _shorn_end(word: Any) -> int:
    end: int = word.i + 1
    for child in word.rights:
        if child.dep_ in _LOOSE:
            break
        end = child.right_edge.i + 1
    return end


def _select(scored: Iterable[Clause], settings: ExtractSettings) -> list[Clause]:
    kept: list[Clause] = []
    for clause in sorted(scored, key=lambda c: (-c.score, c.start, c.end)):
        if clause.score < settings.least_score:
            break
        if all(overlap(clause, other) < settings.most_overlap for other in kept):
            kept.append(clause)
    return kept


def overlap(left: Clause, right: Clause) -> float:
    """Intersection over union of two stretches, in tokens, 0 to 1."""
    shared = min(left.end, right.end) - max(left.start, right.start)
    return max(0, shared) / (max(left.end, right.end) - min(left.start, right.start))


@lru_cache(maxsize=1)
def clause_trees() -> Trees:
    """The shipped weights."""
    return load_trees(Path(__file__).with_name("clause_weights.json"))
