"""One window a library, and no lock outlives the process that held it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from app.host.single_instance import LibraryInUse, LibraryLock, lock_file

ROOT = Path(__file__).resolve().parents[2]
HOLD = (
    "import sys\nfrom pathlib import Path\n"
    "from app.host.single_instance import LibraryLock\n"
    "lock = LibraryLock.take(Path(sys.argv[1]))\nprint('held', flush=True)\nsys.stdin.read()"
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "meine Bücherei.claimdesk"


def test_the_second_taker_is_told_who_holds_it(library: Path) -> None:
    with LibraryLock.take(library):
        with pytest.raises(LibraryInUse, match="open in another window") as caught:
            LibraryLock.take(library)
        holder = caught.value.holder
        assert holder is not None
        assert (holder.pid, holder.host) == (os.getpid(), socket.gethostname())
    assert not lock_file(library).exists()
    LibraryLock.take(library).release()


def test_another_process_holds_it_until_it_dies(library: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(library)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(LibraryInUse) as caught:
            LibraryLock.take(library)
        assert caught.value.holder is not None
        assert caught.value.holder.pid == other.pid
        other.kill()
    assert lock_file(library).exists()
    with LibraryLock.take(library):
        assert json.loads(lock_file(library).read_text("utf-8"))["pid"] == os.getpid()


def test_what_another_computer_left_is_taken_only_by_force(library: Path) -> None:
    lock_file(library).write_text('{"pid": 1, "host": "elsewhere", "since": "2026-01-02T03:04"}')
    with pytest.raises(LibraryInUse, match="open on elsewhere since 2026-01-02T03:04"):
        LibraryLock.take(library)
    with LibraryLock.take(library, by_force=True):
        assert json.loads(lock_file(library).read_text("utf-8"))["pid"] == os.getpid()


@pytest.mark.parametrize("rubbish", ["", "{", "[]", '{"pid": "x"}', '{"pid": null}', "\x00" * 99])
def test_a_senseless_lock_file_is_taken(library: Path, rubbish: str) -> None:
    lock_file(library).write_text(rubbish)
    LibraryLock.take(library).release()


def test_releasing_twice_does_not_free_the_next_holder(library: Path) -> None:
    first = LibraryLock.take(library)
    first.release()
    with LibraryLock.take(library):
        first.release()
        with pytest.raises(LibraryInUse):
            LibraryLock.take(library)


def test_two_names_of_one_library_are_one_lock(library: Path, tmp_path: Path) -> None:
    other_name = tmp_path / "folder" / ".." / library.name
    (tmp_path / "folder").mkdir()
    with LibraryLock.take(library), pytest.raises(LibraryInUse):
        LibraryLock.take(other_name)


def test_a_folder_that_is_absent_is_the_disks_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        LibraryLock.take(tmp_path / "none" / "library.claimdesk")
