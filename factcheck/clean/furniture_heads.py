"""Furniture above an article: mastheads, dates, bylines, and the dateline before its first sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.clean.blocks import Paragraph
from factcheck.clean.surroundings import Surroundings, ends_as_sentence, is_prose, key
from factcheck.text.bylines import byline, dateline, greeted
from factcheck.text.calendar import days_named

_BARS = re.compile(r"\s+[|·•]\s+|\s*\|\s*|\s+[>»]\s+")
_PARTS_AT_MOST = 14
"""Words between two bars; more make a sentence, and the bars a table."""
_STAMP = re.compile(
    r"^\W*(?:(?:first |last )?(?:published|posted|updated|issued|modified|edited|created)|date|time|as of)\b"
    r"\W*(?:on\s+|at\s+)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}\b(?:\s*[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\.?\b"
    r"|\b(?:GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT|IST|ADT|AM|PM)\b",
    re.IGNORECASE,
)
_SLOGAN_WORDS = 10


def drop_masthead(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """An outlet's name, a greeting, a bar of sections, a slogan between the name and the headline."""
    text = paragraph.text
    if around.is_title(text) or is_prose(text):
        return ()
    if greeted(text) or (text.startswith("|") and paragraph.words < 12 and around.near_head(paragraph)):
        return _whole(paragraph)
    if _is_bar(paragraph, around) or (
        around.near_head(paragraph) and (_is_outlet(text, around) or _is_slogan(paragraph, around))
    ):
        return _whole(paragraph)
    return ()


def drop_date(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """A line that holds a date with at most a place, a time or an issue beside it."""
    text = paragraph.text
    if around.is_title(text) or paragraph.words > 20:
        return ()
    days = days_named(text)
    stamped = _STAMP.match(text)
    rest = _CLOCK.sub(" ", "".join(_without(text, [(day.start, day.end) for day in days])))
    if stamped:
        rest = rest[len(stamped.group()) :] if rest.startswith(stamped.group()) else _STAMP.sub("", rest)
    words = re.findall(r"[^\W\d_]{2,}", rest)
    if days and stamped and len(words) <= 10 and not ends_as_sentence(text.rstrip(".")):
        return _whole(paragraph)
    near = around.near_head(paragraph) or paragraph.from_end == 0
    plain = all(not word.islower() or len(word) < 4 or word in ("page", "price") for word in words)
    return _whole(paragraph) if days and near and len(words) <= 6 and plain and not is_prose(text) else ()


def drop_signature(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """A byline: "By Ann Lee in Dover", "Ann Lee, Friday 3 May 2031", "News Desk |"."""
    text = paragraph.text.strip("*_ ")
    if around.is_title(text) or paragraph.words > 18 or (ends_as_sentence(text) and not text.endswith("|")):
        return ()
    if byline(text) and (around.near_head(paragraph) or paragraph.from_end < 2):
        return _whole(paragraph)
    if not around.near_head(paragraph):
        return ()
    signed = around.document.byline
    if signed and key(text).startswith(key(signed)) and paragraph.words <= len(signed.split()) + 6:
        return _whole(paragraph)
    return _whole(paragraph) if text.endswith("|") and paragraph.words < 8 else ()


def cut_dateline(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """The place, date and agency before the first sentence."""
    if not around.near_head(paragraph):
        return ()
    found = dateline(paragraph.text)
    return [(0, found.end)] if found else ()


def _is_bar(paragraph: Paragraph, around: Surroundings) -> bool:
    """Whether short parts stand between bars, above or below the article."""
    parts = [part for part in _BARS.split(paragraph.text) if part.strip()]
    if len(parts) < 2 or any(len(part.split()) > _PARTS_AT_MOST for part in parts):
        return False
    return around.near_head(paragraph) or around.near_tail(paragraph)


def _is_outlet(text: str, around: Surroundings) -> bool:
    outlet = key(around.document.outlet or "")
    if not outlet:
        return False
    words = key(text)
    if words.startswith((f"from {outlet}", f"from the {outlet}")):
        return True
    return words.removeprefix("the ") == outlet.removeprefix("the ") or (
        words.removeprefix("the ").startswith(outlet.removeprefix("the "))
        and len(words.split()) <= len(outlet.split()) + 6
        and not ends_as_sentence(text)
    )


def _is_slogan(paragraph: Paragraph, around: Surroundings) -> bool:
    """Whether a short line without figures stands above the headline and below nothing but furniture."""
    title = next((other for other in around.paragraphs if around.is_title(other.text)), None)
    named = any(_is_outlet(other.text, around) for other in around.paragraphs[: paragraph.number])
    if title is None or paragraph.number >= title.number or not named:
        return False
    return (
        paragraph.words <= _SLOGAN_WORDS
        and not re.search(r"\d", paragraph.text)
        and not ends_as_sentence(paragraph.text.rstrip("."))
    )


def _without(text: str, ranges: Sequence[tuple[int, int]]) -> list[str]:
    """The text outside some ranges."""
    kept, at = [], 0
    for start, end in ranges:
        kept.append(text[at:start])
        at = end
    return [*kept, text[at:]]


def _whole(paragraph: Paragraph) -> Sequence[tuple[int, int]]:
    return [(0, len(paragraph.text))]
