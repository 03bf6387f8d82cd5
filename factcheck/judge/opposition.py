"""How likely two claims contradict each other, and how likely the newer one updates the older.

Three questions, each with an ensemble of its own, fitted on labelled answers (`training/fit_match.py`): do both state
one fact (the match weight)? If they do, do their answers differ? If they differ, is that because time went on? The last
two see the pair's features with what only judging knows: when the documents came out, and which way a figure moved.
They propose; the rules decide and name the difference.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from factcheck.datamodel import Claim, Pair
from factcheck.judge.moments import Moments, days_between, in_order, later_date, update_cue
from factcheck.trees import Trees, load_trees, probability


@dataclass(frozen=True, slots=True)
class Odds:
    """What the ensembles say of a pair."""

    opposition: float
    """log2 odds that, if both state one fact, their answers contradict each other."""
    succession: float
    """log2 odds that, if both state one fact, the newer answer updates the older."""
    contradiction: float
    """Probability that both state one fact and contradict each other."""

    @classmethod
    def of(cls, weight: float, differs: float, later: float) -> Odds:
        """The three questions' answers together: a match weight and two probabilities, each given the answer before."""
        opposed, updated = differs * (1 - later), differs * later
        return cls(_log2_odds(opposed), _log2_odds(updated), round(probability(weight) * opposed, 6))


def odds_of(pairs: Sequence[Pair], claims: Mapping[str, Claim], moments: Moments) -> dict[frozenset[str], Odds]:
    """The odds of each pair, by the ids of its claims."""
    if not pairs:
        return {}
    rows = [judging_features(pair, claims[pair.left], claims[pair.right], moments) for pair in pairs]
    answers = zip(pairs, _probabilities("difference", rows), _probabilities("time", rows), strict=True)
    return {
        frozenset((pair.left, pair.right)): Odds.of(pair.weight, differs, later) for pair, differs, later in answers
    }


def judging_features(pair: Pair, left: Claim, right: Claim, moments: Moments) -> dict[str, float | None]:
    """The pair's features and weight, with those of time."""
    older, newer = in_order(left, right, moments)
    days = days_between(left, right, moments)
    features: dict[str, float | None] = {f.name: f.value for f in pair.features}
    features["weight"] = pair.weight
    features["days_apart"] = None if days is None else float(min(days, 400))
    features["grows"] = _grows(older, newer)
    features["updates"] = float(update_cue(newer) - update_cue(older))
    features["planned_then_done"] = float(older.modality != "fact" and newer.modality == "fact")
    features["later_date"] = float(later_date(older, newer))
    return features


def _grows(older: Claim, newer: Claim) -> float | None:
    """1 where the newer claim's figure is larger, -1 where smaller, 0 where equal."""
    for one in older.quantities:
        for other in newer.quantities:
            if one.unit == other.unit and one.low is not None and other.low is not None:
                return float((other.low > one.low) - (other.low < one.low))
    return None


def _probabilities(name: str, rows: Sequence[Mapping[str, float | None]]) -> list[float]:
    trees = _trees(name)
    return [1 / (1 + math.exp(-float(odds))) for odds in trees.predict(trees.rows(rows))]


def _log2_odds(probability: float) -> float:
    inside = min(max(probability, _LEAST), 1 - _LEAST)
    return round(math.log2(inside / (1 - inside)), 3)


_LEAST = 1e-9


@lru_cache(maxsize=2)
def _trees(name: str) -> Trees:
    return load_trees(Path(__file__).with_name(f"{name}.json"))
