"""The library is checked after an unclean end, and backed up behind the reviewer's work."""

from __future__ import annotations

import socket
import sqlite3
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.ui.safekeeping import Safekeeping
from app.ui.session import Session
from tests.ui.bench import Bench


def test_what_changed_is_backed_up_and_what_did_not_is_left(bench: Bench) -> None:
    told: list[str] = []
    keeping = Safekeeping(bench.session, told.append)
    bench.add_article()
    keeping.back_up()
    bench.settle()
    made = bench.session.read.backups.all()
    assert len(made) == 1
    keeping.back_up()
    bench.settle()
    assert bench.session.read.backups.all() == made
    assert told == []


def test_after_an_unclean_end_a_changed_row_is_told(bench: Bench, qtbot: QtBot, root: Path) -> None:
    bench.add_article()
    path = bench.session.read.path
    bench.session.close()
    library = sqlite3.connect(path)
    library.execute(
        "INSERT INTO writers (pid, host, boot, since) VALUES (1, ?, 'an earlier start', '')",
        (socket.gethostname(),),
    )
    library.execute("UPDATE claims SET statement = 'Other words.' WHERE id = 1")
    library.commit()
    library.close()
    told: list[str] = []
    reopened = Bench(qtbot, Session.open(path, root / "resources", root / "seeds"))
    Safekeeping(reopened.session, told.append).start()
    reopened.settle()
    reopened.session.close()
    assert told[0].startswith("The last run was cut off. Claim 1 ")
