"""Verbs that say that something is said, and what of the sentence is said by them."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.attribution_asides import parenthetical_content
from factcheck.extract.attribution_clauses import clause_content, object_content, rest_as_clause
from factcheck.extract.attribution_quoted import quoted_content
from factcheck.extract.attribution_subjects import Subject, as_subject, subject_of
from factcheck.extract.attribution_tails import tail_subject
from factcheck.extract.origins import is_text
from factcheck.extract.reporting import all_verbs, lemma_of, takes_clause, that_after, verbs
from factcheck.extract.sayings import Marks, Range, Saying
from factcheck.extract.tree import Tree
from factcheck.extract.voices import can_speak
from factcheck.text.lexicon import load_lexicon

_LIGHT = frozenset("aux auxpass neg advmod prt prep npadvmod dative agent intj mark cc".split())
_UNREAL = frozenset("must might should could may ought".split())


def verb_sayings(tree: Tree, marks: Marks, sentence: int) -> list[Saying]:
    """The sayings of a sentence that hang on a verb, in the order of the text.

    For each verb of the lexicon:
    1. its subject, its own or taken over from the verb it is joined to;
    2. what is said, the first that is found: a quotation beside it, a clause that depends on it, the rest of the
       sentence where the verb stands between commas or at the end, its object.
    """
    start, end = tree.bounds[sentence]
    start = after_dateline(tree, start, end)
    found: list[Saying] = []
    free_from = start
    for at in range(start, end):
        if not _may_report(tree, at):
            continue
        saying = _read_verb(tree, marks, at, (start, end), free_from)
        if saying:
            found.append(saying)
            if saying.kind == "verb" and saying.content[0][0] < saying.region[0]:
                free_from = saying.region[1]
    return [_cut_short(tree, s, found) for s in found]


def _cut_short(tree: Tree, saying: Saying, others: list[Saying]) -> Saying:
    """Ends what is said where ", but Y says" begins: a parse often hangs the next saying on the clause before."""
    stops = []
    for other in others:
        joint = other.region[0] - 1
        if (
            other.at > saying.region[1]
            and tree.tags[other.at] in ("VBD", "VBZ", "VBP")
            and tree.tags[joint] == "CC"
            and tree.texts[joint - 1] in ",;"
        ):
            stops.append(joint)
    content = []
    for start, end in saying.content:
        stop = min((s for s in stops if start < s < end and start > saying.at), default=end)
        content.append((start, stop))
    return replace(saying, content=tuple(tree.trimmed(*c) for c in content)) if stops else saying


def after_dateline(tree: Tree, start: int, end: int) -> int:
    """Where a sentence starts after "BERLIN, March 3 (Agency) —" or "NANTES:"."""
    if not (tree.texts[start].isupper() and len(tree.texts[start]) > 2):
        return start
    for i in range(start + 1, min(start + 22, end - 1)):
        if tree.texts[i] in ("—", "–", "-", "--") and tree.starts[i] > tree.ends[i - 1]:
            return i + 1
        if tree.texts[i] == ":" and i - start <= 2:
            return i + 1
        if tree.is_finite(i):
            return start
    return start


def _may_report(tree: Tree, at: int) -> bool:
    if tree.lemmas[at] not in all_verbs():
        return tree.words[at] in ("says", "said")
    if tree.tags[at] == "NNS":
        return _is_mistaken_noun(tree, at)
    if tree.tags[at] == "VBN" and not any(
        tree.words[c] in ("has", "have", "had", "having", "'ve", "'s", "'d") for c in tree.children[at]
    ):
        return tree.deps[at] == "conj" or tree.child(at, "nsubj", "agent") is not None
    return tree.tags[at][:2] == "VB" and tree.deps[at] not in ("aux", "auxpass", "amod", "compound", "csubj")


def _is_mistaken_noun(tree: Tree, at: int) -> bool:
    """ "The gang brags that", "…, an insider whispers": a verb that the tagger took for a plural."""
    if at > 0 and tree.lemmas[at] in verbs("quote") and tree.tags[at - 1][:2] in ("NN", "PR"):
        return True
    return at > 0 and tree.tags[at - 1][:2] in ("NN", "PR", "RB") and that_after(tree, at) is not None


def _read_verb(tree: Tree, marks: Marks, at: int, bounds: Range, free_from: int) -> Saying | None:
    if _is_denied(tree, at) or (tree.tags[at] == "VB" and _is_wish(tree, at)):
        return None
    lemma = lemma_of(tree, at)
    inside = marks.at(at)
    tail = (
        tail_subject(tree, marks, at, bounds, lemma)
        if takes_clause(lemma) or (lemma in verbs("quote") and lemma not in verbs("weak"))
        else None
    )
    subject = as_subject(tree, at, tail[1]) if tail else subject_of(tree, marks, at, bounds)
    if subject is None or _belongs_to_document(tree, subject, inside=inside is not None):
        return None
    if tail:
        subject = Subject(subject.head, (tail[0], min(at, max(subject.words[1] if subject.words else 0, tail[1] + 1))))
    if not _can_be_source(tree, subject, lemma):
        return None
    region = _region(tree, at, subject.words)
    content, direct, kind = _content(tree, marks, at, subject, region, bounds, free_from, is_tail=tail is not None)
    if inside is not None:
        content = tuple(c for c in (clip(c, (inside.start, inside.end)) for c in content) if c)
    content = tuple(c for c in (tree.trimmed(*c) for c in content) if c[0] < c[1])
    if not content:
        return None
    if (
        kind != "tail"
        and content[-1][1] < bounds[1]
        and tree.texts[content[-1][1]] == ":"
        and content[-1][1] > at
        and not direct
    ):
        content = (*content, tree.trimmed(content[-1][1] + 1, bounds[1]))
    return Saying(
        at,
        _cue(tree, at),
        subject.words,
        subject.head,
        content,
        direct,
        region,
        "object" if kind == "object" else "verb",
    )


def _holds(clause: Range, quoted: tuple[Range, ...]) -> bool:
    """Whether a clause goes beyond the quotation in it: 'said "the wind is with us" despite the defeat'."""
    return all(clause[0] <= start and end < clause[1] for start, end in quoted)


def _can_be_source(tree: Tree, subject: Subject, lemma: str) -> bool:
    """A lamp may show, and snow may claim lives: neither says anything."""
    head = subject.head
    if (
        head is None
        or can_speak(tree, head)
        or is_text(tree, head)
        or tree.lemmas[head] in load_lexicon("agencies")["outlet_nouns"]
    ):
        return True
    return lemma in verbs("free") and tree.tags[head][:2] != "CD"


def _content(
    tree: Tree, marks: Marks, at: int, subject: Subject, region: Range, bounds: Range, free_from: int, *, is_tail: bool
) -> tuple[tuple[Range, ...], bool, str]:
    """What is said, whether it is quoted, and how it was found."""
    lemma = lemma_of(tree, at)
    content: tuple[Range, ...] = ()
    direct = False
    if marks.at(at) is None:
        content, direct = quoted_content(tree, marks, at, region, bounds, free_from)
    if len(content) == 1 and content[0][0] >= region[1] and _stands_between(tree, region, lemma):
        before = (free_from, region[0] - 1)
        content = (before, *content) if tree.has_finite(*before) else content
        direct = direct and len(content) == 1
    if takes_clause(lemma) and not is_tail:
        clause = clause_content(tree, at, region, bounds)
        if clause and (not content or tree.tags[at] == "VBG" or _holds(clause[0], content)):
            content, direct = clause, direct and clause[0] == content[0]
    inverted = subject.words is not None and subject.words[0] > at
    if not content and (is_tail or takes_clause(lemma) or inverted or _stands_between(tree, region, lemma)):
        content = parenthetical_content(tree, at, region, bounds, free_from)
    if not content and lemma in verbs("free") and not inverted:
        content = rest_as_clause(tree, at, region, bounds)
    if content:
        return content, direct, "tail" if is_tail else "verb"
    if subject.head is not None and not (can_speak(tree, subject.head) or is_text(tree, subject.head)):
        return (), False, "verb"
    return object_content(tree, at, lemma), False, "object"


def _stands_between(tree: Tree, region: Range, lemma: str) -> bool:
    """Whether the saying opens after a comma and ends with the sentence or at a mark."""
    if lemma not in verbs("clause") and (lemma not in verbs("quote") or lemma in verbs("weak")):
        return False
    return (
        region[0] > 0
        and tree.texts[region[0] - 1] == ","
        and tree.texts[region[1] : region[1] + 1] in ([","], ["."], [":"], [])
    )


def _is_denied(tree: Tree, at: int) -> bool:
    """ "did not say", "would neither confirm": nothing is said."""
    if lemma_of(tree, at) in verbs("denial"):
        return False
    if any(tree.words[c] in _UNREAL for c in tree.children[at]):
        return True
    if tree.words[at + 1 : at + 2] in (["yes"], ["no"], ["goodbye"], ["so"]):
        return True
    return any(
        tree.deps[c] == "neg" or tree.words[c] in ("never", "neither", "nor", "hardly")
        for c in tree.children[at]
        if c < at
    )


def _is_wish(tree: Tree, at: int) -> bool:
    """ "declined to say", "refused to confirm", "let me say": nothing is said."""
    head = tree.heads[at]
    return tree.deps[at] in ("xcomp", "ccomp", "acl", "advcl") and tree.lemmas[head] in (
        "decline",
        "refuse",
        "let",
        "fail",
        "want",
        "ask",
        "able",
        "unable",
        "reluctant",
        "quick",
        "stop",
        "expect",
        "try",
        "early",
        "soon",
    )


def _belongs_to_document(tree: Tree, subject: Subject, *, inside: bool) -> bool:
    """ "Our team", "my view": the document's own voice, save within a quotation."""
    if subject.head is None or inside:
        return False
    return any(tree.words[c] in ("our", "my") for c in tree.children[subject.head])


def _region(tree: Tree, at: int, source: Range | None) -> Range:
    """The verb with its subject, its helpers and what tells when, where and to whom it was said."""
    start, end = at, at + 1
    if source is not None and (source[1] <= at or source[0] > at) and tree.sentence[source[0]] == tree.sentence[at]:
        if source[1] <= at:
            start = source[0]
        else:
            end = source[1]
            end = max(end, _late_part(tree, source, at))
    for c in tree.children[at]:
        if c < at and tree.deps[c] in _LIGHT and tree.lefts[c] < start <= tree.rights[c] + 1:
            start = tree.lefts[c]
        elif c > at and (tree.deps[c] in _LIGHT or tree.deps[c] in ("dobj",)) and tree.lefts[c] <= end:
            end = max(end, tree.rights[c])
    return start, end


def _late_part(tree: Tree, source: Range, at: int) -> int:
    """An inverted speaker's relative clause: "said the mayor, who lives there"."""
    head = next((c for c in tree.children[at] if tree.lefts[c] <= source[0] < tree.rights[c]), None)
    return tree.rights[head] if head is not None else source[1]


def _cue(tree: Tree, at: int) -> Range:
    """The verb with its helpers."""
    start = at
    while start > 0 and tree.heads[start - 1] == at and tree.deps[start - 1] in ("aux", "neg", "advmod", "auxpass"):
        start -= 1
    end = at + 1
    if end < len(tree.words) and tree.heads[end] == at and tree.deps[end] == "prt":
        end += 1
    return start, end


def clip(part: Range, within: Range) -> Range | None:
    """What of a range lies within another."""
    start, end = max(part[0], within[0]), min(part[1], within[1])
    return (start, end) if start < end else None
