"""Who did what to whom: frames compared slot by slot."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.datamodel import Claim, Feature, Role
from factcheck.match.compare.view import Both
from factcheck.text.opposites import are_opposite
from factcheck.text.places import is_country, place_key

_SLOTS = ("agent", "theme", "attribute", "recipient", "place")


def compare_roles(both: Both) -> Iterator[Feature]:
    """Predicates and states, then each slot that both claims fill."""
    left, right = both.left, both.right
    yield _predicates(left, right)
    yield Feature("opposite", float(_opposite(left, right)))
    yield _states(left, right)
    for slot in _SLOTS:
        yield _slot(both, slot)
    yield _countries(both)
    yield _crossed(both)
    yield _swapped(both)
    yield _focus(both)
    yield Feature("same_form", float(left.form == right.form))
    yield Feature("both_heading", float(left.form == "heading") + float(right.form == "heading"))
    yield Feature("same_modality", float(left.modality == right.modality))


def _predicates(left: Claim, right: Claim) -> Feature:
    one, other = left.frame.predicate, right.frame.predicate
    if not one or not other:
        return Feature("predicate", None)
    return Feature("predicate", float(one == other), note=f"{one} / {other}")


def _opposite(left: Claim, right: Claim) -> bool:
    if are_opposite(left.frame.predicate, right.frame.predicate):
        return True
    return any(are_opposite(a, b) for a in left.lemmas for b in right.lemmas)


def _states(left: Claim, right: Claim) -> Feature:
    if left.state is None or right.state is None:
        return Feature("state", None)
    return Feature("state", float(left.state == right.state), note=f"{left.state} / {right.state}")


def _slot(both: Both, name: str) -> Feature:
    one, other = both.left.frame.role(name), both.right.frame.role(name)
    if one is None or other is None:
        return Feature(name, None)
    return Feature(name, _alike(both, one, other), one.span, other.span, f"{one.head} / {other.head}")


def _countries(both: Both) -> Feature:
    """Whether one country does both: India's twenty helicopters are not Pakistan's twenty."""
    one, other = both.left.frame.role("agent"), both.right.frame.role("agent")
    if one is None or other is None or not (is_country(one.head) and is_country(other.head)):
        return Feature("agent_country", None)
    same = place_key(one.head) == place_key(other.head)
    return Feature("agent_country", float(same), one.span, other.span, f"{one.head} / {other.head}")


def _crossed(both: Both) -> Feature:
    """Whether one claim's doer is what the other's deed is done to: passive for active, or roles swapped."""
    found = _crossings(both)
    return Feature("crossed", max(found) if found else None)


def _swapped(both: Both) -> Feature:
    """Whether both claims name the same two in opposite roles: who beat whom?"""
    found = _crossings(both)
    agents = both.left.frame.role("agent"), both.right.frame.role("agent")
    if len(found) < 2 or agents[0] is None or agents[1] is None:
        return Feature("swapped", None)
    swapped = min(found) >= _SAME_ROLE and _alike(both, agents[0], agents[1]) < _SAME_ROLE
    note = f"{agents[0].head} / {agents[1].head}"
    return Feature("swapped", float(swapped), agents[0].span, agents[1].span, note)


_SAME_ROLE = 0.5
"""Share of their words from which two roles name one thing."""


def _crossings(both: Both) -> list[float]:
    """How alike the doer of each claim is to what the other's deed is done to."""
    pairs = [(both.left.frame.role(a), both.right.frame.role(b)) for a, b in (("agent", "theme"), ("theme", "agent"))]
    return [_alike(both, one, other) for one, other in pairs if one is not None and other is not None]


def _alike(both: Both, one: Role, other: Role) -> float:
    """1 for equal heads, else the weighted share of their words."""
    if one.head == other.head:
        return 1.0
    rarity = both.statistics.rarity
    union = set(one.words) | set(other.words)
    whole = sum(rarity.get(word, 1.0) for word in sorted(union))
    common = sum(rarity.get(word, 1.0) for word in sorted(set(one.words) & set(other.words)))
    return 0.9 * common / whole if whole else 0.0


def _focus(both: Both) -> Feature:
    """How well the roles that the claims themselves spell out agree by name: "on Sunday" with "on 9 March"."""
    names = [{r.name for r in c.frame.roles if c.span.meets(r.span)} for c in (both.left, both.right)]
    union = names[0] | names[1]
    return Feature("focus", len(names[0] & names[1]) / len(union) if union else None)
