"""The saying that closes a sentence, "…, the fire chief said on Monday", read from the words.

Parsers often hang such a tail in the wrong place; its shape is plain: a comma or a closing quotation mark, a noun
phrase, a verb of saying in the past or the present, and nothing after it but where, when and to whom.
"""

from __future__ import annotations

from factcheck.extract.reporting import has_clause, verbs
from factcheck.extract.sayings import Marks
from factcheck.extract.tree import Tree

_WITHIN = frozenset("DT JJ JJR JJS NN NNS NNP NNPS CD POS PRP$ PRP HYPH -LRB- -RRB- CC VBG VBN RB PDT TO".split())
_LINKS = frozenset("of in at from for with to on".split())
_MARKS = frozenset([",", "-", "–", "—"])
_MAY_TAKE_OBJECT = frozenset("tell inform assure remind write cry shout whisper".split())
_SUBORDINATE = frozenset("when if after as while because although since before once though until to in on by".split())


def tail_subject(tree: Tree, marks: Marks, at: int, bounds: tuple[int, int], lemma: str) -> tuple[int, int] | None:
    """The speaker of a verb that closes its sentence.

    Returns:
        Where the words for the speaker start, and their head; None where the verb is no such tail.
    """
    if tree.tags[at] not in ("VBD", "VBZ", "VBP", "NNS", "VBN") or not _nothing_follows(tree, at, bounds[1], lemma):
        return None
    found = _phrase_before(tree, at, bounds[0])
    if found is None:
        return None
    start, head = found
    inside = marks.at(at)
    if marks.at(start) is not inside or marks.at(head) is not inside:
        return None
    if not has_clause(tree, bounds[0], start, lemma) or (
        lemma not in verbs("plain") and tree.words[bounds[0]] in _SUBORDINATE
    ):
        return None
    return start, head


def _nothing_follows(tree: Tree, at: int, end: int, lemma: str) -> bool:
    """Whether up to the next comma or the end there is no clause, and no object save for "told"."""
    for i in range(at + 1, end):
        text, tag = tree.texts[i], tree.tags[i]
        if text in ',;.:–—“"':
            return text not in ":" or i + 1 >= end
        if tag in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT") or tree.words[i] in ("that", "whether", "how", "why"):
            return False
        if (
            i == at + 1
            and tag in ("DT", "NN", "NNS", "JJ", "CD", "PRP", "PRP$", "NNP", "NNPS")
            and lemma not in _MAY_TAKE_OBJECT
            and tree.names[i] not in ("DATE", "TIME")
        ):
            return False
    return True


def _phrase_before(tree: Tree, at: int, low: int) -> tuple[int, int] | None:
    """The noun phrase between the last fitting mark and the verb: its start and head."""
    stop = at
    while stop > low and (tree.tags[stop - 1] == "RB" or tree.words[stop - 1] in ("has", "have", "had")):
        stop -= 1
    if stop > low and tree.texts[stop - 1] in _MARKS:
        opened = next((k for k in range(stop - 2, max(low, stop - 25), -1) if tree.texts[k] in _MARKS), None)
        if opened is None or not _tells_more(tree, opened + 1, stop - 1):
            return None
        stop = opened
    start = stop
    relative = next(
        (k for k in range(stop - 1, max(low, stop - 25), -1) if tree.words[k] in ("who", "whose") or _is_mark(tree, k)),
        None,
    )
    if relative is not None and tree.words[relative] in ("who", "whose"):
        stop = relative - 1 if tree.texts[relative - 1] in _MARKS else relative
        start = stop
    while start > low and not _is_mark(tree, start - 1):
        start -= 1
        if tree.tags[start] not in _WITHIN and tree.words[start] not in _LINKS and not _is_first_noun(tree, start):
            return None
    if start <= low or start == stop or stop - start > 14 or tree.texts[start - 1] == ";":
        return None
    if tree.tags[start] == "IN" or tree.words[start] in _LINKS:
        return None
    if tree.words[start] in ("and", "but", "so"):
        start += 1
    head = _head(tree, start, stop)
    return (start, head) if head is not None else None


def _is_mark(tree: Tree, at: int) -> bool:
    return (tree.texts[at] in _MARKS and tree.tags[at] != "HYPH") or tree.texts[at] in ("”", '"', "’", ";", "?", "!")


def _is_first_noun(tree: Tree, at: int) -> bool:
    """ "lead author": a verb to the tagger, right after a mark and before a noun."""
    return tree.tags[at] in ("VB", "VBP") and _is_mark(tree, at - 1) and tree.tags[at + 1][:2] == "NN"


def _tells_more(tree: Tree, start: int, end: int) -> bool:
    """Whether the words between two commas tell of the noun before: an age, an office, a relative clause."""
    if start >= end:
        return False
    return (
        tree.words[start] in ("who", "which", "whose", "a", "an", "the", "in", "of", "from")
        or tree.tags[start] in ("CD", "NNP")
        or not tree.has_finite(start, end)
    )


def _head(tree: Tree, start: int, stop: int) -> int | None:
    """The last noun before a preposition or a bracket."""
    head = None
    for i in range(start, stop):
        if (tree.words[i] in _LINKS and head is not None) or tree.tags[i] in ("-LRB-",):
            break
        if (
            (tree.tags[i][:2] in ("NN", "PR") and tree.tags[i] != "PRP$")
            or (tree.tags[i] in ("CD", "DT", "JJ") and i == stop - 1)
            or (tree.tags[i] == "CD" and tree.words[i + 1] == "of")
        ):
            head = i
    return head
