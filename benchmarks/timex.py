"""Scores dates and durations against TIMEX3 annotations (of MEANTIME, the first six sentences of each document).

    python benchmarks/timex.py FILE.jsonl [--errors]

span      F1 of expressions found: the same characters (strict), or some in common (overlap)
value     share of the expressions found, by overlap, that have the annotated value, as far as TIMEX3 can say it
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.datamodel import Document, Quantity, When
from factcheck.extract.dates import find_whens
from factcheck.extract.quantities import find_quantities
from factcheck.parse import parse_document
from factcheck.text.alignment import Alignment

SENTENCES = 6
DURATIONS = {"second": "PT{}S", "day": "P{}D", "month": "P{}M", "year": "P{}Y"}
SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


def main() -> int:
    """Prints the measures for dates and times, and for all kinds."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", type=Path)
    ask.add_argument("--errors", action="store_true")
    args = ask.parse_args()
    totals = {"dates": Counter[str](), "all": Counter[str]()}
    for line in args.file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = list(_found(row))
        for name, kinds in (("dates", ("DATE", "TIME")), ("all", ("DATE", "TIME", "DURATION", "SET"))):
            _score(row, [f for f in found if f[3] in kinds], kinds, totals[name], args.errors and name == "all")
    for name, counts in totals.items():
        strict, overlap = _f1(counts, "strict"), _f1(counts, "overlap")
        value = counts["value"] / max(1, counts["overlap_gold"])
        print(f"{name:6} span F1 strict {strict:.3f}  overlap {overlap:.3f}  value {value:.3f}", end="  ")
        print(f"(annotated {counts['gold']}, found {counts['found']})")
    return 0


def _f1(counts: Counter[str], kind: str) -> float:
    precision = counts[f"{kind}_found"] / max(1, counts["found"])
    recall = counts[f"{kind}_gold"] / max(1, counts["gold"])
    return 2 * precision * recall / max(1e-9, precision + recall)


def _found(row: dict[str, Any]) -> Iterator[tuple[int, int, list[str], str]]:
    """Start, end, possible values and type of what is found in the annotated sentences."""
    text = row["text"]
    limit = row["sentences"][:SENTENCES][-1][2]
    published = date.fromisoformat(row["published"]) if row["published"] else None
    document = Document("d", "-", text, text, Alignment.identity(len(text)), published_on=published)
    parsed = parse_document(document)
    whens = [w for w in find_whens(parsed) if w.span.start < limit]
    for when in whens:
        yield when.span.start, when.span.end, _date_values(when), "TIME" if when.time and not when.edtf else "DATE"
    for quantity in find_quantities(parsed):
        timed = quantity.span.start < limit and quantity.unit in DURATIONS and quantity.of != "age"
        if timed and not any(quantity.span.meets(w.span) for w in whens):
            yield quantity.span.start, quantity.span.end, _duration_values(quantity), "DURATION"


def _date_values(when: When) -> list[str]:
    edtf = when.edtf.replace("~", "").removesuffix("/..").removeprefix("../")
    values = {edtf, edtf.replace("X", "")}
    first, slash, last = edtf.partition("/")
    if slash:
        values.add("".join(a for a, b in zip(first, last, strict=False) if a == b).rstrip("-"))
        values |= {first, first[:4] if first[:4] == last[:4] else first}
        if when.earliest and when.latest:
            days = (when.latest - when.earliest).days
            week = when.earliest.isocalendar()
            if days in (1, 6):
                values.add(f"{week[0]}-W{week[1]:02}" + ("-WE" if days == 1 else ""))
            if 88 < days < 93:
                values.add(f"{when.earliest.year}-Q{(when.earliest.month + 2) // 3}")
    if re.fullmatch(r"\d{4}-2[1-4]", edtf):
        values.add(f"{edtf[:4]}-{SEASONS[edtf[5:]]}")
    if when.time:
        values.add(f"{edtf}T{when.time}")
    return sorted(values)


def _duration_values(quantity: Quantity) -> list[str]:
    value = quantity.low if quantity.low is not None else quantity.high
    values = set()
    for number in {value, quantity.high} - {None}:
        assert number is not None
        values.add(DURATIONS[quantity.unit or ""].format(number))
        for unit, size, form in (
            ("day", 7, "P{}W"),
            ("second", 60, "PT{}M"),
            ("second", 3600, "PT{}H"),
            ("month", 3, "P{}Q"),
        ):
            if quantity.unit == unit and number % size == 0:
                values.add(form.format(number // size))
    return sorted(values)


def _score(row: dict[str, Any], found: list[Any], kinds: tuple[str, ...], counts: Counter[str], errors: bool) -> None:
    gold = [t for t in row["timex"] if t["sentence"] < SENTENCES and t["type"] in kinds]
    strict = len({(t["start"], t["end"]) for t in gold} & {(f[0], f[1]) for f in found})
    counts.update(gold=len(gold), found=len(found), strict_gold=strict, strict_found=strict)
    for one in found:
        met = any(t["start"] < one[1] and one[0] < t["end"] for t in gold)
        counts["overlap_found"] += met
        if errors and not met:
            print("EXTRA ", one[2], _context(row["text"], one[0], one[1]))
    for t in gold:
        match = next((f for f in found if t["start"] < f[1] and f[0] < t["end"]), None)
        right = match is not None and _same(t["value"], match[2])
        counts.update(overlap_gold=int(match is not None), value=int(right))
        if errors and not right:
            print(
                "VALUE " if match else "MISSED",
                t["value"],
                match and match[2],
                _context(row["text"], t["start"], t["end"]),
            )


def _context(text: str, start: int, end: int) -> str:
    return repr(text[start:end]) + " in …" + text[max(0, start - 40) : end + 30].replace("\n", " ") + "…"


def _same(gold: str, values: list[str]) -> bool:
    plain = re.sub(r"Z$|T(?:MO|AF|EV|NI)$", "", gold)
    return plain in values or plain.replace("-XX", "") in values


if __name__ == "__main__":
    raise SystemExit(main())
