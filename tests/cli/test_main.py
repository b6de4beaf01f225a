"""The command line as a process: help, versions, exit statuses, pipes that close, Ctrl+C."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app import __version__
from app.cli.main import run

Command = Callable[..., Any]


def start(home: Path, *words: str, **more: object) -> subprocess.Popen[bytes]:
    """A real process of the command line, its own folders under `home`."""
    environment = {**os.environ, "CLAIMDESK_HOME": str(home), "PYTHONWARNINGS": "error"}
    return subprocess.Popen(
        [sys.executable, "-m", "app", *words],
        cwd=Path(__file__).resolve().parents[2],
        env=environment,
        stderr=subprocess.PIPE,
        **{"stdout": subprocess.PIPE, **more},  # type: ignore[call-overload]
    )


def test_help_and_version(claimdesk: Command) -> None:
    assert claimdesk("--version").out == f"claimdesk {__version__}\n"
    for words in (["--help"], []):
        told = claimdesk(*words)
        assert told.status == 0
        for verb in ("sample", "article", "claims", "sources", "match", "verdict", "report"):
            assert verb in told.out
    for verb in (["article", "add"], ["match"], ["verdict"], ["library", "info"], ["sources"]):
        told = claimdesk(*verb, "--help")
        assert (told.status, told.err) == (0, "")
        assert "Usage: claimdesk" in told.out


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["article"],
        ["article", "add"],
        ["match", "--limit", "0", "x"],
        ["match", "--limit", "many", "x"],
        ["match", "--claim", "99999999999999999999999"],
        ["report", "1"],
        ["--no-such-option"],
        ["verdict", "one", "supported"],
    ],
)
def test_a_wrong_command_line_is_told_in_one_line(claimdesk: Command, words: list[str]) -> None:
    told = claimdesk(*words)
    assert (told.status, told.out) == (2, "")
    assert len(told.err.splitlines()) == 1


def test_the_window_is_not_loaded_for_a_command() -> None:
    code = (
        "import sys; from app.cli.main import run; run(['--help']);"
        "heavy = {'PySide6', 'sqlite3', 'rapidfuzz', 'jinja2', 'snowballstemmer'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.returncode == 0


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    process = start(tmp_path, "--json", "sample")
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(60), err) == (141, b"")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C reaches a Windows process in another way")
def test_ctrl_c_ends_it_with_one_line(tmp_path: Path) -> None:
    with start(tmp_path, "sample") as process:
        assert process.wait(60) == 0
    with start(tmp_path, "match", "--batch", "-", stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b'{"id": 1, "text": "Lavrov met Kerry"}\n')
        process.stdin.flush()
        assert process.stdout.readline().startswith(b'{"id":1,')
        # A signal that comes inside a finaliser is swallowed by Python; people press again.
        for _ in range(20):
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(3)
                break
        assert process.wait(1) == 130
        assert process.stderr.read() == b"claimdesk: Stopped; what was finished is kept.\n"


def test_a_mistake_of_ours_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("words of an article")

    monkeypatch.setattr("app.cli.plain.articles", broken)
    monkeypatch.setenv("CLAIMDESK_HOME", str(tmp_path))
    assert run(["sample"]) == 0
    capsys.readouterr()
    assert run(["articles"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("claimdesk: Claimdesk made a mistake of its own (RuntimeError, test_main")
    assert "words of an article" not in err


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full disk to try")
def test_an_answer_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full, start(tmp_path, "sample", stdout=full) as process:
        _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err == b"claimdesk: The answer could not be written: No space left on device.\n"


@pytest.mark.skipif(os.name == "nt", reason="a shell of another kind closes files there")
def test_closed_outputs_hurt_nobody(tmp_path: Path) -> None:
    for closed in (">&-", "2>&-", ">&- 2>&- <&-"):
        command = f'"{sys.executable}" -m app sample {closed}'
        environment = {**os.environ, "CLAIMDESK_HOME": str(tmp_path)}
        where = Path(__file__).resolve().parents[2]
        done = subprocess.run(
            command, shell=True, cwd=where, env=environment, capture_output=True, check=False
        )
        assert done.returncode == 0
        assert done.stderr == b""
