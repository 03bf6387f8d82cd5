"""YAML front matter: what a newsroom's file says of itself above its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

_FENCED = re.compile(r"\A\s*---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_LINE = re.compile(
    r"""^(?P<key>[A-Za-z_-]+)[ \t]*:[ \t]*(?P<quote>["']?)(?P<value>.*?)(?P=quote)[ \t]*\r?$""", re.MULTILINE
)
_KEYS = {
    "title": ("title", "headline"),
    "outlet": ("publisher", "outlet", "publication", "site", "site_name", "source"),
    "byline": ("author", "authors", "byline", "creator"),
    "published": ("published", "date", "date_published", "published_on", "datepublished", "pubdate"),
    "url": ("url", "link", "canonical", "canonical_url", "permalink"),
    "lang": ("lang", "language"),
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What it says, and where the text begins."""

    end: int = 0
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    lang: str | None = None
    title_at: tuple[int, int] | None = None
    """Where the title stands in the file."""


def read_front_matter(raw: str) -> FrontMatter:
    """Reads the front matter of a Markdown file; where it is no right YAML, its plain "key: value" lines count."""
    match = _FENCED.match(raw)
    if match is None or (match.group("yaml").strip() and ":" not in match.group("yaml")):
        return FrontMatter()
    entries = _entries(match.group("yaml"))
    values = {field: _first(entries, keys) for field, keys in _KEYS.items()}
    return FrontMatter(
        match.end(), **values, title_at=_place(raw, match.start("yaml"), match.end("yaml"), values["title"])
    )


def _place(raw: str, start: int, end: int, title: str | None) -> tuple[int, int] | None:
    """Where the title's own characters stand; the whole value where it is escaped or folded."""
    if title is None:
        return None
    at = raw.find(title, start, end)
    if at >= 0:
        return at, at + len(title)
    line = next(
        (found for found in _LINE.finditer(raw, start, end) if found.group("key").lower() in _KEYS["title"]), None
    )
    return line.span("value") if line and line.group("value") else None


def _entries(source: str) -> Mapping[str, Any]:
    """Keys in small letters. Dates stay as they are written."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    reader = YAML(typ="base", pure=True)  # every scalar a string
    try:
        loaded = reader.load(source)
    except (YAMLError, ValueError):
        loaded = None
    if not isinstance(loaded, Mapping):
        loaded = {match.group("key"): match.group("value") for match in _LINE.finditer(source)}
    return {str(key).strip().lower(): value for key, value in loaded.items()}


def _first(entries: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((words for key in keys if (words := _words(entries.get(key)))), None)


def _words(value: Any) -> str | None:
    """A value as one line: lists joined, of mappings their name."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, (list, tuple)):
        value = ", ".join(words for item in value if (words := _words(item)))
    if isinstance(value, (date, datetime)):
        value = value.isoformat()
    words = " ".join(str(value).split()) if value is not None else ""
    return words if words and words.lower() not in ("null", "~", "none") else None
