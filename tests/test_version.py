"""What is kept between runs holds only for the code that made it."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import version


def test_the_digest_changes_with_code_weights_lists_and_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stage").mkdir()
    monkeypatch.setattr(version, "__file__", str(tmp_path / "version.py"))
    seen = {version.code_digest(("stage",))}
    for name in ("code.py", "weights.json", "words.toml"):
        (tmp_path / "stage" / name).write_text("1")
        version.code_digest.cache_clear()
        seen.add(version.code_digest(("stage",)))
    seen.add(version.code_digest(("stage",), ("click",)))
    seen.add(version.code_digest(("stage",), ("no-such-package",)))
    assert len(seen) == 6
    (tmp_path / "stage" / "notes.txt").write_text("1")
    version.code_digest.cache_clear()
    assert version.code_digest(("stage",)) in seen
