"""Names: which both claims have, which only one has."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.datamodel import Claim, Entity, Feature
from factcheck.match.compare.view import Both
from factcheck.text.designators import same_designator


def compare_entities(both: Both) -> Iterator[Feature]:
    """Shares of names by kind, in the claims' own words and with what they inherit."""
    left, right = both.left, both.right
    for kind in ("person", "place", "organisation", "designator", ""):
        yield _share(kind or "name", _of_kind(left, kind), _of_kind(right, kind))
    keys = [{w for r in c.frame.roles for w in r.words if " " in w or r.head == w} for c in (left, right)]
    union = keys[0] | keys[1]
    yield Feature("frame_heads", len(keys[0] & keys[1]) / len(union) if union else None)


def _of_kind(claim: Claim, kind: str) -> list[Entity]:
    return [e for e in claim.entities if kind in ("", e.kind)]


def _share(kind: str, left: list[Entity], right: list[Entity]) -> Feature:
    if not left or not right:
        return Feature(f"{kind}_names", None)
    hits = [(a, b) for a in left for b in right if same_name(a, b)]
    value = len(hits) / max(len(left), len(right))
    note = ", ".join(dict.fromkeys(a.name for a, _ in hits))
    one, other = hits[0] if hits else (left[0], right[0])
    return Feature(f"{kind}_names", min(1.0, value), one.span, other.span, note or f"{one.name} / {other.name}")


def same_name(left: Entity, right: Entity) -> bool:
    """Whether two names can mean one thing: equal keys, one part of the other, or a family and its variant."""
    if left.key == right.key:
        return True
    if left.kind == "designator" and right.kind == "designator":
        return same_designator(left.key, right.key)
    if left.kind == "designator" or right.kind == "designator":
        return False
    one, other = set(left.key.split()), set(right.key.split())
    return one <= other or other <= one
