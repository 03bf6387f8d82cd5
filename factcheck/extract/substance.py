"""Whether a stretch of a sentence states anything, or is only a piece of one.

No claims are: who says something and by which word ("two officials said"); a thing merely named, without a number, a
date, a description or an event ("the National Assembly"); what is asked, wished or bidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.datamodel import Attribution, ParsedDocument
from factcheck.extract.tree import Tree
from factcheck.text.lexicon import load_lexicon

_ASKING = frozenset("how why what whatever whether who whom whose which".split())
_DESCRIBING = frozenset("appos relcl acl prep nummod advcl".split())
_CLAUSAL_CUES = frozenset("according per".split())
_TELLING = frozenset("tell inform remind assure notify ask".split())
_EVENT_ENDINGS = ("tion", "sion", "ment", "ing", "ance", "ence", "al", "age", "sis")
_DATES = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution in tokens, half-open; empty ranges where a part is missing."""

    source: range
    cue: range
    content: tuple[range, ...]
    clausal: bool
    """Whether what is said is a statement of its own, not the object of the verb ("rejected the plan")."""


def sayings_in(parsed: ParsedDocument, tree: Tree, attributions: Iterable[Attribution]) -> tuple[Said, ...]:
    """The attributions of a document, as far as a verb or "according to" marks them."""
    alignment = parsed.document.alignment

    def tokens(span: object) -> range:
        if span is None:
            return range(0)
        return range(*tree.tokens_between(*alignment.to_text(span.start, span.end)))  # type: ignore[attr-defined]

    found = []
    for each in attributions:
        cue = tokens(each.cue)
        content = tuple(tokens(part) for part in each.content)
        found.append(Said(tokens(each.source), cue, content, _is_clausal(tree, cue, content)))
    return tuple(found)


def _is_clausal(tree: Tree, cue: range, content: Sequence[range]) -> bool:
    if any(tree.words[i] in _CLAUSAL_CUES for i in cue):
        return True
    verb = next((i for i in cue if tree.is_verb(i)), None)
    if verb is None or not any(tree.has_finite(part.start, part.stop) for part in content):
        return False
    return not any(tree.deps[c] == "dobj" and any(c in part for part in content) for c in tree.children[verb])


def states_something(tree: Tree, start: int, end: int, head: int, sayings: Sequence[Said]) -> bool:
    """Whether the tokens `start:end`, headed by `head`, state something.

    Args:
        sayings: those of the sentence.
    """
    if tree.words[start] in _ASKING and tree.deps[_clause_top(tree, head)] != "relcl":
        return False
    if _is_bidding(tree, head) or _is_supposed(tree, start, end, head):
        return False
    if any(_is_only_saying(tree, start, end, head, said) for said in sayings):
        return False
    verbs = [i for i in range(start, end) if tree.is_verb(i) and tree.deps[i] not in ("amod", "compound")]
    if verbs:
        return not _only_stands_for_another(tree, verbs, end)
    if tree.lemmas[_clause_top(tree, head)] == "say" and not _is_described(tree, end, head):
        return False  # "on Wednesday" of "officials said on Wednesday"
    return _is_informative(tree, start, end, head)


def _only_stands_for_another(tree: Tree, verbs: Sequence[int], end: int) -> bool:
    """Whether the only verb is a "do" in place of another: "as did the council"."""
    return (
        len(verbs) == 1 and tree.lemmas[verbs[0]] == "do" and tree.child(verbs[0], "dobj", "nsubjpass", "relcl") is None
    )


def _clause_top(tree: Tree, head: int) -> int:
    at = head
    while not tree.is_verb(at) and tree.heads[at] != at:
        at = tree.heads[at]
    return at


def _is_bidding(tree: Tree, head: int) -> bool:
    """ "Take the stairs", "Let us pray", "you can read", "we thank": somebody is spoken to."""
    verb = _clause_top(tree, head)
    while tree.deps[verb] in ("ccomp", "xcomp") and not tree.is_finite(verb) and tree.is_verb(tree.heads[verb]):
        verb = tree.heads[verb]
    subject = tree.subject(verb)
    if subject is not None and tree.words[subject] == "you":
        return True
    if subject is not None and tree.words[subject] in ("i", "we") and tree.lemmas[verb] in _wishes():
        return True
    return tree.tags[verb] == "VB" and tree.heads[verb] == verb and subject is None and not _helped(tree, verb)


def _is_supposed(tree: Tree, start: int, end: int, head: int) -> bool:
    """Whether it is all under an "if" or a "whether", or about an unknown: "what went is the pine", "what he said"."""
    verb = _clause_top(tree, head)
    if not (tree.is_verb(verb) and start <= verb < end):
        return False
    subject = tree.subject(verb)
    if subject is not None and tree.deps[subject] == "csubj":
        subject = tree.subject(subject)
    unknown = (subject, tree.child(verb, "dobj"))
    if tree.deps[verb] != "relcl" and any(
        at is not None and at < start and tree.words[at] in _ASKING for at in unknown
    ):
        return True
    return any(tree.deps[c] == "mark" and tree.words[c] in ("if", "whether", "unless") for c in tree.children[verb])


def _helped(tree: Tree, verb: int) -> bool:
    return any(tree.deps[c] in ("aux", "auxpass") and tree.words[c] != "do" for c in tree.children[verb])


def _is_only_saying(tree: Tree, start: int, end: int, head: int, said: Said) -> bool:
    if said.cue and start <= said.cue.start < end:
        return _holds_cue(tree, start, end, said)
    if not said.source:
        return False
    if not said.cue and start <= said.source.start < end and any(part.start < end for part in said.content):
        return True  # "Q: How …", a name before a colon
    first, last = said.source.start, said.source.stop
    if said.cue and abs(said.cue.start - first) <= 4:
        first, last = min(first, said.cue.start), max(last, said.cue.stop)
    apart = not any(part.start < end and start < part.stop for part in said.content)
    within = first <= start and (end <= last or (head in said.source and apart))
    return within and not _is_described(tree, end, head)


def _holds_cue(tree: Tree, start: int, end: int, said: Said) -> bool:
    """Whether a stretch with the cue in it adds nothing to what is said: that has a stretch of its own."""
    if not said.clausal:
        return False
    told = [range(max(start, part.start), min(end, part.stop)) for part in said.content]
    told = [part for part in told if part]
    if any(tree.has_finite(part.start, part.stop) for part in told):
        return True
    verb = next((i for i in said.cue if tree.is_verb(i)), None)
    if verb is not None and tree.lemmas[verb] in _TELLING:
        return True
    objects = () if verb is None else (c for c in tree.children[verb] if tree.deps[c] in ("dobj", "attr", "oprd"))
    return not any(start <= c < end and not _can_hear(tree, c) for c in objects)


def _can_hear(tree: Tree, at: int) -> bool:
    """Whether an object is who is told, or "so"."""
    return tree.tags[at] in ("PRP", "NNP", "NNPS", "RB") or tree.names[at] in ("ORG", "PERSON", "GPE")


def _is_described(tree: Tree, end: int, head: int) -> bool:
    """Whether something is said of somebody named: "Ann Roe, a dentist", "Roe, 41"."""
    if tree.tags[head][:3] != "NNP":
        return False
    return any(
        tree.deps[i] in ("appos", "relcl") or tree.tags[i] == "CD" or tree.texts[i][0].isdigit()
        for i in range(head + 1, end)
    )


def _is_informative(tree: Tree, start: int, end: int, head: int) -> bool:
    """Whether a stretch without a verb holds a figure, a date, a "no", a described name or an event."""
    inside = range(start, end)
    if any(tree.tags[i] == "CD" or any(c.isdigit() for c in tree.texts[i]) or tree.deps[i] == "neg" for i in inside):
        return True
    if any(tree.names[i] in _DATES or tree.words[i] in ("no", "not", "none", "nothing", "nobody") for i in inside):
        return True
    named = any(tree.tags[i][:3] == "NNP" for i in inside)
    eventful = any(_is_event(tree, i) for i in inside)
    described = any(tree.deps[i] in _DESCRIBING and tree.heads[i] in inside for i in inside if i != head)
    if tree.tags[head] in ("IN", "TO"):
        return (named and tree.words[head] != "of") or eventful
    return described and (named or eventful)


def _is_event(tree: Tree, at: int) -> bool:
    if tree.tags[at] not in ("NN", "NNS"):
        return False
    lemma = tree.lemmas[at]
    return lemma in _event_nouns() or (len(lemma) > 6 and lemma.endswith(_EVENT_ENDINGS))


@cache
def _wishes() -> frozenset[str]:
    return frozenset(load_lexicon("joints")["wishes"])


@cache
def _event_nouns() -> frozenset[str]:
    steps = load_lexicon("states")["steps"]
    return frozenset(word for words in steps.values() for word in words) | frozenset(load_lexicon("joints")["events"])
