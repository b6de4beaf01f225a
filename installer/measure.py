"""Sizes of what was built, and how long the frozen app takes from the command to a usable window.

Prints figures and fails on none of them: machines differ, so compare within one run.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import time
from pathlib import Path

from installer import steps
from installer.facts import APP_ID, BUILD, DIST, Facts
from installer.tree.freeze import TREE

STARTS = 7


def measure(facts: Facts) -> None:
    """Print the table. Raises SystemExit where no tree was built."""
    program = TREE / APP_ID
    if not program.exists():
        raise SystemExit("Nothing is built yet: python installer/build.py tree")
    print(f"Claimdesk {facts.version}")
    print(f"  {'installed':<44}{steps.size_of(TREE) / 1e6:8.1f} MB")
    for path in sorted(DIST.glob(f"{APP_ID}*")):
        print(f"  {path.name:<44}{path.stat().st_size / 1e6:8.1f} MB")
    help_times = [_seconds([program, "--help"]) for _ in range(STARTS)]
    print(f"  {'--help, warm, median of ' + str(STARTS):<44}{statistics.median(help_times):8.2f} s")
    if not _has_screen():
        print("  window starts are not measured: they need DISPLAY (Xvfb will do) and xdotool")
        return
    cold = _cold(program)
    told = "not measured: needs root to empty the disk cache" if cold is None else f"{cold:.2f} s"
    print(f"  {'window, cold':<44}{told:>10}")
    warm = [_window(program) for _ in range(STARTS)]
    print(f"  {'window, warm, median of ' + str(STARTS):<44}{statistics.median(warm):8.2f} s")


def _window(program: Path) -> float:
    """Seconds from the command until its window stands on the screen."""
    home = steps.fresh(BUILD / "measured-home")
    began = time.perf_counter()
    surroundings = {**os.environ, "CLAIMDESK_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen([program], env=surroundings, stdout=subprocess.DEVNULL) as window:
        try:
            # xdotool waits for the first visible window of that process itself.
            look = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(window.pid)]
            subprocess.run(look, stdout=subprocess.DEVNULL, check=True, timeout=60)
            return time.perf_counter() - began
        finally:
            window.kill()


def _cold(program: Path) -> float | None:
    """The same from an empty disk cache; None where that may not be emptied."""
    try:
        os.sync()
        Path("/proc/sys/vm/drop_caches").write_text("3\n", encoding="ascii")
    except OSError:
        return None
    return _window(program)


def _has_screen() -> bool:
    return bool(os.environ.get("DISPLAY")) and shutil.which("xdotool") is not None


def _seconds(command: list[str | Path]) -> float:
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, timeout=120)
    return time.perf_counter() - began
