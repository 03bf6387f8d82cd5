"""How much a word tells."""

from __future__ import annotations

from factcheck.text.frequencies import pair_counts, surprisal, word_counts


def test_common_words_tell_less_than_rare_ones_and_unknown_ones_most() -> None:
    told = [surprisal(word) for word in ("the", "people", "helicopter", "mi35m")]
    assert told == sorted(told)
    assert told[0] < told[1] < told[2] < told[3] == 6.0


def test_a_name_of_several_words_tells_what_its_rarest_does() -> None:
    assert surprisal("new ghafoor") == surprisal("ghafoor")
    assert surprisal("") == 6.0


def test_the_lists_are_whole() -> None:
    assert len(word_counts()) > 80_000
    assert pair_counts()["of", "the"] > 0
