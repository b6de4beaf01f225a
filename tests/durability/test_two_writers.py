"""Two processes write to one library at once: each verdict acknowledged by either is there.

The long form, 100 races: `./run test -m slow -s tests/durability/test_two_writers.py`.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.library.library import Library

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="descriptors are not handed on")

WORK = """
import sys
from app.cli.main import run
library = ["--library", sys.argv[1]]
sys.stdin.readline()
for number in range(5):
    run(library + ["verdict", str(number + 1), "refuted", "--rationale", sys.argv[2]])
"""


def _races(folder: Path, root: Path, races: int) -> tuple[int, int]:
    """So many races of two; answers how many verdicts were acknowledged and how many are lost."""
    path = folder / "desk.claimdesk"
    home = {**os.environ, "CLAIMDESK_HOME": str(folder / "home"), "PYTHONPATH": str(root)}
    subprocess.run(
        [sys.executable, "-m", "app", "--library", path, "sample"],
        cwd=root,
        env=home,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    told: dict[int, str] = {}
    count = 0
    for _ in range(races):
        ear, mouth = os.pipe()
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", WORK, path, name],
                cwd=root,
                env={**home, "CLAIMDESK_ACK_FD": str(mouth)},
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                pass_fds=(mouth,),
            )
            for name in ("one", "other")
        ]
        os.close(mouth)
        for writer in writers:
            assert writer.stdin is not None
            writer.stdin.write(b"go\n")
            writer.stdin.flush()
        for writer in writers:
            _, complaint = writer.communicate()
            assert b"mistake of its own" not in complaint
        with os.fdopen(ear, encoding="utf-8") as lines:
            for line in map(json.loads, lines):
                told[line["verdict"]] = line["given"]
                count += 1
    with closing(sqlite3.connect(path)) as db:
        kept = dict(db.execute("SELECT id, given FROM verdicts"))
    with closing(Library.create_or_open(path)) as library:
        assert library.check() == []
    assert count == len(told)  # No verdict was told twice, by one or by both.
    return count, sum(kept.get(one) != given for one, given in told.items())


def test_two_writers_lose_nothing(tmp_path: Path, root: Path) -> None:
    told, lost = _races(tmp_path, root, 1)
    assert told > 5
    assert lost == 0


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_hundred_races(tmp_path: Path, root: Path) -> None:
    told, lost = _races(tmp_path, root, 100)
    print(f"\n100 races, {told} verdicts acknowledged, {lost} lost")
    assert lost == 0
