"""What a reader makes of a file, and the runs of its source that it is made from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.text.alignment import Alignment, Edit, apply_edits

PARAGRAPH_BREAK = "\n\n"
_PIECE = re.compile(r"[ \t\r\n\f]+|[^ \t\r\n\f]+")
_BREAKS = " \t\r\n\f"


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file as a reader of the page sees it, and what the file says of itself."""

    text: str
    alignment: Alignment
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """The code points `start:end` of the raw file, and what a reader sees there."""

    start: int
    end: int
    text: str


Block = Sequence[Run]
"""The runs of one paragraph, in the order of the file."""


def lay_out(raw: str, blocks: Iterable[Block]) -> tuple[str, Alignment]:
    """Joins blocks by blank lines; all of `raw` that no run holds is edited away.

    Raises:
        ValueError: when runs overlap or do not follow the order of the file.
    """
    edits: list[Edit] = []
    at, joint = 0, ""
    for block in blocks:
        for run in block:
            if joint or run.start > at:
                edits.append(Edit(at, run.start, joint, "markup"))
            if run.text != raw[run.start : run.end]:
                edits.append(Edit(run.start, run.end, run.text, "markup"))
            at, joint = run.end, ""
        if block:
            joint = PARAGRAPH_BREAK
    if at < len(raw):
        edits.append(Edit(at, len(raw), "", "markup"))
    return apply_edits(raw, Alignment.identity(len(raw)), edits)


def squeeze(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with each stretch of white space made one space, none at either end, as a browser shows them.

    Non-breaking spaces are kept.
    """
    kept: list[Run] = []
    for run in runs:
        for piece in _pieces(run):
            if piece.text == " " and (not kept or kept[-1].text.endswith((" ", "\n"))):
                continue
            if piece.text == "\n":
                while kept and kept[-1].text == " ":
                    kept.pop()
                if not kept or kept[-1].text == "\n":
                    continue
            kept.append(piece)
    while kept and kept[-1].text in (" ", "\n"):
        kept.pop()
    return tuple(kept)


def _pieces(run: Run) -> Iterable[Run]:
    if len(run.text) != run.end - run.start or run.text == "\n":
        yield run
        return
    for match in _PIECE.finditer(run.text):
        start = run.start + match.start()
        text = " " if match.group()[0] in _BREAKS else match.group()
        yield Run(start, start + len(match.group()), text)


def visible(runs: Iterable[Run]) -> str:
    """What a reader sees of some runs."""
    return "".join(run.text for run in runs)


def same_words(left: str, right: str) -> bool:
    """Whether two lines have the same words, whatever stands between them."""
    return re.findall(r"\w+", left.casefold()) == re.findall(r"\w+", right.casefold())


def cut(runs: Iterable[Run], length: int) -> tuple[Run, ...]:
    """The runs up to `length` visible characters."""
    kept: list[Run] = []
    for run in runs:
        if length <= 0:
            break
        whole = len(run.text) <= length or len(run.text) != run.end - run.start
        kept.append(run if whole else Run(run.start, run.start + length, run.text[:length]))
        length -= len(run.text)
    return tuple(kept)
