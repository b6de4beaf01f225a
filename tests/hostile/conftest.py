"""The command line as another process, and the window as its reviewer has it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.conftest import appearance, reviewer, sit_down  # noqa: F401


@dataclass(frozen=True)
class Told:
    """What one command left behind."""

    status: int
    out: str
    err: str

    def sentence(self, status: int) -> str:
        """The one sentence of a command that failed with this status."""
        assert self.status == status, self
        assert self.out == ""
        assert self.err.startswith("claimdesk: ")
        assert self.err.count("\n") == 1
        assert "mistake of its own" not in self.err
        return self.err


Program = Callable[..., Told]


@pytest.fixture
def environment(tmp_path: Path, root: Path) -> dict[str, str]:
    """The environment of a process that has this checkout and a home of its own."""
    return {
        **os.environ,
        "CLAIMDESK_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(root),
    }


@pytest.fixture
def program(tmp_path: Path, environment: dict[str, str]) -> Program:
    """Runs the program on tmp_path/desk.claimdesk; words may be bytes, `stdin=None` closes it."""

    def call(*words: object, stdin: bytes | None = b"") -> Told:
        library = tmp_path / "desk.claimdesk"
        given = [word if isinstance(word, bytes) else str(word) for word in words]
        command = [sys.executable, "-m", "app", "--library", library, *given]
        if stdin is None:
            command = ["sh", "-c", 'exec "$@" <&-', "sh", *command]
        done = subprocess.run(
            command, env=environment, cwd=tmp_path, input=stdin, capture_output=True, check=False
        )
        told = Told(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in told.err
        return told

    return call
