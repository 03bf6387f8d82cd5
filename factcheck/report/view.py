"""What all formats show: the saved report as rows and cards, in order, each word chosen and made fit to be shown.

Every string of a view has been through `visible`: it holds no character that steers a terminal or reorders a line.
Formats still escape for their own syntax.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from factcheck.report import wording
from factcheck.report.marks import Piece, cut, differing, joined
from factcheck.report.order import claim_ids
from factcheck.report.saved import (
    SavedClaim,
    SavedDocument,
    SavedEdit,
    SavedFeature,
    SavedFinding,
    SavedLink,
    SavedNotice,
    SavedOrigin,
    SavedPair,
    SavedReport,
    SavedSide,
)
from factcheck.report.visible import visible


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim as it stands in its document."""

    claim: str
    anchor: str
    pieces: tuple[Piece, ...]
    """Its words; the values that differ from another side's are marked."""
    before: str
    after: str
    """The rest of its sentence, empty where the claim is the whole of it."""
    text: str
    """What it says read alone."""
    publisher: str
    """The document's publisher, else its title, else its id."""
    published: str
    document: str
    document_anchor: str
    place: str
    """File and line: "wire.txt:12"."""
    speaker: str
    hedge: str
    origin: str

    @property
    def words(self) -> str:
        """Its words without marks."""
        return joined(self.pieces)

    @property
    def notes(self) -> tuple[str, ...]:
        """Who says it, how surely and where it is from, as far as there is something to say."""
        return tuple(note for note in (self.speaker, self.hedge, self.origin) if note)

    @property
    def source(self) -> str:
        """Notes, publisher and date on one line."""
        return "; ".join((*self.notes, f"{self.publisher}, {self.published}"))


@dataclass(frozen=True, slots=True)
class SideView:
    """One answer."""

    letter: str
    says: str
    sources: str
    """How many say it and stand behind it; empty where one document alone says it."""
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison that bears on a finding."""

    name: str
    word: str
    note: str


@dataclass(frozen=True, slots=True)
class Card:
    """A finding."""

    number: int
    anchor: str
    id: str
    rule: str
    verdict: str
    about: str
    confidence: str
    sources: str
    because: str
    sides: tuple[SideView, ...]
    why: tuple[Compared, ...]

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Those of all sides."""
        return tuple(quote for side in self.sides for quote in side.quotes)


@dataclass(frozen=True, slots=True)
class Section:
    """The findings of one verdict."""

    words: wording.VerdictWords
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class EditRow:
    """Something that cleaning dropped or mended."""

    kind: str
    reason: str
    line: int
    quote: str
    replacement: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document that was read."""

    id: str
    anchor: str
    path: str
    title: str
    publisher: str
    author: str
    published: str
    url: str
    claims: int
    edits: tuple[EditRow, ...]


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """An input that was not read."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class CleanedRow:
    """How often cleaning did one thing."""

    kind: str
    reason: str
    times: int


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """What a rule other than a verdict found."""

    anchor: str
    rule: str
    severity: str
    message: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class LinkRow:
    """Who has something from whom."""

    derived: str
    verb: str
    source: str
    sure: str
    evidence: tuple[tuple[str, str], ...]
    """Place and words of each."""


@dataclass(frozen=True, slots=True)
class OriginRow:
    """An act of publication that claims lean on."""

    name: str
    lineage: str
    documents: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class View:
    """A report as it is shown."""

    saved: SavedReport
    summary: str
    caveat: str
    made_with: str
    documents: tuple[DocumentRow, ...]
    skipped: tuple[SkippedRow, ...]
    cleaned: tuple[CleanedRow, ...]
    sections: tuple[Section, ...]
    """One a verdict, those without findings too."""
    notices: tuple[NoticeRow, ...]
    links: tuple[LinkRow, ...]
    origins: tuple[OriginRow, ...]


def build_view(saved: SavedReport) -> View:
    """Everything that a report shows, from its saved form."""
    shelf = _Shelf(
        saved=saved,
        claims={claim.id: claim for claim in saved.claims},
        documents={document.id: document for document in saved.documents},
        anchors={document.id: f"document-{n}" for n, document in enumerate(saved.documents, 1)},
        origins={origin.id: origin for origin in saved.origins},
        pairs={(pair.left, pair.right): pair for pair in saved.pairs},
    )
    run = saved.run
    return View(
        saved=saved,
        summary=wording.read_phrase(len(saved.documents), len(saved.skipped), len(saved.claims), len(saved.findings)),
        caveat=wording.CAVEAT,
        made_with=wording.run_phrase(run.version, run.encoder, run.parser),
        documents=_document_rows(shelf),
        skipped=tuple(SkippedRow(visible(s.path), visible(s.reason)) for s in saved.skipped),
        cleaned=_cleaned_rows(saved),
        sections=_sections(shelf),
        notices=tuple(_notice_row(notice, shelf) for notice in saved.notices),
        links=tuple(_link_row(link) for link in saved.links),
        origins=tuple(map(_origin_row, saved.origins)),
    )


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The saved report with what it holds by id."""

    saved: SavedReport
    claims: dict[str, SavedClaim]
    documents: dict[str, SavedDocument]
    anchors: dict[str, str]
    origins: dict[str, SavedOrigin]
    pairs: dict[tuple[str, str], SavedPair]

    def pair(self, one: str, other: str) -> SavedPair | None:
        """How two claims compared, where that was kept."""
        return self.pairs.get((min(one, other), max(one, other)))


def _sections(shelf: _Shelf) -> tuple[Section, ...]:
    cards = [_card(number, finding, shelf) for number, finding in enumerate(shelf.saved.findings, 1)]
    return tuple(
        Section(words, tuple(card for card in cards if card.verdict == words.verdict)) for words in wording.VERDICTS
    )


def _card(number: int, finding: SavedFinding, shelf: _Shelf) -> Card:
    features = _features(finding, shelf)
    marked = differing(finding, features, shelf.claims) if len(finding.sides) > 1 else {}
    return Card(
        number=number,
        anchor=_anchor("finding", finding.id),
        id=visible(finding.id),
        rule=visible(finding.rule),
        verdict=finding.verdict,
        about=visible(finding.about),
        confidence=wording.confidence_phrase(finding.confidence),
        sources=_sources(claim_ids(finding), finding.origin_ids, shelf),
        because=visible(finding.because),
        sides=tuple(_side(_letter(n), side, marked, shelf) for n, side in enumerate(finding.sides)),
        why=_why(features, several=len(finding.sides) > 1),
    )


def _features(finding: SavedFinding, shelf: _Shelf) -> tuple[tuple[SavedPair, SavedFeature], ...]:
    """Comparisons across the sides of a finding; within its side where it has but one."""
    sides = {claim: number for number, side in enumerate(finding.sides) for claim in side.claims}
    several = len(finding.sides) > 1
    ids = sorted(sides)
    pairs = [shelf.pair(one, other) for n, one in enumerate(ids) for other in ids[n + 1 :]]
    return tuple(
        (pair, feature)
        for pair in pairs
        if pair and (sides[pair.left] != sides[pair.right]) == several
        for feature in pair.features
    )


def _why(features: tuple[tuple[SavedPair, SavedFeature], ...], *, several: bool) -> tuple[Compared, ...]:
    """The telling comparisons, each different note once: across sides what differs first, within one what agrees."""
    rank = {name: number for number, name in enumerate(wording.FEATURES)}
    told = sorted(
        (((feature.value or 0.0) > 0) is several, rank[feature.name], number, feature)
        for number, (_, feature) in enumerate(features)
        if feature.note and feature.value is not None and feature.name in rank and (several or feature.value > 0)
    )
    rows = [Compared(wording.feature_name(f.name), wording.feature_word(f.value), visible(f.note)) for *_, f in told]
    return tuple(dict.fromkeys(rows))


def _side(letter: str, side: SavedSide, marked: dict[str, list[tuple[int, int]]], shelf: _Shelf) -> SideView:
    several = len({shelf.claims[claim].document for claim in side.claims}) > 1
    return SideView(
        letter=letter,
        says=visible(side.says),
        sources=_sources(side.claims, side.origin_ids, shelf) if several else "",
        quotes=tuple(_quote(claim, marked.get(claim.id, []), shelf) for claim in _outermost(side, shelf)),
    )


def _outermost(side: SavedSide, shelf: _Shelf) -> tuple[SavedClaim, ...]:
    """The claims of a side, without those whose words stand within another's: a card quotes no passage twice."""
    claims = [shelf.claims[claim] for claim in side.claims]
    spans = [(claim.document, claim.start, claim.end) for claim in claims]
    return tuple(
        claim
        for claim, span in zip(claims, spans, strict=True)
        if not any(s != span and s[0] == span[0] and s[1] <= span[1] and span[2] <= s[2] for s in spans)
    )


def _sources(claims: tuple[str, ...], origins: tuple[str, ...], shelf: _Shelf) -> str:
    documents = {shelf.claims[claim].document for claim in claims}
    names = [shelf.origins[origin].name if origin in shelf.origins else origin for origin in origins]
    return wording.sources_phrase(len(documents), tuple(map(visible, names)))


def _quote(claim: SavedClaim, marks: list[tuple[int, int]], shelf: _Shelf) -> Quote:
    document = shelf.documents[claim.document]
    sentence, at = claim.sentence, claim.sentence.at
    return Quote(
        claim=visible(claim.id),
        anchor=_anchor("claim", claim.id),
        pieces=cut(claim.words or claim.quote, marks),
        before="" if at is None else visible(sentence.text[:at]),
        after="" if at is None else visible(sentence.text[at + len(claim.words) :]),
        text=visible(claim.text),
        publisher=visible(document.publisher or document.title or document.id),
        published=wording.published_phrase(document.published),
        document=visible(document.id),
        document_anchor=shelf.anchors[document.id],
        place=f"{visible(document.id)}:{claim.line}",
        speaker=wording.speaker_phrase(claim.speaker, claim.cue, claim.direct),
        hedge=wording.hedge_phrase(claim.hedge.cue if claim.hedge else None, claim.hedged),
        origin=wording.origin_phrase(claim.origin),
    )


def _document_rows(shelf: _Shelf) -> tuple[DocumentRow, ...]:
    claims = Counter(claim.document for claim in shelf.saved.claims)
    return tuple(
        DocumentRow(
            id=visible(document.id),
            anchor=shelf.anchors[document.id],
            path=visible(document.path),
            title=visible(document.title or ""),
            publisher=visible(document.publisher or ""),
            author=visible(document.author or ""),
            published=wording.published_phrase(document.published),
            url=visible(document.url or ""),
            claims=claims[document.id],
            edits=tuple(map(_edit_row, document.edits)),
        )
        for document in shelf.saved.documents
    )


def _edit_row(edit: SavedEdit) -> EditRow:
    kind = wording.edit_kind(edit.replacement)
    return EditRow(kind, visible(edit.reason), edit.line, visible(edit.quote), visible(edit.replacement))


def _cleaned_rows(saved: SavedReport) -> tuple[CleanedRow, ...]:
    """Counts by reason: what stands before a colon, so "furniture: read more" counts as furniture."""
    times = Counter(
        (wording.edit_kind(edit.replacement), visible(edit.reason.partition(":")[0]))
        for document in saved.documents
        for edit in document.edits
    )
    ordered = sorted(times.items(), key=lambda item: (-item[1], item[0]))
    return tuple(CleanedRow(kind, reason, number) for (kind, reason), number in ordered)


def _notice_row(notice: SavedNotice, shelf: _Shelf) -> NoticeRow:
    return NoticeRow(
        anchor=_anchor("notice", notice.id),
        rule=visible(notice.rule),
        severity=wording.severity_word(notice.severity),
        message=visible(notice.message),
        quotes=tuple(_quote(shelf.claims[claim], [], shelf) for claim in notice.claims),
    )


def _link_row(link: SavedLink) -> LinkRow:
    return LinkRow(
        derived=visible(link.from_),
        verb=wording.link_phrase(link.kind),
        source=visible(link.to),
        sure=wording.confidence_phrase(link.score),
        evidence=tuple((f"{visible(e.document)}:{e.line}", visible(e.quote)) for e in link.evidence),
    )


def _origin_row(origin: SavedOrigin) -> OriginRow:
    return OriginRow(
        name=visible(origin.name),
        lineage=wording.lineage_phrase(origin.lineage),
        documents=tuple(map(visible, origin.documents)),
        reason=visible(origin.reason),
    )


def _letter(number: int) -> str:
    """A to Z, then AA, AB and so on."""
    head, last = divmod(number, 26)
    return (_letter(head - 1) if head else "") + chr(ord("A") + last)


def _anchor(kind: str, name: str) -> str:
    """An address within the page. Ids are letters and digits in what we write; a file given to us may hold others."""
    return f"{kind}-" + re.sub(r"[^A-Za-z0-9]", lambda match: f"_{ord(match[0]):x}_", name)
