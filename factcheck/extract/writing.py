"""Tokens written out as one line, with some words put in, left out or replaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.extract.tree import Tree

_CONTRACTED = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "is"}
_THIRD_PERSON = {"am": "is", "are": "is", "have": "has", "do": "does", "'m": "is", "'ve": "has"}
_FIRST_PERSON = frozenset("i me my mine myself we us our".split())
_QUOTES = '“”"«»„'
_PAIRS = (("(", ")"), ("[", "]"))


@dataclass(slots=True)
class Draft:
    """A text under construction."""

    taken: set[int]
    """The tokens to be written."""
    instead: dict[int, str] = field(default_factory=dict)
    """Words in place of a token's own; those that begin with a blank stand apart from the token before."""
    before: dict[int, str] = field(default_factory=dict)
    """Words put in before a token."""
    after: dict[int, str] = field(default_factory=dict)
    """Words put in after a token."""


def written_out(tree: Tree, draft: Draft, antecedents: Mapping[int, str]) -> str:
    """The tokens of a draft in order, names in place of pronouns, beginning with a capital.

    Args:
        antecedents: for each pronoun that is understood, the words that it stands for.
    """
    tokens = _without_stray_marks(tree, sorted(_whole_words(tree, draft.taken)))
    plain = _line(tree, tokens, draft, draft.instead)
    named = _named(tree, tokens, antecedents, plain.casefold())
    line = _line(tree, tokens, draft, draft.instead | named) if named else plain
    return line[:1].upper() + line[1:] if line[1:2].islower() or line[1:2] in (" ", "") else line


def _line(tree: Tree, tokens: list[int], draft: Draft, instead: Mapping[int, str]) -> str:
    parts: list[str] = []
    last = -1
    for i in tokens:
        if i in draft.before:
            parts.append(draft.before[i] if draft.before[i] == "," else " " + draft.before[i])
        word = instead.get(i, tree.texts[i])
        adjacent = last == i - 1 and tree.starts[i] == tree.ends[last] and i not in draft.before
        parts.append(word if adjacent or _leans_left(word) else " " + word)
        if i in draft.after:
            parts.append(" " + draft.after[i])
        last = i
    return " ".join("".join(parts).replace(",,", ",").split()).strip(" ,;:–—-")


def _leans_left(word: str) -> bool:
    return word in (",", ";", ":", ".", ")", "]", "”", "’s", "'s", "n't", "n’t", "%")


def _named(tree: Tree, tokens: list[int], antecedents: Mapping[int, str], plain: str) -> dict[int, str]:
    """Pronoun → name, and the verb that goes with it in the third person; no name that the line has already."""
    own = [i for i in tokens if tree.words[i] in _FIRST_PERSON]
    found: dict[int, str] = {}
    for i in tokens:
        name = antecedents.get(i)
        if name is None or _is_told(name, plain) or name in found.values() or (i in own and len(own) > 1):
            continue
        found |= _agreeing(tree, i, tokens)
        found[i] = _possessive(name) if tree.tags[i] == "PRP$" else name
    return found


def _is_told(name: str, plain: str) -> bool:
    """Whether a line has a name already, with whatever article."""
    return name.casefold().removeprefix("the ") in plain


def _possessive(name: str) -> str:
    return name + ("’" if name.endswith("s") else "’s")


def _agreeing(tree: Tree, pronoun: int, tokens: list[int]) -> dict[int, str]:
    """The verb that follows a pronoun, as it goes with a name: "I know" → "knows", "she’s" → "is"."""
    verb = next((i for i in tokens if i > pronoun and tree.is_verb(i)), None)
    if verb is None or tree.deps[pronoun] not in ("nsubj", "nsubjpass"):
        return {}
    word, after = tree.words[verb], verb == pronoun + 1
    if tree.words[pronoun] == "i" and tree.tags[verb] == "VBP":
        return {verb: " " + (_THIRD_PERSON.get(word) or _with_s(word))}
    if after and word == "'s":
        return {verb: " has" if tree.tags[tree.heads[verb]] == "VBN" and tree.lemmas[verb] == "have" else " is"}
    return {verb: " " + _CONTRACTED[word]} if after and word in _CONTRACTED else {}


def _with_s(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb + "s"


def _whole_words(tree: Tree, tokens: set[int]) -> set[int]:
    """Takes in the rest of words that a hyphen joins: "lay" and "-by"."""
    whole = set(tokens)
    for hyphen in (i for i, text in enumerate(tree.texts) if text in ("-", "/") and 0 < i < len(tree.texts) - 1):
        joined = tree.ends[hyphen - 1] == tree.starts[hyphen] and tree.ends[hyphen] == tree.starts[hyphen + 1]
        if joined and (hyphen - 1 in tokens or hyphen + 1 in tokens):
            whole |= {hyphen - 1, hyphen, hyphen + 1}
    return whole


def _without_stray_marks(tree: Tree, tokens: list[int]) -> list[int]:
    """Drops marks beside which words were left out, and halves of pairs."""
    kept = [i for n, i in enumerate(tokens) if not (_is_mark(tree, i) and _stands_alone(tokens, n))]
    texts = [tree.texts[i] for i in kept]
    if sum(t in _QUOTES for t in texts) % 2:
        kept = [i for i in kept if tree.texts[i] not in _QUOTES]
    for opening, closing in _PAIRS:
        if texts.count(opening) != texts.count(closing):
            kept = [i for i in kept if tree.texts[i] not in (opening, closing)]
    return kept


def _is_mark(tree: Tree, at: int) -> bool:
    return not any(c.isalnum() for c in tree.texts[at]) and tree.texts[at] not in "$€£%#§&"


def _stands_alone(tokens: list[int], n: int) -> bool:
    """Whether a mark's neighbour in the text, on the left, was left out, or nothing follows it."""
    return n == 0 or n == len(tokens) - 1 or (tokens[n - 1] != tokens[n] - 1 and tokens[n + 1] != tokens[n] + 1)
