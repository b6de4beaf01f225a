"""A crash leaves a file that tells where, and the next start finds it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.host import crash

SECRET = "The minister said it"


def end_of(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process of its own, with the hooks set up."""
    start = (
        "import sys, os, threading, faulthandler\nfrom pathlib import Path\n"
        "from app.host import crash\n"
        "crash.install(Path(sys.argv[1]), {'claimdesk': '0.1.0'})\n"
    )
    return subprocess.run(
        [sys.executable, "-c", start + code, str(folder)],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_an_uncaught_error_is_kept_without_its_message(tmp_path: Path) -> None:
    ended = end_of(tmp_path, f"def trip():\n    raise ValueError('{SECRET}')\ntrip()")
    assert ended.returncode == 1
    assert SECRET in ended.stderr  # the terminal still shows all
    file = crash.pending(tmp_path)
    assert file is not None
    said = file.read_text(encoding="utf-8")
    assert SECRET not in said
    for told in ("builtins.ValueError in main thread", "in trip", "claimdesk: 0.1.0", "python: "):
        assert told in said
    assert [other.name for other in tmp_path.iterdir()] == [file.name]


def test_an_error_in_a_thread_is_kept_too(tmp_path: Path) -> None:
    end_of(
        tmp_path,
        "thread = threading.Thread(target=lambda: 1 / 0, name='library lane')\n"
        "thread.start()\nthread.join()",
    )
    file = crash.pending(tmp_path)
    assert file is not None
    assert "ZeroDivisionError in library lane" in file.read_text(encoding="utf-8")


def test_a_killing_fault_is_kept(tmp_path: Path) -> None:
    ended = end_of(tmp_path, "import ctypes\nctypes.string_at(0)")
    assert ended.returncode != 0
    file = crash.pending(tmp_path)
    assert file is not None
    assert "string_at" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", ["", "sys.exit(3)", "raise KeyboardInterrupt"])
def test_a_plain_end_leaves_nothing(tmp_path: Path, code: str) -> None:
    end_of(tmp_path, code)
    assert list(tmp_path.iterdir()) == []
    assert crash.pending(tmp_path) is None


def test_the_same_error_again_and_again_is_kept_once(tmp_path: Path) -> None:
    end_of(
        tmp_path,
        "for number in range(50):\n"
        "    try:\n        1 / 0\n"
        "    except ZeroDivisionError as error:\n"
        "        sys.excepthook(type(error), error, error.__traceback__)\n",
    )
    assert len(list(tmp_path.iterdir())) == 1


def test_what_was_dismissed_is_not_offered_again(tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"crash-{number}.txt").write_text("x")
    (tmp_path / "fatal-running.txt").write_text("")  # of a window that is still open
    assert crash.pending(tmp_path) is not None
    crash.dismiss(tmp_path)
    assert crash.pending(tmp_path) is None
    names = sorted(file.name for file in tmp_path.iterdir())
    assert len([name for name in names if name.endswith(".seen")]) == 5
    assert "fatal-running.txt" in names


def test_a_folder_that_is_absent_or_closed_does_no_harm(tmp_path: Path) -> None:
    assert crash.pending(tmp_path / "none") is None
    crash.dismiss(tmp_path / "none")
    (tmp_path / "file").write_text("")
    ended = end_of(tmp_path / "file" / "logs", "1 / 0")
    assert ended.stderr.count("ZeroDivisionError") == 1
