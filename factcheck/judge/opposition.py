"""How likely two claims contradict each other, and how likely the newer one updates the older.

Trees fitted on labelled answers (`training/fit_match.py`) join the pair's features and its match weight with what only
judging knows: when the documents came out and which way a figure moved. They propose; the rules decide and name the
difference. Both are odds over all pairs that matching holds for possible, those about unlike facts included.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from factcheck.datamodel import Claim, Pair
from factcheck.judge.moments import Moments, days_between, in_order
from factcheck.text.lexicon import load_lexicon
from factcheck.trees import Trees, load_trees


def oppositions(
    pairs: Sequence[Pair], claims: Mapping[str, Claim], moments: Moments
) -> dict[tuple[str, str], tuple[float, float]]:
    """For each pair: log2 odds that the two contradict each other, and that the newer updates the older."""
    if not pairs:
        return {}
    rows = [judging_features(pair, claims[pair.left], claims[pair.right], moments) for pair in pairs]
    opposed, later = _log2_odds("opposition", rows), _log2_odds("succession", rows)
    return {(p.left, p.right): (a, b) for p, a, b in zip(pairs, opposed, later, strict=True)}


def judging_features(pair: Pair, left: Claim, right: Claim, moments: Moments) -> dict[str, float | None]:
    """The pair's features and weight, with those of time."""
    older, newer = in_order(left, right, moments)
    days = days_between(left, right, moments)
    features: dict[str, float | None] = {f.name: f.value for f in pair.features}
    features["weight"] = pair.weight
    features["days_apart"] = None if days is None else float(min(days, 400))
    features["grows"] = _grows(older, newer)
    features["updates"] = float(_updates(newer)) - float(_updates(older))
    features["planned_then_done"] = float(older.modality != "fact" and newer.modality == "fact")
    features["later_date"] = _later_date(older, newer)
    return features


def _grows(older: Claim, newer: Claim) -> float | None:
    """1 where the newer claim's figure is larger, -1 where smaller, 0 where equal."""
    for one in older.quantities:
        for other in newer.quantities:
            if one.unit == other.unit and one.low is not None and other.low is not None:
                return float((other.low > one.low) - (other.low < one.low))
    return None


def _updates(claim: Claim) -> bool:
    """Whether a claim's sentence says that things have moved on: "has since", "now", "rose to"."""
    words = f" {claim.words.casefold()} "
    return any(f" {cue} " in words for cue in load_lexicon("updates")["cues"])


def _later_date(older: Claim, newer: Claim) -> float | None:
    days = [[w.earliest for w in c.whens if w.earliest] for c in (older, newer)]
    if not days[0] or not days[1]:
        return None
    return float(min(days[1]) > max(days[0])) - float(min(days[0]) > max(days[1]))


def _log2_odds(name: str, rows: Sequence[Mapping[str, float | None]]) -> list[float]:
    trees = _trees(name)
    return [round(float(odds) / math.log(2), 3) for odds in trees.predict(trees.rows(rows))]


@lru_cache(maxsize=2)
def _trees(name: str) -> Trees:
    return load_trees(Path(__file__).with_name(f"{name}.json"))
