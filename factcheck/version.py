"""The version, and a digest of the code: what is kept between runs holds only for the code that made it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

VERSION = "0.1.0"


@cache
def code_digest(folders: tuple[str, ...], packages: tuple[str, ...] = ()) -> str:
    """sha256 over the code, weights and word lists of folders and files of factcheck, and the versions of packages."""
    digest = hashlib.sha256()
    root = Path(__file__).parent
    for folder in folders:
        for path in sorted((root / folder).rglob("*")) or [root / folder]:
            if path.suffix in (".py", ".json", ".toml"):
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    for package in packages:
        digest.update(f"{package}=={_installed(package)}\0".encode())
    return digest.hexdigest()


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
