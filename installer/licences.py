"""The licences of everything bundled, gathered from the packages' own records and files."""

from __future__ import annotations

import json
from pathlib import Path

from installer import steps
from installer.facts import ROOT
from installer.sbom import locked, normal
from installer.tree.environment import environment

_ASK = ROOT / "installer" / "tree" / "list_licences.py"

#: Not Python packages, yet in the tree.
OTHERS = (
    ("Python", "PSF-2.0"),
    ("Qt (PySide6-Essentials)", "LGPL-3.0-only"),
    ("SQLite", "public domain"),
    ("ICU", "Unicode-3.0"),
    ("PDFium", "Apache-2.0"),
    ("Inter, Noto", "OFL-1.1"),
    ("Droid Sans Fallback", "Apache-2.0"),
)


def bundled() -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    """Name, version, licence and licence texts of each Python package in the tree."""
    rows = json.loads(steps.run([environment(), _ASK]))
    wanted = locked()
    found = [
        (name, version, licence or "see its text", [(a, b) for a, b in texts])
        for name, version, licence, texts in rows
        if name and normal(name) in wanted
    ]
    return sorted(found, key=lambda row: row[0].casefold())


def notices() -> str:
    """One plain text: what is bundled under which licence, then the licence texts."""
    rows = bundled()
    head = [
        "Claimdesk is under the MIT licence (its text stands first below).",
        "It bundles the works listed here. Qt is used under the LGPL version 3: its libraries lie",
        "beside the program as separate files (PySide6/Qt/lib) and may be replaced by others built",
        "from Qt's sources, which download.qt.io offers.",
        "",
        *(f"  {name}: {licence}" for name, licence in OTHERS),
        *(f"  {name} {version}: {licence}" for name, version, licence, _ in rows),
    ]
    texts = [("Claimdesk", "LICENSE", (ROOT / "LICENSE").read_text(encoding="utf-8"))]
    texts += [(name, file, text) for name, _, _, found in rows for file, text in found]
    fonts = (ROOT / "resources" / "fonts" / "LICENSES.md").read_text(encoding="utf-8")
    texts.append(("Fonts", "LICENSES.md", fonts))
    seen: set[str] = set()
    for name, file, text in texts:
        if text in seen:
            continue
        seen.add(text)
        head += ["", "=" * 78, f"{name} ({file})", "=" * 78, "", text.strip()]
    return "\n".join(head) + "\n"


def write(folder: Path) -> Path:
    """Write the notices into the tree, where the About box and the packages find them."""
    return steps.write(folder / "THIRD-PARTY-NOTICES.txt", notices())
