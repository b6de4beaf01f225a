"""The walls of the house stand, and each of them is able to fail."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]
WALLS = {contract["id"]: contract["name"] for contract in CONTRACTS}
PLANNED = {
    name
    for contract in CONTRACTS
    if contract["id"] == "floors"
    for layer in contract["layers"]
    for name in re.findall(r"\w+", layer)
}

# For every wall: what must not stand in our files, and the wall that it breaks.
VIOLATIONS = [
    ("floors", {"model/span.py": "from app.text import words"}),
    ("floors", {"extraction/__init__.py": "import app.matching.rank"}),
    ("floors", {"attic/__init__.py": ""}),
    ("faces", {"cli/main.py": "from app.text.words import fold"}),
    ("faces", {"ui/__init__.py": "def late() -> None:\n    from app.library import library"}),
    ("host", {"host/paths.py": "from app.model.span import Span"}),
    (
        "qt",
        {
            "text/words.py": "from typing import TYPE_CHECKING\n"
            "if TYPE_CHECKING:\n    from PySide6.QtGui import QFont"
        },
    ),
    ("sqlite", {"matching/query.py": "def late() -> None:\n    import sqlite3"}),
    ("sqlite", {"ui/__init__.py": "import sqlite_utils"}),
    (
        "circles",
        {
            "ui/attic/__init__.py": "",
            "ui/attic/box.py": "from app.ui.attic import chest",
            "ui/attic/chest.py": "def late() -> None:\n    from app.ui.attic.box import lid",
        },
    ),
]


def broken_walls(folder: Path) -> set[str]:
    """The ids of the walls that do not stand in the tree of `folder`, as import-linter sees it."""
    command = "from importlinter.cli import lint_imports_command as lint; lint()"
    # A process of its own, since this one has already imported the true `app`.
    ended = subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = ended.stdout + ended.stderr
    states = {
        wall: state
        for wall, name in WALLS.items()
        for state in re.findall(re.escape(name) + r"\s+(KEPT|BROKEN)", said)
    }
    assert set(states) == set(WALLS), f"import-linter did not judge every wall:\n{said}"
    broken = {wall for wall, state in states.items() if state == "BROKEN"}
    assert bool(broken) == bool(ended.returncode), said
    if broken and folder == ROOT:
        print(said)
    return broken


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A checkout that may be spoiled."""
    ignore = shutil.ignore_patterns("__pycache__", "shipped")
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_all_walls_stand() -> None:
    assert broken_walls(ROOT) == set()


@pytest.mark.parametrize(("wall", "files"), VIOLATIONS)
def test_a_planted_violation_is_seen(copy: Path, wall: str, files: dict[str, str]) -> None:
    for name, lines in files.items():
        planted = copy / "app" / name
        planted.parent.mkdir(exist_ok=True)
        with planted.open("a", encoding="utf-8") as file:
            file.write(f"\n{lines}\n")
    assert wall in broken_walls(copy)


def test_every_wall_was_seen_to_fail() -> None:
    assert {wall for wall, _ in VIOLATIONS} == set(WALLS)


def test_every_folder_and_file_of_the_app_is_a_planned_room() -> None:
    assert unplanned(ROOT / "app") == []


def test_no_module_hides_its_imports() -> None:
    assert hidden_imports(ROOT / "app") == []


def test_no_widget_holds_all_its_events_inside_a_method_of_its_own() -> None:
    # An error in one of them would end the process where it should be told: ARCHITECTURE.md.
    assert [
        (file.relative_to(ROOT).as_posix(), node.lineno)
        for file in sorted((ROOT / "app" / "ui").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name in ("event", "viewportEvent")
    ] == []


def test_what_hides_from_the_linter_is_seen(copy: Path) -> None:
    # No __init__.py: Python imports it all the same, but the linter does not look inside.
    (copy / "app" / "attic").mkdir()
    (copy / "app" / "attic" / "trunk.py").write_text("import sqlite3\n")
    (copy / "app" / "ui" / "attic").mkdir()
    (copy / "app" / "ui" / "attic" / "trunk.py").write_text(
        "import importlib\nimportlib.import_module('sqlite3')\n__import__('sqlite3')\n"
    )
    (copy / "app" / "attic.py").write_text("")
    assert unplanned(copy / "app") == ["attic", "attic.py", "ui/attic has no __init__.py"]
    assert [where for where, _ in hidden_imports(copy / "app")] == ["ui/attic/trunk.py"] * 2


def unplanned(app: Path) -> list[str]:
    """Rooms that the floors do not name, and folders of code that the linter would not enter."""
    folders = sorted({file.parent for file in app.rglob("*.py")} - {app})
    rooms = {folder.relative_to(app).parts[0] for folder in folders}
    files = {file.name for file in app.glob("*.py")} - {"__init__.py", "__main__.py"}
    strangers = sorted((rooms - PLANNED) | {name for name in files if name[:-3] not in PLANNED})
    closed = [
        f"{folder.relative_to(app).as_posix()} has no __init__.py"
        for folder in folders
        if folder.relative_to(app).parts[0] in PLANNED and not (folder / "__init__.py").exists()
    ]
    return strangers + closed


def hidden_imports(app: Path) -> list[tuple[str, int]]:
    """Files and lines that import by a name made at run time, which no linter can follow."""
    return [
        (file.relative_to(app).as_posix(), node.lineno)
        for file in sorted(app.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).split(".")[-1] in ("import_module", "__import__")
    ]
