"""Documents that are the same word for word: one of them stands for all while tracing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.datamodel import Claim, Derivation
from factcheck.trace.identity import Identity
from factcheck.trace.wording import Wording


@dataclass(frozen=True, slots=True)
class Twins:
    """Documents with the same words; the first is taken for the source of the rest."""

    members: tuple[tuple[Identity, Wording], ...]

    @property
    def first(self) -> Identity:
        """Who stands for all: with every name that one of them goes by, and the kind that its publisher has."""
        everyone = [i for i, _ in self.members]
        known = [i for i in everyone if i.document.outlet] or everyone  # a dateline alone tells less than metadata
        names = tuple(dict.fromkeys(n for i in known for n in i.names))
        shorts = tuple(dict.fromkeys(n for i in known for n in i.shorts if n not in names))
        return replace(everyone[0], names=names, shorts=shorts, kind=known[0].kind)

    @property
    def wording(self) -> Wording:
        """The words of the first."""
        return self.members[0][1]

    def copies(self) -> tuple[Derivation, ...]:
        """That each other one copies the first."""
        whole = self.wording
        return tuple(
            Derivation(
                "copies",
                i.document.id,
                whole.document.id,
                (w.span(0, len(w.words)), whole.span(0, len(whole.words))),
                1.0,
            )
            for i, w in self.members[1:]
        )


def find_twins(identities: Sequence[Identity], wordings: Sequence[Wording]) -> tuple[Twins, ...]:
    """Groups documents by their words: the earliest first, one with a named publisher before one without."""
    groups: dict[tuple[str, ...], list[tuple[Identity, Wording]]] = defaultdict(list)
    for identity, wording in zip(identities, wordings, strict=True):
        groups[wording.words or (identity.document.id,)].append((identity, wording))
    return tuple(Twins(tuple(sorted(group, key=lambda m: _order(m[0])))) for group in groups.values())


def moved(claim: Claim, twins: Sequence[Twins]) -> Claim:
    """The claim as it stands in the document that represents its own; the claim itself where that is its own."""
    for group in twins:
        for identity, wording in group.members[1:]:
            if identity.document.id == claim.doc:
                return _moved(claim, wording, group.wording)
    return claim


def _moved(claim: Claim, here: Wording, there: Wording) -> Claim:
    start, end = here.document.alignment.to_text(claim.span.start, claim.span.end)
    inside = [n for n, place in enumerate(here.places) if place[0] < end and start < place[1]]
    span = there.span(inside[0], inside[-1] + 1) if inside else replace(claim.span, doc=there.document.id)
    return replace(claim, span=span, sentence=replace(span))


def _order(identity: Identity) -> tuple[bool, str, bool, str]:
    day = identity.document.published_on
    return day is None, day.isoformat() if day else "", not identity.names, identity.document.id
