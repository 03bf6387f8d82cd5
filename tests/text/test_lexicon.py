"""The word lists: readable, and in the form that their readers expect."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck.text
from factcheck.text.lexicon import load_lexicon

NAMES = sorted(path.stem for path in (Path(factcheck.text.__file__).parent / "lexicon").glob("*.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_every_list_is_read(name: str) -> None:
    assert load_lexicon(name)


def test_a_list_is_read_once() -> None:
    assert load_lexicon("places") is load_lexicon("places")


def test_a_missing_list_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        load_lexicon("no_such_list")


def test_the_lists_of_joints_are_lemmas_in_lower_case() -> None:
    lists = load_lexicon("joints")
    assert set(lists) == {"placing", "shares", "events", "wishes"}
    for words in lists.values():
        assert all(word == word.lower() and word.strip() for word in words)


def test_no_step_word_stands_in_two_steps() -> None:
    steps = load_lexicon("states")["steps"]
    seen: dict[str, str] = {}
    for step, words in steps.items():
        for word in words:
            assert seen.setdefault(word, step) == step
