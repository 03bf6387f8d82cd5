"""claims.yaml and options → one frozen Settings per stage.

The file is read once, and its faults are told all at once: each with its line and column, and none hides another.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar

from factcheck.archive.settings import ArchiveSettings, default_path
from factcheck.clean.settings import CleanSettings
from factcheck.datamodel import Verdict
from factcheck.embed.settings import EmbedSettings, default_folder
from factcheck.errors import ConfigError
from factcheck.extract.settings import ExtractSettings
from factcheck.judge.settings import JudgeSettings
from factcheck.match.settings import MatchSettings
from factcheck.parse.settings import ParseSettings
from factcheck.read.settings import ReadSettings
from factcheck.report.settings import ReportSettings
from factcheck.trace.settings import TraceSettings

FILE_NAME = "claims.yaml"

Place = tuple[str | int, ...]
"""The way to a value: ("watch", 0, "expect")."""


def find_config(start: Path) -> Path | None:
    """The claims.yaml of the folder `start`, or of the nearest folder above it within the same repository.

    The root of a repository is the folder that holds `.git`; outside of one, only `start` itself is looked at.
    """
    folders = [start, *start.parents]
    root = next((i for i, folder in enumerate(folders) if (folder / ".git").exists()), 0)
    return next((found for folder in folders[: root + 1] if (found := folder / FILE_NAME).is_file()), None)


def load_config(path: Path) -> Config:
    """Reads a claims.yaml.

    Raises:
        ConfigError: when it cannot be read or holds faults; the message has a line for each,
            `FILE:LINE:COL: path: what is wrong`.
    """
    name = _shown(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{name}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name}: is not UTF-8: {error.reason} at byte {error.start}") from error
    return parse_config(text, name, path.parent)


def parse_config(text: str, name: str, folder: Path = Path()) -> Config:
    """The settings that the text of a claims.yaml states; its paths are taken from `folder`.

    Raises:
        ConfigError: as `load_config`; `name` is what the message calls the file.
    """
    source = _locate(text)
    shape, faults = _checked(source)
    every = sorted({*source.faults, *faults, *_unfit_entries(source)})
    if every or shape is None:
        raise ConfigError("\n".join(f"{name}:{fault}" for fault in every))
    return Config(
        path=name,
        corpus=tuple(os.path.relpath(folder / entry) for entry in shape.corpus or ()),
        fail_on=None if shape.fail_on is None else tuple(shape.fail_on),
        encoder=shape.encoder,
        parser=shape.parser,
        watch=tuple(_entries(shape.watch or (), source)),
    )


def make_settings(
    config: Config | None = None,
    *,
    encoder: str | None = None,
    parser: str | None = None,
    keep: bool = False,
    cache_dir: Path | None = None,
) -> Settings:
    """The settings of every stage: what is asked for here goes before `config`, `config` before the defaults.

    Args:
        config: what a claims.yaml says.
        encoder: the encoder's name.
        parser: the spaCy pipeline's name.
        keep: whether claims, vectors and the last run outlive the run.
        cache_dir: where they are kept, and model files that are made; None: in the user's cache directory.
    """
    config = config or Config()
    settings = Settings()
    if keep:
        file = cache_dir / default_path().name if cache_dir else default_path()
        settings = replace(settings, archive=replace(settings.archive, path=file))
    if cache_dir:
        settings = replace(settings, embed=replace(settings.embed, folder=cache_dir / default_folder().name))
    if encoder := encoder or config.encoder:
        settings = replace(settings, embed=replace(settings.embed, encoder=encoder))
    if parser := parser or config.parser:
        settings = replace(settings, parse=replace(settings.parse, pipeline=parser))
    return settings


class FailOn(StrEnum):
    """What `check` can be told to fail on."""

    CONFLICT = "conflict"
    SUPERSEDED = "superseded"
    UNSURE = "unsure"
    SINGLE_SOURCED = "single-sourced"
    NOTICE = "notice"
    WATCHLIST = "watchlist"


FAIL_ON = (FailOn.CONFLICT, FailOn.WATCHLIST)
"""What `check` fails on when it is told nothing."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run works, stage by stage."""

    read: ReadSettings = field(default_factory=ReadSettings)
    clean: CleanSettings = field(default_factory=CleanSettings)
    parse: ParseSettings = field(default_factory=ParseSettings)
    extract: ExtractSettings = field(default_factory=ExtractSettings)
    embed: EmbedSettings = field(default_factory=EmbedSettings)
    match: MatchSettings = field(default_factory=MatchSettings)
    trace: TraceSettings = field(default_factory=TraceSettings)
    judge: JudgeSettings = field(default_factory=JudgeSettings)
    report: ReportSettings = field(default_factory=ReportSettings)
    archive: ArchiveSettings = field(default_factory=ArchiveSettings)


@dataclass(frozen=True, slots=True)
class WatchEntry:
    """A claim that a newsroom keeps an eye on, as claims.yaml states it."""

    claim: str
    expect: Verdict
    """What the corpus is expected to say of it."""
    note: str | None = None
    as_of: date | None = None
    """The day on which the expectation was set down."""
    evidence: tuple[str, ...] = ()
    """Addresses or files that speak for the expectation."""
    line: int = 0
    column: int = 0
    """Where in the file the words of the claim start; both count from 1."""


@dataclass(frozen=True, slots=True)
class Config:
    """What a claims.yaml says."""

    path: str = FILE_NAME
    corpus: tuple[str, ...] = ()
    """Files, folders and globs that new articles are checked against, from the working directory."""
    fail_on: tuple[FailOn, ...] | None = None
    encoder: str | None = None
    parser: str | None = None
    watch: tuple[WatchEntry, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong with the file."""

    line: int
    column: int
    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: " + (f"{self.place}: {self.what}" if self.place else self.what)


# The file's shape, as pydantic is to check it. Plain dataclasses: pydantic takes 0.15 s to load, many runs need none.


@dataclass
class _WatchShape:
    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "str_strip_whitespace": True}
    claim: str
    expect: Verdict
    note: str | None = None
    as_of: str | None = None
    evidence: list[str] | None = None


@dataclass
class _FileShape:
    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "str_strip_whitespace": True}
    corpus: list[str] | None = None  # None too where all that stood below a key is commented out
    fail_on: list[FailOn] | None = None
    encoder: str | None = None
    parser: str | None = None
    watch: list[_WatchShape] | None = None


KEYS: Mapping[str, tuple[str, ...]] = {
    "": tuple(key.name for key in fields(_FileShape)),
    "watch": tuple(key.name for key in fields(_WatchShape)),
}
"""The keys that are known at the top and in an entry of the watch list."""


@dataclass(frozen=True, slots=True)
class _Located:
    """A YAML text as plain values, and where each stands."""

    data: object
    values: dict[Place, tuple[int, int]]
    keys: dict[Place, tuple[int, int]]
    faults: tuple[Fault, ...] = ()

    def fault(self, place: Place, what: str, *, at_key: bool = False) -> Fault:
        """A fault of the value at `place`, or of its key; where there is no such value, of what should hold it."""
        found = self.keys.get(place) if at_key else self.values.get(place)
        above = place
        while found is None and above:
            above = above[:-1]
            found = self.values.get(above)
        line, column = found or (1, 1)
        return Fault(line, column, _written(place), what)


def _locate(text: str) -> _Located:
    """Composes YAML 1.2 without making objects of it, so that every key and value keeps its place."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return _Located(None, {}, {}, (Fault(line, column, "", f"is not YAML: {error.problem or error.context}"),))
    except YAMLError as error:
        return _Located(None, {}, {}, (Fault(1, 1, "", f"is not YAML: {str(error).splitlines()[0]}"),))
    found = _Located({}, {}, {})
    faults: list[Fault] = []
    data = None if node is None else _plain(node, (), found, faults, ())
    return replace(found, data={} if data is None else data, faults=tuple(faults))


def _plain(node: Any, place: Place, found: _Located, faults: list[Fault], above: tuple[int, ...]) -> object:
    """The value of a node; writes the places of all that it holds to `found`, and keys that stand twice to `faults`."""
    found.values[place] = _mark(node)
    if id(node) in above:
        faults.append(found.fault(place, "holds itself"))
        return None
    above = (*above, id(node))
    if node.id == "sequence":
        return [_plain(item, (*place, i), found, faults, above) for i, item in enumerate(node.value)]
    if node.id == "mapping":
        return dict(_items(node, place, found, faults, above))
    return _scalar(node)


def _items(
    node: Any, place: Place, found: _Located, faults: list[Fault], above: tuple[int, ...]
) -> Iterator[tuple[str, object]]:
    for key_node, value_node in node.value:
        if key_node.id != "scalar":
            faults.append(Fault(*_mark(key_node), _written(place), "a key must be a word"))
            continue
        here = (*place, key_node.value)
        if here in found.keys:
            faults.append(Fault(*_mark(key_node), _written(here), f"stands twice, first in line {found.keys[here][0]}"))
            continue
        found.keys[here] = _mark(key_node)
        value = _plain(value_node, here, found, faults, above)
        if value is None:
            found.values[here] = found.keys[here]  # a value that is left out has the place of whatever comes next
        yield key_node.value, value


def _scalar(node: Any) -> object:
    """Text stays as written, dates too; only what YAML calls null, true, false or a number is made one."""
    kind = str(node.tag).rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return node.value.lower() == "true"
    return _Number(node.value) if kind in {"int", "float"} else node.value


@dataclass(frozen=True, slots=True)
class _Number:
    """A number, which no key takes."""

    written: str


def _mark(node: Any) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _checked(source: _Located) -> tuple[_FileShape | None, tuple[Fault, ...]]:
    from pydantic import TypeAdapter, ValidationError

    if source.faults and source.data is None:
        return None, ()
    if not isinstance(source.data, dict):
        return None, (source.fault((), f"must be a mapping of settings, not {_kind(source.data)}"),)
    try:
        return TypeAdapter(_FileShape).validate_python(source.data), ()
    except ValidationError as error:
        return None, tuple(_fault(source, item) for item in error.errors(include_url=False))


def _fault(source: _Located, item: Mapping[str, Any]) -> Fault:
    """What pydantic found, in our words and at its place."""
    place: Place = tuple(item["loc"])
    kind, given = item["type"], item.get("input")
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        known = KEYS["watch" if len(place) > 1 else ""]
        return source.fault(place, "unknown key" + _meant(str(place[-1]), known), at_key=True)
    if kind in {"missing", "missing_argument"}:
        return source.fault(place, "is missing")
    if kind == "enum":
        known = tuple(FailOn if place[0] == "fail_on" else Verdict)
        return source.fault(place, f"{_kind(given)} is none of them" + _meant(str(given), known))
    wanted = {"list_type": "a list", "dataclass_type": "a mapping", "string_type": "text"}.get(kind)
    return source.fault(place, f"must be {wanted}, not {_kind(given)}" if wanted else str(item["msg"]))


def _meant(given: str, known: Iterable[str]) -> str:
    """The known word that `given` may be a slip of, or all of them."""
    from rapidfuzz import process

    known = tuple(known)
    nearest = process.extractOne(given.lower(), known, score_cutoff=60)
    return f"; did you mean {nearest[0]}?" if nearest else f"; known are {', '.join(known)}"


def _unfit_entries(source: _Located) -> Iterator[Fault]:
    """Watched claims that say nothing or stand in the list twice, and days that no calendar has."""
    entries = source.data.get("watch") if isinstance(source.data, dict) else None
    seen: dict[str, int] = {}
    for i, entry in enumerate(entries if isinstance(entries, list) else []):
        fields = entry if isinstance(entry, dict) else {}
        if isinstance(claim := fields.get("claim"), str):
            words = " ".join(re.findall(r"\w+", claim.casefold()))
            if not words:
                yield source.fault(("watch", i, "claim"), "has no words")
            elif words in seen:
                yield source.fault(("watch", i, "claim"), f"is watched already, in line {seen[words]}")
            seen.setdefault(words, source.values["watch", i, "claim"][0])
        if isinstance(day := fields.get("as_of"), str) and _day(day) is None:
            yield source.fault(("watch", i, "as_of"), f"must be a day such as 2024-05-31, not {_kind(day)}")


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _entries(shapes: Iterable[_WatchShape], source: _Located) -> Iterator[WatchEntry]:
    for i, shape in enumerate(shapes):
        line, column = source.values["watch", i, "claim"]
        day = _day(shape.as_of) if shape.as_of else None
        yield WatchEntry(shape.claim, shape.expect, shape.note, day, tuple(shape.evidence or ()), line, column)


def _kind(value: object) -> str:
    """A value as a message calls it."""
    if isinstance(value, _Number):
        return f"the number {value.written}"
    return f'"{value}"' if isinstance(value, str) and value else _KINDS.get(type(value), "that")


_KINDS = {dict: "a mapping", list: "a list", str: "empty text", bool: "true or false", type(None): "nothing"}


def _written(place: Place) -> str:
    """("watch", 0, "expect") as watch[0].expect."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return "".join(steps).lstrip(".")


def _shown(path: Path) -> str:
    """The path from the working directory, where that is shorter."""
    return min(str(path), os.path.relpath(path), key=len)
