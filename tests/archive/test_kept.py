"""What a run keeps: as it was put, and worked out anew where it can no longer be read."""

from __future__ import annotations

from factcheck.archive import Extractions, Matchings, MemoryArchive
from factcheck.archive.codec import shape_digest
from factcheck.datamodel import Cluster, Feature, Pair, Span

PAIRS = (Pair("a", "b", 0.5, (Feature("cosine", 0.5, Span("d", 0, 1), None, "4 = four"),), 1.25),)
CLUSTERS = (Cluster("k", ("a", "b")),)


def test_matchings_come_back_as_they_were_put() -> None:
    kept = Matchings(MemoryArchive())
    assert kept.get("key") is None
    kept.put("key", PAIRS, CLUSTERS)
    assert kept.get("key") == (PAIRS, CLUSTERS)


def test_what_cannot_be_read_is_not_there() -> None:
    archive = MemoryArchive()
    for name in ("matchings", "extractions"):
        archive.put(f"{name}:{shape_digest()}", {"key": b"of another shape"})
    assert Matchings(archive).get("key") is None
    assert Extractions(archive).get("key") is None


def test_half_a_surrogate_pair_is_not_kept() -> None:
    kept = Matchings(MemoryArchive())
    kept.put("key", PAIRS, (Cluster("\ud800", ("a",)),))
    assert kept.get("key") is None
