"""The power fails: sectors that were not synced are there or not, and no verdict told is lost.

Three runs are recorded and cut off at random moments: one long sitting that checkpoints often and
ends by a kill, the command line at all its verbs, a restore the last of them, and the making of a
library. The long form, 6,000 states: `./run test -m slow -s tests/durability/test_power_cut.py`.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.library.library import Library
from app.model.errors import LibraryError
from tests.durability.damage import worked_on
from tests.durability.power import Recording, lay_out, record

SITTING = """
import os, signal, sys
from pathlib import Path
from app.library.library import Library
from tests.library.conftest import make_verdict
library = Library.create_or_open(Path(sys.argv[1]))
library._store.db.conn.execute("PRAGMA wal_autocheckpoint=60")
if sys.argv[2] == "off":
    library._store.db.conn.execute("PRAGMA synchronous=OFF")
for number in range(40):
    verdict = library.reviews.add_verdict(make_verdict(1 + number % 3))
    os.write(1, b'{"verdict": %d}' % verdict.id)
os.kill(os.getpid(), signal.SIGKILL)
"""

VERBS = """
import os, sys
from pathlib import Path
from app.cli.main import run
path, lines = Path(sys.argv[1]), Path(sys.argv[2])
os.environ["CLAIMDESK_ACK_FD"] = "1"
sys.stdout = open(os.devnull, "w")
def verb(*words):
    status = run(["--library", str(path), *words])
    assert status == 0, (words, status)
for number in range(1, 5):
    verb("verdict", str(number), "refuted", "--evidence", str(number))
    verb("verdict", str(number), "supported", "--rationale", f"Reason {number}.")
    verb("undo")
    lines.write_text(f'{{"_id": "{number}", "title": "t", "text": "Text {number}."}}')
    verb("sources", "add", str(lines))
    verb("claim", "remove", "6") if number == 1 else verb("redo")
    verb("library", "backup") if number % 2 else verb("report", "1", "-o", str(lines) + ".html")
newest = max(os.listdir(str(path) + ".backups"))
verb("library", "restore", newest)
verb("verdict", "1", "not_checkable")
"""


MAKING = """
import os, sys
from app.cli.main import run
os.environ["CLAIMDESK_ACK_FD"] = "1"
sys.stdout = open(os.devnull, "w")
for words in (["sample"], ["verdict", "1", "refuted"]):
    assert run(["--library", sys.argv[1], *words]) == 0
"""

#: Each run with the number of verdicts that it acknowledges.
RUNS = {"sitting": (SITTING, 40), "verbs": (VERBS, 9), "making": (MAKING, 1)}


def _recorded(folder: Path, root: Path, run: str, synchronous: str = "full") -> Recording:
    place = folder / f"{run}-{synchronous}"
    place.mkdir()
    path = place / "library"
    home = {"PYTHONPATH": str(root), "CLAIMDESK_HOME": str(folder / "home")}
    if run == "verbs":
        subprocess.run(
            [sys.executable, "-m", "app", "--library", path, "sample"],
            env={**os.environ, **home},
            stdout=subprocess.DEVNULL,
            check=True,
        )
    elif run == "sitting":
        worked_on(path, articles=1, sources=2)
    work, verdicts = RUNS[run]
    more = synchronous if run == "sitting" else str(folder / "lines.jsonl")
    command = [sys.executable, "-c", work, str(path), more]
    recording = record(place, command, home, b'{"verdict"')
    assert len(recording.told(len(recording.events))) == verdicts
    return recording


def _promised(recording: Recording, moment: int) -> set[int]:
    return {
        json.loads(line)["verdict"] for told in recording.told(moment) for line in told.splitlines()
    }


def _kept(place: Path) -> set[int]:
    """The verdicts in the library, and in one that a restore has set aside."""
    found: set[int] = set()
    for path in [place / "library", *place.glob("library.replaced-*/library")]:
        if path.exists():
            with closing(sqlite3.connect(path)) as db:
                found |= {row[0] for row in db.execute("SELECT id FROM verdicts")}
    return found


def _cuts(folder: Path, recording: Recording, states: int) -> tuple[int, int]:
    """So many power cuts; answers in how many a verdict told was lost, or the library damaged."""
    lost = damaged = 0
    place = folder / "cut"
    for seed in range(states):
        chance = random.Random(seed)
        moment = chance.randrange(len(recording.events) + 1)
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        lay_out(recording, moment, chance, place)
        try:
            with closing(Library.create_or_open(place / "library")) as library:
                damaged += bool(library.check())
            lost += not _promised(recording, moment) <= _kept(place)
            for backup in place.glob("library.backups/*.claimdesk"):
                with closing(Library.open_read_only(backup)) as library:
                    damaged += bool(library.check())
        except (LibraryError, sqlite3.Error):
            damaged += 1
    return lost, damaged


@pytest.fixture
def strace() -> None:
    """Skips where nothing can be recorded."""
    if shutil.which("strace") is None:
        pytest.skip("there is no strace")
    if subprocess.run(["strace", "-o", os.devnull, "true"], check=False).returncode:
        pytest.skip("strace may not be used here")


@pytest.mark.usefixtures("strace")
def test_a_power_cut_loses_nothing_told(tmp_path: Path, root: Path) -> None:
    assert _cuts(tmp_path, _recorded(tmp_path, root, "sitting"), 60) == (0, 0)


@pytest.mark.usefixtures("strace")
def test_the_harness_sees_what_no_sync_would_lose(tmp_path: Path, root: Path) -> None:
    lost, damaged = _cuts(tmp_path, _recorded(tmp_path, root, "sitting", "off"), 40)
    assert lost + damaged > 5


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("left_out", ["sync", "sync names"])
def test_the_harness_sees_each_kind_of_sync_left_out(
    tmp_path: Path, root: Path, left_out: str
) -> None:
    recording = _recorded(tmp_path, root, "verbs")
    events = [one for one in recording.events if one.kind != left_out]
    lost, damaged = _cuts(tmp_path, Recording(recording.before, events), 100)
    assert lost + damaged > 5


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize(("run", "usual"), [("sitting", 2500), ("verbs", 2500), ("making", 1000)])
def test_thousands_of_power_cuts(tmp_path: Path, root: Path, run: str, usual: int) -> None:
    states = int(os.environ.get("CLAIMDESK_CUTS", usual))
    lost, damaged = _cuts(tmp_path, _recorded(tmp_path, root, run), states)
    print(f"\n{states} power cuts, {lost} lost a verdict told, {damaged} left a damaged library")
    assert (lost, damaged) == (0, 0)
