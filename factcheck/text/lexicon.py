"""Word lists, kept as TOML files beside this module so that they can be mended without touching code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The tables of `lexicon/NAME.toml`, read once. Callers share the result and must not change it.

    Raises:
        FileNotFoundError: when there is no such list.
    """
    path = files("factcheck.text").joinpath("lexicon", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
