"""Credits of pictures and of those who helped: whole lines, and the ends of captions. The caption itself stays."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.clean.blocks import Paragraph
from factcheck.clean.surroundings import Surroundings, key

_LABEL = (
    r"(?:photo(?:graph)?s?|pictures?|images?|source|credit|graphic|illustration|video|foto)"
    r"(?: credits?| by| courtesy(?: of)?)?"
)
_WHO = r"[^\W\d_](?:[^.:;!?|()\[\]]|(?<=\b[A-Z])\.){0,60}"
_CREDIT = re.compile(rf"^[\W_]*{_LABEL}\s*[:/]\s*{_WHO}\W*$", re.IGNORECASE)
_HELP = re.compile(
    r"^[(\[—–*_ -]*(?:additional |with )?(?:reporting|writing|editing|input|translation|translated|compiled|edited"
    r"|files?|contributions?|photography|produced|prepared)\s+(?:by|from)\b.{0,140}$",
    re.IGNORECASE,
)
_SLASH = r"(?:CAP){1,4}/\s?(?:CAP){1,5}".replace("CAP", r"[a-z]?[^\W\d_a-z][\w.&’'-]*\s?")
"""Who and for whom: "A. Lee/Plain Press"."""
_SLASHED = re.compile(rf"^\(?{_SLASH}\)?\.?$")
_END = re.compile(rf"\s*[(\[]?\s*\b{_LABEL}\s*:\s*(?P<who>{_WHO})[)\]]?\s*\.?$", re.IGNORECASE)
_END_SLASHED = re.compile(rf"\s*\({_SLASH}\)\s*\.?$|(?<=[.!?])\s+{_SLASH}$")
_START_SLASHED = re.compile(rf"^\({_SLASH}\)\s+")
LABELLED = re.compile(r"^(?:caption|photos?|pictures?|image|pictured|video)\s*:\s+(?=\S)", re.IGNORECASE)


def drop_credit(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """ "Photo: A. Lee", "(Plain Press/A. Lee)", "(Reporting by A. Lee; editing by B. Low)", "(Plain TV)"."""
    text = paragraph.text.strip()
    if (_CREDIT.match(text) and _is_name(text.split(":")[-1])) or _HELP.match(text) or _SLASHED.match(text):
        return [(0, len(paragraph.text))]
    outlet = key(around.document.outlet or "")
    bracketed = text.startswith("(") and text.endswith(")") and text.count("(") == 1
    return [(0, len(paragraph.text))] if bracketed and outlet and key(text) == outlet else ()


def cut_credit(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """The credit at a caption's end, and the word "Caption:" at its head."""
    cuts = []
    text = paragraph.text
    end = _END.search(text)
    if (
        (end and _is_name(end.group("who")))
        or (end := _END_SLASHED.search(text))
        or (end := _outlet_at_end(text, around))
    ):
        cuts.append((end.start(), len(text)))
    start = (None if around.near_tail(paragraph) else LABELLED.match(text)) or _START_SLASHED.match(text)
    if start:
        cuts.insert(0, start.span())
    if len(cuts) == 2 and cuts[0][1] >= cuts[1][0]:
        return [(0, len(text))]
    return cuts


def _outlet_at_end(text: str, around: Surroundings) -> re.Match[str] | None:
    """The outlet's own name in brackets behind a caption."""
    match = re.search(r"\s*\((?P<who>[^()]{2,40})\)$", text)
    outlet = key(around.document.outlet or "")
    return match if match and outlet and key(match.group("who")) == outlet else None


def _is_name(words: str) -> bool:
    """Whether hardly a small word stands among them: a person or an agency."""
    small = [word for word in re.findall(r"[^\W\d_]+", words) if word.islower() and len(word) > 3]
    return len(words.split()) <= 9 and len(small) <= 1
