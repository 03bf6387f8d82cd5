"""Why a claim was matched and judged as it was: what was read out of it, each pair, each feature."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.errors import UnknownClaim
from factcheck.report import wording
from factcheck.report.order import claim_ids
from factcheck.report.saved import SavedClaim, SavedFeature, SavedFinding, SavedPair, SavedQuantity, SavedReport
from factcheck.report.screen import Screen, piece
from factcheck.report.settings import ReportSettings
from factcheck.report.visible import shortened, visible


def explain(saved: SavedReport, where: str, settings: ReportSettings) -> str:
    """Every claim at a place, or the one of an id, with the finding that it stands in and all it was compared with.

    Raises:
        UnknownClaim: when no claim has this id or stands on this line.
    """
    claims = claims_at(saved, where)
    if not claims:
        raise UnknownClaim(f"no claim has the id {where!r} or stands there; every report gives ids or FILE:LINE")
    screen = Screen(settings)
    by_id = {claim.id: claim for claim in saved.claims}
    for claim in claims:
        _claim(screen, claim)
        for finding in saved.findings:
            if claim.id in claim_ids(finding):
                _finding(screen, finding, by_id)
        _pairs(screen, claim, saved, by_id)
    return screen.text()


def claims_at(saved: SavedReport, where: str) -> tuple[SavedClaim, ...]:
    """The claim of an id (its first four letters or more will do), else all that touch the line of a FILE:LINE."""
    exact = tuple(claim for claim in saved.claims if claim.id == where)
    file, _, line = where.rpartition(":")
    if exact or not (file and line.isdecimal()):
        return exact or tuple(claim for claim in saved.claims if len(where) > 3 and claim.id.startswith(where))
    homes = {document.id for document in saved.documents if file in (document.id, document.path)}
    lines = ((claim, claim.line, claim.line + claim.quote.count("\n")) for claim in saved.claims)
    return tuple(claim for claim, first, last in lines if claim.document in homes and first <= int(line) <= last)


def _claim(screen: Screen, claim: SavedClaim) -> None:
    screen.heading(f"Claim {visible(claim.id)}")
    screen.add(_quoted(claim, screen.settings))
    screen.add(f"Read alone: {visible(claim.text)}")
    for line in _read_out(claim):
        screen.add(line, indent=4, first="- ")


def _read_out(claim: SavedClaim) -> Iterator[str]:
    """What was found in the claim, a line each."""
    speaker = wording.speaker_phrase(claim.speaker, claim.cue, claim.direct)
    hedge = wording.hedge_phrase(claim.hedge.cue if claim.hedge else None, claim.hedged)
    said = (speaker or "the document's own voice", hedge, wording.origin_phrase(claim.origin))
    yield ", ".join(part for part in said if part)
    state = f", {visible(claim.state)}" if claim.state else ""
    yield f"{claim.form}, {claim.modality}{state}, {'negated' if claim.negated else 'not negated'}"
    if claim.predicate or claim.roles:
        roles = (f"{visible(role.name)}: {visible(role.quote)}" for role in claim.roles)
        yield f"predicate {visible(claim.predicate) or 'none'}; " + "; ".join(roles)
    for quantity in claim.quantities:
        yield f"figure “{visible(quantity.words.quote)}”: {_figure(quantity)}"
    for when in claim.dates:
        against = f", read against {visible(when.anchor)}" if when.anchor else ""
        yield f"date “{visible(when.words.quote)}”: {visible(when.edtf)}{against}"
    for entity in claim.entities:
        yield f"name “{visible(entity.words.quote)}”: {visible(entity.name)} ({visible(entity.kind)})"


def _figure(quantity: SavedQuantity) -> str:
    low, high = quantity.low, quantity.high
    if low is not None and low == high:
        bounds = low
    elif low is not None and high is not None:
        bounds = f"{low} to {high}"
    else:
        bounds = f"at least {low}" if low is not None else f"at most {high}" if high is not None else "unbounded"
    about = "about " if quantity.approximate else ""
    return " ".join(visible(part) for part in (about + bounds, quantity.unit, quantity.of) if part)


def _finding(screen: Screen, finding: SavedFinding, by_id: dict[str, SavedClaim]) -> None:
    screen.blank()
    ruled = f"{visible(finding.rule)}, {wording.confidence_phrase(finding.confidence)}"
    screen.add(piece(finding.verdict, "bold") + piece(f"  {visible(finding.about)} [{ruled}]"))
    screen.add(f"Why: {visible(finding.because)}")
    for number, side in enumerate(finding.sides, 1):
        for claim in side.claims:
            screen.add(f"{visible(side.says)}: {_quoted(by_id[claim], screen.settings)}", indent=4, first=f"{number}. ")


def _pairs(screen: Screen, claim: SavedClaim, saved: SavedReport, by_id: dict[str, SavedClaim]) -> None:
    pairs = [pair for pair in saved.pairs if claim.id in (pair.left, pair.right)]
    screen.blank()
    screen.add(f"Compared with {wording.count(len(pairs), 'claim')}, the likeliest first", style="bold")
    for pair in sorted(pairs, key=lambda pair: (-pair.weight, pair.left, pair.right)):
        _pair(screen, pair, by_id[pair.right if pair.left == claim.id else pair.left])


def _pair(screen: Screen, pair: SavedPair, other: SavedClaim) -> None:
    screen.blank()
    screen.add(_quoted(other, screen.settings), indent=2)
    screen.add(f"match weight {pair.weight:+.2f} (log2 odds), similarity {pair.similarity:.2f}", indent=4)
    for feature in pair.features:
        screen.add(_compared(feature), indent=6, first="- ")


def _compared(feature: SavedFeature) -> str:
    """A comparison with what was found; one without a note is a plain number, a count or a share."""
    name = wording.feature_name(feature.name)
    if feature.note or feature.value is None:
        note = f": {visible(feature.note)}" if feature.note else ""
        return f"{name}{note} ({wording.feature_word(feature.value)})"
    return f"{name}: {feature.value:g}"


def _quoted(claim: SavedClaim, settings: ReportSettings) -> str:
    words = shortened(visible(claim.words or claim.quote), settings.quote_length)
    return f'"{words}" {visible(claim.document)}:{claim.line}'
