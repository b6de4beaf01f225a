"""The Python that freezes the app: a virtual environment with exactly the locked packages."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from installer import steps
from installer.facts import BUILD, ROOT

VENV = BUILD / "venv"
LOCK = ROOT / "installer" / "requirements.lock"
_STAMP = VENV / "locked"


def environment() -> Path:
    """The Python of a virtual environment that holds exactly the locked packages."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = steps.sha256(LOCK)
    if _STAMP.exists() and _STAMP.read_text(encoding="utf-8") == wanted:
        return python
    steps.say("Installing the locked packages")
    shutil.rmtree(VENV, ignore_errors=True)
    steps.run([sys.executable, "-m", "venv", VENV])
    steps.run([python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", LOCK])
    _STAMP.write_text(wanted, encoding="utf-8")
    return python
