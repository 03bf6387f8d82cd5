"""A claim's words made to stand alone: with their subject and verb, and names in place of pronouns.

"to Nantes today" becomes "The aircraft was diverted to Nantes today". In steps:
1. the words themselves, without "and", "that" or a comma at their ends;
2. the words between them and the verb that governs them;
3. that verb with its auxiliaries, its subject and what it needs, and so on up to a verb with a tense of its own;
4. what is only understood: "which" gives way to what it stands for, "a house owned by" becomes "A house was owned by",
   "Ann Roe, a dentist" becomes "Ann Roe is a dentist";
5. names in place of pronouns.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from factcheck.extract.clauses import Clause
from factcheck.extract.frames import antecedent_of, governor, is_relative, phrase, subject_of
from factcheck.extract.tree import SUBJECTS, Tree
from factcheck.extract.writing import Draft, written_out

_SMALL = frozenset("aux auxpass neg prt det predet compound amod nummod quantmod poss case nmod".split())
_VERBAL = frozenset("aux auxpass neg prt".split())
_GUESSED = frozenset("appos dep intj meta parataxis".split())
_OBJECTS = frozenset("dobj attr acomp oprd dative".split())
_WITHOUT_SUBJECT = frozenset("xcomp advcl acl pcomp csubj relcl".split())
_CONDITIONS = frozenset("if unless whether lest how why like".split())
_UNTIED = frozenset("that which who whom whose what as than".split())
_LONGEST = 45
"""Words of a text that is still read at a glance; beyond it, the claim's own words must do."""


def stand_alone(tree: Tree, clause: Clause, antecedents: Mapping[int, str]) -> str:
    """The words of a claim with what they need to be read alone, on one line, without a full stop.

    Args:
        antecedents: for each pronoun that is understood, the words that it stands for.
    """
    start, end = _bare(tree, clause.start, clause.end)
    draft = Draft(set(range(start, end)))
    top = governor(tree, clause.head)
    if not _joins_description(tree, draft, clause.head, start, end):
        if tree.is_verb(top) and _can_lead(tree, top, start, end) and _add_path(tree, draft, clause.head, top):
            _add_verb(tree, draft, top, range(start, end))
        elif tree.deps[top] == "appos":
            _add_apposition(tree, draft, top, start)
            _close_comma(tree, draft, top, start, end)
    if len(draft.taken) > _LONGEST or _hangs_in_the_air(tree, draft, start):
        draft = Draft(set(range(start, end)))
    return written_out(tree, draft, antecedents)


def _hangs_in_the_air(tree: Tree, draft: Draft, start: int) -> bool:
    """Whether a text would begin with a "which" that was taken in and stands for nothing in it."""
    first = min(draft.taken)
    return first < start and first not in draft.instead and tree.words[first] in _UNTIED


def _can_lead(tree: Tree, verb: int, start: int, end: int) -> bool:
    """Whether a verb that a claim hangs on says what happened; "said" only says that it was said."""
    return start <= verb < end or tree.lemmas[verb] != "say" or tree.child(verb, "auxpass") is not None


def _close_comma(tree: Tree, draft: Draft, top: int, start: int, end: int) -> None:
    """ "Ann Roe, 41, has signed": what opened with a comma is closed with one."""
    opened = any(tree.texts[i] == "," for i in range(start, end))
    if opened and end < top and tree.texts[end] == ",":
        draft.taken.add(end)


def _bare(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """The tokens without a linking word before them and marks around them."""
    first, last = tree.trimmed(start, end, ",;:.–—-…")
    while first < last - 1 and _is_link(tree, first, last):
        first += 1
    return (first, last) if first < last else (start, end)


def _is_link(tree: Tree, at: int, end: int) -> bool:
    """Whether a word only ties a clause to another: "and", "that", "when"; not "if", which changes what is said."""
    if tree.deps[at] == "cc":
        return tree.words[at] in ("and", "but", "or")
    if tree.tags[at] not in ("IN", "WRB") or tree.words[at] in _CONDITIONS:
        return False
    verb = tree.heads[at]
    return (
        at < verb < end and tree.is_finite(verb) and tree.deps[verb] != "relcl" and tree.deps[at] in ("mark", "advmod")
    )


def _add_path(tree: Tree, draft: Draft, head: int, top: int) -> bool:
    """Takes in the words between a claim's head and the verb above it, each with its small dependents.

    Returns:
        Whether the words hang together; nothing is taken in where the parse only guessed at how.
    """
    path = [head, *tree.ancestors(head)]
    path = path[: path.index(top) + 1]
    if any(tree.deps[at] in _GUESSED for at in path[:-1]):
        return False
    for below, at in pairwise(path):
        joined = tree.deps[below] == "conj" and not tree.is_verb(at)  # one of several takes the place of the first
        if at not in draft.taken and not joined:
            draft.taken.add(at)
            draft.taken |= {i for c in tree.children[at] if tree.deps[c] in _SMALL for i in range(*tree.subtree(c))}
    return True


def _add_verb(tree: Tree, draft: Draft, verb: int, own: range) -> None:
    """Takes in a verb with its auxiliaries, its subject and, unless the claim has it, its object."""
    draft.taken |= {verb} | {c for c in tree.children[verb] if tree.deps[c] in _VERBAL or _is_condition(tree, c)}
    if verb not in own:
        _add_complement(tree, draft, verb, own)
    subject = tree.subject(verb)
    if subject is not None:
        _add_own_subject(tree, draft, verb, subject)
        if tree.deps[verb] in ("ccomp", "xcomp") and not tree.is_finite(verb) and tree.heads[verb] != verb:
            _add_above(tree, draft, verb, own)
    elif tree.deps[verb] == "conj" and tree.is_verb(tree.heads[verb]):
        _add_shared_subject(tree, draft, verb)
    elif tree.deps[verb] in _WITHOUT_SUBJECT and tree.heads[verb] != verb:
        _add_above(tree, draft, verb, own)


def _is_condition(tree: Tree, at: int) -> bool:
    return tree.deps[at] == "mark" and tree.words[at] in _CONDITIONS


def _add_own_subject(tree: Tree, draft: Draft, verb: int, subject: int) -> None:
    if not is_relative(tree, subject):
        draft.taken |= _noun_phrase(tree, subject)
        _resolve_object(tree, draft, verb)
        return
    noun = antecedent_of(tree, subject)
    if tree.names[noun] in ("DATE", "TIME"):  # "… on 2 November, which leaves two at large": no day leaves them
        draft.before[tree.lefts[verb]] = ","
        _add_above(tree, draft, verb, range(verb, verb + 1))
    elif noun not in draft.taken:
        draft.taken.add(subject)
        draft.instead[subject] = _phrase_text(tree, noun)


def _resolve_object(tree: Tree, draft: Draft, verb: int) -> None:
    """ "Which the firm sold" becomes "the firm sold the yard"; "in which" becomes "in the yard"."""
    if tree.deps[verb] != "relcl" or tree.heads[verb] in draft.taken:
        return
    for at in (c for c in tree.children[verb] if c < min(draft.taken) and tree.deps[c] == "prep"):
        thing = tree.child(at, "pobj")
        if thing is not None and is_relative(tree, thing):
            draft.taken |= {at, thing}
    for at in sorted(i for i in draft.taken if is_relative(tree, i) and antecedent_of(tree, i) == tree.heads[verb]):
        noun = _phrase_text(tree, tree.heads[verb])
        if tree.words[at] == "whose":
            draft.instead[at] = noun + "’s"
        elif tree.deps[at] == "dobj":
            draft.taken.discard(at)
            draft.after[verb] = noun
        elif tree.tags[at] == "WRB":
            draft.taken.discard(at)
        else:
            draft.instead[at] = noun


def _add_shared_subject(tree: Tree, draft: Draft, verb: int) -> None:
    """Of "would look at it and buy", "buy" shares the subject and, having no tense of its own, "would"."""
    first = verb
    while tree.deps[first] == "conj" and tree.is_verb(tree.heads[first]):
        first = tree.heads[first]
    subject = tree.subject(first)
    if not tree.is_finite(verb) and not any(tree.deps[c] in ("aux", "auxpass") for c in tree.children[verb]):
        if tree.tags[verb] == tree.tags[first]:
            draft.taken |= {c for c in tree.children[first] if tree.deps[c] in ("aux", "auxpass", "neg")}
        elif tree.tags[verb] == "VBN" and subject is not None:
            draft.before[verb] = _be(tree, subject, verb)
    if subject is not None:
        _add_own_subject(tree, draft, first, subject)
    elif tree.deps[first] in _WITHOUT_SUBJECT and tree.heads[first] != first:
        _add_above(tree, draft, first, range(verb, verb + 1))


def _add_above(tree: Tree, draft: Draft, verb: int, own: range) -> None:
    """Takes in what governs a verb that has no subject: an infinitive, a participle, a gerund."""
    linked = any(tree.deps[c] in ("mark", "aux", "auxpass") for c in tree.children[verb])
    if tree.tags[verb] == "VBN" and tree.deps[verb] in ("acl", "advcl") and not linked:
        _add_participle(tree, draft, verb, own)
        return
    draft.taken |= {c for c in tree.children[verb] if tree.deps[c] == "mark"}
    above = tree.heads[verb]
    if tree.deps[verb] == "advcl" and not linked and above < verb:
        draft.before[tree.lefts[verb] if tree.lefts[verb] in draft.taken else verb] = ","
    top = governor(tree, above)
    if (
        _can_lead(tree, top, own.start, own.stop)
        and _add_path(tree, draft, verb, top)
        and tree.is_verb(top)
        and top != verb
    ):
        _add_verb(tree, draft, top, own)


def _add_participle(tree: Tree, draft: Draft, verb: int, own: range) -> None:
    """ "A house owned by" becomes "A house was owned by"; nothing is put in where the sentence has no other verb."""
    subject = subject_of(tree, verb)
    if subject is None or subject in own:
        return
    draft.taken |= _noun_phrase(tree, subject)
    if any(tree.is_finite(up) for up in tree.ancestors(verb)):
        leading = [
            c for c in tree.children[verb] if c < verb and c in draft.taken and tree.deps[c] in ("advmod", "neg")
        ]
        draft.before[min([verb, *leading])] = _be(tree, subject, verb)


def _add_complement(tree: Tree, draft: Draft, verb: int, own: range) -> None:
    """Takes in what a verb needs: its object, else what stands right after it."""
    objects = [c for c in tree.children[verb] if tree.deps[c] in _OBJECTS and not is_relative(tree, c)]
    for each in objects:
        if not tree.lefts[each] <= own.start < tree.rights[each]:  # else the claim is part of it
            draft.taken |= _noun_phrase(tree, each)
    if objects:
        return
    following = [c for c in tree.children[verb] if c > verb and tree.deps[c] in ("prep", "advmod", "agent", "xcomp")]
    if following and following[0] == min(following[0], own.start) and tree.rights[following[0]] <= own.start:
        draft.taken |= {following[0]}
        thing = tree.child(following[0], "pobj")
        if thing is not None:
            draft.taken |= _noun_phrase(tree, thing)


def _noun_phrase(tree: Tree, head: int) -> set[int]:
    """A noun phrase with those that are joined to it."""
    tokens = set(range(*phrase(tree, head)))
    joined = tree.child(head, "conj")
    if joined is not None and tree.tags[joined][:2] in ("NN", "PR", "CD"):
        linked = {c for c in tree.children[head] if head < c < joined and tree.deps[c] in ("cc", "punct")}
        tokens |= linked | _noun_phrase(tree, joined)
    return tokens


def _phrase_text(tree: Tree, head: int) -> str:
    start, end = phrase(tree, head)
    text = tree.text_of(start, end)
    return text[:1].lower() + text[1:] if tree.tags[start] in ("DT", "PRP$", "JJ", "NN", "NNS") else text


def _be(tree: Tree, noun: int, verb: int) -> str:
    """The form of "be" that fits a noun and the tense around it."""
    plural = tree.tags[noun] in ("NNS", "NNPS") or tree.child(noun, "conj") is not None
    finite = next((tree.tags[a] for a in tree.ancestors(verb) if tree.tags[a] in ("VBD", "VBZ", "VBP")), "VBD")
    if finite == "VBD":
        return "were" if plural else "was"
    return "are" if plural else "is"


def _add_apposition(tree: Tree, draft: Draft, top: int, start: int) -> None:
    """ "The deputy prefect", said beside a name, becomes "Ann Roe is the deputy prefect"."""
    named = tree.heads[top]
    if start == tree.lefts[top] and named < top and _describes(tree, named, top):
        draft.taken |= set(range(*phrase(tree, named)))
        draft.before[start] = "are" if tree.tags[named] in ("NNS", "NNPS") else "is"


def _joins_description(tree: Tree, draft: Draft, head: int, start: int, end: int) -> bool:
    """Makes a statement of a noun and what is said beside it: "Ann Roe, a dentist", "Ann Roe, who lives here"."""
    if tree.tags[head][:2] != "NN" or head + 2 >= end or tree.texts[head + 1] != ",":
        return False
    beside = next((c for c in tree.children[head] if c > head and tree.deps[c] in ("appos", "relcl", "nummod")), end)
    if beside >= end or tree.lefts[beside] != head + 2 or any(tree.heads[i] == head for i in range(beside + 1, end)):
        return False
    if tree.deps[beside] == "relcl":
        wh = tree.lefts[beside]
        if not (is_relative(tree, wh) and tree.deps[wh] in SUBJECTS and antecedent_of(tree, wh) == head):
            return False
        draft.taken -= {head + 1, wh}
        return True
    if not _describes(tree, head, beside):
        return False
    draft.instead[head + 1] = " are" if tree.tags[head] in ("NNS", "NNPS") else " is"
    return True


def _describes(tree: Tree, named: int, beside: int) -> bool:
    """Whether what stands beside a noun says what it is: not so in "Springfield, Ohio", nor in a list."""
    if tree.tags[beside] == "CD":
        return tree.tags[named][:3] == "NNP"
    first = tree.lefts[beside]
    if tree.tags[beside][:3] == "NNP":
        return tree.tags[named] == "NN" and tree.words[tree.lefts[named]] == "the"
    if tree.tags[beside][:2] != "NN" or tree.child(beside, "conj") is not None:
        return False
    return tree.tags[named][:3] == "NNP" or tree.tags[first] in ("DT", "PRP$")
