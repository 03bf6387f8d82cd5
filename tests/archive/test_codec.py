"""Whatever is packed is unpacked the same."""

from __future__ import annotations

import zlib
from array import array
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.archive import Extractions, MemoryArchive, Vectors, keep_last_report, last_report, pack, unpack
from factcheck.archive.codec import from_runs, pack_extraction, shape_digest, to_runs, unpack_extraction
from factcheck.datamodel import (
    Attribution,
    Claim,
    Document,
    Entity,
    Feature,
    Finding,
    Frame,
    Hedge,
    Modality,
    Pair,
    Quantity,
    Role,
    Side,
    Span,
    Verdict,
    When,
)
from factcheck.text.alignment import Alignment, Edit, apply_edits

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe = st.none() | texts
sums = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
days = st.none() | st.dates()
places = st.integers(0, 10**6)
spans = st.builds(Span, texts, places, places)
bools = st.booleans()


def few(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(parts, max_size=2).map(tuple)


roles = st.builds(Role, texts, spans, texts, few(texts))
claims = st.builds(
    Claim,
    id=texts,
    span=spans,
    words=texts,
    text=texts,
    sentence=spans,
    context=texts,
    form=texts,
    speaker=maybe,
    attribution=st.none() | st.builds(Attribution, st.none() | spans, spans, few(spans), maybe, maybe, bools),
    direct=bools,
    origin=maybe,
    hedge=st.none() | st.builds(Hedge, spans, texts, spans),
    negated=bools,
    modality=st.sampled_from(Modality),
    state=maybe,
    frame=st.builds(Frame, texts, few(roles)),
    entities=few(st.builds(Entity, spans, texts, texts, texts)),
    quantities=few(st.builds(Quantity, spans, sums, sums, maybe, texts, bools)),
    whens=few(st.builds(When, spans, texts, days, days, texts, maybe)),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    raw = draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
    at = draw(st.lists(st.integers(0, len(raw)), max_size=6).map(sorted))
    edits = tuple(Edit(a, b, draw(texts), draw(texts)) for a, b in zip(at[::2], at[1::2], strict=False))
    text, alignment = apply_edits(raw, Alignment.identity(len(raw)), edits)
    return Document(
        id=draw(texts),
        source=draw(texts),
        raw=raw,
        text=text,
        alignment=alignment,
        title=draw(maybe),
        outlet=draw(maybe),
        byline=draw(maybe),
        published=draw(maybe),
        published_on=draw(days),
        url=draw(maybe),
        lang=draw(maybe),
        edits=edits,
    )


@given(documents(), few(claims))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_an_extraction_comes_back_the_same(document: Document, of: tuple[Claim, ...]) -> None:
    again = unpack_extraction(pack_extraction(document, of))
    assert again == (document, of)
    assert repr(again) == repr((document, of))  # the digits of a Decimal too: 4.0 is not 4
    assert pack_extraction(*again) == pack_extraction(document, of)


@given(st.lists(st.integers(0, 30)))
def test_runs_come_back_the_same(numbers: list[int]) -> None:
    assert list(from_runs(to_runs(array("l", numbers)))) == numbers


def test_an_alignment_of_untouched_text_is_one_run() -> None:
    assert to_runs(Alignment.identity(10_000).starts) == (0, 10_000)
    assert to_runs(array("l", [3, 3, 3, 4, 9])) == (3, -3, 4, 1, 9, 1)


def test_pairs_and_findings_come_back_the_same() -> None:
    pairs = (Pair("c1", "c2", 0.1 + 0.2, (Feature("numbers", None), Feature("words", 1 / 3, Span("a", 1, 2))), -3.5),)
    side = Side("4", ("c1",), ("o1",))
    findings = (Finding("f1", "FC201", Verdict.CONFLICTING, "error", 0.75, "count", (side, side), ("o1",), "4 ≠ 6"),)
    assert unpack(pack(pairs), tuple[Pair, ...]) == pairs
    assert unpack(pack(findings), tuple[Finding, ...]) == findings


@pytest.mark.parametrize(
    "data", [b"", b"no zlib", zlib.compress(b"{"), zlib.compress(b'[{"left": 1}]'), zlib.compress(b"[[]")]
)
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a"):
        unpack(data, tuple[Pair, ...])


def _document() -> Document:
    return Document("a.txt", "a.txt", "Rain.", "Rain.", Alignment.identity(5), published_on=date(2031, 3, 2))


def test_extractions_are_kept_by_key() -> None:
    kept = Extractions(MemoryArchive())
    kept.put("key", _document(), ())
    assert kept.get("key") == (_document(), ())
    assert kept.get("other") is None


def test_an_extraction_of_another_shape_is_not_there() -> None:
    archive = MemoryArchive()
    archive.put(f"extractions:{shape_digest()}", {"key": pack([1, 2])})
    assert Extractions(archive).get("key") is None


def test_a_text_that_json_cannot_carry_is_not_kept() -> None:
    kept, document = Extractions(MemoryArchive()), Document("a", "a", "\ud800", "\ud800", Alignment.identity(1))
    kept.put("key", document, ())
    assert kept.get("key") is None


def test_vectors_are_kept_by_encoder_and_text() -> None:
    kept, vector = Vectors(MemoryArchive()), np.array([0.6, -0.8], np.float32)
    kept.put("e1", {"Rain.": vector, "Fog.": -vector})
    assert list(kept.get("e1", ["Fog.", "Snow.", "Rain."])) == ["Fog.", "Rain."]
    assert kept.get("e1", ["Rain."])["Rain."].tobytes() == vector.tobytes()
    assert kept.get("e2", ["Rain."]) == {}


def test_the_last_report_is_kept() -> None:
    archive = MemoryArchive()
    assert last_report(archive) is None
    for report in ('{"run": 1}', '{"run": "zwölf"}'):
        keep_last_report(archive, report)
    assert last_report(archive) == '{"run": "zwölf"}'


def test_a_decimal_keeps_its_digits() -> None:
    quantity = Quantity(Span("a", 0, 1), Decimal("4.0"), Decimal("4E+3"), "km", "road")
    assert repr(unpack(pack(quantity), Quantity)) == repr(quantity)
