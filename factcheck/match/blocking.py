"""Which pairs are worth comparing: those near by any of several measures, not by one alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.datamodel import Claim
from factcheck.match.settings import MatchSettings
from factcheck.match.statistics import Statistics, by_document

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def candidate_pairs(
    claims: Sequence[Claim], statistics: Statistics, *, settings: MatchSettings
) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, of claims of unlike documents, or of unlike speakers in one document.

    The union of each claim's nearest in each document, by the cosine of the claims, of their sentences, and of
    their words; so the number grows with the claims times the documents, not with the square of the claims.
    """
    pairs: set[tuple[int, int]] = set()
    columns = by_document(claims)
    for measure in (
        statistics.cosine,
        statistics.word_cosine,
        statistics.text_cosine,
        statistics.cosine + statistics.context_cosine,
    ):
        for i, j in _nearest(claims, measure, columns, settings.neighbours):
            if _comparable(claims[i], claims[j]):
                pairs.add((min(i, j), max(i, j)))
    return sorted(pairs)


def _comparable(left: Claim, right: Claim) -> bool:
    if left.doc != right.doc:
        return True
    return left.speaker != right.speaker and not left.span.meets(right.span)


def _nearest(
    claims: Sequence[Claim], measure: NDArray[np.float32], columns: dict[str, list[int]], count: int
) -> Iterator[tuple[int, int]]:
    import numpy as np

    for doc, there in columns.items():
        near = np.argsort(-np.round(measure[:, there], 4), axis=1, kind="stable")[:, :count]
        for i in range(len(claims)):
            if claims[i].doc != doc or len(columns) == 1 or claims[i].speaker is not None:
                yield from ((i, there[n]) for n in near[i] if there[n] != i)
