"""The disk fails at the k-th write, sync or open: a reason is told, and no verdict is told in vain.

strace makes the system calls on the library's files fail. The long form, 300 points, once and for
good: `./run test -m slow -s tests/durability/test_io_errors.py`.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

CALLS = ("pwrite64", "fdatasync", "openat", "ftruncate", "fallocate", "pread64")
ERRORS = ("EIO", "ENOSPC")


@pytest.fixture
def sample(tmp_path: Path, root: Path) -> Path:
    """A folder with the sample's library, closed; skips where strace cannot be used."""
    if shutil.which("strace") is None:
        pytest.skip("there is no strace")
    if subprocess.run(["strace", "-o", os.devnull, "true"], check=False).returncode:
        pytest.skip("strace may not be used here")
    folder = tmp_path / "sample"
    folder.mkdir()
    subprocess.run(
        [sys.executable, "-m", "app", "--library", folder / "l.claimdesk", "sample"],
        cwd=root,
        env={**os.environ, "CLAIMDESK_HOME": str(tmp_path / "home")},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return folder


def _verdict_with(sample: Path, folder: Path, root: Path, fault: str) -> bool:
    """Give a verdict while the disk fails so; answers whether it was acknowledged."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(sample, folder)
    path = folder / "l.claimdesk"
    ear, mouth = os.pipe()
    watched = [word for end in ("", "-wal", "-shm") for word in ("-P", f"{path}{end}")]
    words = ["--library", str(path), "verdict", "1", "refuted", "--rationale", "R."]
    strace = ["strace", "-f", "-qq", "-o", os.devnull, *watched, "-e", f"inject={fault}"]
    done = subprocess.run(
        [*strace, sys.executable, "-m", "app", *words],
        cwd=root,
        env={
            **os.environ,
            "CLAIMDESK_HOME": str(folder / "home"),
            "CLAIMDESK_ACK_FD": str(mouth),
        },
        pass_fds=(mouth,),
        capture_output=True,
        text=True,
        check=False,
    )
    os.close(mouth)
    with os.fdopen(ear, encoding="utf-8") as lines:
        told = [json.loads(line)["verdict"] for line in lines]
    assert done.returncode in (0, 1), (fault, done)
    assert "Traceback" not in done.stderr, (fault, done)
    assert "mistake of its own" not in done.stderr, (fault, done)
    assert done.returncode == 0 or done.stderr.startswith("claimdesk: "), (fault, done)
    with closing(sqlite3.connect(path)) as db:
        kept = [row[0] for row in db.execute("SELECT id FROM verdicts ORDER BY id")]
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",), fault
    assert set(told) <= set(kept), fault
    assert done.returncode or kept == [1], fault
    return bool(told)


@pytest.mark.parametrize(
    "fault",
    ["pwrite64:error=EIO:when=1", "fdatasync:error=EIO:when=1+", "pwrite64:error=ENOSPC:when=6+"],
)
def test_a_failing_disk_acknowledges_nothing_in_vain(
    sample: Path, tmp_path: Path, root: Path, fault: str
) -> None:
    _verdict_with(sample, tmp_path / "work", root, fault)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_three_hundred_points_of_failure(sample: Path, tmp_path: Path, root: Path) -> None:
    faults = [
        f"{call}:error={error}:when={number}{more}"
        for number in range(1, 16)
        for call in CALLS
        for error in ERRORS
        for more in ("", "+")
    ]
    limit = int(os.environ.get("CLAIMDESK_FAULTS", len(faults)))
    told = [_verdict_with(sample, tmp_path / "work", root, fault) for fault in faults[:limit]]
    print(f"\n{len(told)} points, {sum(told)} verdicts acknowledged, all of these on the disk")
    assert 0 < sum(told) < len(told)
