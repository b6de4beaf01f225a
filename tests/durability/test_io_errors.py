"""The disk fails at the k-th write, sync, open or move: a reason is told, and nothing in vain.

Every verb that writes, once and for good. The long form prints its figures:
`./run test -m slow -s tests/durability/test_io_errors.py`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.library import connection
from app.library.backups import all_of
from tests.durability.faults import Act, asked, assert_honest, failing
from tests.library.test_schema import ROWS, first_release

#: By which SQLite reaches its file, those beside it, and all by name.
SQLITE = ("pwrite64", "fdatasync", "openat", "ftruncate", "fallocate", "pread64")
#: By which a whole file is put in a place.
FILES = ("write", "fsync", "rename", "unlink", "mkdir", "link", "sendfile")


def _says(query: str, *rows: tuple[object, ...]) -> Callable[[Path], bool]:
    """Whether the library answers a query with these rows."""
    return lambda path: asked(path, query) == list(rows)


def _exported(path: Path) -> bool:
    return (path.parent / "report.html").read_text("utf-8").rstrip().endswith("</html>")


#: The backups of the sample: one that it makes by itself, and two that are asked for.
BACKUPS = 3
#: Each on the sample with a verdict on its first claim; the last on an old library.
ACTS = {
    "verdict": Act(
        ("verdict", "1", "supported", "--rationale", "R."),
        SQLITE,
        _says("SELECT rating FROM verdicts ORDER BY id", ("refuted",), ("supported",)),
    ),
    "link": Act(
        ("verdict", "2", "refuted", "--evidence", "1"),
        SQLITE,
        _says("SELECT claim_id, passage_id FROM evidence", (2, 1)),
    ),
    "undo": Act(
        ("undo",),
        SQLITE,
        _says("SELECT count(*) FROM reviews WHERE verdict_id IS NOT NULL", (0,)),
    ),
    "import": Act(
        ("sources", "add", "{folder}/note.jsonl"),
        (*SQLITE, "fsync", "rename"),
        _says("SELECT title FROM sources WHERE key = 'note-1'", ("A note",)),
    ),
    "export": Act(("report", "1", "-o", "{folder}/report.html"), FILES, _exported),
    "backup": Act(
        ("library", "backup"),
        (*SQLITE, "fsync", "rename", "unlink"),
        lambda path: len(all_of(path)) == BACKUPS + 1,
    ),
    "restore": Act(
        ("library", "restore", "{backup}"), FILES, _says("SELECT count(*) FROM verdicts", (0,))
    ),
    "migration": Act(
        ("undo",),
        (*SQLITE, "fsync", "rename", "unlink"),
        _says("SELECT count(*) > 5 FROM _sqlite_migrations", (1,)),
    ),
}


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A folder with the sample and with an old library, closed; skips without strace."""
    if shutil.which("strace") is None:
        pytest.skip("there is no strace")
    if subprocess.run(["strace", "-o", os.devnull, "true"], check=False).returncode:
        pytest.skip("strace may not be used here")
    folder = tmp_path_factory.mktemp("libraries")
    (folder / "sample").mkdir()
    (folder / "sample" / "note.jsonl").write_text(
        '{"_id": "note-1", "title": "A note", "text": "The dam broke on Monday."}'
    )
    path = folder / "sample" / "l.claimdesk"
    backup = ("library", "backup")
    for words in (("sample",), backup, ("verdict", "1", "refuted"), backup):
        subprocess.run(
            [sys.executable, "-m", "app", "--library", path, *words],
            cwd=root,
            env={**os.environ, "CLAIMDESK_HOME": str(folder / "home")},
            capture_output=True,
            check=True,
        )
    assert len(all_of(path)) == BACKUPS
    old = connection.open_writer(folder / "old" / "l.claimdesk", first_release())
    with old.transaction():
        for table, values in ROWS:
            marks = ", ".join("?" * len(values))
            old.run(f"INSERT INTO {table} VALUES ({marks})", values)
        old.run("INSERT INTO passages_fts (rowid, text) VALUES (1, 'The dam broke.')")
    old.close()
    return folder


def _tried(libraries: Path, folder: Path, root: Path, name: str, fault: str) -> int:
    """One act while the disk fails so; answers its status."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(libraries / ("old" if name == "migration" else "sample"), folder)
    path = folder / "l.claimdesk"
    left = failing(ACTS[name], path, root, fault)
    assert_honest(ACTS[name], path, left, fault)
    return left.status


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("verdict", "fdatasync:error=EIO:when=1+"),
        ("import", "pwrite64:error=ENOSPC:when=6+"),
        ("restore", "rename:error=EIO:when=2+"),
        ("migration", "pwrite64:error=EIO:when=9+"),
    ],
)
def test_a_failing_disk_is_told_and_nothing_in_vain(
    libraries: Path, tmp_path: Path, root: Path, name: str, fault: str
) -> None:
    assert _tried(libraries, tmp_path / "work", root, name, fault) == 1


def _points(name: str, most: int) -> list[str]:
    """The faults of one act: each call fails at its first to its last time, once and for good."""
    return [
        f"{call}:error={error}:when={number}{more}"
        for call in ACTS[name].calls
        for number in range(1, most + 1)
        for error, more in (("EIO", ""), ("ENOSPC", "+"))
    ]


@pytest.mark.slow
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("name", ACTS)
def test_every_call_of_every_verb_fails_once_and_for_good(
    libraries: Path, tmp_path: Path, root: Path, name: str
) -> None:
    faults = _points(name, int(os.environ.get("CLAIMDESK_FAULTS", "6")))
    told = [_tried(libraries, tmp_path / "work", root, name, fault) for fault in faults]
    print(f"\n{name}: {len(told)} points, {sum(told)} told that they failed, none in vain")
    assert 0 < sum(told) < len(told)
