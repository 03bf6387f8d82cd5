"""Keys for the names of outlets and of people: equal for names that mean the same."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from factcheck.text.lexicon import load_lexicon

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*", re.UNICODE)
_LITTLE = frozenset(
    (
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "her",
        "his",
        "in",
        "its",
        "of",
        "on",
        "our",
        "that",
        "the",
        "their",
        "to",
        "with",
    )
)


def outlet_key(name: str) -> str:
    """The key of an outlet: "sputnik" for "Sputnik", "Sputnik News" and "the Sputnik International website".

    Known aliases come first, then articles and generic words ("News", "International") are taken off,
    unless nothing else is left: "Daily News" stays what it is. Empty where the name holds no word.
    """
    words = words_of(name)
    bare = tuple(w for w in words if w not in ("the", "a", "an"))
    alias = _aliases().get(bare) or _unglued(bare)
    if alias is not None:
        return alias
    return " ".join(_distinctive(bare) or bare)


def outlet_name(name: str) -> str:
    """The outlet's name as the lexicon has it, else as it is written."""
    key = outlet_key(name)
    return next((a[0] for a in load_lexicon("outlets")["aliases"] if outlet_key(a[0]) == key), name)


def same_outlet(left: str, right: str) -> bool:
    """Whether two names mean one outlet."""
    key = outlet_key(left)
    return bool(key) and key == outlet_key(right)


def person_key(name: str) -> str:
    """The key of a person: the name without the titles before it, "asif ghafoor"."""
    words = list(words_of(name))
    while len(words) > 1 and words[0] in person_titles():
        words = words[1:]
    return " ".join(words)


def same_person(left: str, right: str) -> bool:
    """Whether one key is the other, or the end or the start of it: "Ghafoor", "Asif Ghafoor"."""
    short, long = sorted((person_key(left).split(), person_key(right).split()), key=len)
    return bool(short) and (long[-len(short) :] == short or long[: len(short)] == short)


def name_words(name: str) -> frozenset[str]:
    """The words by which a source is told from others: little words dropped, plurals and possessives cut."""
    return frozenset(_singular(w) for w in words_of(name) if w not in _LITTLE)


def short_names(name: str) -> tuple[str, ...]:
    """Shorter forms that a text may use once readers know whom it means, longest first.

    "The Coast Chronicle" → "Coast Chronicle", "Chronicle"; "Danube Financial Wire" → "Danube Financial", "Danube".
    """
    words = [w for w in name.split() if plain(w) not in ("the", "a", "an")]
    media = frozenset(load_lexicon("outlets")["media"])
    found = [" ".join(words)]
    while len(words) > 1 and plain(words[-1]) in media:
        words = words[:-1]
        found.append(" ".join(words))
    return tuple(dict.fromkeys(f for f in found if f and f != name))


def is_known_outlet(name: str) -> bool:
    """Whether the lexicon has this outlet."""
    words = tuple(w for w in words_of(name) if w != "the")
    return words in _aliases() or " ".join(words) in load_lexicon("agencies")["known"]


def person_titles() -> frozenset[str]:
    """Ranks, offices and forms of address that stand before people's names."""
    return frozenset(load_lexicon("titles")["honorifics"]) | frozenset(load_lexicon("titles")["roles"])


def has_media_word(name: str) -> bool:
    """Whether a name is an outlet's by its words: "Valley Courier", "Radio Meri", "Openpedia", "Altmühl-Bote"."""
    lexicon = load_lexicon("outlets")
    media = frozenset(lexicon["media"])
    words = words_of(name)
    return any(w in media for w in words) or any(w.endswith(("pedia", "blog", "news")) for w in words)


@cache
def words_of(name: str) -> tuple[str, ...]:
    """Lower-case words without accents; possessives cut, dotted initials joined: "U.S." → "us"."""
    found = []
    for match in _WORD.finditer(plain(name)):
        word = re.sub(r"['’]s$", "", match.group()).replace(".", "")
        found.append(word.replace("’", "").replace("'", ""))
    return tuple(w for w in found if w)


@cache
def plain(text: str) -> str:
    """The text without accents and case."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _distinctive(words: tuple[str, ...]) -> tuple[str, ...]:
    generic = frozenset(load_lexicon("outlets")["generic"])
    return tuple(w for w in words if w not in generic)


def _unglued(words: tuple[str, ...]) -> str | None:
    """The known outlet to which a page's address or markup has stuck: "Sputniknews.com", "Sputniklink"."""
    if len(words) != 1:
        return None
    residues = (*load_lexicon("outlets")["generic"], "link")
    for residue in sorted(residues, key=lambda r: (-len(r), r)):
        known = words[0].removesuffix(residue)
        if known != words[0] and (known,) in _aliases():
            return _aliases()[known,]
    return None


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 4 else word


@cache
def _aliases() -> dict[tuple[str, ...], str]:
    known: dict[tuple[str, ...], str] = {}
    for names in load_lexicon("outlets")["aliases"]:
        key = " ".join(w for w in words_of(names[0]) if w != "the")
        for name in names:
            known[tuple(w for w in words_of(name) if w != "the")] = key
    return known
