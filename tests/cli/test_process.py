"""The command as a process of its own: its output is UTF-8 whatever the locale, a closed pipe is no failure."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.sample_run import write_articles

ROOT = Path(__file__).parents[2]
LOCALES = [
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"LC_ALL": "C"},
    {"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "latin-1"},
]
WITH_FAKE_RUN = """\
import sys
from factcheck import pipeline
from factcheck.cli.main import main
from tests.cli import sample_run
pipeline.run = sample_run.{run}
main()
"""
HELP = """\
import sys
from factcheck.cli.main import cli
try:
    cli.main(["--help"])
except SystemExit:
    print(*sys.modules)
"""


@pytest.mark.parametrize("locale", LOCALES, ids=str)
@pytest.mark.parametrize("form", ["json", "text"])
def test_standard_output_is_utf_8_whatever_the_locale(locale: dict[str, str], form: str, tmp_path: Path) -> None:
    write_articles(tmp_path)
    ended = start("fake_run", ["report", ".", "--format", form], tmp_path, locale)
    out, err = ended.communicate()
    assert (ended.returncode, err) == (0, b"")
    assert "Café owners are glad of it." in out.decode("utf-8")


def test_errors_can_be_told_in_any_locale(tmp_path: Path) -> None:
    ended = start("fake_run", ["report", "café.json"], tmp_path, LOCALES[0])
    assert "factcheck: caf" in ended.communicate()[1].decode("utf-8")
    assert ended.returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize(
    ("args", "status"), [(["report", "."], 0), (["check", "daily.txt", "--against", "wire.txt"], 1), (["--help"], 0)]
)
def test_a_reader_that_has_had_enough_changes_nothing(args: list[str], status: int, tmp_path: Path) -> None:
    write_articles(tmp_path)
    reading, writing = os.pipe()
    os.close(reading)
    ended = start("fake_run", args, tmp_path, {}, out=writing)
    os.close(writing)
    assert ended.communicate()[1] == b""
    assert ended.returncode == status


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    write_articles(tmp_path)
    with Path("/dev/full").open("wb") as full:
        ended = start("fake_run", ["report", "."], tmp_path, {}, out=full.fileno())
    assert ended.communicate()[1] == b"factcheck: standard output cannot be written: No space left on device\n"
    assert ended.returncode == 2


def test_the_help_loads_nothing_of_the_pipeline() -> None:
    ended = subprocess.run([sys.executable, "-c", HELP], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name for name in ended.stdout.split() if name.startswith("factcheck.")}
    assert loaded <= {
        "factcheck.cli",
        "factcheck.cli.main",
        "factcheck.cli.output",
        "factcheck.errors",
        "factcheck.version",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("command", [["report", "."], ["check", "daily.txt", "--against", "wire.txt"]])
def test_an_interruption_ends_with_130(command: list[str], tmp_path: Path) -> None:
    write_articles(tmp_path)
    started = start("waiting_run", [*command], tmp_path, {})
    assert started.stderr is not None
    assert started.stderr.readline().startswith(b"factcheck: the model file")
    started.send_signal(signal.SIGINT)
    _, err = started.communicate(timeout=60)
    assert started.returncode == 130
    assert b"Traceback" not in err


def start(
    run: str, args: list[str], folder: Path, variables: dict[str, str], out: int = subprocess.PIPE
) -> subprocess.Popen[bytes]:
    """Starts the command line in a folder, with a run of `sample_run` in place of the pipeline's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON", "FACT"))}
    env = {**kept, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder), **variables}
    (folder / ".git").mkdir(exist_ok=True)
    return subprocess.Popen(
        [sys.executable, "-c", WITH_FAKE_RUN.format(run=run), *args],
        cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE,
    )  # fmt: skip
