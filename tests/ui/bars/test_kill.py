"""Bar 20: the window is killed right after a verdict, and the verdict is there."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

# A reviewer who gives a verdict in the real window, says so, and is never heard of again.
WORK = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.ui.look.appearance import Appearance
from app.ui.session import Session
from app.ui.wiring import Wiring
from tests.ui.scenes.stage import run

root, library = Path.cwd(), Path(sys.argv[1])
app = QApplication([])
look = Appearance(root / "resources", mode="light")
wiring = Wiring(Session.open(library, root / "resources", root / "seeds"), look)
wiring.window.show()
run(wiring, "open-sample")
wiring.deciding.recorded.connect(lambda claim_id: print(claim_id, flush=True))
QTest.keyClick(wiring.window.evidence_pane.list, Qt.Key.Key_4)
app.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is another thing there")
def test_bar_20_a_verdict_outlives_kill_minus_nine(root: Path, tmp_path: Path) -> None:
    library = tmp_path / "desk.claimdesk"
    with subprocess.Popen(
        [sys.executable, "-c", WORK, str(library)],
        cwd=root, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)},
    ) as window:  # fmt: skip
        assert window.stdout is not None
        claim_id = int(window.stdout.readline())
        window.send_signal(signal.SIGKILL)
    with closing(sqlite3.connect(library)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kept = db.execute("SELECT claim_id, rating FROM verdicts").fetchall()
    assert kept == [(claim_id, "not_enough_evidence")]
