"""The wordings by which a text credits a source, as a table read top to bottom.

A template is a regular expression in which a blank stands for any white space and <word> for a fragment below;
the group `name` is the source, `issuer` what is put before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from factcheck.text.lexicon import load_lexicon
from factcheck.text.names import has_media_word, is_known_outlet, person_titles, words_of


@dataclass(frozen=True, slots=True)
class CreditPattern:
    """One wording."""

    template: str
    accepts: Callable[[str], bool]
    """Whether a name that the template finds can be a source's."""
    score: float
    """0 to 1: how sure it is that the document has something from there."""
    interview: bool = False
    """Whether somebody spoke to that outlet."""
    loose: bool = False
    """Whether it counts only where one of the documents given is meant."""
    whole: bool = False
    """Whether all of the document is from there."""


def is_any(name: str) -> bool:
    """Whether there is a name at all."""
    return bool(words_of(name))


def is_outlet(name: str) -> bool:
    """Whether a name behind "told" or "interview with" can be an outlet's and not a person's or a body's."""
    words = [w for w in words_of(name) if w != "the"]
    hearers = load_lexicon("outlets")["hearers"]
    if not words or words[0] in person_titles() or set(words) & set(hearers):
        return False
    return is_clear_outlet(name) or len(words) == 1


def is_clear_outlet(name: str) -> bool:
    """Whether a name is an outlet's whatever stands beside it."""
    return has_media_word(name) or is_known_outlet(name)


def is_text(name: str) -> bool:
    """Whether it is a report, a record or the like."""
    return any(w in load_lexicon("outlets")["documents"] for w in words_of(name))


def is_data_source(name: str) -> bool:
    """Whether it is an outlet, a body that counts or measures, or an acronym."""
    bodies = load_lexicon("outlets")["bodies"]
    acronym = re.search(r"\b[A-Z]{3,}\b", name) is not None
    return is_clear_outlet(name) or acronym or any(w in bodies for w in words_of(name))


def is_source(name: str) -> bool:
    """Whether what follows "according to" is a text, a body or an outlet, not a person or people at large."""
    return is_text(name) or is_data_source(name)


PATTERNS = (
    # Somebody spoke to an outlet.
    CreditPattern(r"\btold (?P<name><name>)", is_outlet, 0.9, interview=True),
    CreditPattern(r"\btold <described>(?P<name><name>)", is_any, 0.95, interview=True),
    CreditPattern(r"\binterviews? (?:with|to|by|given to) (?P<name><name>)", is_outlet, 0.9, interview=True),
    CreditPattern(r"\binterviews? (?:with|to|by) <described>(?P<name><name>)", is_any, 0.95, interview=True),
    CreditPattern(r"\b(?:said|spoke|speaking) (?:on|to) (?P<name><name>)", is_clear_outlet, 0.9, interview=True),
    CreditPattern(r"\bmicrophones? of (?P<name><name>)", is_any, 0.9, interview=True),
    # An outlet had it, or wrote part of it.
    CreditPattern(r"\b(?:published|reported|appeared|broadcast) (?:by|in|on) (?P<name><name>)", is_outlet, 0.9),
    CreditPattern(
        r"\b(?:first|originally) (?:published|appeared) (?:by|in|on) (?P<name><name>)", is_outlet, 0.95, whole=True
    ),
    CreditPattern(r"\b[Ii]nputs? (?:by|from) (?P<name><name>)", is_any, 0.9),
    CreditPattern(r"(?P<name><name>) contributed to this", is_any, 0.9),
    CreditPattern(r"(?P<name><name>) (?:<reports>)\b", is_clear_outlet, 0.85),
    CreditPattern(r"\b<described>(?P<name><name>)", is_any, 0.7),
    # According to a text, a body or an outlet.
    CreditPattern(r"\b[Aa]ccording to (?P<name><phrase>)(?=[,.;:)–—]| (?:which|who|that)\b|$)", is_source, 0.8),
    CreditPattern(r"\b[Aa]ccording to <described>(?P<name><name>)", is_any, 0.85),
    # Counts and measures.
    CreditPattern(r"\bby (?:the|a) (?:<count>) of (?P<name>(?:the )?<name>)", is_data_source, 0.8),
    CreditPattern(r"\b(?:data|figures|numbers) (?:from|of) (?P<name>(?:the )?<name>)", is_data_source, 0.8),
    CreditPattern(r"(?P<name><name>|<body>)(?: \([^()]*\))? (?:<measures>)\b(?=[^.;]{0,80}\d)", is_data_source, 0.75),
    CreditPattern(r"(?P<name><body>) (?:has|have) calculated\b", is_any, 0.75),
    # Texts and records.
    CreditPattern(
        r"(?P<issuer><name>|(?:the|its|their)(?: [\w’'-]+){1,3}) (?:said|says|found|writes|wrote|named|concluded)"
        r" in (?:an?|the|its) (?P<name>(?:[\w-]+ )?(?:<text>))\b",
        is_any,
        0.8,
    ),
    CreditPattern(
        r"(?P<name>\b(?:<article>|<capital>[’']s) (?:[\w’'-]+ ){0,3}?(?:<text>)<of>)(?: (?:<obtained>) by[\w\s]+?)?"
        r" (?:<shows>)\b",
        is_text,
        0.75,
    ),
    CreditPattern(
        r"(?P<name>\b(?:[Aa]n?|[Tt]he) (?:[\w’'-]+ ){0,3}?(?:<text>)),?(?: which \w+ has)? (?:<obtained>) by\b",
        is_text,
        0.85,
    ),
    CreditPattern(
        r"(?P<name>(?:\b[A-Z]\w+ )?\b(?:records|documents|papers|filings|figures))"
        r"(?: (?:<obtained>) by <name>)? shows?\b",
        is_any,
        0.75,
    ),
    # What a body put out itself.
    CreditPattern(
        r"(?P<name>\b(?:<article> |<capital>(?: <capital>)*[’']s )(?:[\w’'-]+ ){0,3}?(?:<statement>)<of>)\b",
        is_any,
        0.7,
        loose=True,
    ),
)


@cache
def compiled(template: str) -> re.Pattern[str]:
    """The regular expression of a template."""
    while (hole := re.search(r"<(\w+)>(?<!\?P<name>)(?<!\?P<issuer>)", template)) is not None:
        template = template[: hole.start()] + _fragments()[hole[1]] + template[hole.end() :]
    return re.compile(template.replace(" ", r"\s+"))


@cache
def _fragments() -> dict[str, str]:
    lexicon = load_lexicon("outlets")
    texts = [d for d in lexicon["documents"] if d not in lexicon["statements"]]
    capital = r"(?:[A-ZÀ-ÖØ-ÞĀŁŠŽČĆ][\w’'&.-]*\w|[A-Z]{1,6}\b)"
    return {
        "capital": capital,
        "name": rf"(?:[Tt]he )?{capital}(?: (?:(?:of the|of|and|for|de|la|del) )*(?:{capital}|\d+\b))*",
        "phrase": r"(?:[\w’'.&-]+ ){0,6}?[\w’'.&-]*\w",
        "described": rf"(?:an?|the|that) (?:[\w’'-]+ ){{0,3}}?(?:{_any_of(lexicon['outlet_nouns'])}) ",
        "body": rf"\b[Tt]he (?:[\w’'-]+ ){{1,2}}(?:{_any_of(lexicon['bodies'])})",
        "article": r"(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)",
        "of": rf"(?: (?:of|by|from|over) (?:the )?[\w’'-]+(?: {capital})*)?",
        "text": _any_of(texts),
        "statement": _any_of(lexicon["statements"]),
        "count": "count|reckoning|tally|estimate",
        "obtained": "seen|obtained|reviewed|released",
        **{kind: _any_of(lexicon[kind]) for kind in ("reports", "measures", "shows")},
    }


def _any_of(words: list[str]) -> str:
    """Alternatives, the longest first."""
    return "|".join(re.escape(w).replace(r"\ ", " ") for w in sorted(words, key=lambda w: (-len(w), w)))
