"""Mojibake: text decoded with the wrong encoding ("â€™" for "’"), mended by ftfy, line by line."""

from __future__ import annotations

import re

from factcheck.clean.settings import CleanSettings
from factcheck.datamodel import Document
from factcheck.text.alignment import Edit

_LINE = re.compile(r"[^\r\n]+")
_STRETCH = re.compile(r"[^\x00-\x7f](?:.{0,3}[^\x00-\x7f])*")
"""Letters outside ASCII with little between them: where wrong decoding shows."""


def find_mojibake(text: str, document: Document, settings: CleanSettings) -> tuple[Edit, ...]:
    """Edits that turn each damaged stretch into what was meant.

    ftfy decides on whole lines, whose evidence is larger; the edit is then narrowed to the words that differ.
    """
    return tuple(edit for line in _LINE.finditer(text) if not line.group().isascii() for edit in _in_line(line))


def _in_line(line: re.Match[str]) -> list[Edit]:
    from ftfy import fix_encoding

    fixed = fix_encoding(line.group())
    if fixed == line.group() or "\n" in fixed or "\r" in fixed:
        return []
    return _narrowed(line.group(), fixed, line.start())


def _narrowed(broken: str, fixed: str, offset: int) -> list[Edit]:
    """One edit for each damaged stretch, where mending them apart gives what mending the line gave."""
    from ftfy import fix_encoding

    edits, pieces, at = [], [], 0
    for stretch in _STRETCH.finditer(broken):
        mended = fix_encoding(stretch.group())
        pieces += [broken[at : stretch.start()], mended]
        at = stretch.end()
        if mended != stretch.group():
            edits.append(Edit(offset + stretch.start(), offset + stretch.end(), mended, "wrong encoding mended"))
    if "".join([*pieces, broken[at:]]) == fixed:
        return edits
    return _changed(broken, fixed, offset)


def _changed(broken: str, fixed: str, offset: int) -> list[Edit]:
    """The edits between the two, by their longest common parts."""
    from rapidfuzz.distance import Indel

    return [
        Edit(offset + op.src_start, offset + op.src_end, fixed[op.dest_start : op.dest_end], "wrong encoding mended")
        for op in Indel.opcodes(broken, fixed)
        if op.tag != "equal"
    ]
