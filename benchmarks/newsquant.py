"""Scores quantities against NewsQuant and the small unit sets beside it.

    python benchmarks/newsquant.py FILE.jsonl [--errors] [--set NAME]

value         F1 over the quantities of all sentences: the same number, or the same two ends of a range
value+unit    besides, the same unit; of a bare count the noun counted counts as its unit, by its head word

NewsQuant reads a figure as written, so what is scored here is the number and the unit before conversion, with ranges
as two ends. Its texts have lost their punctuation in places. Published on the whole set (590 sentences): CQE 92.0 and
85.6, quantulum3 73.0 and 47.2.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from factcheck.datamodel import Document
from factcheck.extract.quantities import find_quantities
from factcheck.parse import parse_document
from factcheck.text.alignment import Alignment
from factcheck.text.measures import Measure, find_measures

CODES = {
    "USD": "dollar",
    "GBP": "pound",
    "EUR": "euro",
    "JPY": "yen",
    "MYR": "ringgit",
    "ZAR": "rand",
    "INR": "rupee",
    "AUD": "australian dollar",
    "CAD": "canadian dollar",
    "HKD": "hong kong dollar",
    "SGD": "singapore dollar",
}
ALIKE = {
    "percent": "percentage",
    "metre": "meter",
    "kilometre": "kilometer",
    "litre": "liter",
    "pound sterling": "pound",
    "pound-mass": "pound",
    "british pound": "pound",
    "pence": "penny",
    "us dollar": "dollar",
    "american dollar": "dollar",
    "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit",
    "tonne": "ton",
    "metric ton": "ton",
    "sq ft": "square foot",
}
"""Names of one unit; the plural s is gone already."""


def main() -> int:
    """Prints both measures for each set and for all."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", type=Path)
    ask.add_argument("--errors", action="store_true")
    ask.add_argument("--set")
    args = ask.parse_args()
    totals: dict[str, Counter[str]] = {}
    for line in args.file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if args.set in (None, row["set"]):
            counts = _score(row, args.errors)
            for name in (row["set"], "all"):
                totals.setdefault(name, Counter()).update(counts)
    for name, counts in totals.items():
        precision, recall = counts["value"] / max(1, counts["found"]), counts["value"] / max(1, counts["gold"])
        print(f"{name:18} value {_f1(counts, 'value'):.3f}  value+unit {_f1(counts, 'unit'):.3f}", end="  ")
        print(f"(precision {precision:.3f} recall {recall:.3f}; annotated {counts['gold']}, found {counts['found']})")
    return 0


def _f1(counts: Counter[str], kind: str) -> float:
    return 2 * counts[kind] / max(1, counts["gold"] + counts["found"])


def _score(row: dict[str, Any], errors: bool) -> Counter[str]:
    gold = [(_gold_value(q), q["unit_norm"] or q["unit"]) for q in row["quantities"]]
    found = _found(row["text"])
    value = _matched(gold, found, units=False)
    unit = _matched(gold, found, units=True)
    if errors and (len(value) < len(gold) or len(value) < len(found) or len(unit) < len(value)):
        print(row["id"], row["text"][:400])
        print("   annotated:", gold, "\n   found:    ", found)
    return Counter(gold=len(gold), found=len(found), value=len(value), unit=len(unit))


def _gold_value(quantity: dict[str, Any]) -> tuple[float, float] | None:
    if quantity["range"]:
        return tuple(quantity["range"])
    return None if quantity["number"] is None else (quantity["number"], quantity["number"])


def _found(text: str) -> list[tuple[tuple[float, float], str]]:
    """Both ends as written, and the unit's name or what is counted."""
    document = Document("d", "-", text, text, Alignment.identity(len(text)))
    quantities = {q.span.start: q for q in find_quantities(parse_document(document))}
    kept = [m for m in find_measures(text) if any(m.start <= start < m.end for start in quantities)]
    return [
        (_ends(m), _unit(m, next(q.of for start, q in quantities.items() if m.start <= start < m.end))) for m in kept
    ]


def _ends(measure: Measure) -> tuple[float, float]:
    """NewsQuant writes parts of a whole as 0.25, and "dozens" as 12."""
    low, high = measure.value, measure.top
    if measure.kind == "part":
        low = high = low / 100
    elif measure.form == "vague":
        low = high = low / 2 if low != 3 else low
    return float(low), float(high)


def _unit(measure: Measure, of: str) -> str:
    if measure.unit is None or measure.kind in ("age?",):
        return of
    if measure.kind == "part":
        return f"% {of}"
    name = CODES.get(measure.unit.name, measure.unit.name)
    return f"{name} per {measure.per}" if measure.per else name


def _matched(gold: list[Any], found: list[Any], *, units: bool) -> list[Any]:
    left, matched = list(found), []
    for value, unit in gold:
        for one in left:
            if value and _near(value, one[0]) and (not units or _same_unit(unit or "", one[1])):
                left.remove(one)
                matched.append(one)
                break
    return matched


def _near(left: tuple[float, float], right: tuple[float, float]) -> bool:
    return all(
        abs(a - b) <= 0.011 * max(1e-9, min(1.0, abs(a))) + 1e-6 * abs(a) for a, b in zip(left, right, strict=True)
    )


def _same_unit(gold: str, found: str) -> bool:
    left, right = _plain(gold), _plain(found)
    return left == right or (
        bool(left and right) and (left.split()[-1] == right.split()[-1] or left.split()[0] == right.split()[0])
    )


def _plain(unit: str) -> str:
    unit = re.sub(r"^-$", "", unit.lower().replace(" of age", ""))
    return ALIKE.get(unit, unit)


if __name__ == "__main__":
    raise SystemExit(main())
