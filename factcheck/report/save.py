"""From a Report to its saved form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from factcheck.datamodel import (
    Claim,
    Derivation,
    Document,
    Entity,
    Feature,
    Finding,
    Notice,
    Pair,
    Quantity,
    Report,
    RunInfo,
    Span,
    When,
)
from factcheck.report.order import in_order
from factcheck.report.saved import (
    SavedClaim,
    SavedDocument,
    SavedEdit,
    SavedEntity,
    SavedEvidence,
    SavedFeature,
    SavedFinding,
    SavedHedge,
    SavedLink,
    SavedModel,
    SavedNotice,
    SavedOrigin,
    SavedPair,
    SavedQuantity,
    SavedReport,
    SavedRole,
    SavedRun,
    SavedSentence,
    SavedSetting,
    SavedSide,
    SavedSkipped,
    SavedWhen,
    SavedWords,
)

# Scores are rounded so that the last bits of two machines' arithmetic do not show.
_DIGITS = 4


def save_report(report: Report | SavedReport) -> SavedReport:
    """The saved form of a report, findings in the order in which they are shown; a saved one as it is."""
    if isinstance(report, SavedReport):
        return report
    documents = {document.id: document for document in report.documents}
    sources = {claim.id: _Source(documents[claim.doc], claim) for claim in report.claims}
    claims = {key: _claim(source) for key, source in sources.items()}
    return SavedReport(
        schema_version="1",
        run=_run(report.run),
        documents=tuple(map(_document, report.documents)),
        claims=tuple(claims.values()),
        findings=in_order(map(_finding, report.findings), claims),
        notices=tuple(map(_notice, report.notices)),
        links=tuple(_link(derivation, documents) for derivation in report.derivations),
        skipped=tuple(SavedSkipped(skipped.source, skipped.reason) for skipped in report.skipped),
        origins=tuple(SavedOrigin(o.id, o.name, o.documents, o.lineage, o.reason) for o in report.origins),
        pairs=tuple(_pair(pair, sources) for pair in report.pairs),
    )


@dataclass(frozen=True, slots=True)
class _Source:
    """A claim with the document that it stands in."""

    document: Document
    claim: Claim

    def words(self, span: Span) -> SavedWords:
        """The words at a span, with their place in the claim's words."""
        quote = self.visible(span)
        at = self.document.alignment.to_text(span.start, span.end)[0] - self.begin
        inside = at >= 0 and bool(quote) and self.claim.words[at : at + len(quote)] == quote
        return SavedWords(span.start, span.end, quote, at if inside else None)

    def visible(self, span: Span) -> str:
        """What a reader sees there; the file's characters where cleaning dropped them."""
        return self.document.visible(span) or self.document.quote(span)

    @property
    def begin(self) -> int:
        """Where the claim begins in the document's text."""
        return self.document.alignment.to_text(self.claim.span.start, self.claim.span.end)[0]


def _run(run: RunInfo) -> SavedRun:
    models = tuple(SavedModel(name, digest) for name, digest in run.models)
    settings = tuple(SavedSetting(name, value) for name, value in run.settings)
    return SavedRun(run.version, run.encoder, run.parser, models, settings)


def _document(document: Document) -> SavedDocument:
    return SavedDocument(
        id=document.id,
        path=document.source,
        title=document.title,
        publisher=document.outlet,
        author=document.byline,
        published=document.published,
        url=document.url,
        published_on=_day(document.published_on),
        lang=document.lang,
        edits=_edits(document),
    )


def _edits(document: Document) -> tuple[SavedEdit, ...]:
    saved, line, at = [], 1, 0
    for edit in sorted(document.edits):  # lines are counted from edit to edit: a page can have thousands
        line += document.raw.count("\n", at, edit.start)
        at = edit.start
        quote = document.raw[edit.start : edit.end]
        saved.append(SavedEdit(edit.start, edit.end, line, quote, edit.replacement, edit.reason))
    return tuple(saved)


def _claim(source: _Source) -> SavedClaim:
    document, claim = source.document, source.claim
    cue = claim.attribution.cue if claim.attribution else None
    return SavedClaim(
        id=claim.id,
        document=claim.doc,
        start=claim.span.start,
        end=claim.span.end,
        quote=document.quote(claim.span),
        text=claim.text,
        speaker=claim.speaker,
        hedged=claim.hedged,
        negated=claim.negated,
        origin=claim.origin,
        line=document.line(claim.span),
        words=claim.words,
        sentence=_sentence(source),
        form=claim.form,
        direct=claim.direct,
        cue=source.visible(cue) if cue else None,
        hedge=SavedHedge(source.visible(claim.hedge.cue), claim.hedge.kind) if claim.hedge else None,
        modality=claim.modality.value,
        state=claim.state,
        predicate=claim.frame.predicate,
        roles=tuple(SavedRole(r.name, source.visible(r.span), r.head) for r in claim.frame.roles),
        quantities=tuple(_quantity(source, quantity) for quantity in claim.quantities),
        dates=tuple(_when(source, when) for when in claim.whens),
        entities=tuple(_entity(source, entity) for entity in claim.entities),
    )


def _sentence(source: _Source) -> SavedSentence:
    claim = source.claim
    span = claim.sentence
    at = source.begin - source.document.alignment.to_text(span.start, span.end)[0]
    inside = at >= 0 and claim.context[at : at + len(claim.words)] == claim.words
    return SavedSentence(span.start, span.end, claim.context, at if inside else None)


def _quantity(source: _Source, quantity: Quantity) -> SavedQuantity:
    return SavedQuantity(
        words=source.words(quantity.span),
        low=_decimal(quantity.low),
        high=_decimal(quantity.high),
        unit=quantity.unit,
        of=quantity.of,
        approximate=quantity.approximate,
    )


def _when(source: _Source, when: When) -> SavedWhen:
    return SavedWhen(
        words=source.words(when.span),
        edtf=when.edtf,
        earliest=_day(when.earliest),
        latest=_day(when.latest),
        anchor=when.anchor,
        time=when.time,
    )


def _entity(source: _Source, entity: Entity) -> SavedEntity:
    return SavedEntity(source.words(entity.span), entity.name, entity.kind, entity.key)


def _finding(finding: Finding) -> SavedFinding:
    return SavedFinding(
        id=finding.id,
        verdict=finding.verdict.value,
        sides=tuple(SavedSide(side.claims, side.says, side.origins) for side in finding.sides),
        origins=len(finding.origins),
        about=finding.about,
        rule=finding.rule,
        severity=finding.severity,
        confidence=round(finding.confidence, _DIGITS),
        because=finding.because,
        origin_ids=finding.origins,
    )


def _notice(notice: Notice) -> SavedNotice:
    return SavedNotice(notice.id, notice.rule, notice.claims, notice.because, notice.severity)


def _link(derivation: Derivation, documents: dict[str, Document]) -> SavedLink:
    return SavedLink(
        from_=derivation.derived,
        to=derivation.source,
        kind=derivation.kind,  # type: ignore[arg-type]  # one of the three by the data model; the schema tests it
        score=round(derivation.score, _DIGITS),
        evidence=tuple(_evidence(span, documents[span.doc]) for span in derivation.evidence),
    )


def _evidence(span: Span, document: Document) -> SavedEvidence:
    quote = document.visible(span) or document.quote(span)
    return SavedEvidence(span.doc, span.start, span.end, document.line(span), quote)


def _pair(pair: Pair, sources: dict[str, _Source]) -> SavedPair:
    left, right = sources[pair.left], sources[pair.right]
    return SavedPair(
        left=pair.left,
        right=pair.right,
        similarity=round(pair.similarity, _DIGITS),
        weight=round(pair.weight, _DIGITS),
        # What could not be compared, and has nothing to say of it, is left out: most of a table of features.
        features=tuple(_feature(f, left, right) for f in pair.features if f.value is not None or f.note),
    )


def _feature(feature: Feature, left: _Source, right: _Source) -> SavedFeature:
    return SavedFeature(
        name=feature.name,
        value=None if feature.value is None else round(feature.value, _DIGITS),
        left=left.words(feature.left) if feature.left else None,
        right=right.words(feature.right) if feature.right else None,
        note=feature.note,
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _decimal(number: Decimal | None) -> str | None:
    """Plain digits: 1E+3 as 1000."""
    return None if number is None else format(number, "f")
