"""Whether two figures can both be true at the precision at which they are written."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from factcheck.text.numerals import last_place

ROUGHLY = (Decimal("0.15"), Decimal("0.10"), Decimal("0.05"))
"""How far a figure called "about" may lie off, as a share of it: with one written digit, with two, with more."""
ROUNDING = Decimal("0.06")
"""How far a round figure may lie off a precise one that rounds to it. "2 million" for 1.93 million is rounding, for
1.6 million it is another figure, though that rounds to 2 as well."""
GRACE = Decimal("0.05")
"""How much further an approximate figure may lie off than `margin` grants: who calls 84 "about 100" does not lie."""
SMALL = Decimal(100)
"""Whole numbers below this are counted out, not rounded."""

Relation = Literal["equal", "compatible", "differ"]


def compare(
    low_a: Decimal | None,
    high_a: Decimal | None,
    approx_a: bool,
    low_b: Decimal | None,
    high_b: Decimal | None,
    approx_b: bool,
) -> Relation:
    """How two intervals of one unit stand to each other. None is open. Which is left and which right changes nothing.

    1. The same ends: equal.
    2. They share a value: compatible.
    3. The ends that face each other are one figure, rounded and not: compatible.
    4. One is approximate, and the gap is small beside it: compatible.
    """
    if (low_a, high_a) == (low_b, high_b):
        return "equal"
    gap = _gap(low_a, high_a, low_b, high_b) or _gap(low_b, high_b, low_a, high_a)
    if gap is None:
        return "compatible"
    below, above = gap
    if _rounds(below, above):
        return "compatible"
    near = above - below <= GRACE * max(abs(below), abs(above))
    return "compatible" if near and (approx_a or approx_b) else "differ"


def margin(value: Decimal, place: Decimal) -> Decimal:
    """How far "about" reaches to either side of `value`, whose last written place is `place`.

    The more figures are written, the more narrowly it is meant: 15 % for "about 100" or "about 3,000", 10 % for
    "about 1,200", 5 % for "about 1,250".
    """
    digits = len(str(abs(int(value / place))))
    return abs(value) * ROUGHLY[min(digits, len(ROUGHLY)) - 1]


def _gap(
    low_a: Decimal | None, high_a: Decimal | None, low_b: Decimal | None, high_b: Decimal | None
) -> tuple[Decimal, Decimal] | None:
    """The ends that face each other where a lies wholly below b."""
    return (high_a, low_b) if high_a is not None and low_b is not None and high_a < low_b else None


def _rounds(left: Decimal, right: Decimal) -> bool:
    """Whether the coarser of two figures is the finer one rounded at its own last place."""
    whole = left == left.to_integral_value() and right == right.to_integral_value()
    if whole and min(abs(left), abs(right)) < SMALL:
        return False
    coarse, fine = (left, right) if last_place(left) >= last_place(right) else (right, left)
    place = last_place(coarse)
    if whole and place < 10:
        return False
    off = abs(coarse - fine)
    return off * 2 <= place and off <= ROUNDING * max(abs(coarse), abs(fine))
