"""What is said around a saying that stands between commas or closes its sentence."""

from __future__ import annotations

from factcheck.extract.reporting import has_clause, lemma_of, takes_clause
from factcheck.extract.sayings import Range
from factcheck.extract.tree import Tree

_REASONS = frozenset("because since although though unless so but than if".split())
_TIMES = frozenset("when after before while where until because although since if how why".split())


def parenthetical_content(tree: Tree, at: int, region: Range, bounds: Range, free_from: int) -> tuple[Range, ...]:
    """The sentence around a saying that stands between commas or at its end."""
    start, end = region
    if tree.words[start] == "as" or (start > bounds[0] and tree.words[start - 1] == "as"):
        return _as_said(tree, at, region, bounds)
    if any(tree.words[c] in _TIMES for c in tree.children[at] if c < at):
        return ()
    if start <= bounds[0] or tree.texts[start - 1] not in (",", "-", "–", "—", "”", '"', "’"):
        return _fronted_clause(tree, at, region, free_from)
    left = (free_from, start - 1)
    right = _rest(tree, at, end, bounds, left)
    if not (has_clause(tree, *left, lemma_of(tree, at)) or (right and tree.has_finite(*right))):
        return ()
    return (left, right) if right else (left,)


def _as_said(tree: Tree, at: int, region: Range, bounds: Range) -> tuple[Range, ...]:
    """ "…, as the defence had argued": the clause that it hangs on; the following one at the start of a sentence."""
    head = tree.heads[at]
    lemma = lemma_of(tree, at)
    if tree.deps[at] != "advcl" or head == at or (not takes_clause(lemma) and lemma != "put") or lemma == "hold":
        return ()
    if tree.child(at, "dobj") is not None and lemma not in ("tell", "put"):
        return ()
    if head > at:
        return ((region[1], tree.rights[head]),)
    start = min(region[0], at)
    return ((max(tree.lefts[head], bounds[0]), start - (tree.words[start - 1] == "as")),)


def _fronted_clause(tree: Tree, at: int, region: Range, free_from: int) -> tuple[Range, ...]:
    """A clause before the verb without a comma between, as the parse has it."""
    clause = next((c for c in tree.children[at] if c < at and tree.deps[c] in ("ccomp", "parataxis")), None)
    if clause is None or not tree.has_finite(tree.lefts[clause], tree.rights[clause]):
        return ()
    start = max(tree.lefts[clause], free_from)
    return ((start, min(tree.rights[clause], region[0])),) if start < region[0] else ()


def _rest(tree: Tree, at: int, end: int, bounds: Range, left: Range) -> Range | None:
    """What of the sentence goes on after a saying between commas."""
    if end >= bounds[1] or tree.texts[end] not in (",", ";", "-", "–", "—", ":"):
        return None
    first = end + 1
    if first >= bounds[1] or tree.texts[first][0] in '“"':
        return None
    if tree.texts[end] in ";:":
        return first, bounds[1]
    if tree.tags[first] == "CC":
        return (first, bounds[1]) if _has_own_subject(tree, first, bounds[1]) else None
    if tree.words[first] in _REASONS:
        return first, bounds[1]
    complete = left[0] < left[1] and tree.has_finite(*left)
    if (complete and not _continues(tree, first, left)) or _belongs_to_saying(tree, at, first):
        return None
    return first, bounds[1]


def _continues(tree: Tree, first: int, left: Range) -> bool:
    """Whether the words after a saying hang on words before it."""
    return any(left[0] <= up < left[1] for up in tree.ancestors(first))


def _belongs_to_saying(tree: Tree, at: int, first: int) -> bool:
    """Whether what follows tells of the saying: "…, adding that", "…, after a meeting", "…, who leads the party"."""
    if tree.tags[first] in ("VBG", "WP", "WDT", "WRB") or tree.words[first] in ("who", "which"):
        return True
    for up in tree.ancestors(first):
        if up == at:
            return tree.tags[first] != "CC"
        if tree.deps[up] in ("ROOT", "ccomp"):
            return False
    return False


def _has_own_subject(tree: Tree, first: int, end: int) -> bool:
    """Whether a subject comes before the next finite verb."""
    for i in range(first + 1, end):
        if tree.deps[i] in ("nsubj", "nsubjpass", "expl"):
            return True
        if tree.tags[i] in ("VBD", "VBZ", "VBP", "MD"):
            return False
    return False
