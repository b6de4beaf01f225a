"""Bar 26: whatever goes wrong is told in its place; nothing stands before the reviewer."""

from __future__ import annotations

import ast
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from tests.journeys.reviewer import Reviewer
from tests.ui.bars.states import run


def damaged_article(reviewer: Reviewer, tmp_path: Path) -> str:
    path = tmp_path / "damaged.pdf"
    path.write_bytes(b"%PDF-1.4\nno more")
    reviewer.wiring.intake.open_file(path)
    reviewer.settle()
    return reviewer.window.status.said.text()


def missing_article(reviewer: Reviewer, tmp_path: Path) -> str:
    reviewer.wiring.intake.open_file(tmp_path / "gone.txt")
    reviewer.settle()
    return reviewer.window.status.said.text()


def locked_library(reviewer: Reviewer, tmp_path: Path) -> str:
    store = reviewer.session._desk._library._store
    store.db.conn.execute("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(tmp_path / "desk.claimdesk")) as other:
        other.execute("BEGIN IMMEDIATE")
        reviewer.press("4")
        return reviewer.window.status.said.text()


def report_that_cannot_be_written(reviewer: Reviewer, tmp_path: Path) -> str:
    reviewer.wiring.exporting.folder = tmp_path / "no" / "such\0folder"
    reviewer.press("Ctrl+E")
    return reviewer.window.status.said.text()


def damaged_source(reviewer: Reviewer, tmp_path: Path) -> str:
    path = tmp_path / "damaged.docx"
    path.write_bytes(b"PK\x03\x04 no more")
    reviewer.wiring.adding.add_files([path])
    reviewer.settle()
    return reviewer.window.status.said.text()


#: What would stop the reviewer. File choosers are asked for and no errors.
MODAL = ("QMessageBox", "QInputDialog", "QErrorMessage")

TROUBLES: dict[str, Callable[[Reviewer, Path], str]] = {
    "a damaged article": damaged_article,
    "a missing article": missing_article,
    "a locked library": locked_library,
    "a report that cannot be written": report_that_cannot_be_written,
    "a damaged source": damaged_source,
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_bar_26_no_error_stands_before_the_reviewer(
    reviewer: Reviewer, tmp_path: Path, trouble: str
) -> None:
    reviewer.open_sample()
    told = TROUBLES[trouble](reviewer, tmp_path)
    assert told.endswith((".", "?")), told
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
    run(reviewer, "flag")  # the reviewer goes on
    claim = reviewer.article.current
    assert reviewer.article.review(claim.id).state.value == "flagged"


def test_bar_26_the_window_knows_no_message_box(root: Path) -> None:
    asked = {
        path.name: {
            node.id
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Name) and node.id in MODAL
        }
        for path in (root / "app" / "ui").rglob("*.py")
    }  # fmt: skip
    assert {name: used for name, used in asked.items() if used} == {}
