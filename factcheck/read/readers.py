"""The table of readers: by suffix and media type. A new format is a new file and a new row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.read import html, markdown, text
from factcheck.read.reading import Reading


@dataclass(frozen=True, slots=True)
class Reader:
    """One format."""

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    read: Callable[[str], Reading]
    """From the decoded file to its text, never an exception for what the text may be."""


READERS = (
    Reader("text", (".txt", ".text"), ("text/plain",), text.read_text),
    Reader("markdown", (".md", ".markdown"), ("text/markdown",), markdown.read_markdown),
    Reader("html", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), html.read_html),
)
SUFFIXES = frozenset(suffix for reader in READERS for suffix in reader.suffixes)


def reader_for(suffix: str, raw: str) -> Reader:
    """The reader for a suffix; for an unknown one, by what the file begins with."""
    for reader in READERS:
        if suffix.lower() in reader.suffixes:
            return reader
    head = raw[:1000].lstrip().lower()
    if head.startswith(("<!doctype html", "<html", "<?xml")):
        return _named("html")
    return _named("markdown" if head.startswith("---\n") and "\n---" in head[4:] else "text")


def _named(name: str) -> Reader:
    return next(reader for reader in READERS if reader.name == name)
