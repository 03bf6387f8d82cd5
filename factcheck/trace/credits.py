"""Credits in a document's text: the outlets, agencies, reports and records that it names as where it has this from.

What each claim has its own origin from is told by extraction; here stands what the document as a whole credits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.datamodel import Document, Span
from factcheck.text.calendar import MONTHS
from factcheck.text.lexicon import load_lexicon
from factcheck.text.names import words_of
from factcheck.trace.credit_patterns import PATTERNS, CreditPattern, compiled, is_text

_PARAGRAPH = re.compile(r"[^\n]+")
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_TAIL = re.compile(r"\s+(?:that|which|who|seen|obtained|released|published|dated|on|in|at|last|this)\b.*$")
_PAGES = re.compile(r"\b\d[\d,]*-page\b")
_LEAD = 3
"""An interview credited in one of so many first paragraphs is what the whole article leans on."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A source that a document names."""

    name: str
    span: Span
    """Its name, with the words that credit it."""
    reach: Span
    """The paragraph that it stands in."""
    score: float
    """0 to 1: how sure it is that the document has something from there."""
    interview: bool = False
    """Whether somebody spoke to that outlet."""
    leads: bool = False
    """Whether the whole document leans on that interview."""
    loose: bool = False
    """Whether it counts only where one of the documents given is meant: "in a statement"."""
    claimed: bool = False
    """Whether a claim names it as its own origin."""
    whole: bool = False
    """Whether all of the document is from there, by its dateline."""


def find_credits(document: Document) -> tuple[Credit, ...]:
    """Every credit of a document, in the order of its text."""
    found: list[Credit] = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(document.text)):
        for pattern in PATTERNS:
            for match in compiled(pattern.template).finditer(paragraph.group()):
                name = _name_in(match)
                if name and pattern.accepts(name):
                    found.append(_credit(document, paragraph, match, name, pattern, number < _LEAD))
    return tuple(sorted(_longest(found), key=lambda c: (c.span, c.name)))


def tidy_name(name: str) -> str:
    """The name without page counts and stops; empty where it names nobody: "one tabloid", "the ministry"."""
    name = " ".join(_PAGES.sub("", name).split()).strip(" ,.;:")
    words = words_of(name)
    lexicon = load_lexicon("outlets")
    if set(words) & {*lexicon["vague"], *MONTHS, *_DAYS} and not re.search(r"\w\s[A-ZÀ-Þ]", name):
        return ""
    general = {"a", "an", "the", *lexicon["bodies"], *lexicon["outlet_nouns"], *lexicon["firms"]}
    if name == name.lower() and set(words) <= general and not is_text(name):
        return ""
    indefinite = words[:1] in (("a",), ("an",)) and not re.search(r"[A-ZÀ-Þ]", name[2:])
    return "" if indefinite and set(words) & set(lexicon["outlet_nouns"]) and not is_text(name) else name


def _credit(
    document: Document, paragraph: re.Match[str], match: re.Match[str], name: str, pattern: CreditPattern, early: bool
) -> Credit:
    at = paragraph.start()
    span = document.span(at + match.start(), at + match.end())
    reach = document.span(at, paragraph.end())
    leads = pattern.interview and early
    return Credit(name, span, reach, pattern.score, pattern.interview, leads, loose=pattern.loose, whole=pattern.whole)


def _name_in(match: re.Match[str]) -> str:
    """The name as written, an issuer put before what it issued: "the accident bureau interim report"."""
    issuer = match.groupdict().get("issuer") or ""
    return tidy_name(f"{issuer} {_TAIL.sub('', match.group('name'))}")


def _longest(credits: list[Credit]) -> list[Credit]:
    """Of credits that lie within one another, the longest: "the Gulf broadcaster Al-Bahr", not "the Gulf"."""
    held = (c for c in credits if not any(o.span != c.span and o.span.holds(c.span) and not o.loose for o in credits))
    return list(dict.fromkeys(held))
