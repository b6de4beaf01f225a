"""The SHA-256 sums of the finished packages, as `sha256sum --check` reads them."""

from __future__ import annotations

from pathlib import Path

from installer import steps

NAME = "SHA256SUMS"


def write(folder: Path) -> Path | None:
    """Write the sums of all packages in the folder; None where there is none."""
    packages = sorted(path for path in folder.iterdir() if path.is_file() and path.name != NAME)
    if not packages:
        return None
    lines = "".join(f"{steps.sha256(path)}  {path.name}\n" for path in packages)
    return steps.write(folder / NAME, lines)
