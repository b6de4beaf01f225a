"""The app is killed at random moments: what it acknowledged is there, the rest is whole.

Both faces of it: the command line, and the real window drawn into memory. The long form, 1,000
kills of the one and 500 of the other: `./run test -m slow -s tests/durability/test_kill.py`.
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

from app.library.backups import is_good
from app.library.library import Library

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is another thing there")

# The real verbs, one after the other, as a reviewer's script would call them.
COMMANDS = """
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

# The real window, its commands called in any order faster than a hand could, and backups with them.
WINDOW = """
import random, sys
from datetime import timedelta
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication
from app.desk import backups
from app.ui import application, safekeeping
from app.ui.window import Window

backups.EVERY, safekeeping.LOOK_EVERY = timedelta(seconds=1), 200
chance, folder = random.Random(int(sys.argv[2])), Path(sys.argv[1])
ratings = ["supported", "partly_supported", "refuted", "not_enough_evidence", "not_checkable"]
acts = [f"verdict-{rating}" for rating in ratings] * 3 + ["link-highlighted", "clear-verdict"] * 2
acts += ["undo", "redo", "link-A", "link-B", "contradict-C", "flag", "next-claim"] * 2
acts += ["paste-source", "export", "split-claim", "merge-claim"]
window = None

def act():
    global window
    if window is None:
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Window))
        window.findChild(QAction, "open-sample").trigger()
    if window.windowTitle() == "Claimdesk":
        return  # the sample is not open yet
    name = chance.choice(acts)
    if name == "paste-source":
        QGuiApplication.clipboard().setText(f"Text {chance.random()}.")
    window.findChild(QAction, name).trigger()
    print(end=".", flush=True)

class Hand(safekeeping.Safekeeping):
    def start(self):
        super().start()
        QTimer(self, interval=15, timeout=act).start()

application.Safekeeping = Hand
application.run(folder / "desk.claimdesk")
"""


def _killed(folder: Path, root: Path, work: str, seed: int) -> list[dict[str, Any]]:
    """Work, kill at a random moment, and answer what was acknowledged until then."""
    ear, mouth = os.pipe()
    home = {
        "CLAIMDESK_HOME": str(folder / "home"),
        "CLAIMDESK_ACK_FD": str(mouth),
        "HOME": str(folder),  # where reports of the window go
    }
    with subprocess.Popen(
        [sys.executable, "-c", work, str(folder), str(seed)],
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
        heard = process.stdout.read(chance.randint(1, 400 if work is COMMANDS else 60))
        assert b"Traceback" not in heard, heard
        for _ in range(chance.randrange(200_000)):
            pass
        process.send_signal(signal.SIGKILL)
    with os.fdopen(ear, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _clear_away(folder: Path) -> int:
    """Take the reports and all but the newest backup away; answers whether that is not whole."""
    for report in folder.glob("*.html"):
        report.unlink()
    *old, newest = sorted(folder.glob("desk.claimdesk.backups/*.claimdesk")) or [None]
    for backup in old:
        backup.unlink()
    return int(newest is not None and not is_good(newest))


def _run(folder: Path, root: Path, work: str, kills: int) -> tuple[int, int, int]:
    """So many kills amid this work; answers what was told, what of it is lost, what was broken."""
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
        told += _killed(folder, root, work, seed)
        with closing(Library.create_or_open(path)) as library:
            broken += bool(library.check())
        broken += _clear_away(folder)
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


@pytest.mark.parametrize(("work", "kills"), [(COMMANDS, 2), (WINDOW, 1)], ids=["words", "window"])
def test_what_was_acknowledged_outlives_a_kill(
    tmp_path: Path, root: Path, work: str, kills: int
) -> None:
    told, lost, broken = _run(tmp_path, root, work, kills)
    assert told > 0
    assert (lost, broken) == (0, 0)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@pytest.mark.parametrize(
    ("work", "usual"), [(COMMANDS, 1000), (WINDOW, 500)], ids=["words", "window"]
)
def test_a_thousand_kills(tmp_path: Path, root: Path, work: str, usual: int) -> None:
    kills = int(os.environ.get("CLAIMDESK_KILLS", usual))
    told, lost, broken = _run(tmp_path, root, work, kills)
    print(f"\n{kills} kills, {told} verdicts acknowledged, {lost} lost, {broken} not whole")
    assert told > kills // 4
    assert (lost, broken) == (0, 0)
