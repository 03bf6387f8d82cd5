"""Attributions without a verb of saying: "according to", "citing", "in her view", "the claim that"."""

from __future__ import annotations

from functools import cache

from factcheck.extract.origins import is_text
from factcheck.extract.sayings import Marks, Range, Saying
from factcheck.extract.tree import Tree
from factcheck.extract.voices import can_speak
from factcheck.text.lexicon import load_lexicon

_CLOSING = (",", ";", "-", "–", "—", "(", ":")


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load_lexicon("reporting_verbs")[name])


def phrase_sayings(tree: Tree, marks: Marks, sentence: int) -> list[Saying]:
    """The sayings of a sentence that hang on a preposition or a noun, in the order of the text."""
    start, end = tree.bounds[sentence]
    found: list[Saying] = []
    for at in range(start, end):
        word, lemma = tree.words[at], tree.lemmas[at]
        saying = None
        if word == "according" and at + 1 < end and tree.words[at + 1] == "to":
            saying = _adjunct(tree, marks, at, at + 2, (start, end))
        elif word in ("citing", "quoting") and at + 1 < end:
            saying = _citing(tree, marks, at, (start, end))
        elif lemma in _list("viewpoints") and tree.deps[at] == "pobj":
            saying = _viewpoint(tree, marks, at, (start, end))
        elif (
            word == "per"
            and at > start
            and tree.texts[at - 1] == ","
            and tree.tags[at + 1 : at + 2]
            and tree.tags[at + 1][:3] in ("NNP", "DT")
        ):
            saying = _adjunct(tree, marks, at, at + 1, (start, end))
        if saying is None and lemma in _list("nouns") and tree.tags[at][:2] == "NN":
            saying = _noun(tree, at)
        if saying:
            found.append(saying)
    return found


def _adjunct(tree: Tree, marks: Marks, at: int, first: int, bounds: Range) -> Saying | None:
    """ "according to X": X and the clause that it stands beside."""
    head = _main_noun(tree, first, bounds[1])
    if head is None or (tree.words[head - 1] == "this" and tree.tags[head] == "NN"):
        return None
    source = _noun_phrase(tree, first, head, bounds[1])
    region = (at, source[1])
    content, direct = _beside(tree, marks, region, bounds)
    if not content:
        return None
    return Saying(at, (at, first), source, head, content, direct, region, "phrase")


def _main_noun(tree: Tree, first: int, end: int) -> int | None:
    """The head of the noun phrase that starts here."""
    at = first
    while at < end and tree.tags[at] in (
        "DT",
        "PRP$",
        "JJ",
        "JJS",
        "JJR",
        "CD",
        "POS",
        "NN",
        "NNP",
        "NNPS",
        "NNS",
        "PRP",
        "VBN",
        "VBG",
        "HYPH",
        "``",
        "''",
        "RB",
    ):
        head = tree.heads[at]
        if (
            tree.tags[at][:2] in ("NN", "PR")
            and tree.tags[at] != "PRP$"
            and not (
                first <= head < end and head > at and tree.deps[at] in ("compound", "poss", "nmod", "amod", "nummod")
            )
        ):
            return at
        at += 1
    return None


def _noun_phrase(tree: Tree, first: int, head: int, limit: int) -> Range:
    """The words for a source: up to a clause about it or a comma that is not an apposition's."""
    end = head + 1
    for c in tree.children[head]:
        if c > head and tree.deps[c] in ("prep", "nmod", "nummod", "conj", "cc") and tree.lefts[c] <= end:
            end = max(end, tree.rights[c])
        elif (
            c > head
            and tree.deps[c] in ("appos", "punct")
            and tree.lefts[c] <= end
            and (tree.deps[c] == "punct" or tree.tags[c][:2] == "NN")
        ):
            end = max(end, tree.rights[c]) if tree.deps[c] == "appos" else max(end, c + 1)
        elif c > head and tree.deps[c] in ("acl", "relcl") and tree.lefts[c] <= end and _tells_of(tree, c):
            end = max(end, tree.rights[c])
    return tree.trimmed(first, min(end, limit))


def _tells_of(tree: Tree, clause: int) -> bool:
    """Whether a clause tells of the noun before it: "a man who …", "a report published in May"."""
    return tree.words[tree.lefts[clause]] in ("who", "which", "that", "whose", ",") or tree.lefts[clause] == clause


def _beside(tree: Tree, marks: Marks, region: Range, bounds: Range) -> tuple[tuple[Range, ...], bool]:
    """What an adjunct like "according to X" speaks of.

    1. at the start of a sentence, or after "but", "and", a semicolon: what follows;
    2. after a quotation: the quotation;
    3. else the sentence before it, and what of the sentence goes on after it.
    """
    start, end = region
    quoted = marks.closing_at(tree, start)
    if quoted is not None and quoted.words > 3:
        return ((quoted.start, quoted.end),), True
    if tree.words[start - 1] in ("who", "which") and start > bounds[0]:
        stop = next((i for i in range(end + 1, bounds[1]) if tree.texts[i] == ","), bounds[1])
        return (tree.trimmed(end, stop),), False
    lead = tree.trimmed(bounds[0], start)
    inside = marks.at(start)
    low = bounds[0] if inside is None else max(bounds[0], inside.start)
    high = bounds[1] if inside is None else min(bounds[1], inside.end)
    follows = tree.trimmed(end, high)
    if (
        lead[0] >= lead[1]
        or tree.words[start - 1] in ("but", "and", "that", "while", ";", "because", "although", "as")
        or (tree.words[start - 1] == "," and tree.words[start - 2] in ("but", "and", "that", "while", "because"))
    ):
        return ((follows,), False) if follows[0] < follows[1] else ((), False)
    before = tree.trimmed(_clause_start(tree, start, low), start)
    if (
        tree.texts[end : end + 1]
        and tree.texts[min(end, high - 1)] in (",", "–", "—", ")")
        and end < high - 1
        and not _relative_next(tree, end + 1)
    ):
        return (before, tree.trimmed(end + 1, high)), False
    return (before,), False


def _clause_start(tree: Tree, at: int, low: int) -> int:
    """After the last semicolon before here."""
    return next((i + 1 for i in range(at - 1, low, -1) if tree.texts[i] == ";"), low)


def _relative_next(tree: Tree, at: int) -> bool:
    return tree.words[at] in ("who", "which", "whose", "where", "when") or tree.tags[at] in ("VBG", "VBN")


def _citing(tree: Tree, marks: Marks, at: int, bounds: Range) -> Saying | None:
    """ "…, citing two officials": who is cited, for the clause that the word hangs on."""
    head = tree.child(at, "dobj")
    if (
        head is None
        or not (can_speak(tree, head) or is_text(tree, head) or tree.tags[head][:3] == "NNP")
        or tree.deps[at] not in ("advcl", "prep", "pcomp", "acl", "xcomp")
        or tree.lemmas[head] in ("concern", "reason", "fear", "need", "lack", "problem")
    ):
        return None
    source = _noun_phrase(tree, tree.lefts[head], head, bounds[1])
    before = tree.trimmed(bounds[0], at)
    if before[0] >= before[1]:
        before = tree.trimmed(source[1], bounds[1])
    return Saying(at, (at, at + 1), source, head, (before,), False, (at, source[1]), "phrase")


def _viewpoint(tree: Tree, marks: Marks, at: int, bounds: Range) -> Saying | None:
    """ "in her view", "by the count of the fire service", "in the words of a neighbour"."""
    prep = tree.heads[at]
    if tree.words[prep] not in ("in", "by", "on", "to"):
        return None
    who = tree.child(at, "poss")
    if who is None:
        of = next((c for c in tree.children[at] if tree.deps[c] == "prep" and tree.words[c] == "of"), None)
        who = tree.child(of, "pobj") if of is not None else None
    if who is None or tree.words[who] in ("my", "our", "its", "it") or tree.words[who - 1] == "this":
        return None
    end = max(at + 1, tree.rights[who])
    content, direct = _beside(tree, marks, (prep, end), bounds)
    if not content or not any(tree.has_finite(*c) for c in content):
        return None
    return Saying(at, (prep, at + 1), tree.subtree(who), who, content, direct, (prep, end), "phrase")


def _noun(tree: Tree, at: int) -> Saying | None:
    """ "the ministry's claim that …", "a warning by doctors that …": somebody's, and what follows "that"."""
    who = _owner(tree, at)
    if who is None:
        return None
    clause = next(
        (
            c
            for c in tree.children[at]
            if c > at and tree.deps[c] in ("acl", "ccomp", "relcl") and _opens_clause(tree, c)
        ),
        None,
    )
    if clause is None:
        return None
    start, end = tree.subtree(clause)
    content = tree.trimmed(start + 1, end)
    if content[0] >= content[1]:
        return None
    source = (
        None
        if who < 0
        else tree.trimmed(tree.lefts[who], max(tree.rights[who], who + 1))
        if tree.tags[who] != "JJ"
        else (who, who + 1)
    )
    return Saying(at, (at, at + 1), source, None if who < 0 else who, (content,), False, (at, at + 1), "noun")


def _opens_clause(tree: Tree, clause: int) -> bool:
    """Whether it opens with "that", or is an infinitive: "its claim to have won"."""
    left = tree.lefts[clause]
    return (tree.words[left] == "that" and tree.deps[left] == "mark") or (
        tree.words[left] == "to" and tree.words[left + 1] == "have"
    )


def _owner(tree: Tree, at: int) -> int | None:
    """Whose the statement is: "her claim", "a warning by", a people's ("a Dutch claim"), or of who denies it."""
    who = tree.child(at, "poss")
    if who is not None:
        return who
    for c in tree.children[at]:
        if tree.deps[c] in ("prep", "agent") and tree.words[c] in ("by", "from", "of"):
            who = tree.child(c, "pobj")
            if who is not None:
                return who
    people = next(
        (
            c
            for c in tree.children[at]
            if tree.deps[c] == "amod" and tree.texts[c][:1].isupper() and c > tree.bounds[tree.sentence[c]][0]
        ),
        None,
    )
    if people is not None:
        return people
    verb = tree.heads[at]
    if tree.deps[at] in ("dobj", "pobj") and tree.lemmas[verb] in (
        *_list("denial"),
        *_list("clause"),
        "make",
        "issue",
        "give",
        "stick",
        "withdraw",
        "have",
        "express",
        "voice",
    ):
        return tree.subject(verb)
    return None
