"""The report as Markdown (CommonMark with GitHub's tables). Article text can forge neither structure nor links.

Every character with a meaning within a line is escaped, and an invisible word joiner (U+2060) keeps renderers that look
for addresses, @names and #numbers in plain text from making links of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.report import wording
from factcheck.report.marks import Piece
from factcheck.report.settings import ReportSettings
from factcheck.report.view import Card, NoticeRow, Quote, Section, SideView, View

_SYNTAX = re.compile(r"([\\`*_\[\]<#|~$])")
# Where a renderer might see an address, a name or a number to link: after @ and #, before "//", after "www", "mailto".
_LINKING = re.compile(r"(?<=[@#])(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=mailto)(?=:)|(?<=xmpp)(?=:)", re.IGNORECASE)
_JOINER = "\u2060"


def render(view: View, settings: ReportSettings) -> str:
    """The whole report, nothing cut."""
    blocks = [
        f"# {escaped(settings.title)}",
        escaped(view.summary),
        _counts(view.sections),
        f"**{escaped(view.caveat)}**",
        *_input(view),
        *(block for section in view.sections if section.cards for block in _section(section)),
        *_provenance(view),
        *_notices(view.notices),
        *_cleaned(view),
        "---",
        escaped(view.made_with),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """The text as plain words within a line; at its beginning "-", "+", ">" and "1." would mean something."""
    linkless = _LINKING.sub(_JOINER, text.replace("\n", " "))
    return _SYNTAX.sub(r"\\\1", linkless.replace("&", "&amp;"))


def code(text: str) -> str:
    """The text as a code span, whatever backticks it holds."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest or text[:1] == " " or text[-1:] == " " else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text else ""


def _counts(sections: Iterable[Section]) -> str:
    rows = [f"- {len(section.cards)} {section.words.heading.lower()}" for section in sections]
    return "\n".join(rows)


def _input(view: View) -> Iterator[str]:
    if view.documents:
        yield "## Read"
        rows = [(d.id, d.publisher, d.author, d.published, d.title, str(d.claims)) for d in view.documents]
        yield _table(("File", "Publisher", "Author", "Published", "Title", "Claims"), rows)
    if view.skipped:
        yield "## Not read"
        yield _table(("Input", "Why"), [(row.path, row.reason) for row in view.skipped])


def _section(section: Section) -> Iterator[str]:
    yield f"## {section.words.heading} ({len(section.cards)})"
    yield escaped(section.words.meaning)
    for card in section.cards:
        yield from _card(card)


def _card(card: Card) -> Iterator[str]:
    yield f"### {card.number}\\. {escaped(card.about)}"
    yield f"{card.verdict}, {escaped(card.sources)}; {card.confidence}; {escaped(card.rule)}"
    for side in card.sides:
        yield from _side(side, alone=len(card.sides) == 1)
    if card.because:
        yield f"Why: {escaped(card.because)}"
    if card.why:
        yield "\n".join(f"- {escaped(row.name)}: {escaped(row.note)} ({row.word})" for row in card.why)


def _side(side: SideView, *, alone: bool) -> Iterator[str]:
    if not alone:
        sources = f" ({escaped(side.sources)})" if side.sources else ""
        yield f"**{side.letter}.** {escaped(side.says)}{sources}"
    for quote in side.quotes:
        yield _quote(quote)


def _quote(quote: Quote) -> str:
    return f"> “{_pieces(quote.pieces)}”\\\n> — {escaped(quote.source)}, {_place(quote)}"


def _place(quote: Quote) -> str:
    return code(quote.place)


def _pieces(pieces: tuple[Piece, ...]) -> str:
    """Marked words in bold where Markdown can tell that they are: letters within, none beside."""
    parts = []
    for number, piece in enumerate(pieces):
        before = pieces[number - 1].text[-1:] if number else ""
        after = pieces[number + 1].text[:1] if number + 1 < len(pieces) else ""
        ends = piece.text[:1].isalnum() and piece.text[-1:].isalnum()
        clear = piece.marked and ends and not before.isalnum() and not after.isalnum()
        parts.append(f"**{escaped(piece.text)}**" if clear else escaped(piece.text))
    return "".join(parts)


def _provenance(view: View) -> Iterator[str]:
    if view.links or view.origins:
        yield "## Who leans on whom"
    if view.links:
        yield "\n".join(f"- {code(k.derived)} {k.verb} {escaped(k.source)} ({k.sure})" for k in view.links)
    if view.origins:
        rows = [(o.name, o.lineage, ", ".join(o.documents), o.reason) for o in view.origins]
        yield _table(("Origin", "Known as", "Documents", "Why"), rows)


def _notices(notices: tuple[NoticeRow, ...]) -> Iterator[str]:
    if notices:
        yield f"## Notices ({len(notices)})"
        yield "\n".join(_notice(notice) for notice in notices)


def _notice(notice: NoticeRow) -> str:
    places = ", ".join(map(_place, notice.quotes))
    return f"- {escaped(notice.rule)}, {notice.severity}: {escaped(notice.message)}{f' ({places})' if places else ''}"


def _cleaned(view: View) -> Iterator[str]:
    if view.cleaned:
        yield "## Cleaned"
        rows = [(row.reason, row.kind, wording.count(row.times, "time")) for row in view.cleaned]
        yield _table(("What", "Done", "How often"), rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *(tuple(map(escaped, row)) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
