"""Files in, Documents out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.datamodel import Document, Skipped
from factcheck.errors import ReadError
from factcheck.read.encoding import decode
from factcheck.read.paths import Input, find_inputs
from factcheck.read.readers import reader_for
from factcheck.read.settings import ReadSettings
from factcheck.text.calendar import day_named

__all__ = ["ReadSettings", "read_documents"]


def read_documents(
    paths: Sequence[str | Path], *, settings: ReadSettings = ReadSettings(), stdin: bytes | None = None
) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """Reads articles from files, folders, globs and "-" (standard input, whose bytes are `stdin`).

    Returns:
        The documents by id, and what was not read with the reason. The order of `paths` changes nothing.
    """
    inputs, skipped = find_inputs(paths, settings)
    documents: list[Document] = []
    missed = list(skipped)
    for item in inputs:
        try:
            documents.append(_document(item, _load(item, settings, stdin), settings))
        except ReadError as error:
            missed.append(Skipped(item.source, str(error)))
    return tuple(documents), tuple(sorted(missed, key=lambda miss: (miss.source, miss.reason)))


def _load(item: Input, settings: ReadSettings, stdin: bytes | None) -> bytes:
    try:
        if item.path is None:
            data = stdin or b""
        elif item.path.stat().st_size > settings.max_bytes:
            raise ReadError(f"larger than {settings.max_bytes:,} bytes")
        else:
            data = item.path.read_bytes()
    except OSError as error:
        raise ReadError((error.strerror or "cannot be read").lower()) from error
    if not data.strip():
        raise ReadError("empty")
    if len(data) > settings.max_bytes:
        raise ReadError(f"larger than {settings.max_bytes:,} bytes")
    return data


def _document(item: Input, data: bytes, settings: ReadSettings) -> Document:
    raw = decode(data)
    reader = reader_for(item.path.suffix if item.path else "", raw)
    reading = reader.read(raw)
    if len(reading.text.split()) < settings.min_words:
        raise ReadError(f"no article text found in it, read as {reader.name}")
    return Document(
        id=item.id,
        source=item.source,
        raw=raw,
        text=reading.text,
        alignment=reading.alignment,
        title=reading.title,
        outlet=reading.outlet,
        byline=reading.byline,
        published=reading.published,
        published_on=day_named(reading.published) if reading.published else None,
        url=reading.url,
        lang=reading.lang,
    )
