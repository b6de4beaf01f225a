#!/usr/bin/env python3
"""Builds the packages: python installer/build.py deb|rpm|archive|appimage|windows|macos|sbom …

Each word is one step, made afresh each time; several may be given. Finished packages lie in dist/
with their SHA-256 sums. `tree` makes only the frozen folder that the Linux packages share.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from installer import sbom, steps, sums
from installer.facts import DIST, Facts, read_facts
from installer.linux import appimage, archive, deb, rpm
from installer.macos import dmg
from installer.measure import measure
from installer.tree.freeze import freeze
from installer.windows import setup

STEPS: dict[str, Callable[[Facts], Path | None]] = {
    "tree": freeze,
    "deb": deb.build,
    "rpm": rpm.build,
    "archive": archive.build,
    "appimage": appimage.build,
    "windows": setup.build,
    "macos": dmg.build,
    "sbom": sbom.build,
    "measure": measure,
}


def main(words: list[str]) -> int:
    """Make what the words name, in their order; returns the exit status."""
    unknown = [word for word in words if word not in STEPS]
    if not words or unknown:
        if unknown:
            print(f"There is no step {', '.join(unknown)}. There are: {', '.join(STEPS)}.")
        else:
            print(__doc__)
        return 2
    facts = read_facts()
    DIST.mkdir(exist_ok=True)
    for word in words:
        made = STEPS[word](facts)
        if made is not None and made.parent == DIST:
            steps.say(f"Made {made} ({steps.size_of(made) / 1e6:.1f} MB)")
    sums.write(DIST)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
