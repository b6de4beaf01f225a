"""The process is killed, the disk is full, the library is locked: nothing acknowledged is lost.

The long form kills twenty times and fills the disk to 30 levels:
`./run test -m slow -s tests/hostile/test_power_and_disk.py`.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.hostile.conftest import Program


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is another thing there")
def test_a_verdict_told_outlives_kill_nine(
    program: Program, tmp_path: Path, environment: dict[str, str]
) -> None:
    assert program("sample").status == 0
    path = tmp_path / "desk.claimdesk"
    for number in range(1, 21):
        words = ["verdict", "1", "refuted", "--rationale", f"reason {number}"]
        with subprocess.Popen(
            [sys.executable, "-m", "app", "--library", path, *words],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline().startswith(b"Claim 1: Refuted")
            process.kill()
        library = sqlite3.connect(path)
        kept = library.execute("SELECT count(*), max(rationale) FROM verdicts").fetchone()[0]
        last = library.execute("SELECT rationale FROM verdicts ORDER BY id DESC").fetchone()[0]
        library.close()
        assert (kept, last) == (number, f"reason {number}")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes; skips where none can be mounted."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("no disk can be mounted here")
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_told_and_loses_no_verdict(
    program: Program, small_disk: Path, tmp_path: Path
) -> None:
    library = ("--library", small_disk / "l.claimdesk")
    assert program(*library, "sample").status == 0
    assert program(*library, "verdict", 1, "refuted", "--rationale", "kept").status == 0
    with (small_disk / "filler").open("wb", buffering=0) as filler:
        for _ in range(3 * 1024):
            try:
                filler.write(bytes(1024))
            except OSError:
                break
    long = "x" * 100_000
    told = program(*library, "verdict", 2, "refuted", "--rationale", long).sentence(1)
    assert "disk is full" in told
    assert "disk is full" in program(*library, "report", 1, "-o", small_disk / "r.html").sentence(1)
    assert program(*library, "report", 1, "-o", tmp_path / "r.html").status == 0
    assert program(*library, "library", "check").status == 0
    assert [p.name for p in small_disk.iterdir() if "tmp" in p.name or "html" in p.name] == []
    (small_disk / "filler").unlink()
    assert "1 of 11 reviewed" in program(*library, "articles").out
    assert program(*library, "verdict", 2, "refuted", "--rationale", long).status == 0
    connection = sqlite3.connect(small_disk / "l.claimdesk")
    assert connection.execute("SELECT rationale FROM verdicts").fetchall() == [("kept",), (long,)]
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def _fill_up(disk: Path, leaving: int) -> None:
    """Leave so many bytes free."""
    with (disk / "filler").open("wb", buffering=0) as filler:
        while (room := shutil.disk_usage(disk).free - leaving) > 0:
            filler.write(bytes(min(room, 65_536)))


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_thirty_levels_of_a_full_disk(program: Program, small_disk: Path, tmp_path: Path) -> None:
    path, more = small_disk / "l.claimdesk", tmp_path / "more.jsonl"
    library = ("--library", path)
    more.write_text(json.dumps({"_id": "1", "title": "t", "text": "Words. " * 4_000}), "utf-8")
    refused = exported = 0
    for level in range(30):
        for old in small_disk.iterdir():
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        assert program(*library, "sample").status == 0
        _fill_up(small_disk, leaving=level * 12_288)
        kept = []
        for number in range(1, 5):
            reason = f"{number} " + "x" * 30_000
            told = program(*library, "verdict", number, "refuted", "--rationale", reason)
            if told.status == 0:
                kept.append((number, reason))
            else:
                assert "disk is full" in told.sentence(1)
                refused += 1
        for words in (("sources", "add", more), ("undo",)):
            assert program(*library, *words).status in (0, 1)
        for name in ("report.html", "report.json"):
            exported += program(*library, "report", 1, "-o", tmp_path / name).status == 0
        (small_disk / "filler").unlink()
        assert program(*library, "library", "check").status == 0
        with closing(sqlite3.connect(path)) as connection:
            verdicts = "SELECT claim_id, rationale FROM verdicts ORDER BY id"
            assert connection.execute(verdicts).fetchall() == kept
        assert program(*library, "verdict", 7, "supported").status == 0
    print(f"\n30 levels, {refused} of 120 verdicts refused, {exported} of 60 exports elsewhere")
    assert 0 < refused < 120
    assert exported == 60


def test_a_locked_library_is_told_and_can_be_read(program: Program, tmp_path: Path) -> None:
    assert program("sample").status == 0
    other = sqlite3.connect(tmp_path / "desk.claimdesk", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert "Another program is writing" in program("verdict", 1, "refuted").sentence(1)
    assert "0 of 11 reviewed" in program("articles").out
    other.close()
    assert program("verdict", 1, "refuted").status == 0


def test_a_disk_that_fills_during_an_import_keeps_what_is_finished(
    program: Program, small_disk: Path, tmp_path: Path
) -> None:
    library = ("--library", small_disk / "l.claimdesk")
    assert program(*library, "sample").status == 0
    assert program(*library, "verdict", 1, "refuted", "--rationale", "kept").status == 0
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(60):
        words = " ".join(f"word{number}x{place}" for place in range(6_000))
        (folder / f"{number}.txt").write_text(f"About dam {number}. {words}.", "utf-8")
    told = program(*library, "sources", "add", folder, "--json")
    assert told.status == 1
    assert "disk is full" in told.err
    outcome = json.loads(told.out)
    assert 0 < outcome["added"] < 60
    assert outcome["sources"] == 80 + outcome["added"]
    connection = sqlite3.connect(small_disk / "l.claimdesk")
    assert connection.execute("SELECT count(*) FROM sources").fetchone() == (outcome["sources"],)
    assert connection.execute("SELECT rationale FROM verdicts").fetchall() == [("kept",)]
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
