"""What is written equals the accepted files, byte by byte. To accept a change: `python -m tests.report.accept`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.accept import golden_files

FILES = golden_files()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_equals_the_accepted_file(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        assert FILES[path] == file.read()


def test_no_accepted_file_is_left_over() -> None:
    folder = Path(__file__).parent / "golden"
    assert set(folder.iterdir()) == {path for path in FILES if path.parent == folder}
