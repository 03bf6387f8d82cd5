"""What a proposed stretch of a sentence looks like, for `clauses.py` to score."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from factcheck.datamodel import Sentence

if TYPE_CHECKING:
    from factcheck.extract.clauses import Clause

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_OBJECTS = frozenset(("dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "dative"))
_ATTACHED = frozenset(("relcl", "acl", "appos", "advcl", "ccomp"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def clause_features(doc: Any, sentence: Sentence, clause: Clause) -> dict[str, float]:
    """Named values of a proposal; a name "key=value" is 1.0 where it applies and absent where not."""
    head, inside = doc[clause.head], doc[clause.start : clause.end]
    before = doc[clause.start - 1] if clause.start > sentence.start else None
    after = doc[clause.end] if clause.end < sentence.end else None
    features = dict.fromkeys(_shape(head, inside, before, after), 1.0)
    features |= dict.fromkeys(_dependents(head, clause.start, clause.end), 1.0)
    features |= _counts(inside)
    features |= _position(sentence, clause, head)
    features["cut_name"] = float(inside[0].ent_iob_ == "I") + float(after is not None and after.ent_iob_ == "I")
    features["cut_phrase"] = float(after is not None and after.dep_ in ("compound", "amod", "det", "nummod"))
    return features


def _shape(head: Any, inside: Any, before: Any, after: Any) -> Iterable[str]:
    governor = head.head.pos_ if head.head is not head else "ROOT"
    yield from (f"head_pos={head.pos_}", f"head_tag={head.tag_}", f"head_dep={head.dep_}", f"governor={governor}")
    yield from (f"first_pos={inside[0].pos_}", f"first_dep={inside[0].dep_}")
    yield from (f"last_pos={inside[-1].pos_}", f"last_dep={inside[-1].dep_}")
    for name, token in (("before", before), ("after", after)):
        yield f"{name}_pos={token.pos_ if token is not None else 'none'}"
        yield f"{name}_dep={token.dep_ if token is not None else 'none'}"


def _dependents(head: Any, start: int, end: int) -> Iterable[str]:
    """Which dependents of the head are taken in, which left out, which cut."""
    last_in = first_out = "none"
    for child in head.children:
        if child.dep_ == "punct":
            continue
        if child.i < head.i:
            yield f"left_{'in' if child.left_edge.i >= start else 'out'}={child.dep_}"
        elif child.right_edge.i < end:
            last_in = child.dep_
            yield f"right_in={child.dep_}"
        elif child.left_edge.i >= end:
            first_out = child.dep_ if first_out == "none" else first_out
            yield f"right_out={child.dep_}"
        else:
            yield f"right_cut={child.dep_}"
    yield from (f"last_in={last_in}", f"first_out={first_out}")


def _counts(inside: Any) -> dict[str, float]:
    tokens = list(inside)
    return {
        "verbs": sum(t.pos_ == "VERB" for t in tokens),
        "finite": float(any(t.tag_ in _FINITE for t in tokens)),
        "prepositions": sum(t.dep_ == "prep" for t in tokens),
        "numbers": sum(t.like_num or t.pos_ == "NUM" for t in tokens),
        "proper": sum(t.pos_ == "PROPN" for t in tokens),
        "dates": sum(t.ent_type_ in ("DATE", "TIME") for t in tokens),
        "names": sum(t.ent_iob_ == "B" for t in tokens),
        "punctuation": sum(t.is_punct for t in tokens),
        "commas": sum(t.text == "," for t in tokens),
        "quotes": sum(t.is_quote for t in tokens),
        "pronouns": sum(t.pos_ == "PRON" for t in tokens),
        "subjects": sum(t.dep_ in _SUBJECTS for t in tokens),
        "objects": sum(t.dep_ in _OBJECTS for t in tokens),
        "conjuncts": sum(t.dep_ == "conj" for t in tokens),
        "attached": sum(t.dep_ in _ATTACHED for t in tokens),
        "capitals": sum(t.text[:1].isupper() for t in tokens) / len(tokens),
    }


def _position(sentence: Sentence, clause: Clause, head: Any) -> dict[str, float]:
    length, whole = clause.end - clause.start, sentence.end - sentence.start
    children = [c for c in head.children if c.dep_ != "punct"]
    return {
        "length": length,
        "sentence_length": whole,
        "share": length / whole,
        "offset": (clause.start - sentence.start) / whole,
        "depth": _depth(head),
        "all_left": float(all(c.left_edge.i >= clause.start for c in children if c.i < head.i)),
        "all_right": float(all(c.right_edge.i < clause.end for c in children if c.i > head.i)),
        "heading": float(sentence.heading),
        "paragraph": min(sentence.paragraph, 10),
    }


def _depth(word: Any) -> int:
    depth = 0
    while word.head is not word and depth < 10:
        word = word.head
        depth += 1
    return depth
