"""An archive in one SQLite file, which several runs can share (write-ahead log, short transactions).

Age is counted in runs that add or mark something, not in days: a value carries the number of the run that put or
last marked it, and a run's number is one more than the highest there is, so no clock is read. Each value carries
a checksum; one that has gone bad counts as not there.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

SCHEMA_VERSION = 1
"""Change it with `SCHEMA`: a file with another number is moved aside."""
SCHEMA = """
CREATE TABLE kept (
    namespace TEXT NOT NULL,
    key TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    used INTEGER NOT NULL,
    value BLOB NOT NULL,
    UNIQUE (namespace, key)
);
CREATE INDEX kept_by_use ON kept (used);
"""
APPLICATION_ID = 0x66616374  # "fact"
WAIT_SECONDS = 10
"""How long a run waits for another that writes."""
KEYS_A_QUERY = 500
"""Below 999, the least that SQLite may be built to bind."""
OVERHEAD = 250
"""Bytes that a row takes beside its value: keys in table and index. Measured on 20,000 vectors."""
SPARE = 0.75
"""What pruning leaves of the size allowed, so that not every run prunes."""
RUNS_TO_MARK = 4
"""A value is marked as used when its mark is older than this, not each time: a new mark writes its whole row anew."""
DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH}


class DamagedError(Exception):
    """The file is no archive, or not one of this version, or broken."""


class UnavailableError(Exception):
    """The file cannot be opened or written here and now."""


class SqliteArchive:
    """One SQLite file; to be used by the thread that opened it.

    All methods raise DamagedError or UnavailableError when the file fails them.
    """

    def __init__(self, path: Path, *, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._added = False
        self._touched: set[tuple[str, str]] = set()
        with _named_errors():
            self._db = _connect(path)
        try:
            with _named_errors():
                _prepare(self._db)
                self._run = 1 + int(self._db.execute("SELECT coalesce(max(used), 0) FROM kept").fetchone()[0])
        except BaseException:
            self._db.close()
            raise

    def get(self, namespace: str, key: str) -> bytes | None:
        """As `Archive.get`."""
        return self.get_many(namespace, (key,)).get(key)

    def get_many(self, namespace: str, keys: Iterable[str]) -> dict[str, bytes]:
        """As `Archive.get_many`."""
        wanted = list(dict.fromkeys(keys))
        with _named_errors():
            found = dict(self._rows(namespace, wanted))
        self._touched.update((namespace, key) for key in found)
        return {key: found[key] for key in wanted if key in found}

    def put(self, namespace: str, items: Mapping[str, bytes]) -> None:
        """As `Archive.put`."""
        rows = [(namespace, key, zlib.crc32(value), self._run, value) for key, value in items.items()]
        with _named_errors(), self._db:
            self._db.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)", rows)
        self._added = True

    def close(self) -> None:
        """As `Archive.close`; marks what was used and drops what is too much."""
        try:
            with _named_errors():
                self._mark_used()
                if self._added:
                    self._prune()
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Lets go of the file as it is."""
        self._db.close()

    def _rows(self, namespace: str, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        rest = iter(keys)
        while some := tuple(islice(rest, KEYS_A_QUERY)):
            marks = ",".join("?" * len(some))
            query = f"SELECT key, checksum, value FROM kept WHERE namespace = ? AND key IN ({marks})"
            for key, checksum, value in self._db.execute(query, (namespace, *some)).fetchall():
                if isinstance(value, bytes) and zlib.crc32(value) == checksum:
                    yield key, value

    def _mark_used(self) -> None:
        update = "UPDATE kept SET used = ? WHERE namespace = ? AND key = ? AND used < ?"
        with self._db:
            stale = self._run - RUNS_TO_MARK
            self._db.executemany(update, [(self._run, *place, stale) for place in sorted(self._touched)])

    def _prune(self) -> None:
        pages, free, size = (
            int(self._db.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("page_count", "freelist_count", "page_size")
        )
        if (pages - free) * size <= self._max_bytes:
            return
        with self._db:
            self._db.execute(
                "DELETE FROM kept WHERE rowid IN (SELECT rowid FROM (SELECT rowid, sum(length(value) + ?) "
                "OVER (ORDER BY used DESC, rowid DESC) AS total FROM kept) WHERE total > ?)",
                (OVERHEAD, int(self._max_bytes * SPARE)),
            )
        self._db.executescript("PRAGMA incremental_vacuum")  # execute() would free one page and stop


def move_aside(path: Path) -> Path:
    """Renames an archive's file so that a new one can be made; returns where it is now.

    Raises:
        OSError: when it cannot be renamed.
    """
    aside = path.with_name(path.name + ".aside")
    path.replace(aside)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return aside


@contextmanager
def _named_errors() -> Iterator[None]:
    try:
        yield
    except sqlite3.ProgrammingError:  # a fault of ours: used after close, or by another thread
        raise
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        raise (DamagedError if code in DAMAGE else UnavailableError)(str(error)) from error
    except OSError as error:
        raise UnavailableError(error.strerror or str(error)) from error


def _connect(path: Path) -> sqlite3.Connection:
    # Articles may be confidential: only the user may read what is kept of them.
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    return sqlite3.connect(path, timeout=WAIT_SECONDS)


def _prepare(db: sqlite3.Connection) -> None:
    """Makes the tables of a new file; refuses a file that is not ours."""
    if _version(db) == (0, 0) and _is_empty(db):
        db.execute("PRAGMA auto_vacuum = INCREMENTAL")
        db.execute("PRAGMA journal_mode = WAL").fetchall()
        db.execute("BEGIN IMMEDIATE")  # another run may be doing the same
        with db:
            if _is_empty(db):
                for statement in SCHEMA.split(";"):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    if _version(db) != (APPLICATION_ID, SCHEMA_VERSION):
        raise DamagedError("it was not made by this version of factcheck")
    db.execute("PRAGMA synchronous = NORMAL")  # in WAL: a power cut may lose the last run, not the file


def _version(db: sqlite3.Connection) -> tuple[int, int]:
    return tuple(int(db.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("application_id", "user_version"))  # type: ignore[return-value]


def _is_empty(db: sqlite3.Connection) -> bool:
    return not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
