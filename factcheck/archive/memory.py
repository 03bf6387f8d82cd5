"""An archive that ends with the run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class MemoryArchive:
    """Keeps everything in a dictionary."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def get(self, namespace: str, key: str) -> bytes | None:
        """As `Archive.get`."""
        return self._kept.get((namespace, key))

    def get_many(self, namespace: str, keys: Iterable[str]) -> dict[str, bytes]:
        """As `Archive.get_many`."""
        found = {key: self._kept.get((namespace, key)) for key in keys}
        return {key: value for key, value in found.items() if value is not None}

    def put(self, namespace: str, items: Mapping[str, bytes]) -> None:
        """As `Archive.put`."""
        self._kept.update({(namespace, key): bytes(value) for key, value in items.items()})

    def close(self) -> None:
        """Forgets nothing: memory is given back with the archive."""
