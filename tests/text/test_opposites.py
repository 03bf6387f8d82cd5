"""Words that say the contrary of one another."""

from __future__ import annotations

from itertools import product

import pytest

from factcheck.text.lexicon import load_lexicon
from factcheck.text.opposites import are_opposite


@pytest.mark.parametrize(
    ("left", "right"), [("rise", "fall"), ("open", "close"), ("accept", "reject"), ("win", "lose"), ("alive", "dead")]
)
def test_opposites(left: str, right: str) -> None:
    assert are_opposite(left, right)
    assert are_opposite(right, left)


@pytest.mark.parametrize(("left", "right"), [("rise", "grow"), ("rise", "rise"), ("rise", "mill"), ("", "")])
def test_others(left: str, right: str) -> None:
    assert not are_opposite(left, right)


def test_no_word_is_the_opposite_of_itself() -> None:
    words = {word for sides in load_lexicon("opposites")["pairs"] for side in sides for word in side}
    assert [word for word in sorted(words) if are_opposite(word, word)] == []


def test_being_opposite_has_no_direction() -> None:
    words = sorted({word for sides in load_lexicon("opposites")["pairs"] for side in sides for word in side})
    assert all(are_opposite(a, b) == are_opposite(b, a) for a, b in product(words, words))
