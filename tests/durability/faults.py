"""One command of the real program while the disk fails at a chosen system call, and what is left.

strace makes the call fail; nothing of the program is replaced.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.library.backups import all_of, is_good
from app.library.library import Library

#: What lies beside a library, or takes its place; calls on these alone fail where a call is also
#: Python's own.
OF_LIBRARY = ("", "-wal", "-shm", "-journal", ".part")
#: Calls that Python makes for itself as well, when it starts.
ALSO_PYTHONS = frozenset({"openat", "pread64"})


@dataclass(frozen=True)
class Act:
    """A verb, the calls by which it reaches the disk, and whether what it does was done.

    `{folder}` in its words is the folder of the library, `{backup}` the name of a backup.
    """

    words: tuple[str, ...]
    calls: tuple[str, ...]
    done: Callable[[Path], bool]


@dataclass(frozen=True)
class Left:
    """What a command left behind."""

    status: int
    told: str
    verdicts: frozenset[int]


def failing(act: Act, path: Path, root: Path, fault: str) -> Left:
    """The act on the library at `path` while `fault`, as strace's inject has it, holds."""
    ear, mouth = os.pipe()
    call = fault.partition(":")[0]
    watched = [word for end in OF_LIBRARY for word in ("-P", f"{path}{end}")]
    strace = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"inject={fault}"]
    strace += watched if call in ALSO_PYTHONS else ["--seccomp-bpf", "-e", f"trace={call}"]
    backups = all_of(path)
    given = {"folder": str(path.parent), "backup": backups[-1].path.name if backups else ""}
    words = [word.format(**given) for word in act.words]
    done = subprocess.run(
        [*strace, sys.executable, "-m", "app", "--library", str(path), *words],
        cwd=root,
        env={
            **os.environ,
            "CLAIMDESK_HOME": str(path.parent / "home"),
            "CLAIMDESK_ACK_FD": str(mouth),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        pass_fds=(mouth,),
        capture_output=True,
        text=True,
        check=False,
    )
    os.close(mouth)
    with os.fdopen(ear, encoding="utf-8") as lines:
        told = frozenset(json.loads(line)["verdict"] for line in lines)
    return Left(done.returncode, done.stderr, told)


def assert_honest(act: Act, path: Path, left: Left, fault: str) -> None:
    """Nothing crashed, nothing was told in vain, and library and backups are whole."""
    at = (act.words, fault, left)
    assert left.status in (0, 1), at
    assert "Traceback" not in left.told, at
    assert "mistake of its own" not in left.told, at
    # Where every write fails, so does that of the reason.
    mute = fault.startswith("write:")
    assert left.status == 0 or mute or left.told.startswith("claimdesk: "), at
    with closing(Library.create_or_open(path)) as library:
        assert library.check() == [], at
        assert library.articles.all(), at
    assert left.verdicts <= verdicts(path), at
    assert left.status or act.done(path), at
    assert all(is_good(one.path) for one in all_of(path)), at


def verdicts(path: Path) -> set[int]:
    """The verdicts in a library, and in what a restore has set aside of it."""
    found: set[int] = set()
    for one in (path, *path.parent.glob(f"{path.name}.replaced-*/{path.name}")):
        found |= {row[0] for row in asked(one, "SELECT id FROM verdicts")}
    return found


def asked(path: Path, query: str) -> Sequence[tuple[object, ...]]:
    """The rows of a query, by a connection that is not ours."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute(query).fetchall()
