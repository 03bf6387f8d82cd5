"""What is kept between runs, so that a second run over the same files need not parse or encode them again."""

from __future__ import annotations

from factcheck.archive.codec import pack, shape_digest, unpack
from factcheck.archive.kept import Extractions, Matchings, Vectors, keep_last_report, last_report
from factcheck.archive.memory import MemoryArchive
from factcheck.archive.resilient import ResilientArchive
from factcheck.archive.settings import ArchiveSettings, default_path
from factcheck.archive.store import Archive, Notify, key_of

__all__ = [
    "Archive",
    "ArchiveSettings",
    "Extractions",
    "Matchings",
    "MemoryArchive",
    "Vectors",
    "default_path",
    "keep_last_report",
    "key_of",
    "last_report",
    "open_archive",
    "pack",
    "shape_digest",
    "unpack",
]


def open_archive(settings: ArchiveSettings, *, notify: Notify | None = None) -> Archive:
    """The archive that the settings name; to be closed (`contextlib.closing`).

    It never raises for a file that is damaged, read-only or full: it is done without, and `notify` is told so.
    """
    if settings.path is None:
        return MemoryArchive()
    return ResilientArchive(settings.path, settings, notify or (lambda _: None))
