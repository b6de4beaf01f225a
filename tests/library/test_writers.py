"""An unclean end is known by the mark it leaves; a clean one, and one still at work, leave none."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.library.library import Library

DIE = """
import os, signal, sys
from pathlib import Path
from app.library.library import Library
library = Library.create_or_open(Path(sys.argv[1]))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_clean_end_leaves_no_mark(open_library: Callable[[], Library]) -> None:
    first, beside = open_library(), open_library()
    assert not beside.ended_uncleanly
    first.close()
    beside.close()
    again = open_library()
    assert not again.ended_uncleanly
    assert again._store.value("SELECT count(*) FROM writers") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is another thing there")
def test_a_killed_writer_is_known_once(
    path: Path, root: Path, open_library: Callable[[], Library]
) -> None:
    open_library().close()
    done = subprocess.run([sys.executable, "-c", DIE, path], cwd=root, check=False)
    assert done.returncode == -signal.SIGKILL
    library = open_library()
    assert library.ended_uncleanly
    assert not library.reader().ended_uncleanly
    library.close()
    assert not open_library().ended_uncleanly


def test_what_ran_before_the_computer_was_started_is_gone(
    open_library: Callable[[], Library],
) -> None:
    library = open_library()
    with library._store.transaction():
        library._store.run("UPDATE writers SET boot = 'before'")
    assert open_library().ended_uncleanly
