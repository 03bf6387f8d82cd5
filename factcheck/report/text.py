"""The report for a terminal: conflicts first, single-sourced claims in short, long quotes cut."""

from __future__ import annotations

from rich.text import Text

from factcheck.report import wording
from factcheck.report.marks import Piece
from factcheck.report.screen import Screen, piece
from factcheck.report.settings import ReportSettings
from factcheck.report.view import Card, DocumentRow, NoticeRow, Quote, Section, SideView, View
from factcheck.report.visible import shortened

_STYLES = {
    "conflicting": "bold red",
    "superseded": "bold blue",
    "agreeing": "bold green",
    "unsure": "bold yellow",
    "single-sourced": "bold",
}
_NOTICES_SHOWN = 10
_WHY_SHOWN = 6


def render(view: View, settings: ReportSettings) -> str:
    """The whole report, at most `settings.width` columns wide."""
    screen = Screen(settings)
    screen.heading(settings.title, rule="=")
    _head(screen, view)
    for section in view.sections:
        if section.cards:
            _section(screen, section)
    _provenance(screen, view)
    _notices(screen, view.notices)
    screen.blank()
    screen.add(view.made_with, style="dim")
    return screen.text()


def _head(screen: Screen, view: View) -> None:
    screen.add(view.summary)
    counts = ((len(section.cards), section.words) for section in view.sections)
    screen.add(", ".join(f"{n} {words.heading.lower()}" for n, words in counts if n) or "no findings", style="bold")
    screen.add(view.caveat)
    _documents(screen, view.documents)
    _skipped(screen, view)
    _cleaned(screen, view)
    if view.notices:
        screen.blank()
        screen.add(f"{wording.count(len(view.notices), 'notice')}: see the end", style="bold")


def _documents(screen: Screen, documents: tuple[DocumentRow, ...]) -> None:
    if documents:
        screen.blank()
        screen.add("Read", style="bold")
    for row in documents:
        title = f'"{shortened(row.title, screen.settings.quote_length)}"' if row.title else ""
        facts = (row.publisher, row.published, title, wording.count(row.claims, "claim"))
        screen.add(piece(row.id, "bold") + piece("  " + ", ".join(fact for fact in facts if fact)), indent=2)


def _skipped(screen: Screen, view: View) -> None:
    if view.skipped:
        screen.blank()
        screen.add("Not read", style="bold")
    for row in view.skipped:
        screen.add(piece(row.path, "bold") + piece(f"  {row.reason}"), indent=2)


def _cleaned(screen: Screen, view: View) -> None:
    if not view.cleaned:
        return
    screen.blank()
    screen.add("Cleaned", style="bold")
    for kind in ("dropped", "mended"):
        done = ", ".join(f"{row.reason} ({row.times})" for row in view.cleaned if row.kind == kind)
        if done:
            screen.add(f"{kind}: {done}", indent=2)


def _provenance(screen: Screen, view: View) -> None:
    if view.links:
        screen.heading("WHO LEANS ON WHOM")
    for link in view.links:
        screen.add(f"{link.derived} {link.verb} {link.source} ({link.sure})", indent=2)


def _notices(screen: Screen, notices: tuple[NoticeRow, ...]) -> None:
    if not notices:
        return
    screen.heading(f"NOTICES ({len(notices)})")
    for notice in notices[:_NOTICES_SHOWN]:
        places = ", ".join(quote.place for quote in notice.quotes)
        screen.add(f"{notice.rule}  {notice.message}{f'  [{places}]' if places else ''}", indent=2)
    if len(notices) > _NOTICES_SHOWN:
        screen.add(f"and {len(notices) - _NOTICES_SHOWN} more: see another format", indent=2)


def _section(screen: Screen, section: Section) -> None:
    words = section.words
    screen.heading(f"{words.heading.upper()} ({len(section.cards)})", style=_STYLES[words.verdict])
    screen.add(words.meaning, style="dim")
    if words.verdict == "single-sourced":
        _in_short(screen, section.cards)
        return
    for card in section.cards:
        _card(screen, card)


def _in_short(screen: Screen, cards: tuple[Card, ...]) -> None:
    shown = cards[: screen.settings.single_sourced_shown]
    screen.blank()
    for card in shown:
        for quote in card.quotes:
            _quote(screen, quote, indent=5, first=f"{card.number}. ")
    if len(cards) > len(shown):
        screen.blank()
        screen.add(f"and {len(cards) - len(shown)} more: see another format")


def _card(screen: Screen, card: Card) -> None:
    screen.blank()
    screen.add(card.about, indent=4, first=f"{card.number}. ".ljust(4), style="bold")
    screen.add(f"{card.verdict}, {card.sources}; {card.confidence} [{card.rule}]", indent=4)
    for side in card.sides:
        _side(screen, side, alone=len(card.sides) == 1)
    if card.because:
        screen.add(f"Why: {card.because}", indent=4)
    for row in card.why[:_WHY_SHOWN]:
        screen.add(f"{row.name}: {row.note} ({row.word})", indent=8, first="- ")


def _side(screen: Screen, side: SideView, *, alone: bool) -> None:
    if not alone:
        says = piece(side.says, "bold") + piece(f"  {side.sources}", "dim")
        screen.add(says, indent=7, first=f"{side.letter}  ")
    for quote in side.quotes:
        _quote(screen, quote, indent=7)


def _quote(screen: Screen, quote: Quote, *, indent: int, first: str = "") -> None:
    words = piece('"') + _pieces(quote.pieces, screen.settings.quote_length) + piece('"')
    screen.add(words, indent=indent, first=first)
    screen.add(piece(f"{quote.source}  ", "dim") + piece(quote.place, "cyan"), indent=indent + 2)


def _pieces(pieces: tuple[Piece, ...], length: int) -> Text:
    text = piece("")
    for part in pieces:
        text.append(part.text, style="bold underline" if part.marked else "")
    plain = text.plain
    cut = shortened(plain, length)
    return text if cut == plain else text[: len(cut) - 1] + piece("…")
