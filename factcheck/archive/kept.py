"""What a run keeps, by its kind: vectors, extractions, the last report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.archive.codec import pack, pack_extraction, shape_digest, unpack, unpack_extraction
from factcheck.archive.store import Archive, key_of
from factcheck.datamodel import Claim, Cluster, Document, Pair

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

REPORTS = "reports"
LAST = "last"


def keep_last_report(archive: Archive, report_json: str) -> None:
    """Keeps a run's report, in its JSON form, in place of the run before."""
    archive.put(REPORTS, {LAST: report_json.encode("utf-8", "surrogatepass")})


def last_report(archive: Archive) -> str | None:
    """The JSON of the last run that was kept; None where there is none."""
    data = archive.get(REPORTS, LAST)
    return None if data is None else data.decode("utf-8", "surrogatepass")


class Vectors:
    """Vectors by encoder and text: float32, little-endian."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def get(self, encoder: str, texts: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The vectors that are kept, by text; `encoder` is its digest. They are read-only."""
        import numpy as np

        keys = {text: key_of(text) for text in texts}
        found = self._archive.get_many(f"vectors:{encoder}", keys.values())
        return {
            text: np.frombuffer(found[key], "<f4").astype(np.float32, copy=False)
            for text, key in keys.items()
            if key in found
        }

    def put(self, encoder: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keeps vectors, by text."""
        blobs = {key_of(text): vector.astype("<f4").tobytes() for text, vector in vectors.items()}
        self._archive.put(f"vectors:{encoder}", blobs)


class Extractions:
    """Cleaned documents with their claims, by a key that the caller makes of all that they follow from."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._namespace = f"extractions:{shape_digest()}"

    def get(self, key: str) -> tuple[Document, tuple[Claim, ...]] | None:
        """A document with its claims; None where none are kept."""
        data = self._archive.get(self._namespace, key)
        try:
            return None if data is None else unpack_extraction(data)
        except ValueError:  # of another shape after all: to be worked out anew
            return None

    def put(self, key: str, document: Document, claims: tuple[Claim, ...]) -> None:
        """Keeps a document with its claims, unless a text of theirs cannot be written as UTF-8."""
        try:
            data = pack_extraction(document, claims)
        except ValueError:
            return
        self._archive.put(self._namespace, {key: data})


class Matchings:
    """Pairs with the clusters that they led to, by a key that the caller makes of all that they follow from."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._namespace = f"matchings:{shape_digest()}"

    def get(self, key: str) -> tuple[tuple[Pair, ...], tuple[Cluster, ...]] | None:
        """The pairs and the clusters; None where none are kept."""
        data = self._archive.get(self._namespace, key)
        try:
            return None if data is None else unpack(data, tuple[tuple[Pair, ...], tuple[Cluster, ...]])
        except ValueError:  # of another shape after all: to be worked out anew
            return None

    def put(self, key: str, pairs: tuple[Pair, ...], clusters: tuple[Cluster, ...]) -> None:
        """Keeps them, unless a text of theirs cannot be written as UTF-8."""
        try:
            data = pack((pairs, clusters))
        except ValueError:
            return
        self._archive.put(self._namespace, {key: data})
