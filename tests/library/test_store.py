"""What the world does to a library: a process killed, a disk that is full, a lock that is held."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.library.library import Library
from app.model.changes import Changes
from app.model.errors import LibraryError

ROOT = Path(__file__).resolve().parents[2]

GIVE_VERDICTS = """
import sys
from pathlib import Path
from app.library.library import Library
from app.model.review import Verdict
library = Library.create_or_open(Path(sys.argv[1]))
for number in range(100000):
    verdict = library.reviews.add_verdict(Verdict(0, 1, f"r{number}", "s", "", "", ""))
    print(verdict.id, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize("acknowledged", [1, 7])
def test_a_verdict_acknowledged_survives_a_kill(
    filled: Library, open_library: Callable[[], Library], acknowledged: int
) -> None:
    filled.close()
    child = subprocess.Popen(
        [sys.executable, "-c", GIVE_VERDICTS, str(filled.path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stdout is not None
        seen = [int(child.stdout.readline()) for _ in range(acknowledged)]
        child.send_signal(signal.SIGKILL)
    again = open_library()
    verdicts = again.reviews.verdicts(1)
    assert [one.id for one in verdicts[: len(seen)]] == seen
    assert again.reviews.get(1).verdict == verdicts[-1]
    assert again.check() == []
    assert again.history.undo().label == "Give verdict"


def fill_the_disk(library: Library) -> None:
    """SQLite says of a file that may grow no more what it says of a full disk."""
    pages = library._store.value("PRAGMA page_count")
    library._store.value(f"PRAGMA max_page_count={pages}")


def test_a_full_disk_is_told_and_nothing_is_half_done(
    make: SimpleNamespace, filled: Library
) -> None:
    told: list[Changes] = []
    filled.on_change(told.append)
    before, journal = make.dump(filled), filled.history.journal()
    fill_the_disk(filled)
    long = "\n".join(f"Line {number} of a long report." for number in range(3000))
    with pytest.raises(LibraryError, match="disk is full") as raised, filled.step("Add"):  # noqa: PT012
        filled.reviews.add_verdict(make.verdict(1))
        filled.sources.add(*make.source("long", long))
    assert "Free some space" in raised.value.action
    assert (make.dump(filled), filled.history.journal(), told) == (before, journal, [])
    assert filled.reviews.verdicts(1) == ()
    reader = filled.reader()
    assert make.dump(reader) == before
    reader.close()
    filled._store.value("PRAGMA max_page_count=1000000")
    filled.reviews.add_verdict(make.verdict(1))
    assert filled.check() == []


def test_an_error_of_the_disk_that_was_caught_is_not_taken_for_a_success(
    make: SimpleNamespace, filled: Library
) -> None:
    fill_the_disk(filled)
    long = "\n".join(f"Line {number} of a long report." for number in range(3000))

    def go_on_after_it() -> None:
        with filled.step("Add"):
            filled.reviews.set_rationale(1, "early")
            try:
                filled.sources.add(*make.source("long", long))
            except LibraryError:
                filled.reviews.set_rationale(1, "late")

    try:
        go_on_after_it()
    except (LibraryError, RuntimeError):
        assert filled.reviews.get(1).rationale == ""
    else:
        assert filled.reviews.get(1).rationale == "late"
    assert filled.sources.count() == 1
    assert filled.check() == []


def test_a_lock_held_too_long_is_told(make: SimpleNamespace, filled: Library) -> None:
    filled._store.value("PRAGMA busy_timeout=50")
    other = sqlite3.connect(filled.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryError, match="Another program is writing"):
        filled.reviews.add_verdict(make.verdict(1))
    assert filled.reviews.verdicts(1) == ()
    other.execute("ROLLBACK")
    other.close()
    assert filled.reviews.add_verdict(make.verdict(1)).id == 1


def test_a_bug_of_ours_stays_a_bug(filled: Library) -> None:
    with pytest.raises(sqlite3.OperationalError):
        filled._store.rows("SELECT nonsense")
    with pytest.raises(RuntimeError, match="outside of a transaction"):
        filled._store.run("DELETE FROM articles")
    assert len(filled.articles.all()) == 1
