"""What is said in a clause or an object after a verb of reporting."""

from __future__ import annotations

from factcheck.extract.reporting import lemma_of, that_after, verbs
from factcheck.extract.sayings import Range
from factcheck.extract.tree import Tree

_OPEN_QUESTION = frozenset(["whether", "if"])
_JOINTS = frozenset(", - – — -- ; : ( …".split())


def clause_content(tree: Tree, at: int, region: Range, bounds: Range) -> tuple[Range, ...]:
    """A clause after the verb that depends on it, with the clauses joined to that."""
    lemma = lemma_of(tree, at)
    clause = next((c for c in tree.children[at] if c > at and _is_said_clause(tree, at, c, lemma)), None)
    if clause is None:
        that = that_after(tree, at)
        if that is None or that + 2 >= bounds[1] or tree.deps[that] == "det":
            return _after_colon(tree, region, bounds)
        return ((that + 1, clause_end(tree, that, bounds)),)
    start, end = tree.subtree(clause)
    start = max(start, at + 1)
    if tree.words[start] in _OPEN_QUESTION and lemma in (
        "decide",
        "determine",
        "know",
        "see",
        "find",
        "learn",
        "wonder",
        "say",
        "rule",
    ):
        return ()
    if tree.words[start] in ("that", "how") and start + 1 < end:
        start += 1
    elif tree.words[at + 1] in ("about", "around", "nearly", "some", "over", "almost", "only", "just"):
        start = at + 1
    for c in tree.children[at]:
        if c <= clause or tree.lefts[c] < end:
            continue
        if (
            tree.deps[c] in ("prep", "advmod", "npadvmod", "advcl")
            and not _after_comma(tree, c)
            and tree.deps[c] != "punct"
        ) or (tree.deps[c] == "conj" and _goes_on_with_that(tree, c)):
            end = max(end, tree.rights[c])
    if (
        tree.deps[at] == "relcl" and any(tree.tags[c] in ("WDT", "WP") for c in tree.children[clause])
    ) or _lacks_relative(tree, at, clause):
        start = tree.lefts[tree.heads[at]]
        found = [(start, min(region[0], at)), (at + 1, min(end, bounds[1]))]
        return tuple(found)
    found = [(start, min(end, bounds[1]))]
    lead = _lead_before(tree, at, region, bounds, start)
    return (lead, *found) if lead else tuple(found)


def _is_said_clause(tree: Tree, at: int, clause: int, lemma: str) -> bool:
    if tree.deps[clause] == "ccomp":
        return (
            tree.is_verb(clause)
            or tree.child(clause, *("nsubj", "cop", "expl", "nsubjpass")) is not None
            or tree.tags[clause] != "VBG"
        )
    return tree.deps[clause] == "xcomp" and lemma in verbs("infinitive") and tree.child(clause, "aux") is not None


def _lacks_relative(tree: Tree, at: int, clause: int) -> bool:
    """Whether what is said is missing a part that stands before: "the bribes which prosecutors say he took"."""
    return (
        tree.deps[at] == "relcl"
        and tree.tags[max(tree.lefts[at], 0)] in ("WDT", "WP")
        and tree.child(at, "nsubj") is not None
        and tree.lefts[at] < (tree.child(at, "nsubj") or 0)
    )


def clause_end(tree: Tree, that: int, bounds: Range) -> int:
    """Where a clause opened by "that" ends whose parse has failed: at a semicolon, or at ", but" and the like."""
    for i in range(that + 1, bounds[1] - 1):
        if tree.texts[i] == ";" or (tree.texts[i] == "," and tree.words[i + 1] in ("but", "and", "while")):
            return i
    return bounds[1]


def rest_as_clause(tree: Tree, at: int, region: Range, bounds: Range) -> tuple[Range, ...]:
    """The rest of the sentence after "the mayor said …", where the parse has torn the clause away."""
    start = at + 1
    if (
        region[0] >= at
        or start + 2 >= bounds[1]
        or tree.tags[start] in (",", ".", ":", "CC", "TO", "RB", "''", "-LRB-")
    ):
        return ()
    if tree.tags[start] == "IN" and tree.words[start] not in (
        "if",
        "although",
        "while",
        "since",
        "because",
        "after",
        "before",
        "in",
        "under",
    ):
        return ()
    end = clause_end(tree, at, bounds)
    return ((start, end),) if tree.has_finite(start, end) else ()


def _lead_before(tree: Tree, at: int, region: Range, bounds: Range, start: int) -> Range | None:
    """What of the clause stands before a saying set in it: "With them, she has said, there will be no talks"."""
    first = region[0]
    if first <= bounds[0] + 1 or tree.texts[first - 1] != "," or start < 1 or tree.texts[start - 1] != ",":
        return None
    return bounds[0], first - 1


def _after_comma(tree: Tree, at: int) -> bool:
    left = tree.lefts[at]
    return left > 0 and tree.texts[left - 1] in _JOINTS


def _goes_on_with_that(tree: Tree, at: int) -> bool:
    left = tree.lefts[at]
    return "that" in (tree.words[left], tree.words[min(left + 1, len(tree.words) - 1)])


def _after_colon(tree: Tree, region: Range, bounds: Range) -> tuple[Range, ...]:
    end = region[1]
    if end < bounds[1] and tree.texts[end] == ":" and end + 1 < bounds[1]:
        return ((end + 1, bounds[1]),)
    return ()


def object_content(tree: Tree, at: int, lemma: str) -> tuple[Range, ...]:
    """What a verb like "confirm", "call" or "accuse" has after it."""
    if lemma not in verbs("object"):
        return ()
    objects = [
        c
        for c in tree.children[at]
        if c > at and tree.deps[c] in ("dobj", "oprd", "ccomp", "xcomp", "acomp", "attr", "prep")
    ]
    if not objects or not _object_fits(tree, lemma, objects):
        return ()
    start = tree.lefts[objects[0]]
    end = start
    for c in objects:
        if tree.lefts[c] <= end + 1:
            end = max(end, tree.rights[c])
    return ((start, end),)


def _object_fits(tree: Tree, lemma: str, objects: list[int]) -> bool:
    deps = [tree.deps[c] for c in objects]
    preps = {tree.words[c] for c in objects if tree.deps[c] == "prep"}
    if lemma in ("speak", "talk", "complain", "warn", "boast"):
        return bool(preps & {"of", "about"}) and deps[0] == "prep"
    if "dobj" not in deps and "ccomp" not in deps and "oprd" not in deps:
        return False
    if lemma in ("put", "estimate"):
        return lemma == "estimate" or any(tree.words[c] == "at" and _has_figure(tree, c) for c in objects)
    if lemma in ("call", "hold", "term", "dub", "label", "brand"):
        return (
            (len(objects) > 1 and deps[1] in ("oprd", "xcomp", "acomp", "ccomp"))
            or deps[0] == "ccomp"
            or (deps[0] == "oprd" and (tree.subject(objects[0]) is not None or _is_quoted(tree, objects[0])))
        )
    if lemma == "accuse":
        return "of" in preps
    if lemma == "count":
        return any(tree.tags[c] == "CD" for o in objects for c in (o, *tree.children[o]))
    return tree.tags[objects[0]][:2] in ("NN", "CD", "PR", "VB", "DT")


def _has_figure(tree: Tree, prep: int) -> bool:
    return any(tree.tags[i] in ("CD", "$") for i in range(prep, tree.rights[prep]))


def _is_quoted(tree: Tree, at: int) -> bool:
    return any(tree.texts[i] in ("“", '"', "‘") for i in range(tree.lefts[at] - 1, tree.rights[at]))
