"""Quotations beside a verb of reporting."""

from __future__ import annotations

from factcheck.extract.reporting import lemma_of
from factcheck.extract.sayings import Marks, Quoted, Range
from factcheck.extract.tree import Tree


def quoted_content(
    tree: Tree, marks: Marks, at: int, region: Range, bounds: Range, free_from: int
) -> tuple[tuple[Range, ...], bool]:
    """Quotations before and after the saying."""
    before = marks.closing_at(tree, region[0])
    after = marks.opening_at(tree, region[1]) or marks.opening_at(tree, at + 1)
    if after is not None and region[1] <= after.start and is_stopped(tree, region[1], after.start) and before is None:
        after = None
    content: list[Range] = []
    direct = False
    if before is not None and _is_closed_before(tree, before, at, region):
        before = None
    if before is not None and _is_speech(tree, before, at):
        start = max(_lead_in(tree, before, bounds), free_from if before.start >= free_from else 0)
        content.append((start, before.end))
        direct = start == before.start
    if (
        after is not None
        and (content or _is_speech(tree, after, at))
        and all(after.start <= c < after.end for c in tree.children[at] if c > at and tree.deps[c] == "ccomp")
    ):
        content.append((after.start, after.end))
        direct = direct or len(content) == 1
    return tuple(content), direct


def _is_closed_before(tree: Tree, quoted: Quoted, at: int, region: Range) -> bool:
    """Whether the sentence ends with the quotation, so that what follows is another: "…" Her family disputes that."""
    if is_stopped(tree, quoted.end, region[0]):
        return True
    last = tree.texts[quoted.end - 1]
    if last == "." and not tree.texts[quoted.end - 2].endswith("."):
        return True
    return (
        last in "?!…"
        and any(tree.deps[c] in ("ccomp", "dobj") and c > at for c in tree.children[at])
        and tree.lemmas[at] != "tell"
    )


def is_stopped(tree: Tree, start: int, end: int) -> bool:
    """Whether a sentence ends among these tokens."""
    return any(tree.texts[i] in ".!?;" for i in range(start, end))


def _is_speech(tree: Tree, quoted: Quoted, at: int) -> bool:
    """Whether a quotation is what is said, and not a word in inverted commas before the verb."""
    return quoted.words >= 2 or tree.texts[quoted.end - 1] in ".,!?…" or lemma_of(tree, at) == "say"


def _lead_in(tree: Tree, quoted: Quoted, bounds: Range) -> int:
    """Where a sentence starts whose end is quoted: "the plane fell 'like a stone'"; else where the quotation does."""
    number = tree.sentence[quoted.start]
    first = max(tree.bounds[number][0] if number >= 0 else quoted.start, quoted.paragraph[0])
    lead = [i for i in range(first, quoted.start) if tree.texts[i][0].isalnum()]
    if not lead or quoted.start < bounds[0] or any(tree.texts[i] in ".:!?" for i in range(lead[-1] + 1, quoted.start)):
        return quoted.start
    return lead[0] if tree.texts[quoted.start][:1].islower() or tree.has_finite(lead[0], quoted.start) else quoted.start
