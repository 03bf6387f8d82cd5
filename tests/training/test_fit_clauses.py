"""Fitting: labelled text in, rows and targets out, and what fits them is written and read again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from factcheck.datamodel import Document, Span
from factcheck.text.alignment import Alignment
from factcheck.trees import load_trees
from training.labelled import HELD_OUT, LabelledCluster, Mention, labelled_clusters

pytest.importorskip("sklearn", reason="scikit-learn, of the extra 'train', is not installed")

from training.fit_clauses import collect, fit, matrix, overlap
from training.trees_json import write_trees

TEXT = "The bridge was closed on Monday after inspectors found rust in eleven of its forty pillars, the council said."
LABELLED = Path(__file__).parents[3] / "shared" / "gold" / "train"


def _cluster() -> LabelledCluster:
    document = Document("d", "d", TEXT, TEXT, Alignment.identity(len(TEXT)))
    quote = "The bridge was closed on Monday"
    return LabelledCluster("made", (document,), (Mention("f", 0, "agreeing", Span("d", 0, len(quote)), None),))


def test_a_proposal_is_worth_the_square_of_its_best_overlap() -> None:
    rows: list[dict[str, float]] = []
    targets: list[float] = []
    collect(_cluster(), rows, targets)
    assert len(rows) == len(targets) > 5
    assert max(targets) == 1.0
    assert min(targets) == 0.0


def test_overlap() -> None:
    assert overlap(Span("d", 0, 10), Span("d", 5, 15)) == pytest.approx(5 / 15)
    assert overlap(Span("d", 0, 5), Span("d", 5, 9)) == 0.0


def test_absent_values_are_nought() -> None:
    assert matrix([{"a": 1.0, "x": 3.0}, {"b": 2.0}], ["a", "b"]).tolist() == [[1.0, 0.0], [0.0, 2.0]]


def test_what_is_fitted_is_written_and_read_again(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    values = random.normal(size=(300, 2))
    model = fit(values, values[:, 0] ** 2)
    write_trees(model, ["a", "b"], tmp_path / "w.json")
    assert load_trees(tmp_path / "w.json").predict(values) == pytest.approx(model.predict(values), abs=1e-4)


@pytest.mark.skipif(not LABELLED.is_dir(), reason="the labelled clusters are not beside this checkout")
def test_labelled_quotes_stand_where_they_are_said_to() -> None:
    cluster = next(labelled_clusters(LABELLED))
    raw = {document.id: document.raw for document in cluster.documents}
    assert cluster.name not in HELD_OUT
    assert len(cluster.mentions) > 20
    assert all(raw[m.span.doc][m.span.start : m.span.end].strip() for m in cluster.mentions)
