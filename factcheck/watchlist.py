"""The watch list: claims that a newsroom keeps an eye on, and what the corpus says of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.config import Settings, WatchEntry, load_config
from factcheck.datamodel import Report, Verdict

__all__ = ["WatchEntry", "WatchResult", "load_watchlist", "match_watchlist"]


def load_watchlist(path: Path) -> tuple[WatchEntry, ...]:
    """The watch list of a claims.yaml, in its order.

    Raises:
        ConfigError: when the file has faults, all of them at once.
    """
    return load_config(path).watch


def match_watchlist(report: Report, entries: Sequence[WatchEntry], settings: Settings) -> tuple[WatchResult, ...]:
    """What the findings of `report` say of each entry, in the order of `entries`."""
    raise NotImplementedError


@dataclass(frozen=True, slots=True)
class WatchResult:
    """A watched claim and what was found of it."""

    entry: WatchEntry
    verdict: Verdict | None
    """That of the finding which answers it; None where no claim of the corpus does."""
    finding: str | None = None
    """The finding's id."""

    @property
    def holds(self) -> bool:
        """Whether it is as expected."""
        return self.verdict == self.entry.expect

    @property
    def status(self) -> str:
        """The verdict, or "not found"."""
        return self.verdict.value if self.verdict else "not found"
