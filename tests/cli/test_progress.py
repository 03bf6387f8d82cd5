"""What is told on standard error while a run goes on. Time is not waited for: `show` is called as the timer would."""

from __future__ import annotations

import pytest

from factcheck.cli import progress
from factcheck.cli.progress import Progress, progress_shown


def test_a_quick_run_tells_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_shown(quiet=False) as shown:
        shown.step("read", 1, 2)
    assert capsys.readouterr() == ("", "")


def test_a_long_run_tells_once_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    shown = Progress(quiet=False, terminal=False)
    shown.step("read", 1, 2)
    shown.show()
    shown.step("parse", 1, 2)
    shown.close()
    assert capsys.readouterr() == ("", "factcheck: working (read) …\n")


def test_a_long_run_shows_a_bar_for_each_stage_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    shown = Progress(quiet=False, terminal=True)
    shown.step("read", 2, 2)
    shown.show()
    shown.step("parse", 1, 2)
    shown.note("the model file is made, once")
    shown.close()
    out, err = capsys.readouterr()
    assert out == ""
    assert "read" in err
    assert "2/2" in err
    assert "parse" in err
    assert "the model file is made, once" in err


def test_a_run_that_has_ended_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    shown = Progress(quiet=False, terminal=False)
    shown.close()
    shown.show()
    assert capsys.readouterr() == ("", "")


def test_the_timer_shows_a_run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    told: list[str] = []
    monkeypatch.setattr(Progress, "show", lambda self: told.append("shown"))
    with progress_shown(quiet=False) as shown:
        while not told:
            shown.step("read", 1, 2)
    with progress_shown(quiet=True):
        pass
    assert told == ["shown"]


def test_notes_are_told_at_once_and_not_when_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    Progress(quiet=False, terminal=False).note("a note")
    Progress(quiet=True, terminal=False).note("not told")
    assert capsys.readouterr() == ("", "factcheck: a note\n")
