"""Where things lie on this computer: the reviewer's folders and the files shipped with the app.

Must not know what is kept in those folders.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import platformdirs

_NAME = "Claimdesk"
_HERE = Path(__file__).resolve()


def data_folder() -> Path:
    """The folder of the reviewer's libraries; made where it is absent."""
    return _reviewers_folder("data", platformdirs.user_data_path(_NAME, appauthor=False))


def settings_folder() -> Path:
    """The folder of the settings file; made where it is absent."""
    return _reviewers_folder("settings", platformdirs.user_config_path(_NAME, appauthor=False))


def logs_folder() -> Path:
    """The folder of the log and of crash files; made where it is absent."""
    return _reviewers_folder("logs", platformdirs.user_log_path(_NAME, appauthor=False))


def default_library() -> Path:
    """The library file that opens where none is named; it need not exist yet."""
    return data_folder() / "library.claimdesk"


def resources_folder() -> Path:
    """The shipped icons, themes, templates and sample; raises FileNotFoundError where absent."""
    return _shipped_folder("resources")


def seeds_folder() -> Path:
    """The shipped sample articles; raises FileNotFoundError where absent."""
    return _shipped_folder("seeds")


def _reviewers_folder(kind: str, usual: Path) -> Path:
    """`usual`, or the folder of that kind under CLAIMDESK_HOME where that is set."""
    home = os.environ.get("CLAIMDESK_HOME", "")
    folder = Path(home).expanduser().absolute() / kind if home else usual
    # Whoever writes there meets the error and can tell the reviewer what it stopped.
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _shipped_folder(name: str) -> Path:
    # The wheel's place first: beside an installed package a folder of that name may be anyone's.
    candidates = (_HERE.parents[1] / "shipped" / name, _HERE.parents[2] / name)
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"Claimdesk is not whole: its folder {candidates[-1]} is missing.")
