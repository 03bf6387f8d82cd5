"""Units of measure and currencies: which one stands at a place of a text, and what it is in its canonical unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cache

from factcheck.text.lexicon import load_lexicon

_EXACT = Context(prec=12, rounding=ROUND_HALF_EVEN)
"""Twelve digits: more than any news figure has, few enough that 212 °F is 100 °C and not 99.99…9."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written. A value in `canonical` is value * factor + offset."""

    canonical: str
    name: str
    """The written unit's own name, singular: "mile", "week", "cent"."""
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)
    money: bool = False

    def convert(self, value: Decimal) -> Decimal:
        """A value of this unit in the canonical one."""
        return plain(_EXACT.add(_EXACT.multiply(value, self.factor), self.offset))


def plain(value: Decimal) -> Decimal:
    """The same value without exponent and needless zeros: 1500000, not 1.5E+6."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def ratio(left: str, right: str) -> Decimal | None:
    """By what a value in canonical unit `left` is multiplied to be one in `right`; None where they do not compare."""
    if left == right:
        return Decimal(1)
    sizes = load_lexicon("units")["canonical"]
    if left not in sizes or right not in sizes or sizes[left]["dimension"] != sizes[right]["dimension"]:
        return None
    return Decimal(sizes[left]["size"]) / Decimal(sizes[right]["size"])


def unit_after(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit or currency written right behind a number that ends at `at`, with where it ends."""
    ahead = _AHEAD.match(text, at)
    if not ahead:
        return None
    close = ahead.start(1) == at
    for size in (4, 3, 2, 1):
        if ahead[size] is None:
            continue
        written = text[ahead.start(1) : ahead.end(size)]
        unit = _signs().get(written) if close or len(written) > 1 or written in _LONELY else None
        if unit:
            return unit, ahead.end(size)
        bare = written.rstrip(".")
        unit = _signs().get(bare) if close or len(bare) > 1 or bare in _LONELY else None
        unit = unit or _names().get(bare.lower().replace("-", " "))
        if unit:
            return unit, ahead.start(1) + len(bare)
    return None


def currency_before(text: str, at: int) -> tuple[str, int] | None:
    """The currency sign that stands right before `at`, with where it begins."""
    found = _before().search(text, max(0, at - 8), at)
    return (_currency_signs()[found[1]], found.start(1)) if found else None


def currency_at(text: str, at: int) -> tuple[str, int] | None:
    """The currency sign that begins at `at`, with where the number behind it begins."""
    found = _ahead().match(text, at)
    return (_currency_signs()[found[1]], found.end()) if found else None


_AHEAD = re.compile(
    r"[ \u00a0-]?([A-Za-zµ°²³%€$/]+\.?)(?:[ -]([A-Za-z.]+))?(?:[ -]([A-Za-z]+))?"
    r"(?:[ -]([A-Za-z]+))?|[ \u00a0]?(°)()()()"
)
_LONELY = frozenset("mglWV%€$°")
"""Signs of one letter that may stand apart from their figure; "5 C" and "18 R" could be anything."""


@cache
def _names() -> dict[str, Unit]:
    """Written names in lower case, singular and plural."""
    names: dict[str, Unit] = {}
    for row in load_lexicon("units")["written"]:
        unit = _unit(row)
        for name in row.get("names", ()):
            names[name.lower().replace("-", " ")] = unit
            names.setdefault(name.lower().replace("-", " ") + "s", unit)
        names.update((plural.lower().replace("-", " "), unit) for plural in row.get("plurals", ()))
    for code, row in load_lexicon("currencies").items():
        for factor, words in (("1", row["words"]), ("0.01", row.get("minor", ()))):
            for word in words:
                unit = Unit(code, word.lower(), Decimal(factor), money=True)
                names[word.lower()] = unit
                names.setdefault(word.lower() + "s", unit)
        names.update((word.lower(), Unit(code, row["words"][0].lower(), money=True)) for word in row.get("plurals", ()))
        names.update((sign.lower(), Unit(code, code, money=True)) for sign in row["signs"] if sign == code)
    return names


def _unit(row: dict[str, str]) -> Unit:
    name = (row.get("names") or row.get("signs"))[0]  # type: ignore[index]
    return Unit(row["as"], name, Decimal(row.get("factor", "1")), Decimal(row.get("offset", "0")))


@cache
def _signs() -> dict[str, Unit]:
    """Written signs, letter by letter."""
    signs = {sign: _unit(row) for row in load_lexicon("units")["written"] for sign in row.get("signs", ())}
    for code, row in load_lexicon("currencies").items():
        signs.update((sign, Unit(code, code, money=True)) for sign in row.get("after", ()))
    return signs


@cache
def _currency_signs() -> dict[str, str]:
    return {sign: code for code, row in load_lexicon("currencies").items() for sign in row["signs"]}


def _any_sign() -> str:
    return "|".join(re.escape(sign) for sign in sorted(_currency_signs(), key=lambda sign: (-len(sign), sign)))


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"({_any_sign()})[ \u00a0]?(?=\d)")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])({_any_sign()})[ \u00a0]?\Z")
