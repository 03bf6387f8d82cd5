"""An archive that never fails a run: a damaged file is replaced, an unusable one is done without."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from factcheck.archive.memory import MemoryArchive
from factcheck.archive.settings import ArchiveSettings
from factcheck.archive.sqlite import DamagedError, SqliteArchive, UnavailableError, move_aside
from factcheck.archive.store import Notify

T = TypeVar("T")
Inner = SqliteArchive | MemoryArchive


class ResilientArchive:
    """A SqliteArchive while it works, a MemoryArchive from when it does not.

    Damaged: moved aside, a new one is begun. Damaged again, or not to be opened or written: memory. One
    notice for either.
    """

    def __init__(self, path: Path, settings: ArchiveSettings, notify: Notify) -> None:
        self._path = path
        self._settings = settings
        self._notify = notify
        self._renewed = False
        self._inner: Inner = self._open()

    def get(self, namespace: str, key: str) -> bytes | None:
        """As `Archive.get`."""
        return self._do(lambda archive: archive.get(namespace, key))

    def get_many(self, namespace: str, keys: Iterable[str]) -> dict[str, bytes]:
        """As `Archive.get_many`."""
        wanted = tuple(keys)
        return self._do(lambda archive: archive.get_many(namespace, wanted))

    def put(self, namespace: str, items: Mapping[str, bytes]) -> None:
        """As `Archive.put`."""
        self._do(lambda archive: archive.put(namespace, items))

    def close(self) -> None:
        """As `Archive.close`."""
        self._do(lambda archive: archive.close())

    def _do(self, work: Callable[[Inner], T]) -> T:
        while True:  # at most three times: as found, made anew, in memory
            try:
                return work(self._inner)
            except (DamagedError, UnavailableError) as error:
                if isinstance(self._inner, SqliteArchive):
                    self._inner.abandon()
                self._inner = self._instead(error)

    def _open(self) -> Inner:
        try:
            return SqliteArchive(self._path, max_bytes=self._settings.max_bytes)
        except (DamagedError, UnavailableError) as error:
            return self._instead(error)

    def _instead(self, error: Exception) -> Inner:
        if isinstance(error, DamagedError) and not self._renewed:
            self._renewed = True
            try:
                aside = move_aside(self._path)
            except OSError as failure:
                return self._in_memory(failure)
            self._notify(f"{self._path}: {error}; begun anew, the old one is {aside.name}")
            return self._open()
        return self._in_memory(error)

    def _in_memory(self, error: Exception) -> Inner:
        self._notify(f"{self._path}: nothing is kept for the next run ({error})")
        return MemoryArchive()
