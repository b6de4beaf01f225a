"""No code of ours opens the library while it is in use: SQLite alone does, or its locks would go.

POSIX drops a process's locks of a file when any handle of it is closed. strace tells who opens the
file, by the stack of each call; the long form lets two processes race meanwhile:
`./run test -m slow tests/durability/test_live_file.py`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

#: How far up the stack an open of SQLite's has SQLite in it.
NEAR = 4

_OPENED = re.compile(r"^(?:\d+ +)?open(?:at)?\(.*= \d+$")

VERBS = """
import sys
from app.cli.main import run
path, folder = sys.argv[1], sys.argv[2]
open(f"{folder}/lines.jsonl", "w").write('{"_id": "1", "title": "t", "text": "A text."}')
for words in (
    ["verdict", "1", "refuted", "--evidence", "3"],
    ["undo"],
    ["sources", "add", f"{folder}/lines.jsonl"],
    ["match", "--claim", "1"],
    ["library", "info"],
    ["library", "check"],
    ["library", "backup"],
    ["report", "1", "-o", f"{folder}/report.html"],
    ["report", "1", "-o", f"{folder}/report.json"],
):
    assert run(["--library", path, *words]) == 0, words
"""
OURS = "import sys; open(sys.argv[1], 'rb').close()"
THEIRS = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT * FROM sqlite_schema')"


def _openings(path: Path, trace: Path, *commands: list[str]) -> tuple[int, list[str]]:
    """Run these at once; answers how often the library was opened, and each stack not SQLite's."""
    watched = [word for end in ("", "-wal", "-journal") for word in ("-P", f"{path}{end}")]
    strace = ["strace", "-f", "-k", "-qq", *watched, "-e", "trace=open,openat"]
    running = [
        subprocess.Popen(
            [*strace, "-o", f"{trace}{number}", *command],
            env={**os.environ, "CLAIMDESK_HOME": str(path.parent / "home")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for number, command in enumerate(commands)
    ]
    for one in running:
        _, complaint = one.communicate()
        assert one.returncode == 0, complaint
    stacks: list[list[str]] = []
    for number in range(len(commands)):
        for line in Path(f"{trace}{number}").read_text(errors="replace").splitlines():
            if _OPENED.match(line):
                stacks.append([line])
            elif line.startswith(" >") and stacks:
                stacks[-1].append(line)
    return len(stacks), [
        "\n".join(stack) for stack in stacks if "sqlite3" not in "".join(stack[1:NEAR])
    ]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The sample's library, closed; skips where strace cannot tell the two kinds of opening."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        pytest.skip("there is no strace")
    path = tmp_path / "desk.claimdesk"
    subprocess.run(
        [sys.executable, "-m", "app", "--library", path, "sample"],
        env={**os.environ, "CLAIMDESK_HOME": str(tmp_path / "home")},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    python, trace = [sys.executable, "-c"], tmp_path / "tell"
    try:
        kinds = [_openings(path, trace, [*python, code, str(path)]) for code in (OURS, THEIRS)]
    except AssertionError:
        pytest.skip("strace may not be used here, or tells no stacks")
    if [(count > 0, len(strange) > 0) for count, strange in kinds] != [(True, True), (True, False)]:
        pytest.skip("this Python has SQLite within itself, so that no stack tells them apart")
    return path


def test_only_sqlite_opens_the_library(library: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", VERBS, str(library), str(tmp_path)]
    opened, strange = _openings(library, tmp_path / "trace", command)
    assert opened > 20
    assert strange == []


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_only_sqlite_opens_it_while_two_race(library: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    for _ in range(20):
        commands = [
            [sys.executable, "-m", "app", "--library", str(library), "verdict", claim, "refuted"]
            for claim in ("1", "2")
        ]
        opened, strange = _openings(library, tmp_path / "trace", *commands)
        assert opened > 2
        assert strange == []
