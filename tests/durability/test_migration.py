"""A migration that is killed leaves the old library or the new one, and no row is lost.

strace kills at the k-th write or sync. The long form kills at each of the first sixty:
`./run test -m slow tests/durability/test_migration.py`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.library import connection
from app.library.library import Library
from tests.library.test_schema import ROWS, first_release

OPEN = """
import sys
from pathlib import Path
from app.library.library import Library
Library.create_or_open(Path(sys.argv[1])).close()
"""


def _killed_at(folder: Path, root: Path, call: str, number: int) -> bool:
    """Kill the migration there; answers whether it came so far. What is left opens whole."""
    path = folder / f"{call}-{number}" / "library"
    store = connection.open_writer(path, first_release())
    with store.transaction():
        for table, values in ROWS:
            marks = ", ".join("?" * len(values))
            store.run(f"INSERT INTO {table} VALUES ({marks})", values)
        store.run("INSERT INTO passages_fts (rowid, text) VALUES (1, 'The dam broke.')")
    store.close()
    inject = f"inject={call}:signal=KILL:when={number}"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-o", os.devnull, "-e", inject, sys.executable, "-c", OPEN, path],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=False,
    )
    with closing(Library.create_or_open(path)) as library:
        assert library.check() == []
        for table, values in ROWS:
            rows = library._store.rows(f"SELECT * FROM {table}")
            assert values in [row[: len(values)] for row in rows], (call, number, table)
    return done.returncode != 0


@pytest.fixture
def strace() -> None:
    """Skips where nothing can be killed at a call."""
    if shutil.which("strace") is None:
        pytest.skip("there is no strace")
    if subprocess.run(["strace", "-o", os.devnull, "true"], check=False).returncode:
        pytest.skip("strace may not be used here")


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize(("call", "number"), [("pwrite64", 40), ("fdatasync", 4)])
def test_a_killed_migration_leaves_old_or_new(
    tmp_path: Path, root: Path, call: str, number: int
) -> None:
    assert _killed_at(tmp_path, root, call, number)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.usefixtures("strace")
def test_every_write_of_a_migration_may_be_the_last(tmp_path: Path, root: Path) -> None:
    points = [("fdatasync", n) for n in range(1, 9)] + [("pwrite64", n) for n in range(1, 250, 5)]
    assert sum(_killed_at(tmp_path, root, *one) for one in points) > 20
