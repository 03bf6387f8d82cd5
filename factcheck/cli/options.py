"""The options that commands share, and the values that they take.

A parameter has the name of its option: click makes the names of the variables from it.
"""

from __future__ import annotations

import functools
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck.cli.output import Output
from factcheck.config import Config, FailOn, Settings, find_config, load_config, make_settings
from factcheck.report.settings import ReportSettings

R = TypeVar("R")

NARROWEST, WIDEST = 40, 120
"""Columns of the printed report: beyond them, lines are hard to read."""


def run_options(command: Callable[..., R]) -> Callable[..., R]:
    """Adds the options of every command that runs the pipeline; the command gets them as one `options: RunOptions`."""

    @functools.wraps(command)
    def call(**given: Any) -> R:
        options = RunOptions(**{field.name: given.pop(field.name) for field in fields(RunOptions)})
        return command(options=options, **given)

    for option in reversed(_RUN_OPTIONS):
        call = option(call)
    return call


def output_options(*formats: str) -> Callable[[Callable[..., R]], Callable[..., R]]:
    """Adds --format and --output; the first of `formats` is printed where none is asked for."""

    def decorate(command: Callable[..., R]) -> Callable[..., R]:
        command = click.option(
            "-o", "--output", type=OutputType(formats), multiple=True,
            help="Also write a file, made whole or not at all. May be given several times.",
        )(command)  # fmt: skip
        return click.option(
            "-f", "--format", type=click.Choice(formats), default=formats[0], show_default=True,
            help="What is printed.",
        )(command)  # fmt: skip

    return decorate


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What every command that runs the pipeline is told."""

    config: Path | None
    no_config: bool
    encoder: str | None
    parser: str | None
    cache_dir: Path | None
    no_cache: bool
    quiet: bool
    no_color: bool

    def load_config(self) -> Config:
        """What claims.yaml says: the one that was named, else the one that is found.

        Raises:
            ConfigError: when it has faults.
        """
        if self.no_config and self.config:
            raise click.UsageError("--config and --no-config exclude each other")
        path = None if self.no_config else self.config or find_config(Path.cwd())
        return load_config(path) if path else Config()

    def settings(self, config: Config) -> Settings:
        """The settings of a run."""
        keep = not self.no_cache
        return make_settings(config, encoder=self.encoder, parser=self.parser, keep=keep, cache_dir=self.cache_dir)

    def look(self) -> ReportSettings:
        """How a report is printed: as wide as the terminal, in colours unless told otherwise (https://no-color.org)."""
        if not sys.stdout.isatty():
            return ReportSettings()
        plain = self.no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        columns = shutil.get_terminal_size().columns
        return ReportSettings(colour=not plain, width=max(NARROWEST, min(columns, WIDEST)))


_RUN_OPTIONS: tuple[Callable[[Callable[..., Any]], Callable[..., Any]], ...] = (
    click.option(
        "--config", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
        help="The settings; else the claims.yaml of this folder or of one above it in the repository.",
    ),
    click.option("--no-config", is_flag=True, help="Read no claims.yaml."),
    click.option("--encoder", metavar="NAME", help="Another sentence-transformers model, or 'hashing' for none."),
    click.option("--parser", metavar="NAME", help="Another installed spaCy pipeline."),
    click.option(
        "--cache-dir", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
        help="Where claims, vectors, the last run and model files are kept; else the user's cache directory.",
    ),
    click.option("--no-cache", is_flag=True, help="Keep no claims, vectors and runs, and use none kept."),
    click.option("-q", "--quiet", is_flag=True, help="Say nothing on standard error but errors."),
    click.option("--no-color", is_flag=True, help="No colours, as with the variable NO_COLOR."),
)  # fmt: skip


class OutputType(click.ParamType):  # type: ignore[type-arg]  # generic in the newest click alone
    """FORMAT=FILE."""

    name = "format=file"
    envvar_list_splitter = os.pathsep

    def __init__(self, formats: tuple[str, ...]) -> None:
        self.formats = formats

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """How the help writes it."""
        return "FORMAT=FILE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Output:
        """Splits at the first "="."""
        if isinstance(value, Output):
            return value
        name, equals, file = str(value).partition("=")
        if not (equals and file):
            self.fail(f"{value!r} is not FORMAT=FILE, such as {self.formats[-1]}=report.{self.formats[-1]}", param, ctx)
        if name not in self.formats:
            self.fail(f"{name!r} is no format; known are {', '.join(self.formats)}", param, ctx)
        if Path(file).is_dir():
            self.fail(f"{file!r} is a folder", param, ctx)
        return Output(name, Path(file))


class FailOnType(click.ParamType):  # type: ignore[type-arg]
    """Kinds of findings, parted by commas."""

    name = "kinds"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """How the help writes it."""
        return "KIND,…"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[FailOn, ...]:
        """The kinds; none of them for the word "none"."""
        if isinstance(value, tuple):
            return value
        words = [word.strip() for word in str(value).split(",") if word.strip()]
        if words == ["none"]:
            return ()
        unknown = [word for word in words if word not in list(FailOn)]
        if unknown or not words:
            self.fail(f"{', '.join(unknown) or 'nothing'!r}: known are {', '.join(FailOn)}, or none", param, ctx)
        return tuple(FailOn(word) for word in words)
