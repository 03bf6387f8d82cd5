"""One body for every archive, then what the one on disk does when things go wrong."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.archive import Archive, ArchiveSettings, MemoryArchive, key_of, open_archive
from factcheck.archive.sqlite import SqliteArchive

Open = Callable[[Path], Archive]
ARCHIVES: dict[str, Open] = {
    "memory": lambda path: MemoryArchive(),
    "sqlite": lambda path: SqliteArchive(path, max_bytes=10**8),
    "resilient": lambda path: open_archive(ArchiveSettings(path)),
    "no path": lambda path: open_archive(ArchiveSettings()),
}
ON_DISK = ["sqlite", "resilient"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "made" / "archive.sqlite"


@pytest.fixture(params=ARCHIVES)
def archive(request: pytest.FixtureRequest, path: Path) -> Iterator[Archive]:
    with closing(ARCHIVES[request.param](path)) as opened:
        yield opened


def test_what_is_put_is_got(archive: Archive) -> None:
    archive.put("fruit", {"a": b"apple", "b": b"", "c": bytes(range(256))})
    assert archive.get("fruit", "a") == b"apple"
    assert archive.get("fruit", "b") == b""
    assert archive.get("fruit", "c") == bytes(range(256))


def test_what_was_not_put_is_none(archive: Archive) -> None:
    archive.put("fruit", {"a": b"apple"})
    assert archive.get("fruit", "z") is None
    assert archive.get("ships", "a") is None


def test_the_last_put_counts(archive: Archive) -> None:
    archive.put("fruit", {"a": b"apple", "b": b"banana"})
    archive.put("fruit", {"a": b"apricot"})
    archive.put("ships", {"a": b"Aurora"})
    assert archive.get_many("fruit", ["a", "b"]) == {"a": b"apricot", "b": b"banana"}


def test_many_come_in_the_order_of_the_keys(archive: Archive) -> None:
    items = {f"key {number}": b"%d" % number for number in range(2500)}
    archive.put("numbers", items)
    wanted = [*reversed(items), "not there", "key 3", "key 3"]
    assert list(archive.get_many("numbers", iter(wanted)).items()) == list(reversed(items.items()))


def test_nothing_put_or_asked_is_nothing(archive: Archive) -> None:
    archive.put("fruit", {})
    assert archive.get_many("fruit", []) == {}


@pytest.mark.parametrize("kind", ON_DISK)
def test_it_outlives_the_run(kind: str, path: Path) -> None:
    for value in (b"first", b"second"):
        with closing(ARCHIVES[kind](path)) as archive:
            archive.put("run", {value.decode(): value})
    with closing(ARCHIVES[kind](path)) as archive:
        assert archive.get_many("run", ["first", "second"]) == {"first": b"first", "second": b"second"}


def test_only_the_user_may_read_it(path: Path) -> None:
    open_archive(ArchiveSettings(path)).close()
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("kind", ON_DISK)
def test_two_runs_share_it(kind: str, path: Path) -> None:
    with closing(ARCHIVES[kind](path)) as left, closing(ARCHIVES[kind](path)) as right:
        left.put("run", {"a": b"left"})
        right.put("run", {"b": b"right"})
        assert left.get("run", "b") == b"right"
        assert right.get("run", "a") == b"left"


def test_runs_that_begin_together_lose_nothing(path: Path) -> None:
    script = """
import sys
from pathlib import Path
from factcheck.archive import ArchiveSettings, open_archive
name = sys.argv[2]
sys.stdin.readline()
archive = open_archive(ArchiveSettings(Path(sys.argv[1])), notify=print)
for number in range(30):
    archive.put("run", {f"{name} {number}": b"value"})
archive.close()
"""
    command = [sys.executable, "-c", script, str(path)]
    runs = [
        subprocess.Popen([*command, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for name in "abcd"
    ]
    for run in runs:
        assert run.stdin is not None
        run.stdin.write("\n")
        run.stdin.flush()
    assert [run.communicate()[0] for run in runs] == [""] * 4
    with closing(open_archive(ArchiveSettings(path))) as archive:
        keys = [f"{name} {number}" for name in "abcd" for number in range(30)]
        assert list(archive.get_many("run", keys)) == keys


def test_a_value_gone_bad_is_not_there(path: Path) -> None:
    with closing(open_archive(ArchiveSettings(path))) as archive:
        archive.put("run", {"a": b"right", "b": b"right"})
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE kept SET value = x'00' WHERE key = 'a'")
    with closing(open_archive(ArchiveSettings(path))) as archive:
        assert archive.get_many("run", ["a", "b"]) == {"b": b"right"}
        archive.put("run", {"a": b"mended"})
        assert archive.get("run", "a") == b"mended"


def _garbage(path: Path) -> None:
    path.write_bytes(b"no database at all " * 500)


def _torn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _overwritten(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x5a" * (len(data) - 4096)
    path.write_bytes(data)


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE guests (name)")


def _of_another_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA user_version = 99")


def _without_a_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DROP TABLE kept")


@pytest.mark.parametrize("spoil", [_garbage, _torn, _overwritten, _foreign, _of_another_version, _without_a_table])
def test_a_damaged_file_is_moved_aside(spoil: Callable[[Path], None], path: Path) -> None:
    with closing(open_archive(ArchiveSettings(path))) as archive:
        archive.put("run", {f"{number}": b"value" * 100 for number in range(200)})
    spoil(path)
    spoiled, told = path.read_bytes(), list[str]()
    with closing(open_archive(ArchiveSettings(path), notify=told.append)) as archive:
        assert archive.get("run", "7") is None
        archive.put("run", {"7": b"anew"})
    assert len(told) == 1
    assert "begun anew" in told[0]
    assert path.with_name(path.name + ".aside").read_bytes() == spoiled
    with closing(open_archive(ArchiveSettings(path), notify=told.append)) as archive:
        assert archive.get("run", "7") == b"anew"
    assert len(told) == 1


def test_damage_amid_a_run_loses_no_run(path: Path) -> None:
    told = list[str]()
    with closing(open_archive(ArchiveSettings(path), notify=told.append)) as archive:
        with closing(sqlite3.connect(path)) as other, other:
            other.execute("DROP TABLE kept")
        archive.put("run", {"a": b"value"})
        assert archive.get("run", "a") == b"value"
    assert len(told) == 1


def test_a_full_disk_is_told_once_and_memory_serves(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = list[str]()
    with closing(open_archive(ArchiveSettings(path), notify=told.append)) as archive:
        archive.put("run", {"small": b"value"})
        limit = path.stat().st_size // 4096 + 4
        archive._inner._db.execute(f"PRAGMA max_page_count = {limit}")  # type: ignore[attr-defined]
        archive.put("run", {"large": bytes(500_000)})
        archive.put("run", {"larger": bytes(600_000)})
        assert len(archive.get("run", "larger") or b"") == 600_000
    assert len(told) == 1
    assert "full" in told[0]


def test_a_folder_that_cannot_be_made_is_told_and_memory_serves(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    told = list[str]()
    with closing(open_archive(ArchiveSettings(tmp_path / "file" / "archive.sqlite"), notify=told.append)) as archive:
        archive.put("run", {"a": b"value"})
        assert archive.get("run", "a") == b"value"
    assert len(told) == 1
    assert "nothing is kept" in told[0]


def test_a_file_that_another_holds_locked_is_told_and_memory_serves(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.archive.sqlite.WAIT_SECONDS", 0.1)
    open_archive(ArchiveSettings(path)).close()
    told = list[str]()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with closing(open_archive(ArchiveSettings(path), notify=told.append)) as archive:
            archive.put("run", {"a": b"value"})
            assert archive.get("run", "a") == b"value"
        other.execute("ROLLBACK")
    assert len(told) == 1
    assert "locked" in told[0]


def test_what_has_gone_unused_longest_goes_first(path: Path) -> None:
    settings = ArchiveSettings(path, max_bytes=400_000)
    for number in range(12):
        with closing(open_archive(settings)) as archive:
            archive.get("run", "0")
            archive.put("run", {str(number): bytes([number]) * 50_000})
    assert path.stat().st_size <= settings.max_bytes
    with closing(open_archive(settings)) as archive:
        left = list(archive.get_many("run", map(str, range(12))))
    assert left[0] == "0"
    assert left[1:] == [str(number) for number in range(13 - len(left), 12)]
    assert 3 <= len(left) <= 8


def test_keys_tell_their_parts_apart() -> None:
    keys = {key_of(), key_of(""), key_of("", ""), key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("\ud800")}
    assert len(keys) == 7
    assert key_of("ab", "c") == key_of("ab", "c")
