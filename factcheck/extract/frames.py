"""What a claim says, by its parts: the predicate, and who or what plays which role."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.datamodel import Entity, Frame, ParsedDocument, Role
from factcheck.extract.tree import Tree
from factcheck.extract.voices import is_human

_CONTENT = ("NN", "VB", "JJ", "RB", "CD", "FW")
_LIGHT = frozenset("be have do get become make take".split())
_ROLES = {
    "nsubj": "agent",
    "csubj": "agent",
    "nsubjpass": "theme",
    "dobj": "theme",
    "attr": "attribute",
    "acomp": "attribute",
    "oprd": "attribute",
    "dative": "recipient",
    "agent": "agent",
    "npadvmod": "when",
}


def frame_of(parsed: ParsedDocument, tree: Tree, head: int, keys: dict[int, Entity]) -> Frame:
    """The frame of the clause that the token `head` belongs to.

    Args:
        keys: for each token of a name, its entity.
    """
    predicate = governor(tree, head)
    if not tree.is_verb(predicate):
        return Frame(tree.lemmas[predicate], tuple(_nominal_roles(parsed, tree, predicate, keys)))
    return Frame(_predicate(tree, predicate), tuple(_verbal_roles(parsed, tree, predicate, keys)))


def governor(tree: Tree, head: int) -> int:
    """The verb of the clause that a token stands in, or the top of its phrase where there is none."""
    at = head
    while not tree.is_verb(at) or tree.deps[at] in ("aux", "auxpass", "prep"):
        if tree.heads[at] == at or tree.deps[at] in ("appos", "parataxis"):
            return at
        at = tree.heads[at]
    return at


def subject_of(tree: Tree, verb: int) -> int | None:
    """The subject of a verb: its own, that of the verb it is joined to, or what it modifies."""
    at = verb
    for _ in range(6):
        own = tree.subject(at)
        if own is not None:
            return antecedent_of(tree, own)
        if tree.deps[at] in ("relcl", "acl"):
            return tree.heads[at]
        if tree.deps[at] not in ("conj", "xcomp", "advcl", "ccomp", "pcomp") or tree.heads[at] == at:
            return None
        controller = tree.child(tree.heads[at], "dobj") if tree.deps[at] == "xcomp" else None
        if controller is not None and controller < at:
            return controller
        at = tree.heads[at]
        if not tree.is_verb(at):
            return None
    return None


def is_relative(tree: Tree, at: int) -> bool:
    """Whether a word is the "which", "who" or "where" of a relative clause."""
    if tree.tags[at] not in ("WDT", "WP", "WP$", "WRB"):
        return False
    return any(tree.deps[up] == "relcl" for up in _up_to_verb(tree, at))


def antecedent_of(tree: Tree, at: int) -> int:
    """What a relative pronoun stands for; any other word stands for itself."""
    if tree.tags[at] not in ("WDT", "WP", "WP$"):
        return at
    found = next((tree.heads[up] for up in _up_to_verb(tree, at) if tree.deps[up] == "relcl"), at)
    if tree.words[at] != "who" or _is_who(tree, found):
        return found
    # "Holm, of Nibe, who ran the ferry": neither a place nor a firm is a "who", if a person stands above it.
    above = (up for up in tree.ancestors(found) if tree.tags[up][:2] == "NN")
    return next((up for up in above if _is_who(tree, up)), found)


def _is_who(tree: Tree, at: int) -> bool:
    return tree.names[at] == "PERSON" if tree.names[at] else tree.tags[at][:3] == "NNP" or is_human(tree, at)


def _up_to_verb(tree: Tree, at: int) -> Iterator[int]:
    """The words above, up to the first verb that is no complement of another."""
    for up in tree.ancestors(at):
        yield up
        if tree.is_verb(up) and tree.deps[up] not in ("aux", "auxpass", "xcomp", "ccomp", "conj"):
            return


def content_words(tree: Tree, start: int, end: int, keys: dict[int, Entity]) -> tuple[str, ...]:
    """Lemmas of the content words of a range, a name once, by its key."""
    found: list[str] = []
    for i in range(start, end):
        word = keys[i].key if i in keys else tree.lemmas[i] if tree.tags[i][:2] in _CONTENT else ""
        if word and word not in _LIGHT and word not in found:
            found.append(word)
    return tuple(found)


def _predicate(tree: Tree, verb: int) -> str:
    """The verb with its particle; of a light verb, its object too: "take place", "reach agreement"."""
    parts = [tree.lemmas[verb]]
    parts += [tree.words[c] for c in tree.children[verb] if tree.deps[c] == "prt"]
    complement = tree.child(verb, "xcomp")
    if complement is not None and tree.is_verb(complement):
        return _predicate(tree, complement)
    return " ".join(parts)


def _verbal_roles(parsed: ParsedDocument, tree: Tree, verb: int, keys: dict[int, Entity]) -> Iterator[Role]:
    complement = tree.child(verb, "xcomp")
    verbs = [verb] if complement is None else [verb, complement]
    passive = any(tree.deps[c] in ("auxpass", "nsubjpass") for c in tree.children[verbs[-1]]) or (
        tree.tags[verbs[-1]] == "VBN" and tree.deps[verbs[-1]] == "acl"
    )
    subject = subject_of(tree, verb)
    if subject is not None:
        yield _role(parsed, tree, "theme" if passive else "agent", subject, keys)
    for at in verbs:
        for child in tree.children[at]:
            dep = tree.deps[child]
            if dep == "prep" or (dep == "agent" and tree.child(child, "pobj") is not None):
                yield from _prepositional(parsed, tree, child, keys)
            elif dep in _ROLES and dep not in ("nsubj", "nsubjpass", "csubj", "agent"):
                yield _role(parsed, tree, _ROLES[dep], child, keys)
                yield from (
                    role
                    for grandchild in tree.children[child]
                    if tree.deps[grandchild] == "prep"
                    for role in _prepositional(parsed, tree, grandchild, keys)
                )


def _prepositional(parsed: ParsedDocument, tree: Tree, preposition: int, keys: dict[int, Entity]) -> Iterator[Role]:
    thing = tree.child(preposition, "pobj", "pcomp")
    if thing is None:
        return
    name = "agent" if tree.deps[preposition] == "agent" else tree.words[preposition]
    if name in ("on", "in", "at", "since", "until", "during", "by") and tree.names[thing] in ("DATE", "TIME"):
        name = "when"
    elif name in ("in", "at", "near", "outside", "over", "off") and thing in keys and keys[thing].kind == "place":
        name = "place"
    yield _role(parsed, tree, name, thing, keys)


def _nominal_roles(parsed: ParsedDocument, tree: Tree, noun: int, keys: dict[int, Entity]) -> Iterator[Role]:
    if tree.deps[noun] == "appos" and tree.heads[noun] != noun:
        yield _role(parsed, tree, "agent", tree.heads[noun], keys)
        yield _role(parsed, tree, "attribute", noun, keys)
    else:
        yield _role(parsed, tree, "theme", noun, keys)
    for child in tree.children[noun]:
        if tree.deps[child] == "prep":
            yield from _prepositional(parsed, tree, child, keys)
        elif tree.deps[child] in ("poss", "appos"):
            yield _role(parsed, tree, "agent" if tree.deps[child] == "poss" else "attribute", child, keys)


def _role(parsed: ParsedDocument, tree: Tree, name: str, head: int, keys: dict[int, Entity]) -> Role:
    head = antecedent_of(tree, head)
    start, end = phrase(tree, head)
    word = keys[head].key if head in keys else tree.lemmas[head]
    return Role(name, parsed.span(start, end), word, content_words(tree, start, end, keys))


def phrase(tree: Tree, head: int) -> tuple[int, int]:
    """The tokens of a noun phrase without what is loosely attached to it.

    What stands before its article is no part of it, even where the parse says so: "NANTES An airliner".
    """
    start, end = head, head + 1
    for child in reversed([c for c in tree.children[head] if c < head]):
        if tree.deps[child] in ("punct", "cc", "relcl", "advcl", "prep", "appos", "dep"):
            break
        if tree.deps[start] in ("det", "poss") and tree.deps[child] not in (
            "predet",
            "preconj",
            "quantmod",
            "advmod",
            "neg",
        ):
            break
        start = min(start, child if tree.deps[child] == "det" else tree.lefts[child])
    for child in (c for c in tree.children[head] if c > head):
        if tree.deps[child] == "nummod" or tree.deps[child] == "prt":
            end = max(end, tree.rights[child])
        elif tree.deps[child] == "prep" and tree.words[child] == "of":
            end = max(end, _shorn(tree, child))
        else:
            break
    return start, end


def _shorn(tree: Tree, preposition: int) -> int:
    """Where a prepositional phrase ends without what is loosely attached to its noun."""
    noun = tree.child(preposition, "pobj")
    return tree.rights[preposition] if noun is None else max(noun + 1, phrase(tree, noun)[1])
