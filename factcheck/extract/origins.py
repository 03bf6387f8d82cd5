"""Where a document has something from: the outlet that was told, the interview, the report that is cited."""

from __future__ import annotations

import re
from functools import cache

from factcheck.datamodel import Document
from factcheck.extract.cast import Cast
from factcheck.extract.sayings import Range, Saying
from factcheck.extract.tree import Tree
from factcheck.text.lexicon import load_lexicon

_HERE = frozenset(["us"])
_OWN = frozenset(["us", "newspaper", "this newspaper", "this paper", "this agency", "our studio"])


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load_lexicon("agencies")[name])


@cache
def _occasions() -> frozenset[str]:
    return frozenset(load_lexicon("reporting_verbs")["occasions"])


def named_outlets(tree: Tree, cast: Cast) -> frozenset[str]:
    """The names, in lower case, that the document shows to be outlets: somebody told or was interviewed by them."""
    found = set()
    for at in range(len(tree.words)):
        if (tree.lemmas[at] == "tell" and (head := _addressee(tree, at)) is not None) or (
            tree.lemmas[at] == "interview" and (head := _partner(tree, at)) is not None
        ):
            found.add(_name(tree, cast, head))
    return frozenset(n for n in found if n)


def _name(tree: Tree, cast: Cast, head: int) -> str:
    if tree.tags[head][:3] != "NNP" or cast.person(head) is not None or _listens(tree, head):
        return ""
    start, end = cast.run(head)
    return " ".join(tree.words[start:end]).removeprefix("the ")


def is_own(document: Document, name: str | None) -> bool:
    """Whether a name is that of the document's own outlet or author."""
    if not name:
        return False
    if name.lower() in _OWN:
        return True
    words = _plain(name)
    for own in (document.outlet, document.byline):
        mine = _plain(own or "")
        initials = "".join(w[0] for w in (own or "").lower().split() if w not in ("of", "the", "and", "for"))
        if mine and (words <= mine or mine <= words or name.lower() == initials):
            return True
    return False


def is_outlet_of(document: Document, name: str) -> bool:
    """Whether a name is the whole of the outlet's."""
    return _plain(name) == _plain(document.outlet or "")


def _plain(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower())) - {"the"}


def is_text(tree: Tree, head: int) -> bool:
    """Whether the word stands for a text or a set of figures."""
    word = tree.words[head]
    return (
        tree.lemmas[head] in _list("text_nouns")
        or word in _list("text_nouns")
        or word.removesuffix("s") in _list("text_nouns")
    )


def is_outlet(tree: Tree, cast: Cast, head: int, outlets: frozenset[str]) -> bool:
    """Whether the word stands for an outlet, an agency or the like."""
    if tree.tags[head][:3] != "NNP":
        return tree.lemmas[head] in _list("outlet_nouns")
    if cast.person(head) is not None:
        return False
    start, end = cast.run(head)
    name = " ".join(tree.words[start:end]).removeprefix("the ")
    return (
        name in outlets
        or name in _list("known")
        or tree.words[start] in _list("known")
        or tree.words[end - 1] in _list("outlet_words")
        or (tree.words[start] in _list("outlet_words") and end - start > 1)
        or any(tree.lemmas[c] in _list("outlet_nouns") for c in _beside(tree, head))
    )


def _beside(tree: Tree, head: int) -> list[int]:
    """Nouns of the same phrase: "flight tracker" SkyTrace."""
    return [c for c in tree.children[head] if tree.deps[c] in ("compound", "appos", "nmod")]


def origin_words(tree: Tree, head: int, source: Range) -> str:
    """How an origin is named: its noun phrase, without an article and clauses after it."""
    start, end = source
    if tree.lemmas[head] in _list("outlet_nouns"):
        named = [
            c for c in tree.children[head] if tree.deps[c] == "appos" and tree.tags[c][:3] == "NNP" and c - head <= 4
        ]
        if named:
            return spaced(tree, tree.lefts[named[0]], named[0] + 1)
    for c in tree.children[head]:
        if c > head and tree.deps[c] in ("acl", "relcl", "conj", "cc", "advcl", "parataxis", "punct", "appos", "ccomp"):
            end = min(end, max(tree.lefts[c], head + 1))
    while start < head and tree.tags[start] in ("DT", "PRP$", "PDT"):
        start += 1
    return spaced(tree, start, end)


def spaced(tree: Tree, start: int, end: int) -> str:
    """The words of a range as the text has them, each gap one blank."""
    parts = []
    for i in range(start, end):
        gap = " " if i + 1 < len(tree.starts) and tree.starts[i + 1] > tree.ends[i] else ""
        parts.append(tree.texts[i] + gap)
    return " ".join("".join(parts).split())


def told_origin(tree: Tree, cast: Cast, saying: Saying, *, quoted: bool) -> str | None:
    """The outlet that was told or held the interview, or the text in which it is said: "said in a letter"."""
    at = saying.at
    if quoted:
        return None
    if tree.lemmas[at] in ("tell", "inform", "assure") and (head := _addressee(tree, at)) is not None:
        return _outlet_name(tree, cast, head)
    if tree.deps[at] == "pcomp" and (quoting := _quoting_outlet(tree, cast, at)) is not None:
        return quoting
    for c in _attached(tree, at):
        head = tree.child(c, "pobj")
        if head is None:
            continue
        found = _from_phrase(tree, cast, at, c, head)
        if found:
            return found
    return None


def _quoting_outlet(tree: Tree, cast: Cast, at: int) -> str | None:
    """ "X quotes the mayor as saying", "was quoted by X as saying"."""
    verb = tree.heads[tree.heads[at]]
    by = tree.child(verb, "agent")
    head = tree.child(by, "pobj") if by is not None else tree.child(verb, "nsubj")
    return _outlet_name(tree, cast, head) if head is not None else None


def _attached(tree: Tree, at: int) -> list[int]:
    """Prepositions that hang on the verb, or on the noun after it."""
    found = [c for c in tree.children[at] if tree.deps[c] == "prep"]
    for c in tree.children[at]:
        if tree.deps[c] in ("dobj", "dative", "nsubj", "npadvmod") or (
            tree.deps[c] == "advcl" and tree.lemmas[c] == "speak"
        ):
            found += [
                g
                for g in tree.children[c]
                if tree.deps[g] == "prep" and tree.words[g] in ("in", "to", "with", "by", "during")
            ]
    return sorted(found)


def _from_phrase(tree: Tree, cast: Cast, at: int, prep: int, head: int) -> str | None:
    word = tree.words[prep]
    if tree.lemmas[head] in _occasions() and word in ("in", "on", "during", "by", "with", "at"):
        partner = _partner(tree, head)
        if partner is not None:
            return _outlet_name(tree, cast, partner)
        return origin_words(tree, head, tree.subtree(head)) if tree.lemmas[head] in _list("text_nouns") else None
    if word in ("to", "with") and tree.lemmas[at] not in (
        "announce",
        "point",
        "refer",
        "object",
        "admit",
        "compare",
        "agree",
        "respond",
        "attribute",
    ):
        return (
            _outlet_name(tree, cast, head)
            if tree.tags[head][:3] == "NNP" or tree.lemmas[head] in _list("outlet_nouns")
            else None
        )
    if word in ("in", "on") and tree.tags[head][:3] == "NNP" and (is_outlet(tree, cast, head, frozenset())):
        return _outlet_name(tree, cast, head)
    if (
        word == "in"
        and is_text(tree, head)
        and tree.lemmas[at] in ("write", "say", "state", "report", "confirm", "announce", "conclude", "admit")
    ):
        return origin_words(tree, head, tree.subtree(head))
    return None


def _addressee(tree: Tree, at: int) -> int | None:
    """Who is told."""
    for c in tree.children[at]:
        if (
            c > at
            and tree.deps[c] in ("dobj", "dative", "nsubj", "oprd", "appos", "npadvmod")
            and c - at <= 7
            and tree.lefts[c] == at + 1
        ):
            return c
    if at + 1 < len(tree.tags) and tree.tags[at + 1] in ("NNP", "PRP"):
        end = at + 1
        while end + 1 < len(tree.tags) and tree.tags[end + 1] == "NNP":
            end += 1
        return end
    return None


def _partner(tree: Tree, at: int) -> int | None:
    """With whom an interview was held."""
    for c in tree.children[at]:
        who = tree.child(c, "pobj") if tree.words[c] in ("with", "to", "by", "on", "for", "in") else None
        if who is not None and _publishes(tree, who):
            return who
    named = [c for c in tree.children[at] if tree.deps[c] in ("compound", "poss") and tree.tags[c][:3] == "NNP"]
    return named[-1] if named and tree.lemmas[at] == "interview" else None


def _publishes(tree: Tree, who: int) -> bool:
    name = tree.tags[who][:3] == "NNP" and not _listens(tree, who)
    outlet = tree.lemmas[who] in _list("outlet_nouns") and tree.lemmas[who] not in ("website", "site", "blog")
    return name or outlet or tree.words[who] in _HERE


def _outlet_name(tree: Tree, cast: Cast, head: int) -> str | None:
    if tree.words[head] in _HERE:
        return tree.texts[head]
    if _listens(tree, head) or tree.tags[head] in ("PRP", "WP", "PRP$") or cast.person(head) is not None:
        return None
    if tree.tags[head][:3] == "NNP":
        partner = [c for c in tree.children[head] if tree.deps[c] == "appos" and tree.tags[c][:3] == "NNP"]
        start, end = cast.run(partner[0] if partner else head)
        return spaced(tree, start, end).removeprefix("The ").removeprefix("the ")
    if tree.lemmas[head] in _list("outlet_nouns"):
        named = [c for c in tree.children[head] if tree.deps[c] == "appos" and tree.tags[c][:3] == "NNP"]
        if named:
            return _outlet_name(tree, cast, named[0])
        return origin_words(tree, head, (tree.lefts[head], head + 1))
    return None


def _listens(tree: Tree, head: int) -> bool:
    if tree.names[head] in ("DATE", "TIME", "MONEY", "CARDINAL"):
        return True
    return tree.lemmas[head] in _list("listeners") or tree.words[head] in _list("listeners")
