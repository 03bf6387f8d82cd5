"""Which files are meant by the paths given, and under which id each goes."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.datamodel import Skipped
from factcheck.read.readers import SUFFIXES
from factcheck.read.settings import ReadSettings

STDIN = "-"
_NOT_ARTICLES = frozenset({"readme.md", "readme.markdown", "readme.txt"})


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read."""

    id: str
    source: str
    """The path as given, or as found within the folder that was given."""
    path: Path | None
    """None for standard input."""


def find_inputs(paths: Sequence[str | Path], settings: ReadSettings) -> tuple[tuple[Input, ...], tuple[Skipped, ...]]:
    """The files that `paths` (files, folders, globs, "-") stand for, by id; and those that stand for nothing.

    A file named twice, or by two paths, is taken once: under the folder where it is within one that is given.
    """
    found: dict[str, tuple[str, Input]] = {}
    skipped: list[Skipped] = []
    given = sorted({os.fspath(path) for path in paths}, key=lambda name: (not Path(name).is_dir(), name))
    for name in given:
        inputs = _inputs(name, settings)
        if isinstance(inputs, Skipped):
            skipped.append(inputs)
            continue
        for item in inputs:
            found.setdefault(STDIN if item.path is None else os.path.realpath(item.path), (name, item))
    return _told_apart(found.values()), tuple(skipped)


def _inputs(name: str, settings: ReadSettings) -> list[Input] | Skipped:
    path = Path(name)
    if name == STDIN:
        return [Input("stdin", STDIN, None)]
    if path.is_dir():
        return _in_folder(path, settings)
    if path.exists() or not glob.has_magic(name):
        return [Input(path.name, name, path)]
    matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - a pattern may be absolute
    if not matches:
        return Skipped(name, "no file has such a name")
    return [Input(_within_glob(name, match), match, Path(match)) for match in matches if Path(match).is_file()]


def _within_glob(pattern: str, match: str) -> str:
    """A glob's part before its first wildcard is the folder that was given."""
    fixed = Path(pattern).parts[: next(at for at, part in enumerate(Path(pattern).parts) if glob.has_magic(part))]
    return Path(match).relative_to(Path(*fixed)).as_posix()


def _in_folder(folder: Path, settings: ReadSettings) -> list[Input] | Skipped:
    files = sorted(
        path for path in folder.rglob("*") if path.is_file() and _is_article(path.relative_to(folder), settings)
    )
    if not files:
        return Skipped(str(folder), f"no article in this folder; articles end in {', '.join(sorted(SUFFIXES))}")
    return [Input(path.relative_to(folder).as_posix(), str(path), path) for path in files]


def _is_article(path: Path, settings: ReadSettings) -> bool:
    if not settings.hidden and any(part.startswith(".") for part in path.parts):
        return False
    return path.suffix.lower() in SUFFIXES and path.name.lower() not in _NOT_ARTICLES


def _told_apart(found: Iterable[tuple[str, Input]]) -> tuple[Input, ...]:
    """Ids that clash are prefixed by the path as given."""
    listed = list(found)
    counts = Counter(item.id for _, item in listed)
    named = [_prefixed(given, item) if counts[item.id] > 1 else item for given, item in listed]
    return tuple(sorted(named, key=lambda item: item.id))


def _prefixed(given: str, item: Input) -> Input:
    prefix = Path(item.source if glob.has_magic(given) else given).as_posix()
    whole = prefix if item.source == given or glob.has_magic(given) else f"{prefix}/{item.id}"
    return Input(whole, item.source, item.path)
