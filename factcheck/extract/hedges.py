"""Words that mark something as not certain, and how far they reach."""

from __future__ import annotations

from functools import cache

from factcheck.datamodel import Hedge, ParsedDocument
from factcheck.extract.reporting import verbs
from factcheck.extract.sayings import Range
from factcheck.extract.scopes import clause_of, clause_range
from factcheck.extract.tree import Tree, tree_of
from factcheck.text.lexicon import load_lexicon

_Found = tuple[Range, str, Range]


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load_lexicon("hedges")[name])


def find_hedges(parsed: ParsedDocument) -> tuple[Hedge, ...]:
    """The hedges of a document, in the order of the text.

    "Expected to" tells a plan and "about 50" a bound: neither is a hedge.
    """
    tree = tree_of(parsed)
    found: set[_Found] = set()
    for start, end in tree.bounds:
        for at in range(start, end):
            hedge = _hedge_at(tree, at) or _phrase(tree, at, (start, end))
            if hedge:
                cue, kind, scope = hedge
                found.add((cue, kind, _without_asides(tree, cue, scope)))
    return tuple(Hedge(parsed.span(*cue), kind, parsed.span(*scope)) for cue, kind, scope in sorted(found))


def _without_asides(tree: Tree, cue: Range, scope: Range) -> Range:
    """The scope up to a colon, a clause of its own or "according to"; from the cue on where its subject tells facts."""
    start, end = scope
    for i in range(max(start, cue[1]), end):
        if tree.texts[i] in (":", ";") or tree.words[i] == "according" or _opens_relative(tree, i, start):
            end = i
            break
    if start < cue[0] < end:
        subject = tree.subject(clause_of(tree, cue[0]))
        if subject is not None and start <= subject < cue[0] and _tells_much(tree, subject):
            start = max(start, min(tree.rights[subject], cue[0]))
    start, end = tree.trimmed(start, end)
    return (start, end) if start < end else scope


def _opens_relative(tree: Tree, at: int, start: int) -> bool:
    return tree.words[at] in ("which", "who") and tree.tags[at] in ("WDT", "WP") and at > start + 1


def _tells_much(tree: Tree, subject: int) -> bool:
    if tree.deps[subject] == "csubj":
        return True
    return any(
        tree.deps[c] in ("relcl", "acl", "appos", "csubj") or tree.texts[c] == "," for c in tree.children[subject]
    )


@cache
def _phrases(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a list by their first word, as words."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in load_lexicon("hedges")[name]:
        words = tuple(phrase.replace("'", " '").split())
        table[words[0]] = (*table.get(words[0], ()), words)
    return table


def _phrase(tree: Tree, at: int, bounds: Range) -> _Found | None:
    """ "as far as I can tell", "my guess is that": the sentence around, or what follows."""
    for name in ("opening", "around"):
        for words in _phrases(name).get(tree.words[at], ()):
            if tuple(tree.words[at : at + len(words)]) != words:
                continue
            stop = at + len(words)
            start = (
                stop + (tree.words[stop : stop + 1] == ["that"])
                if name == "opening"
                else _segment_start(tree, at, bounds[0])
            )
            scope = tree.trimmed(start, _segment_end(tree, stop, bounds[1]))
            return ((at, stop), "approximator", scope) if scope[0] < scope[1] else None
    return None


def _segment_start(tree: Tree, at: int, low: int) -> int:
    return next((i + 1 for i in range(at - 1, low, -1) if tree.texts[i] in (";", ":") or _is_joint(tree, i)), low)


def _segment_end(tree: Tree, at: int, high: int) -> int:
    return next((i for i in range(at, high) if tree.texts[i] in (";", ":") or _is_joint(tree, i)), high)


def _is_joint(tree: Tree, at: int) -> bool:
    """A comma with "and" or "but" and a new subject after it."""
    if tree.texts[at] != "," or at + 2 >= len(tree.words):
        return False
    first = at + 1 + (tree.texts[at + 1] in ("“", '"', "‘"))
    after = range(first + 1, min(first + 5, len(tree.words)))
    return tree.words[first] in ("and", "but") and any(tree.deps[i] in ("nsubj", "nsubjpass") for i in after)


def _hedge_at(tree: Tree, at: int) -> _Found | None:
    """The hedge that a word makes, by the kind of word: adverb, modal, verb, adjective, noun."""
    word, tag = tree.words[at], tree.tags[at]
    if tag[:2] == "RB" or word in ("likely", "maybe", "perhaps"):
        found = _adverb(tree, at)
        if found:
            return found
    if tag == "MD":
        return _modal(tree, at)
    if tree.deps[at] == "amod":
        return _adjective(tree, at)
    if tag[:2] == "VB":
        return _passive(tree, at) or _belief(tree, at) or _seeming(tree, at)
    if tag[:2] in ("JJ", "NN"):
        return _adjective(tree, at) or _noun(tree, at)
    return None


def _adverb(tree: Tree, at: int) -> _Found | None:
    word = tree.words[at]
    if word in _list("hearsay_adverbs"):
        return (at, at + 1), "hearsay", _adverb_scope(tree, at)
    if word in _list("approximator_adverbs") and not _is_bound(tree, at):
        return (at, at + 1), "approximator", _adverb_scope(tree, at)
    return None


def _is_bound(tree: Tree, at: int) -> bool:
    """Whether the word only compares: "a third more likely to fall ill"."""
    if tree.words[at] == "likely":
        return tree.words[at - 1] in ("more", "less", "times", "as") and tree.words[at + 1 : at + 3] != ["than", "not"]
    return False


def _adverb_scope(tree: Tree, at: int) -> Range:
    """The clause for an adverb of a verb; the phrase for one that stands in a noun phrase."""
    head = tree.heads[at]
    if tree.is_verb(head) or head == at:
        return clause_range(tree, clause_of(tree, at))
    if tree.deps[head] in ("nummod", "amod", "quantmod", "advmod", "acl", "nmod") and not tree.is_verb(
        tree.heads[head]
    ):
        return tree.subtree(tree.heads[head])
    return (
        tree.trimmed(*tree.subtree(head))
        if tree.deps[head] not in ("ROOT", "ccomp", "relcl", "conj")
        else clause_range(tree, clause_of(tree, at))
    )


def _modal(tree: Tree, at: int) -> _Found | None:
    """ "may", "might", "could have"; not "could" for being able, nor a wish or a rule: "may not enter", "May I"."""
    word = tree.words[at]
    head = tree.heads[at]
    if word == "must":
        return ((at, at + 1), "modal", clause_range(tree, head)) if _is_perfect(tree, at, head) else None
    if word not in _list("modals") or (word == "could" and not _could_is_hedge(tree, at, head)):
        return None
    if (
        word == "may"
        and tree.words[at + 1 : at + 2] == ["not"]
        and tree.lemmas[head] != "be"
        and not _is_perfect(tree, at, head)
    ):
        return None
    if tree.subject(head) is not None and tree.subject(head) > at:  # type: ignore[operator]
        return None
    return (at, at + 1), "modal", clause_range(tree, head if tree.is_verb(head) else clause_of(tree, at))


def _is_perfect(tree: Tree, at: int, head: int) -> bool:
    return any(
        tree.words[c] in ("have", "'ve") and tree.deps[c] in ("aux", "auxpass") and c > at for c in tree.children[head]
    )


def _could_is_hedge(tree: Tree, at: int, head: int) -> bool:
    """ "could have cracked" is one; "could not sleep", "could see" and "could have been saved had …" are not."""
    if any(
        tree.deps[c] == "neg" or tree.words[c] in ("hardly", "scarcely", "barely") for c in tree.children[head]
    ) or any(tree.words[c] == "if" for c in tree.children[head]):
        return False
    if any(
        tree.deps[c] == "advcl" and any(tree.words[g] == "if" for g in tree.children[c]) for c in tree.children[head]
    ):
        return False
    subject = tree.subject(head)
    if subject is not None and tree.words[subject] in ("you", "one", "i", "we"):
        return False
    return _is_perfect(tree, at, head) or tree.lemmas[head] in _list("could_verbs")


def _passive(tree: Tree, at: int) -> _Found | None:
    """ "is believed to have", "it is thought that", "was said to be"."""
    lemma = tree.lemmas[at]
    if tree.tags[at] != "VBN" or lemma not in _list("passives") or lemma in _list("certain_passives"):
        return None
    helper = tree.child(at, "auxpass")
    if helper is None and not _is_bare_passive(tree, at):
        return None
    if tree.child(at, "agent") is not None:
        return None
    clause = next((c for c in tree.children[at] if c > at and tree.deps[c] in ("xcomp", "ccomp", "advcl")), None)
    cue = (helper if helper is not None and at - helper <= 3 else at, at + 1)
    if clause is None:
        follows = at + 1 < len(tree.words) and tree.words[at + 1] in ("to", "that")
        return (
            (cue, _passive_kind(lemma), clause_range(tree, at))
            if follows or lemma in ("suspect", "fear") or _stands_aside(tree, at)
            else None
        )
    scope = clause_range(tree, at) if tree.deps[clause] != "ccomp" else clause_range(tree, clause)
    return cue, _passive_kind(lemma), scope


def _is_bare_passive(tree: Tree, at: int) -> bool:
    """ "a man believed to be armed"."""
    return tree.deps[at] in ("acl", "relcl", "amod") and at + 1 < len(tree.words) and tree.words[at + 1] == "to"


def _stands_aside(tree: Tree, at: int) -> bool:
    """ ", it is said," and "as is believed"."""
    return tree.deps[at] in ("parataxis", "advcl") and any(tree.words[c] in ("it", "as") for c in tree.children[at])


def _passive_kind(lemma: str) -> str:
    return "hearsay" if lemma in ("say", "report", "allege", "rumour", "rumor", "claim") else "belief"


def _belief(tree: Tree, at: int) -> _Found | None:
    """ "detectives believe that …", "…, I think": the speaker is not sure."""
    lemma = tree.lemmas[at]
    if lemma not in _list("beliefs") or tree.child(at, "auxpass", "nsubjpass") is not None or not tree.is_finite(at):
        return None
    if any(tree.words[c] in ("must", "would", "should", "will", "could") for c in tree.children[at]):
        return None
    if any(tree.deps[c] == "neg" for c in tree.children[at]) and lemma != "doubt":
        return None
    clause = next((c for c in tree.children[at] if tree.deps[c] in ("ccomp",) and c > at), None)
    if (
        clause is not None
        and tree.tags[at] == "VBD"
        and tree.child(clause, "mark") is None
        and not tree.is_finite(clause)
    ):
        return None
    if clause is not None:
        return (at, at + 1), "belief", tree.trimmed(*_after_that(tree, clause))
    if (
        tree.deps[at] in ("parataxis", "ccomp")
        and not tree.is_verb(at + 1 if at + 1 < len(tree.tags) else at)
        and tree.subject(at) is not None
    ):
        around = clause_range(tree, tree.heads[at])
        return ((at, at + 1), "belief", around) if around[0] < around[1] and lemma != "suggest" else None
    before = next((c for c in tree.children[at] if tree.deps[c] == "ccomp" and c < at), None)
    return ((at, at + 1), "belief", tree.trimmed(*tree.subtree(before))) if before is not None else None


def _after_that(tree: Tree, clause: int) -> Range:
    start, end = tree.subtree(clause)
    return (start + 1, end) if tree.words[start] == "that" else (start, end)


def _seeming(tree: Tree, at: int) -> _Found | None:
    """ "seems to have", "appears to be": not "appeared in court"."""
    if tree.lemmas[at] not in _list("seeming"):
        return None
    follows = any(tree.deps[c] in ("xcomp", "oprd", "acomp", "ccomp") and c > at for c in tree.children[at])
    to_next = at + 1 < len(tree.words) and tree.words[at + 1] == "to"
    if not follows and not to_next and tree.lemmas[at] != "seem":
        return None
    return (at, at + 1), "approximator", clause_range(tree, at)


def _adjective(tree: Tree, at: int) -> _Found | None:
    """ "the alleged thief", "an unconfirmed report"; "it is possible that", "is likely to"."""
    word = tree.words[at]
    hearsay = word in _list("hearsay_adjectives")
    if (not hearsay and word not in _list("approximator_adjectives")) or _is_bound(tree, at):
        return None
    if word == "possible" and _is_able(tree, at):
        return None
    kind = "hearsay" if hearsay else "approximator"
    head = tree.heads[at]
    if tree.deps[at] in ("amod", "compound", "nmod") and tree.tags[head][:2] == "NN":
        return (at, at + 1), kind, tree.trimmed(*tree.subtree(head))
    if tree.deps[at] in ("acomp", "oprd", "attr", "conj", "ROOT") and tree.tags[at][:2] == "JJ":
        clause = next((c for c in tree.children[at] if tree.deps[c] in ("ccomp", "xcomp")), None)
        verb = clause_of(tree, at)
        return (
            (at, at + 1),
            kind,
            clause_range(tree, clause if clause is not None and tree.deps[clause] == "ccomp" else verb),
        )
    return None


def _is_able(tree: Tree, at: int) -> bool:
    """ "the highest possible", "as soon as possible", "possible to buy": what can be done."""
    before = range(max(0, at - 2), at)
    return tree.words[at + 1 : at + 2] == ["to"] or any(
        tree.tags[i] in ("JJS", "RBS") or tree.words[i] == "as" for i in before
    )


def _noun(tree: Tree, at: int) -> _Found | None:
    """ "rumours that", "speculation that", "no confirmation that": what follows."""
    if tree.lemmas[at] not in _list("nouns"):
        return None
    clause = next(
        (
            c
            for c in tree.children[at]
            if c > at
            and tree.deps[c] in ("acl", "ccomp", "relcl")
            and tree.words[tree.lefts[c]] == "that"
            and tree.deps[tree.lefts[c]] == "mark"
        ),
        None,
    )
    verb = tree.heads[at]
    owned = tree.child(at, "poss") is not None or any(
        tree.deps[c] == "amod" and tree.texts[c][:1].isupper() for c in tree.children[at]
    )
    if clause is None or owned or tree.lemmas[verb] in verbs("denial") or tree.child(verb, "prt") is not None:
        return None
    return (at, at + 1), "hearsay", tree.trimmed(*_after_that(tree, clause))
