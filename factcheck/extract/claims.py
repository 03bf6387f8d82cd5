"""Clauses and what was found in them, put together as claims."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.datamodel import (
    VERBLESS,
    Attribution,
    Claim,
    Entity,
    Hedge,
    Modality,
    Negation,
    ParsedDocument,
    Quantity,
    Sentence,
    Span,
    When,
)
from factcheck.extract.cast import cast_of
from factcheck.extract.clauses import Clause, find_clauses
from factcheck.extract.coreference import find_antecedents
from factcheck.extract.extractors import EXTRACTORS
from factcheck.extract.frames import content_words, frame_of, governor
from factcheck.extract.settings import ExtractSettings
from factcheck.extract.states import modality_of, state_of
from factcheck.extract.tree import Tree, tree_of
from factcheck.extract.wording import stand_alone

_FORMS = {"relcl": "relative", "appos": "apposition", "acl": "participle", "advcl": "clause", "conj": "predicate"}


_Cue = tuple[int, Negation]
"""A negation with the token that it starts at."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What the extractors found in a document."""

    attributions: tuple[Attribution, ...]
    hedges: tuple[Hedge, ...]
    negations: tuple[Negation, ...]
    entities: tuple[Entity, ...]
    quantities: tuple[Quantity, ...]
    whens: tuple[When, ...]


def claims_of(parsed: ParsedDocument, *, settings: ExtractSettings) -> tuple[Claim, ...]:
    """The claims of a document, in the order of its text.

    1. what is looked for in the text, by the table of extractors;
    2. where each claim starts and ends;
    3. what stands in each claim or governs it.
    """
    found = _Found(**{name: find(parsed) for name, find in EXTRACTORS.items()})
    tree = tree_of(parsed)
    headings = frozenset(i for i, s in enumerate(parsed.sentences) if s.heading)
    antecedents = find_antecedents(tree, cast_of(tree, headings), _own_words(parsed, tree, found.attributions))
    keys = _keys(parsed, tree, found.entities)
    keys |= _understood(antecedents, found.entities)
    cues = [(_token_at(parsed, tree, negation.cue), negation) for negation in found.negations]
    ordinals: Counter[str] = Counter()
    claims = []
    for clause in find_clauses(parsed, found.attributions, settings=settings):
        sentence = parsed.sentences[tree.sentence[clause.head]]
        claims.append(_claim(parsed, tree, clause, sentence, found, cues, antecedents, keys, ordinals))
    return tuple(claims)


def _claim(
    parsed: ParsedDocument,
    tree: Tree,
    clause: Clause,
    sentence: Sentence,
    found: _Found,
    cues: Sequence[_Cue],
    antecedents: dict[int, str],
    keys: dict[int, Entity],
    ordinals: Counter[str],
) -> Claim:
    document = parsed.document
    span = parsed.span(clause.start, clause.end)
    words = document.visible(span)
    top = governor(tree, clause.head)
    attribution = _innermost(span, found.attributions)
    form = _form(tree, clause, sentence)
    speaker = attribution.speaker if attribution else None
    direct = attribution.direct if attribution else False
    return Claim(
        id=_claim_id(document.id, words, ordinals),
        span=span,
        words=words,
        text=stand_alone(tree, clause, antecedents | _first_person(tree, clause, speaker, direct)),
        sentence=parsed.span(sentence.start, sentence.end),
        context=document.visible(parsed.span(sentence.start, sentence.end)),
        form=form,
        speaker=speaker,
        attribution=attribution,
        direct=direct,
        origin=_origin(span, found.attributions),
        hedge=_hedge(span, found.hedges),
        negated=_is_negated(parsed, tree, clause, span, form, cues),
        modality=modality_of(tree, top) if tree.is_verb(top) else Modality.FACT,
        state=state_of(tree, top),
        frame=frame_of(parsed, tree, clause.head, keys),
        entities=_within(span, found.entities),
        quantities=_within(span, found.quantities),
        whens=_whens(parsed, tree, clause, span, found.whens),
        lemmas=content_words(tree, clause.start, clause.end, keys),
    )


def _claim_id(doc: str, words: str, ordinals: Counter[str]) -> str:
    """A hash of the document's id, the words, and their ordinal among equal words there."""
    ordinals[words] += 1
    key = "\x1f".join((doc, words, str(ordinals[words])))
    return "c" + hashlib.sha256(key.encode()).hexdigest()[:12]


def _within(span: Span, annotations: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(a for a in annotations if span.holds(a.span))


def _is_negated(
    parsed: ParsedDocument, tree: Tree, clause: Clause, span: Span, form: str, cues: Sequence[_Cue]
) -> bool:
    """Whether a "not" governs the claim's own head, or the head itself denies ("disputes that", "failed to").

    One inside a clause that hangs on the claim denies that clause alone; one above it does not reach into a relative
    clause or another clause that stands beside ("who came second, was not invited"). A claim without a verb is denied
    by a "not" of its own alone: that the second sample did not match does not deny the sample. But what somebody
    "denied" is denied, verb or none. A "not" before a denial undoes it: "no purchase was ruled out".
    """
    head = parsed.span(clause.head, clause.head + 1)
    outside = form not in VERBLESS
    near = [
        cue for cue, n in cues if n.scope.holds(head) and (n.cue.meets(span) or (outside and _covers(n.scope, span)))
    ]
    reaching = {cue for cue in near if _reaches(tree, cue, clause.head)}
    verbs = {cue for cue, _ in cues if tree.is_verb(cue)}
    denies = clause.head in verbs
    denied = not outside and tree.deps[clause.head] == "dobj" and tree.heads[clause.head] in verbs
    return bool(reaching - verbs) != (denies or denied or bool(reaching & verbs))


_CLOSED = ("relcl", "acl", "advcl", "appos", "parataxis")
"""Clauses that a "not" above them leaves as they are."""


_COMPLEMENTS = ("acomp", "attr", "oprd", "amod")


def _reaches(tree: Tree, cue: int, head: int) -> bool:
    """Whether what a cue denies takes in a word: the word's clause is the cue's, or hangs on it as what is said."""
    source, at = governor(tree, cue), governor(tree, head)
    while source != at and tree.deps[source] in _COMPLEMENTS:  # "was not overloaded", read as an adjective
        source = governor(tree, tree.heads[source])
    while at != source:
        if tree.deps[at] in _CLOSED or tree.heads[at] == at:
            return False
        if tree.deps[at] == "conj" and not any(tree.words[c] in ("or", "nor") for c in tree.children[tree.heads[at]]):
            return False
        at = tree.heads[at]
    return True


def _token_at(parsed: ParsedDocument, tree: Tree, span: Span) -> int:
    start, end = parsed.document.alignment.to_text(span.start, span.end)
    return tree.tokens_between(start, end)[0]


def _covers(scope: Span, span: Span) -> bool:
    """Whether a scope takes in most of a claim."""
    shared = min(scope.end, span.end) - max(scope.start, span.start)
    return scope.doc == span.doc and shared * 2 > span.end - span.start


def _contains(attribution: Attribution, span: Span) -> bool:
    """Whether a claim stands in what is said, not in who says it and how."""
    said = any(_covers(part, span) for part in attribution.content)
    return said and not (attribution.cue is not None and span.holds(attribution.cue))


def _size(attribution: Attribution) -> int:
    return sum(part.end - part.start for part in attribution.content)


def _innermost(span: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The narrowest attribution that a claim stands in and that names somebody; else the narrowest of all."""
    around = [a for a in attributions if _contains(a, span)]
    named = [a for a in around if a.speaker is not None]
    return min(named or around, key=lambda a: (_size(a), a.content), default=None)


def _origin(span: Span, attributions: Sequence[Attribution]) -> str | None:
    around = [a for a in attributions if a.origin is not None and _contains(a, span)]
    return min(around, key=lambda a: (_size(a), a.content)).origin if around else None


def _hedge(span: Span, hedges: Sequence[Hedge]) -> Hedge | None:
    return next((h for h in hedges if span.holds(h.cue) or _covers(h.scope, span)), None)


def _whens(parsed: ParsedDocument, tree: Tree, clause: Clause, span: Span, whens: Sequence[When]) -> tuple[When, ...]:
    """The dates of a claim: those in its span, else those that hang on its verb."""
    own = _within(span, whens)
    if own:
        return own
    top = governor(tree, clause.head)
    near = [parsed.span(*tree.subtree(c)) for c in tree.children[top] if tree.deps[c] in ("prep", "npadvmod", "advmod")]
    return tuple(w for w in whens if any(place.holds(w.span) for place in near))


def _keys(parsed: ParsedDocument, tree: Tree, entities: Sequence[Entity]) -> dict[int, Entity]:
    found: dict[int, Entity] = {}
    for entity in entities:
        start, end = parsed.document.alignment.to_text(entity.span.start, entity.span.end)
        for i in range(*tree.tokens_between(start, end)):
            found[i] = entity
    return found


def _understood(antecedents: dict[int, str], entities: Sequence[Entity]) -> dict[int, Entity]:
    """For each pronoun that stands for a name, the name's entity."""
    by_name = {e.name: e for e in reversed(entities)}
    return {i: by_name[name] for i, name in antecedents.items() if name in by_name}


def _own_words(parsed: ParsedDocument, tree: Tree, attributions: Sequence[Attribution]) -> dict[int, str]:
    """For each token between quotation marks that somebody says, who says it."""
    to_text = parsed.document.alignment.to_text
    direct = [(part, a.speaker or "") for a in attributions if a.direct for part in a.content]
    return {i: speaker for part, speaker in direct for i in range(*tree.tokens_between(*to_text(part.start, part.end)))}


def _first_person(tree: Tree, clause: Clause, speaker: str | None, direct: bool) -> dict[int, str]:
    """In somebody's own words, "I" is that person."""
    if not (direct and speaker):
        return {}
    first, last = tree.bounds[tree.sentence[clause.head]]
    return {i: speaker for i in range(first, last) if tree.words[i] in ("i", "me", "my")}


def _form(tree: Tree, clause: Clause, sentence: Sentence) -> str:
    if sentence.heading:
        return "heading"
    dep, tag = tree.deps[clause.head], tree.tags[clause.head]
    if dep in _FORMS and (tree.is_verb(clause.head) or dep == "appos"):
        return _FORMS[dep] if tree.subject(clause.head) is None or dep != "conj" else "clause"
    if tree.is_verb(clause.head):
        return "clause"
    return "adjunct" if tag in ("IN", "TO", "RB") else "nominal"
