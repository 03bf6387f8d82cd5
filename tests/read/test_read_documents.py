"""Which files become documents, under which ids, and what is told of the others."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from factcheck.read import ReadSettings, read_documents
from tests.read.samples import HTML, MARKDOWN

ARTICLE = "The council of Norhaven shut the old pier on Monday."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "sub/b.md", "sub/c.html", ".hidden.txt", "sub/README.md", "notes.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text({".md": MARKDOWN, ".html": HTML}.get(path.suffix, ARTICLE), encoding="utf-8")
    return tmp_path


def ids(*paths: str | Path, settings: ReadSettings = ReadSettings()) -> list[str]:
    return [document.id for document in read_documents(paths, settings=settings)[0]]


def test_a_folder_gives_its_articles_by_their_relative_paths(folder: Path) -> None:
    assert ids(folder) == ["a.txt", "sub/b.md", "sub/c.html"]


def test_a_file_is_read_under_its_name_whatever_it_is_called(folder: Path) -> None:
    assert ids(folder / "sub" / "README.md", folder / "notes.csv", folder / ".hidden.txt") == [
        ".hidden.txt",
        "README.md",
        "notes.csv",
    ]


def test_hidden_files_are_read_when_asked_for(folder: Path) -> None:
    assert ".hidden.txt" in ids(folder, settings=ReadSettings(hidden=True))


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert ids(folder, folder / "a.txt", folder / "sub", str(folder / "a.txt")) == ["a.txt", "sub/b.md", "sub/c.html"]


def test_ids_that_clash_are_prefixed_by_the_path_as_given(folder: Path) -> None:
    (folder / "sub" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    first, second = folder / "a.txt", folder / "sub" / "a.txt"
    assert ids(first, second) == sorted([first.as_posix(), second.as_posix()])


def test_folders_whose_files_clash(tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert ids(tmp_path / "x", tmp_path / "y") == [f"{tmp_path.as_posix()}/{name}/a.txt" for name in ("x", "y")]


def test_a_glob_is_widened(folder: Path) -> None:
    assert ids(f"{folder}/sub/*.md", f"{folder}/*.txt") == ["README.md", "a.txt", "b.md"]


def test_the_order_of_paths_changes_nothing(folder: Path) -> None:
    paths = [folder / "sub" / "c.html", folder / "a.txt", folder / "missing.txt", folder / "sub" / "b.md"]
    assert read_documents(paths) == read_documents(paths[::-1])


def test_standard_input() -> None:
    documents, skipped = read_documents(["-"], stdin=HTML.encode())
    assert not skipped
    assert (documents[0].id, documents[0].source, documents[0].outlet) == ("stdin", "-", "Harbour News")


def test_the_day_is_told_from_the_date_as_written(folder: Path) -> None:
    document = read_documents([folder / "sub" / "b.md"])[0][0]
    assert (document.published, document.published_on) == ("2031-05-06", date(2031, 5, 6))


def test_raw_keeps_all_but_the_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + ARTICLE.encode() + b"\r\n\r\n\tEnd. ")
    assert read_documents([path])[0][0].raw == ARTICLE + "\r\n\r\n\tEnd. "


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n ", "empty"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "not text: it holds zero bytes"),
        ("script.html", b"<html><script>var x</script></html>", "no article text found in it, read as html"),
        ("large.txt", b"a " * 600, "larger than 1,000 bytes"),
    ],
)
def test_what_cannot_be_read_is_skipped_with_its_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")
    documents, skipped = read_documents([tmp_path], settings=ReadSettings(max_bytes=1000))
    assert [document.id for document in documents] == ["good.txt"]
    assert [(miss.source, miss.reason) for miss in skipped] == [(str(tmp_path / name), reason)]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    _, skipped = read_documents([tmp_path / "gone.txt", f"{tmp_path}/*.none", tmp_path / "bare"])
    reasons = {Path(miss.source).name: miss.reason for miss in skipped}
    assert reasons["gone.txt"] == "no such file or directory"
    assert reasons["*.none"] == "no file has such a name"
    assert reasons["bare"].startswith("no article in this folder")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    path.chmod(0)
    assert read_documents([path])[1][0].reason == "permission denied"
