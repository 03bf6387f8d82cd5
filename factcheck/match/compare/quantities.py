"""Figures: compared only as values of the same thing, at the precision at which they are written."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.datamodel import Claim, Feature, Quantity
from factcheck.match.compare.view import Both
from factcheck.text.designators import designator_key, is_designator
from factcheck.text.intervals import Relation, compare
from factcheck.text.lexicon import load_lexicon

_VALUES: dict[Relation, float] = {"equal": 1.0, "compatible": 0.75, "differ": 0.0}


def compare_quantities(both: Both) -> Iterator[Feature]:
    """The best-aligned figures of two claims, and how many each has."""
    left, right = both.left.quantities, both.right.quantities
    yield Feature("fewest_quantities", float(min(len(left), len(right))))
    yield Feature("most_quantities", float(max(len(left), len(right))))
    aligned = best_aligned(both.left, both.right)
    if aligned is None:
        yield Feature("same_counted", None)
        yield Feature("quantity", None)
        yield Feature("quantity_ratio", None)
        return
    one, other, counted = aligned
    yield Feature("same_counted", counted, one.span, other.span, f"{one.of or one.unit} / {other.of or other.unit}")
    if counted < LEAST_COUNTED:
        yield Feature("quantity", None)
        yield Feature("quantity_ratio", None)
        return
    relation = relation_of(one, other)
    note = f"{written(one)} {_SIGNS[relation]} {written(other)}"
    yield Feature("quantity", _VALUES[relation], one.span, other.span, note)
    yield Feature("quantity_ratio", _ratio(one, other))


def _ratio(left: Quantity, right: Quantity) -> float | None:
    """How many times the smaller figure goes into the larger, by their low ends; None where one is zero or open."""
    ends = [q.low if q.low is not None else q.high for q in (left, right)]
    if None in ends or not all(ends):
        return None
    low, high = sorted(abs(float(e)) for e in ends if e is not None)
    return min(high / low, 1000.0)


LEAST_COUNTED = 0.5
"""`same_counted` below which two figures are of unlike things, and their values are not compared."""

_SIGNS: dict[Relation, str] = {"equal": "=", "compatible": "≈", "differ": "≠"}


def best_aligned(left: Claim, right: Claim) -> tuple[Quantity, Quantity, float] | None:
    """The two figures that most likely tell of the same thing, and how alike what they count is (`same_counted`)."""
    found = [
        (counted, _VALUES[relation_of(a, b)], -n - m, -(_ratio(a, b) or 0.0), a, b)
        for n, a in enumerate(left.quantities)
        for m, b in enumerate(right.quantities)
        if (counted := same_counted(a, b)) is not None
    ]
    if not found:
        return None
    counted, _, _, _, one, other = max(found, key=lambda f: f[:4])
    return one, other, counted


def same_counted(left: Quantity, right: Quantity) -> float | None:
    """How likely two figures count or measure the same kind of thing.

    None for unlike units; 1 for the same noun with compatible modifiers, 0.8 with others, 0.7 for two nouns that both
    mean people and for one unit where one does not say of what, 0.5 for bare counts where one does not say of what,
    0.2 for unlike nouns; 0.6 for a type beside a noun for such things ("MiG-21", "warplane").
    """
    if left.unit != right.unit:
        return None
    one, other = _counted(left), _counted(right)
    if not one or not other:
        return 0.5 if left.unit is None else 0.7
    if one[-1] == other[-1]:
        return 1.0 if set(one) <= set(other) or set(other) <= set(one) else 0.8
    if {one[-1], other[-1]} <= _people():
        return 0.7
    if _names_type(one[-1], other[-1]) or _names_type(other[-1], one[-1]):
        return 0.6
    return 0.6 if set(one) & set(other) else 0.2


def _counted(quantity: Quantity) -> list[str]:
    # Lemmas are in lower case, where the plural of "Mi-35M" is not told from a variant.
    return [designator_key(w.upper()).removesuffix("s") if is_designator(w.upper()) else w for w in quantity.of.split()]


def _names_type(designator: str, noun: str) -> bool:
    return is_designator(designator.upper()) and noun in load_lexicon("counting")["named_by_type"]


@cache
def _people() -> frozenset[str]:
    return frozenset(load_lexicon("people")["nouns"])


def relation_of(left: Quantity, right: Quantity) -> Relation:
    """How the values stand to each other."""
    return compare(left.low, left.high, left.approximate, right.low, right.high, right.approximate)


def written(quantity: Quantity) -> str:
    """A figure for a reader: "at least 12", "4 helicopter", "3 to 5 km"."""
    low, high = quantity.low, quantity.high
    if low is not None and low == high:
        value = plain(low)
    elif low is None:
        value = f"at most {plain(high)}" if high is not None else "some"
    else:
        value = f"at least {plain(low)}" if high is None else f"{plain(low)} to {plain(high)}"
    thing = quantity.unit or quantity.of
    return f"{value} {thing}".strip()


def plain(value: Decimal) -> str:
    """A number without exponent, thousands parted: "1,250,000"."""
    normal = value.normalize()
    return f"{normal:,f}"
