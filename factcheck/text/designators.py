"""Designators: "Mi-35M", "JF-17", "A320neo", "NV417", "OY-NVK". Names with digits, never numbers."""

from __future__ import annotations

import re

DESIGNATOR = re.compile(
    r"""(?:
      (?!(?i:mid|pre|post|late|early|non|covid)-) (?=\S*[A-Z])
      [A-Za-z]{1,5} - \d{1,4} [A-Za-z]{0,4} (?:-\d{1,3}[A-Z]?)?    # Mi-35M, JF-17, AIM-120C, T-90MS
    | [A-Z]{1,4} \d{1,4} (?:[A-Z]{0,3}s?|neos?|max|ers?)           # A320neo, A321XLRs, JF17, NV417
    | [A-Z]{2} - [A-Z]{3} (?=$|[^A-Za-z])                          # OY-NVK, an aircraft's registration
    )$""",
    re.VERBOSE,
)
"""A type designation, flight number or registration: letters joined with digits, a capital among them."""

_PARTS = re.compile(r"([A-Za-z]+)[-\s]?(\d+)[-\s]?([A-Za-z]*)")


def is_designator(word: str) -> bool:
    """Whether a word, or words that the parser joined ("Mi 35 M"), are a designator."""
    return bool(DESIGNATOR.match(word)) or (word.count(" ") == 2 and bool(DESIGNATOR.match(_closed_up(word))))


def _closed_up(words: str) -> str:
    """ "Mi 35 M" as "Mi-35M"."""
    return words.replace(" ", "-", 1).replace(" ", "")


def designator_key(word: str) -> str:
    """Equal for spellings of one designator: "mi35m" for "Mi-35M", "Mi 35 M" and "Mi-35Ms"."""
    bare = re.sub(r"[-\s]", "", word)
    if len(bare) > 2 and bare.endswith("s") and (bare[-2].isupper() or bare[-2].isdigit() or bare.endswith("neos")):
        bare = bare[:-1]
    return bare.casefold()


def designator_family(key: str) -> str:
    """The type without its variant: "mi35" for "mi35m"; the key itself where it has no such parts."""
    parts = _PARTS.match(key)
    return parts.group(1) + parts.group(2) if parts else key


def same_designator(left: str, right: str) -> bool:
    """Whether two keys can name one thing: equal, or one the family of the other; "su35" is never "su37"."""
    return left == right or designator_family(left) == right or designator_family(right) == left
