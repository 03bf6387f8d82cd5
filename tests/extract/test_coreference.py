"""What pronouns are taken to stand for, and that they are left alone where it is not sure."""

from __future__ import annotations

import pytest

from factcheck.extract.cast import cast_of
from factcheck.extract.coreference import find_antecedents
from factcheck.extract.tree import tree_of
from tests.extract.parsed import parsed


def _found(text: str, spoken: str = "", speaker: str = "") -> dict[str, str]:
    """Pronoun → what it stands for; `spoken` are words in quotation marks, by `speaker`."""
    tree = tree_of(parsed(text))
    at = text.find(spoken) if spoken else 0
    own = dict.fromkeys(range(*tree.tokens_between(at, at + len(spoken))), speaker) if spoken else {}
    found = find_antecedents(tree, cast_of(tree, frozenset()), own)
    return {tree.words[i]: words for i, words in found.items()}


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("Ann Roe runs the mill. She bought it in 2019.", {"she": "Ann Roe"}),
        ("Ann Roe, the mayor, spoke on Monday. The hall was full. She left early.", {"she": "Ann Roe"}),
        ("The ferry departed at noon. It sank off Leros.", {"it": "the ferry"}),
        ("A cargo ship left Oslo in May. It sank off Leros.", {"it": "the cargo ship"}),
        ("Two inspectors came on Monday. They closed the plant.", {"they": "the two inspectors"}),
        ("Norway joined in 1949. Its army is small.", {"its": "Norway"}),
    ],
)
def test_the_nearest_that_fits(text: str, expect: dict[str, str]) -> None:
    found = _found(text)
    assert {pronoun: found.get(pronoun) for pronoun in expect} == expect


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Ann Roe met Jane Poe in Bath, and Mary Coe paid. She left early.", "she"),
        ("A nurse broke her wrist.", "her"),
        ("Mr John Roe opened the fair. She cut the ribbon.", "she"),
        ("The skipper was drunk, police said. He had been at sea for a week.", "he"),
        ("The ferry departed at noon. It rained all day.", "it"),
        ("The council met on Monday. It is clear that the plan will fail.", "it"),
        ("None of the boats sank. It was a calm day.", "it"),
        ("The mayor spoke on Monday. It was dark.", "it"),
        ("Mr John Roe owns two mills. It is a large firm.", "it"),
    ],
)
def test_a_doubtful_pronoun_is_left(text: str, pronoun: str) -> None:
    assert pronoun not in _found(text)


def test_nobody_is_he_in_his_own_words() -> None:
    text = "“He sat in my kitchen,” Mrs Ann Roe told the court."
    assert "he" not in _found(text, "He sat in my kitchen", "Ann Roe")


def test_a_thing_in_somebody_s_words_is_not_sought_outside_them() -> None:
    text = "The ferry departed at noon. “It was a shock,” said a passenger."
    assert "it" not in _found(text, "It was a shock")


@pytest.mark.parametrize("text", ["He", "it it it", "She, who.", "Their.", "his her its"])
def test_odd_texts_are_survived(text: str) -> None:
    assert _found(text) == {}
