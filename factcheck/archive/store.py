"""What every archive can do, and how keys are made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

Notify = Callable[[str], None]
"""Takes one line for the user: that nothing can be kept, or that what was kept is lost."""


class Archive(Protocol):
    """Keeps bytes by namespace and key. What is not there any more is worked out anew: nothing here is precious."""

    def get(self, namespace: str, key: str) -> bytes | None:
        """The value; None where there is none."""

    def get_many(self, namespace: str, keys: Iterable[str]) -> dict[str, bytes]:
        """The values that there are, in the order of the keys."""

    def put(self, namespace: str, items: Mapping[str, bytes]) -> None:
        """Keeps the items, all or none of them, in place of any with the same keys."""

    def close(self) -> None:
        """Ends the use of the archive; what outlives the run is on disk then."""


def key_of(*parts: str) -> str:
    """One key for several parts (text, version, settings …): sha256 in hexadecimal, unlike for unlike parts."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()
