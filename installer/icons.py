"""The app's icon as pictures of the sizes that a system asks for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from installer import steps
from installer.facts import APP_ID, ROOT
from installer.tree.environment import environment

DRAWING = ROOT / "resources" / "app" / f"{APP_ID}.svg"


def draw(targets: Mapping[int, Path]) -> None:
    """Write a square PNG of each size (in pixels) to its path; the folders must exist."""
    # In the packages' own Python: it has Qt, and this one may not.
    steps.run(
        [
            environment(),
            ROOT / "installer" / "tree" / "draw_icons.py",
            DRAWING,
            *(f"{size}={path}" for size, path in targets.items()),
        ],
        env={"QT_QPA_PLATFORM": "offscreen"},
    )
