"""What a stranger's file wants fetched, opened or run is neither: not when it is taken in, not when
it is viewed, not when it is exported.

The app works without a network (`unshare -n`) and strace tells what it opens, calls and starts. The
long form sets more than 100 traps: `./run test -m slow -s tests/hostile/test_sealed.py`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.traps import lay

HOST = "evil.invalid"

#: What the app itself consists of and what every program of this system reads.
SYSTEM = (
    "/usr/",
    "/lib",
    "/etc/",
    "/proc/",
    "/sys/",
    "/dev/",
    "/var/cache/",
    "/var/lib/",
    "/root/.cache/",
)

COMMANDS = """
import sys
from pathlib import Path
from app.cli.main import run
folder, files = Path(sys.argv[1]), sys.argv[2:]
def verb(*words):
    status = run(["--library", str(folder / "desk.claimdesk"), *words])
    assert status in (0, 1, 2), (words, status)
    return status
read = 0
for path in files:
    verb("claims", path)
    read += verb("article", "add", path) == 0
    read += verb("sources", "add", path) == 0
verb("match", "The harbour bridge opened on Monday")
verb("verdict", "1", "refuted", "--evidence", "1")
endings = ["html", "pdf", "docx", "json", "md", "xlsx", "csv", "claimreview.jsonld"]
for ending in endings if len(files) > 9 else endings[:1]:
    assert verb("report", "1", "-o", str(folder / f"report.{ending}")) == 0
assert read >= len(files), (read, len(files))
"""

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.host.paths import resources_folder, seeds_folder
from app.ui.look.appearance import Appearance
from app.ui.session import Session
from app.ui.wiring import Wiring
from tests.ui.scenes.stage import run, settle
folder, files = Path(sys.argv[1]), sys.argv[2:]
app = QApplication([])
look = Appearance(resources_folder(), mode="light")
look.apply_to(app)
session = Session.open(folder / "window.claimdesk", resources_folder(), seeds_folder())
wiring = Wiring(session, look)
wiring.window.show()
wiring.exporting.folder = folder
for path in files:
    wiring.intake.open_file(Path(path)); settle(wiring); settle(wiring)
    wiring.adding.add_files([Path(path)]); settle(wiring)
    if wiring.article.article is not None:
        run(wiring, "next-claim", "link-A", "read-in-context", "file-says", "back", "history")
run(wiring, "preview", "export")
wiring.window.grab()
wiring.close()
"""


def _watched(folder: Path, code: str, root: Path, files: list[Path]) -> list[str]:
    """Run this behind the seal; answers the lines of the trace."""
    trace = folder / "trace"
    calls = "trace=openat,open,connect,sendto,sendmsg,execve,readlink"
    seal = ["unshare", "-n", "strace", "-f", "--seccomp-bpf", "-qq", "-s", "4096", "-e", calls]
    command = [sys.executable, "-c", code, str(folder), *map(str, files)]
    done = subprocess.run(
        [*seal, "-o", str(trace), *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(root), "HOME": str(folder),
             "CLAIMDESK_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert "mistake of its own" not in done.stderr, done.stderr
    return trace.read_text(errors="replace").splitlines()


def _breaches(lines: list[str], allowed: tuple[str, ...], secret: Path) -> list[str]:
    """The lines that tell of a call, a file or a program that nobody asked for."""
    found = []
    for line in lines:
        opened = re.search(r'\bopen(?:at)?\((?:AT_FDCWD, )?"([^"]*)".* = \d+$', line)
        if (
            re.search(r"sa_family=AF_(INET|NETLINK)", line)
            or secret.name in line
            or (opened and opened[1].startswith("/") and not opened[1].startswith(allowed))
            or ("execve(" in line and line.endswith("= 0") and sys.executable not in line)
        ):
            found.append(line)
    return found


@pytest.fixture
def seal() -> None:
    """Skips where nothing can be sealed off or watched."""
    if sys.platform != "linux" or not (shutil.which("strace") and shutil.which("unshare")):
        pytest.skip("there is no unshare or no strace")
    tried = ["unshare", "-n", "strace", "-f", "--seccomp-bpf", "-o", os.devnull, "true"]
    if subprocess.run(tried, capture_output=True, check=False).returncode:
        pytest.skip("unshare or strace may not be used here")


def _sealed(folder: Path, root: Path, code: str, most: int) -> list[str]:
    """The breaches while so many of the traps are worked with."""
    inside, outside = folder / "inside", folder / "outside"
    for place in (inside, outside):
        place.mkdir()
    secret = outside / "secret.txt"
    secret.write_text("What nobody may read.", "utf-8")
    files = lay(inside, secret, HOST)
    files = files[:: max(1, len(files) // most)]
    program = (sys.prefix, sys.base_prefix, *filter(None, sys.path))
    allowed = (*SYSTEM, *program, str(root), str(inside))
    breaches = _breaches(_watched(inside, code, root, files), allowed, secret)
    print(f"\n{len(files)} traps, {len(breaches)} breaches")
    return breaches


@pytest.mark.usefixtures("seal")
def test_a_trap_catches_nothing(tmp_path: Path, root: Path) -> None:
    assert _sealed(tmp_path, root, COMMANDS, 1) == []


@pytest.mark.usefixtures("seal")
@pytest.mark.parametrize(
    "breach",
    [
        "open('../outside/secret.txt')",
        "import socket; socket.socket().connect_ex(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
    ],
)
def test_the_watch_sees_a_breach(tmp_path: Path, root: Path, breach: str) -> None:
    assert _sealed(tmp_path, root, breach, 1) != []


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.usefixtures("seal")
@pytest.mark.parametrize("code", [COMMANDS, WINDOW], ids=["words", "window"])
def test_a_hundred_traps_catch_nothing(tmp_path: Path, root: Path, code: str) -> None:
    assert _sealed(tmp_path, root, code, 1000) == []
