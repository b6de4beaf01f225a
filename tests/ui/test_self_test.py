"""The app's check of itself holds here, and tells what does not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.ui import self_test


def _run(home: Path, root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", "--self-test"],
        cwd=root,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "CLAIMDESK_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def test_every_check_holds_and_the_reviewers_folders_stay_empty(tmp_path: Path, root: Path) -> None:
    done = _run(tmp_path / "home", root)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert [line.startswith("ok ") for line in lines[1:-1]] == [True] * len(self_test.CHECKS)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_what_does_not_hold_is_told_and_the_rest_is_checked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fails(_: Path) -> str:
        raise self_test.Failed("the ground is wet")

    checks = (("ground", fails), ("sky", lambda _: "blue"))
    monkeypatch.setattr(self_test, "CHECKS", checks)
    assert not self_test.all_hold(tmp_path)
    told = capsys.readouterr().out
    assert "FAILED  ground: the ground is wet" in told
    assert "ok      sky: blue" in told
