"""Text reuse: wire copy, reprints and light rewrites, found by shared word shingles.

Method: word n-gram containment (A. Z. Broder, "On the resemblance and containment of documents", 1997) over an
inverted index; shared shingles that follow each other in both texts are joined into passages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from factcheck.datamodel import Derivation, Span
from factcheck.trace.identity import Identity
from factcheck.trace.order import direct
from factcheck.trace.settings import TraceSettings
from factcheck.trace.wording import Wording

Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words `left_first:left_last` of one document that stand as `right_first:right_last` in another."""

    left_first: int
    left_last: int
    right_first: int
    right_last: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that reuses another's words."""

    derivation: Derivation
    places: tuple[tuple[Span, Span], ...]
    """Each reused passage: where it stands in the derived document, and in the source."""
    reason: str


def find_copies(
    wordings: Sequence[Wording],
    identities: Sequence[Identity],
    naming: frozenset[tuple[str, str]],
    *,
    settings: TraceSettings,
) -> tuple[Copy, ...]:
    """Pairs of documents of which one reuses the other's words outside quotations.

    Args:
        wordings, identities: of the same documents in the same order.
        naming: which document names which (see `direct`).
    """
    found = []
    for i, j in sorted(_candidates(wordings, settings)):
        passages = shared_passages(wordings[i], wordings[j], settings=settings)
        strength = max(_strength(wordings[i], [(p.left_first, p.left_last) for p in passages], settings),
                       _strength(wordings[j], [(p.right_first, p.right_last) for p in passages], settings))  # fmt: skip
        if strength:
            found.append(_copy(wordings[i], wordings[j], identities[i], identities[j], passages, strength, naming))
    return tuple(found)


def shared_passages(left: Wording, right: Wording, *, settings: TraceSettings) -> tuple[Passage, ...]:
    """The passages that stand in both, longest chains of shared shingles, in the order of the left text."""
    size = _size(left, right, settings)
    where: dict[Shingle, list[int]] = defaultdict(list)
    for j in range(len(right.words) - size + 1):
        where[right.words[j : j + size]].append(j)
    found: list[Passage] = []
    for i in range(len(left.words) - size + 1):
        places = where.get(left.words[i : i + size])
        if places:
            _extend(found, i, places, size, settings.gap_words)
    whole = min(len(left.words), len(right.words))
    return tuple(p for p in found if p.left_last - p.left_first >= min(settings.passage_words, whole))


def _extend(found: list[Passage], i: int, places: list[int], size: int, gap: int) -> None:
    """Joins the shingle at `i` to the last passage where it goes on there, else opens a new one."""
    if found:
        last = found[-1]
        reach = last.right_last - size + 1
        ahead = [j for j in places if reach <= j + (1 if i < last.left_last else 0) and j <= last.right_last + gap]
        if ahead and i <= last.left_last + gap:
            j = min(ahead, key=lambda j: (abs((j - last.right_first) - (i - last.left_first)), j))
            found[-1] = Passage(last.left_first, i + size, last.right_first, max(last.right_last, j + size))
            return
        if any(last.right_first <= j < last.right_last for j in places) and i < last.left_last:
            return
    found.append(Passage(i, i + size, places[0], places[0] + size))


def _candidates(wordings: Sequence[Wording], settings: TraceSettings) -> set[tuple[int, int]]:
    """Pairs that share a shingle. A crowd is compared with its first and each with its next, not all with all."""
    index: dict[Shingle, list[int]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        size = min(settings.shingle_words, len(wording.words))
        for shingle in {wording.words[i : i + size] for i in range(len(wording.words) - size + 1)} if size else ():
            index[shingle].append(number)
    pairs: set[tuple[int, int]] = set()
    for members in index.values():
        if len(members) <= settings.crowd:
            pairs.update(combinations(members, 2))
        else:
            pairs.update(pairwise(members))
            pairs.update((members[0], m) for m in members[1:])
    return pairs


def _size(left: Wording, right: Wording, settings: TraceSettings) -> int:
    return max(1, min(settings.shingle_words, len(left.words), len(right.words)))


def _strength(wording: Wording, ranges: list[tuple[int, int]], settings: TraceSettings) -> float:
    """Which share of the document's own words is reused, 0 where too little is to speak of a copy."""
    reused = {i for first, last in ranges for i in range(first, last)}
    if len(reused) == len(wording.words):
        return 1.0 if reused else 0.0
    quoted = wording.quoted()
    own = len(reused - quoted)
    share = own / max(1, len(wording.words) - len(quoted))
    enough = own >= settings.passage_words and (share >= settings.copy_share or own >= settings.copy_words)
    return share if enough else 0.0


def _copy(
    left: Wording, right: Wording, one: Identity, other: Identity,
    passages: Sequence[Passage], strength: float, naming: frozenset[tuple[str, str]],
) -> Copy:  # fmt: skip
    way = direct(one, other, naming, (len(left.words), len(right.words)))
    pairs = [(left.span(p.left_first, p.left_last), right.span(p.right_first, p.right_last)) for p in passages]
    if way.derived is other:
        pairs = [(b, a) for a, b in pairs]
    pairs.sort()
    evidence = tuple(s for pair in sorted(pairs, key=_length, reverse=True)[:3] for s in pair)
    score = round(min(1.0, 0.5 + strength) * way.certainty, 3)
    derivation = Derivation("copies", way.derived.document.id, way.source.document.id, evidence, score)
    return Copy(derivation, tuple(pairs), f"{strength:.0%} of its own words stand there too; source: {way.reason}")


def _length(pair: tuple[Span, Span]) -> tuple[int, Span]:
    return pair[0].end - pair[0].start, pair[0]
