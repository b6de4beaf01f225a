"""The command line is killed at random moments: what it acknowledged is there, the rest is whole.

The long form, 1,000 kills: `./run test -m slow -s tests/durability/test_kill.py`.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.library.library import Library

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is another thing there")

# The real verbs, one after the other, as a reviewer's script would call them.
WORK = """
import random, sys
from pathlib import Path
from app.cli.main import run
chance, folder = random.Random(int(sys.argv[2])), Path(sys.argv[1])
library = ["--library", str(folder / "desk.claimdesk")]
while True:
    claim = str(chance.randint(1, 11))
    number = chance.randrange(10**9)
    lines = folder / "lines.jsonl"
    verb = chance.choice(["verdict"] * 5 + ["undo", "redo", "link", "import", "report", "backup"])
    if verb == "import":
        lines.write_text(f'{{"_id": "{number}", "title": "t", "text": "Text {number}."}}\\n')
    run(library + {
        "verdict": ["verdict", claim, chance.choice(["refuted", "supported", "clear"]),
                    "--rationale", f"Reason {number}."],
        "link": ["verdict", claim, "refuted", "--evidence", str(chance.randint(1, 80))],
        "undo": ["undo"],
        "redo": ["redo"],
        "import": ["sources", "add", str(lines)],
        "report": ["report", "1", "-o", str(folder / "report.html")],
        "backup": ["library", "backup"],
    }[verb])
"""


def _killed(folder: Path, root: Path, seed: int) -> list[dict[str, Any]]:
    """Work, kill at a random moment, and answer what was acknowledged until then."""
    ear, mouth = os.pipe()
    home = {"CLAIMDESK_HOME": str(folder / "home"), "CLAIMDESK_ACK_FD": str(mouth)}
    with subprocess.Popen(
        [sys.executable, "-c", WORK, str(folder), str(seed)],
        cwd=root,
        env={**os.environ, **home, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=(mouth,),
    ) as process:
        os.close(mouth)
        assert process.stdout is not None
        chance = random.Random(seed)
        # After so many bytes of its answers, and a random moment more: anywhere in a verb.
        process.stdout.read(chance.randint(1, 800))
        for _ in range(chance.randrange(200_000)):
            pass
        process.send_signal(signal.SIGKILL)
    with os.fdopen(ear, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _run(folder: Path, root: Path, kills: int) -> tuple[int, int, int]:
    """So many kills; answers what was acknowledged, what of it is lost, and libraries not whole."""
    path = folder / "desk.claimdesk"
    told: list[dict[str, Any]] = []
    broken = 0
    subprocess.run(
        [sys.executable, "-m", "app", "--library", path, "sample"],
        cwd=root,
        env={**os.environ, "CLAIMDESK_HOME": str(folder / "home")},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    for seed in range(kills):
        told += _killed(folder, root, seed)
        with closing(Library.create_or_open(path)) as library:
            broken += bool(library.check())
    with closing(sqlite3.connect(path)) as db:
        kept = {
            row[0]: row for row in db.execute("SELECT id, claim_id, rating, given FROM verdicts")
        }
    lost = [
        one
        for one in told
        if kept.get(one["verdict"]) != (one["verdict"], one["claim"], one["rating"], one["given"])
    ]
    return len(told), len(lost), broken


def test_what_was_acknowledged_outlives_a_kill(tmp_path: Path, root: Path) -> None:
    told, lost, broken = _run(tmp_path, root, 4)
    assert told > 0
    assert (lost, broken) == (0, 0)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_a_thousand_kills(tmp_path: Path, root: Path) -> None:
    kills = int(os.environ.get("CLAIMDESK_KILLS", "1000"))
    told, lost, broken = _run(tmp_path, root, kills)
    print(f"\n{kills} kills, {told} verdicts acknowledged, {lost} lost, {broken} not whole")
    assert told > kills // 4
    assert (lost, broken) == (0, 0)
