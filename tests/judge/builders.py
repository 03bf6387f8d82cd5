"""Cases and clusters made by hand for the tests of judging."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.datamodel import Claim, Document, Feature, Pair
from factcheck.judge import JudgeSettings
from factcheck.judge.case import Case
from factcheck.text.alignment import Alignment
from tests.match.builders import plain_claim

CASES = Path(__file__).parent / "cases"
SURE = 20.0
"""log2 odds far beyond any threshold that settings may have."""
SETTINGS = JudgeSettings()
LIKELY = (SETTINGS.least_weight + SETTINGS.sure_weight) / 2
WEIGHTS = {"sure": SURE, "likely": LIKELY, "unlikely": -SURE}


def cases(name: str) -> list[dict[str, Any]]:
    """The lines of a case table."""
    return [json.loads(line) for line in (CASES / name).read_text("utf-8").splitlines()]


def case_of(row: Mapping[str, Any]) -> Case:
    """A case as a line of a table states it: what is left out is not comparable, not known or not so.

    The two claims have all their words in common unless `text_cosine` is stated.

    `opposed` and `succeeds` are odds in log2, or true and false: far beyond all thresholds, to either side. `one_fact`
    is "sure", "unlikely" or, where left out, "likely": enough to be judged, not enough for values to decide alone.
    """
    older, newer = (claim_of(name, doc, row.get(name, {})) for name, doc in (("older", "wire"), ("newer", "daily")))
    notes = row.get("notes", {})
    values = {"text_cosine": 1.0, **row.get("features", {})}
    features = tuple(Feature(name, value, note=notes.get(name, name)) for name, value in values.items())
    left, right = sorted((older.id, newer.id))
    return Case(
        older=older,
        newer=newer,
        pair=Pair(left, right, 0.5, features, WEIGHTS[row.get("one_fact", "likely")]),
        days_apart=row.get("days"),
        opposition=odds(row.get("opposed", False)),
        succession=odds(row.get("succeeds", False)),
        settings=SETTINGS,
    )


def claim_of(name: str, doc: str, stated: Mapping[str, Any]) -> Claim:
    """A claim with some fields stated."""
    fields = {key: value for key, value in stated.items() if key != "doc"}
    return replace(plain_claim(name, stated.get("doc", doc)), **fields)


def odds(so: bool | float) -> float:
    """Those given, or far beyond any threshold."""
    return so if isinstance(so, float) else SURE if so else -SURE


def document(name: str, day: int | None = None) -> Document:
    """A document of which only the day matters: of March 2031, or none."""
    published = None if day is None else date(2031, 3, day)
    return Document(name, name, "", "", Alignment.identity(0), published=str(published), published_on=published)


def swapped(pair: Pair) -> Pair:
    """The same comparison with its sides exchanged."""
    features = tuple(replace(f, left=f.right, right=f.left) for f in pair.features)
    return replace(pair, left=pair.right, right=pair.left, features=features)
