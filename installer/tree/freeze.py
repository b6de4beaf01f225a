"""Freezes the app into a folder that needs no Python: locked packages, PyInstaller, pruned.

The result stands on its own but for what every desktop has: C library, X11 or Wayland, fontconfig.
"""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from installer import licences, steps
from installer.facts import APP_ID, BUILD, ROOT, Facts
from installer.tree.environment import environment
from installer.tree.prune import prune

TREE = BUILD / "tree" / APP_ID


@cache
def freeze(facts: Facts) -> Path:
    """Make the tree, once a run, and answer its folder. Raises SystemExit where its self-test
    fails."""
    python = environment()
    steps.say(f"Freezing Claimdesk {facts.version}")
    work = steps.fresh(BUILD / "pyinstaller")
    steps.run(
        [
            python,
            "-m",
            "PyInstaller",
            "--noconfirm",
            "--log-level=WARN",
            f"--distpath={TREE.parent}",
            f"--workpath={work}",
            ROOT / "installer" / "tree" / "claimdesk.spec",
        ],
        cwd=ROOT,
        # Hash seeds and times would make two builds of one commit differ.
        env={"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(facts.moment)},
    )
    gained = prune(TREE / "_internal")
    steps.say(f"Pruned {gained / 1e6:.0f} MB, {steps.size_of(TREE) / 1e6:.0f} MB are left")
    _strip(TREE)
    licences.write(TREE)
    for path in TREE.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == TREE / APP_ID else 0o644)
    steps.date_all(TREE, facts.moment)
    self_test(TREE / APP_ID)
    return TREE


def self_test(program: Path) -> None:
    """Let a program check itself in a home of its own; an artefact that fails does not count."""
    home = steps.fresh(BUILD / "home")
    told = steps.run(
        [program, "--self-test"],
        env={"CLAIMDESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
    )
    for line in told.splitlines():
        steps.say(line)


def _strip(tree: Path) -> None:
    """Take the debug symbols out of Python's own libraries; most wheels' come stripped, and
    some would break."""
    if shutil.which("strip") is None:
        return
    inside = tree / "_internal"
    own = (
        *inside.glob("lib*.so*"),
        *inside.glob("python3*/lib-dynload/*.so"),
        # The two wheels that come unstripped and stand it: sixteen megabytes.
        *inside.glob("typst/*.so"),
        *inside.glob("regex/*.so"),
    )
    for path in own:
        if not path.is_symlink() and not path.name.startswith("libQt6"):
            steps.run(["strip", "--strip-unneeded", path])
