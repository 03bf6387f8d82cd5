"""Who says it, how surely, and whether it is said at all."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.datamodel import Feature
from factcheck.match.compare.view import Both
from factcheck.text.names import same_person


def compare_speakers(both: Both) -> Iterator[Feature]:
    """Speakers, directness and hedges."""
    left, right = both.left, both.right
    known = [c.speaker for c in (left, right) if c.speaker is not None]
    same = None if len(known) < 2 else float(same_person(*known))
    note = " / ".join(known) if len(known) == 2 else ""
    yield Feature("speaker", same, note=note)
    yield Feature("named_speakers", float(len(known)))
    yield Feature("direct", float(left.direct) + float(right.direct))
    yield Feature("hedged", float(left.hedged) + float(right.hedged))
    yield Feature("one_document", float(left.doc == right.doc))
    yield Feature("distance", abs(both.statistics.place[both.i] - both.statistics.place[both.j]))
    yield Feature("first_place", min(both.statistics.place[both.i], both.statistics.place[both.j]))


def compare_polarity(both: Both) -> Iterator[Feature]:
    """Whether both are affirmed, or both denied."""
    left, right = both.left, both.right
    cue = f"{'not' if left.negated else 'so'} / {'not' if right.negated else 'so'}"
    yield Feature("polarity", float(left.negated == right.negated), left.span, right.span, cue)
    yield Feature("negated", float(left.negated) + float(right.negated))
