"""What to say where a file that comes with the app is missing or damaged. Knows no such file."""

from __future__ import annotations

from pathlib import Path

from app.model.errors import LibraryError


def not_whole(path: Path) -> LibraryError:
    """The error for a shipped file, or folder, that is not as it came."""
    return LibraryError(
        f"Claimdesk is not whole: {path} is missing or damaged.", "Install it again."
    )
