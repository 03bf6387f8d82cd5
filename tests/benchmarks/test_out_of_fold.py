"""Reports out of fold: judging is given the odds of the pairs that it asks for, and of no others."""

from __future__ import annotations

import pytest

from factcheck.datamodel import Pair
from factcheck.judge.opposition import Odds

pytest.importorskip("sklearn", reason="scikit-learn, of the extra 'train', is not installed")

from benchmarks.out_of_fold import Weighed


def test_odds_of_the_asked_pairs_alone() -> None:
    pairs = [Pair("a", "b", 0.0, (), 1.0), Pair("a", "c", 0.0, (), 2.0)]
    odds = {frozenset((p.left, p.right)): Odds(p.weight, 0.0, 0.1) for p in pairs}
    assert Weighed(pairs, odds).odds_of(pairs[1:]) == {frozenset("ac"): Odds(2.0, 0.0, 0.1)}
    with pytest.raises(KeyError):
        Weighed(pairs, odds).odds_of([Pair("b", "c", 0.0, (), 0.0)])
