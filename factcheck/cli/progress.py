"""What is told on standard error while the work goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import Any

import click

PATIENCE = 2.0
"""Seconds after which a user wants to know that something is going on."""


@contextmanager
def progress_shown(*, quiet: bool) -> Iterator[Progress]:
    """What to hand to a run: its progress is shown once it takes longer than two seconds, its notes at once.

    On a terminal there is a bar for each stage; elsewhere one line says that the work goes on.
    """
    progress = Progress(quiet=quiet, terminal=sys.stderr.isatty())
    timer = Timer(PATIENCE, progress.show)
    timer.daemon = True
    if not quiet:
        timer.start()
    try:
        yield progress
    finally:
        timer.cancel()
        progress.close()


class Progress:
    """Takes what a run tells of its progress. Another thread shows it: a single step may take more than two seconds."""

    def __init__(self, *, quiet: bool, terminal: bool) -> None:
        self._quiet = quiet
        self._terminal = terminal
        self._lock = Lock()
        self._stages: dict[str, tuple[int, int]] = {}
        self._bars: dict[str, Any] = {}
        self._display: Any = None
        self._closed = False

    def step(self, stage: str, done: int, total: int) -> None:
        """Of a stage's `total` steps, `done` are done."""
        with self._lock:
            self._stages[stage] = (done, total)
            if self._display is not None:
                self._draw(stage)

    def note(self, message: str) -> None:
        """Something that the user should know, and that is no error."""
        if self._quiet:
            return
        with self._lock:
            write: Callable[[str], object] = self._display.console.print if self._display else _line
            write(f"factcheck: {message}")

    def show(self) -> None:
        """Starts to show what is going on."""
        with self._lock:
            if self._closed:
                return
            if not self._terminal:
                stage = next(reversed(self._stages), "starting")
                _line(f"factcheck: working ({stage}) …")
                return
            self._display = _display()
            self._display.start()
            for stage in self._stages:
                self._draw(stage)

    def close(self) -> None:
        """Takes the bars away."""
        with self._lock:
            self._closed = True
            if self._display is not None:
                self._display.stop()

    def _draw(self, stage: str) -> None:
        done, total = self._stages[stage]
        if stage not in self._bars:
            self._bars[stage] = self._display.add_task(stage, total=total)
        self._display.update(self._bars[stage], completed=done, total=total)


def _line(text: str) -> None:
    click.echo(text, err=True)


def _display() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:>8}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True, markup=False, highlight=False), transient=True)
