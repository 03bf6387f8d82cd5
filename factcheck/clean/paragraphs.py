"""Lines → paragraphs: hard-wrapped lines are joined, any other line is a paragraph of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.clean.settings import CleanSettings
from factcheck.datamodel import Document
from factcheck.text.alignment import Edit

_BREAK = "\n\n"
_LINE_END = re.compile(r"[^\S\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029])")
_BETWEEN = re.compile(r"\s*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_WIDEST = 110
"""Hard-wrapped text has no longer lines; common widths are 60 to 100."""
_NARROWEST = 35
_FEWEST_WRAPPED = 3
_BULLET = re.compile(r"\s*(?:[•▪◦‣●○■*–—-]|\d{1,2}[.)])\s")


def find_line_ends(text: str, document: Document, settings: CleanSettings) -> tuple[Edit, ...]:
    """Edits that leave blank lines between paragraphs and no other line break."""
    gaps = [match for match in _BETWEEN.finditer(text) if match.start() > 0 and match.end() < len(text)]
    wrapped = _wrapped(text, gaps)
    edits = []
    for gap in gaps:
        joint = _joint(text, gap) if gap.start() in wrapped else _BREAK
        if gap.group() != joint:
            edits.append(Edit(gap.start(), gap.end(), joint, "line ends" if joint == _BREAK else "wrapped line joined"))
    return (*_ends(text), *edits)


def _ends(text: str) -> list[Edit]:
    """White space before the first paragraph and after the last."""
    if not text.strip():
        return [Edit(0, len(text), "", "line ends")] if text else []
    edits = []
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start:
        edits.append(Edit(0, start, "", "line ends"))
    if end < len(text):
        edits.append(Edit(end, len(text), "", "line ends"))
    return edits


def _wrapped(text: str, gaps: Sequence[re.Match[str]]) -> set[int]:
    """Starts of the gaps at which an editor or mailer broke a line because the next word did not fit."""
    lines = [line for line in text.splitlines() if line.strip()]
    width = max((len(line.rstrip()) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return set()
    starts = {gap.start() for gap in gaps if _single(gap) and _is_full(text, gap, width)}
    return starts if len(starts) >= _FEWEST_WRAPPED else set()


def _single(gap: re.Match[str]) -> bool:
    """Whether there is one line end and no blank line."""
    return len(_LINE_END.findall(gap.group())) == 1


def _is_full(text: str, gap: re.Match[str], width: int) -> bool:
    """Whether the next line's first word would not have fitted; a line that opens an item of a list begins anew."""
    line_start = max(text.rfind("\n", 0, gap.start()), text.rfind("\r", 0, gap.start())) + 1
    following = re.match(r"\S+", text[gap.end() : gap.end() + width + 1])
    word = len(following.group()) if following else 0
    if _BULLET.match(text[gap.end() : gap.end() + 6]):
        return False
    if re.search(r"[^\W\d_]-$", text[line_start : gap.start()]):
        return True
    return gap.start() - line_start + 1 + word > width


def _joint(text: str, gap: re.Match[str]) -> str:
    """What joins two lines: nothing after a hyphen, else a space."""
    return "" if re.search(r"\w-$", text[max(0, gap.start() - 2) : gap.start()]) else " "
