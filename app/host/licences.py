"""Under which licences the app and what it is made of may be used and passed on."""

from __future__ import annotations

import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from app.host.paths import resources_folder

#: What a package of the app carries beside the program, written when it is built.
_FILE = "THIRD-PARTY-NOTICES.txt"


def notices(beside: Path | None = None) -> str:
    """What the app is made of, each work with its licence, as plain text.

    A package carries the whole of it with the licences' texts (`beside` is the folder to look in,
    the program's own where it is not given); a checkout names what is installed.
    """
    programs = Path(sys.executable).resolve().parent
    # Beside the program, above its Python, or among a bundle's resources.
    folders = [beside] if beside else [programs, programs.parent, programs.parent / "Resources"]
    for folder in folders:
        try:
            return (folder / _FILE).read_text(encoding="utf-8")
        except OSError:
            continue
    return "\n".join(
        [
            "Claimdesk is under the MIT licence. It stands on these works:",
            "",
            *sorted(_installed(), key=str.casefold),
            "",
            "Qt is used under the LGPL version 3: its libraries lie in the folder PySide6 as",
            "separate files and may be replaced by others built from Qt's sources.",
            "",
            _fonts(),
        ]
    )


def _installed() -> list[str]:
    """A line for each package that the app asks for, and those that these ask for."""
    lines: dict[str, str] = {}
    waiting = ["claimdesk"]
    while waiting:
        name = waiting.pop()
        if name in lines:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:
            # Of another system, or of an extra that is not here.
            continue
        lines[name] = f"{package.metadata['Name']} {package.version}: {_licence(package)}"
        waiting += [_name(wanted) for wanted in package.requires or [] if "extra ==" not in wanted]
    lines.pop("claimdesk", None)
    return list(lines.values())


def _name(requirement: str) -> str:
    """The name in a requirement (PEP 508), as an index spells it (PEP 503)."""
    for sign in " ;<>=!~[(":
        requirement = requirement.partition(sign)[0]
    return requirement.lower().replace("_", "-").replace(".", "-")


def _licence(package: Distribution) -> str:
    record: Any = package.metadata
    named = [
        name.rpartition(" :: ")[2]
        for name in record.get_all("Classifier") or []
        if name.startswith("License :: ")
    ]
    told = (record.get("License") or "").strip().partition("\n")[0]
    return record.get("License-Expression") or ", ".join(named) or told or "see its files"


def _fonts() -> str:
    try:
        return (resources_folder() / "fonts" / "LICENSES.md").read_text(encoding="utf-8")
    except OSError:
        return ""
