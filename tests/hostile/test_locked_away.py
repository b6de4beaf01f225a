"""A library that nobody may write to, or whose file is gone: a reason, and nothing written.

The command line and the window, on a disk mounted read-only, on a file that may not be changed, on
one of another user and in another user's folder. Needs root; skipped without it. The long form
prints how soon the reason comes: `./run test -m slow -s tests/hostile/test_locked_away.py`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.model.errors import LibraryError

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root can lock a library away"
)

SLOW = pytest.mark.slow
#: What reads a library, and what would change it or put another in its place.
READING = (("articles",), ("claims", "1"), ("match", "Lavrov"), ("library", "check"))
WRITING = (
    ("verdict", "1", "supported"),
    ("undo",),
    ("sources", "add", "note.jsonl"),
    ("sample", "--remove"),
    ("library", "recover"),
)
NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
#: Ten times what is promised, for machines that are at work (seconds).
PATIENCE = 20.0


@dataclass(frozen=True)
class Locked:
    """A library locked away, the user who asks for it, and whether it can be read at all."""

    path: Path
    root: Path
    as_user: tuple[str, ...] = ()
    readable: bool = True

    def tell(self, *words: str) -> tuple[int, str, float]:
        """One command: its status, what it said of its failure, and how long it took (seconds)."""
        home = self.path.parents[1] / "home"
        begun = time.monotonic()
        done = subprocess.run(
            [*self.as_user, sys.executable, "-m", "app", "--library", str(self.path), *words],
            cwd=home,
            env={**os.environ, "CLAIMDESK_HOME": str(home), "PYTHONPATH": str(self.root)},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stderr, time.monotonic() - begun


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that everybody may pass, with a library in "desk" and a home for the asking."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "home").mkdir()
        (folder / "home").chmod(0o777)
        (folder / "home" / "note.jsonl").write_text('{"_id": "1", "title": "t", "text": "Text."}')
        (folder / "desk").mkdir()
        yield folder


def _filled(place: Path, root: Path) -> Path:
    path = place / "desk" / "l.claimdesk"
    for words in (("sample",), ("verdict", "1", "refuted")):
        assert Locked(path, root).tell(*words)[0] == 0
    return path


def _tried(command: list[str]) -> None:
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip(f"{command[0]} cannot be used here")


@pytest.fixture
def mounted(place: Path, root: Path) -> Iterator[Locked]:
    _tried(["mount", "-t", "tmpfs", "tmpfs", str(place / "desk")])
    try:
        path = _filled(place, root)
        _tried(["mount", "-o", "remount,ro", str(place / "desk")])
        yield Locked(path, root)
    finally:
        subprocess.run(["umount", "-l", str(place / "desk")], check=True)


@pytest.fixture
def immutable(place: Path, root: Path) -> Iterator[Locked]:
    path = _filled(place, root)
    _tried(["chattr", "+i", str(path)])
    yield Locked(path, root)
    subprocess.run(["chattr", "-i", str(path)], check=True)


@pytest.fixture
def other_file(place: Path, root: Path) -> Locked:
    if shutil.which("setpriv") is None:
        pytest.skip("there is no setpriv")
    path = _filled(place, root)
    path.chmod(0o600)
    return Locked(path, root, NOBODY, readable=False)


@pytest.fixture
def other_folder(place: Path, root: Path) -> Locked:
    if shutil.which("setpriv") is None:
        pytest.skip("there is no setpriv")
    path = _filled(place, root)
    path.parent.chmod(0o700)
    return Locked(path, root, NOBODY, readable=False)


@pytest.fixture(
    params=[
        "mounted",
        *(pytest.param(one, marks=SLOW) for one in ("immutable", "other_file", "other_folder")),
    ]
)
def locked(request: pytest.FixtureRequest) -> Locked:
    found: Locked = request.getfixturevalue(request.param)
    return found


def _bytes(folder: Path) -> dict[str, bytes]:
    """What is written in a folder, but for what SQLite lays beside a file to share it."""
    files = (one for one in folder.iterdir() if one.is_file() and not one.name.endswith("-shm"))
    return {one.name: content for one in files if (content := one.read_bytes())}


def test_writing_is_refused_with_a_reason(locked: Locked) -> None:
    before = _bytes(locked.path.parent)
    slowest = 0.0
    for words in WRITING:
        status, told, took = locked.tell(*words)
        assert status in (1, 2), words
        assert told.startswith("claimdesk: "), told
        assert str(locked.path.parent) in told, told
        assert "answer could not" not in told
        assert "mistake of its own" not in told
        assert told.count("\n") == 1
        slowest = max(slowest, took)
    assert _bytes(locked.path.parent) == before
    assert slowest < PATIENCE
    print(f"\nslowest reason after {slowest:.1f} s")


def test_reading_goes_on_where_it_is_allowed(locked: Locked) -> None:
    before = _bytes(locked.path.parent)
    assert before
    for words in READING:
        status, told, _ = locked.tell(*words)
        if locked.readable:
            assert (status, told) == (0, ""), words
        else:
            assert "may not be read by you" in told
    assert _bytes(locked.path.parent) == before


def test_a_report_for_a_locked_folder_names_it(mounted: Locked) -> None:
    status, told, _ = mounted.tell("report", "1", "-o", str(mounted.path.parent / "r.html"))
    assert status == 1
    assert f"The folder {mounted.path.parent} cannot be written to." in told
    assert mounted.tell("report", "1", "-o", "r.html")[0] == 0


@pytest.mark.parametrize("gone", ["removed", "moved", "another put there"])
def test_a_file_that_goes_while_it_is_open_is_told(place: Path, root: Path, gone: str) -> None:
    path = _filled(place, root)
    desk = Desk.open(path, root / "resources", root / "seeds")
    refuse: Callable[[], object] = lambda: desk.review.give_verdict(2, "refuted")  # noqa: E731
    try:
        if gone == "moved":
            path.rename(path.with_name("elsewhere"))
        else:
            path.unlink()
        if gone == "another put there":
            path.write_bytes(b"")
        begun = time.monotonic()
        with pytest.raises(LibraryError, match="is no longer at") as told:
            refuse()
        assert told.value.action
        assert time.monotonic() - begun < PATIENCE
    finally:
        desk.close()
