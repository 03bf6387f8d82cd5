"""Words that say the contrary of one another."""

from __future__ import annotations

from functools import cache

from factcheck.text.lexicon import load_lexicon


def are_opposite(left: str, right: str) -> bool:
    """Whether two lemmas are antonyms: "rise" and "fall"."""
    return right in _opposites().get(left, frozenset())


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one, other in load_lexicon("opposites")["pairs"]:
        for side, against in ((one, other), (other, one)):
            for word in side:
                found[word] = found.get(word, frozenset()) | frozenset(against)
    return found
