"""Where results go: standard output, and files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import ReportError


@dataclass(frozen=True, slots=True)
class Output:
    """A file to write, and in which format."""

    format: str
    path: Path


def print_text(text: str) -> None:
    """Prints to standard output.

    A reader that has had enough (`| head`) changes nothing: the exit status still tells what was found.

    Raises:
        ReportError: when it cannot be written, on a full disk say.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        discard_output()
    except OSError as error:
        discard_output()
        raise ReportError(f"standard output cannot be written: {error.strerror}") from error


def discard_output() -> None:
    """Lets what is still to be printed go nowhere: Python would try again as it ends, and end with another status."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_outputs(outputs: Iterable[Output], render: Callable[[str], str]) -> None:
    """Writes each file in its format.

    Raises:
        ReportError: when one cannot be written.
    """
    for output in outputs:
        write_file(output.path, render(output.format))


def write_file(path: Path, text: str) -> None:
    """Writes a file as UTF-8 by way of a neighbour that is then renamed, so that no half of it is ever seen.

    Folders that are missing are made; what a link points to is written, not the link; a device or a pipe is written to.

    Raises:
        ReportError: when it cannot be written; a file that stood there is then as it was.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            target.write_text(text, encoding="utf-8", newline="\n")
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, text)
    except OSError as error:
        raise ReportError(f"{path} cannot be written: {error.strerror}") from error


def _replace(target: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123  # a handle, not a path
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else those of any new file."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
