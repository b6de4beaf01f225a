"""What every package says of the app, read from the project's own files; where builds lie."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "installer"
#: Where finished packages are put.
DIST = ROOT / "dist"
APP_ID = "claimdesk"
#: The name in software catalogues, which must be of the form of a host name turned round.
CATALOGUE_ID = "org.claimdesk.Claimdesk"
#: The same on macOS.
BUNDLE_ID = CATALOGUE_ID
TITLE = "Claimdesk"
MIME_TYPE = "application/vnd.claimdesk.library"
MAINTAINER = "The Claimdesk makers <claimdesk@localhost.invalid>"


@dataclass(frozen=True, slots=True)
class Facts:
    """Name, version and licence of the app; `moment` is the time that every file is dated with."""

    version: str
    summary: str
    licence: str
    moment: int

    @property
    def day(self) -> str:
        """The day of `moment` in UTC, ISO 8601."""
        return datetime.fromtimestamp(self.moment, UTC).date().isoformat()


def read_facts() -> Facts:
    """The facts of this checkout.

    The moment is SOURCE_DATE_EPOCH where it is set, else that of the last commit, so that the same
    commit gives the same package (reproducible-builds.org). Raises SystemExit with one sentence
    where the project's files cannot be read.
    """
    try:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        source = (ROOT / "app" / "__init__.py").read_text(encoding="utf-8")
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise SystemExit(f"The project's own files cannot be read: {error}.") from error
    version = re.search(r'^__version__ = "([^"]+)"', source, re.MULTILINE)
    if version is None:
        raise SystemExit("app/__init__.py names no version.")
    return Facts(version[1], project["description"], project["license"], _moment())


def _moment() -> int:
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    try:
        told = subprocess.run(
            ["git", "log", "-1", "--format=%ct"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError) as error:
        raise SystemExit("Set SOURCE_DATE_EPOCH: this is no git checkout.") from error
    return int(told)
