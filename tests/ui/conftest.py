"""What the tests of the window share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from app.ui.session import Session
from tests.ui.bench import Bench
from tests.window import appearance, reviewer, sit_down

__all__ = ["appearance", "reviewer", "sit_down"]


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path, root: Path) -> Iterator[Session]:
    """A session on a new library file."""
    assert qapp is not None
    library = tmp_path / "desk.claimdesk"
    opened = Session.open(library, root / "resources", root / "seeds", reviewer="A. Lind")
    yield opened
    opened.close()


@pytest.fixture
def bench(qtbot: QtBot, session: Session) -> Bench:
    """That session with someone who waits for its answers."""
    return Bench(qtbot, session)


@pytest.fixture
def article(bench: Bench) -> OpenArticle:
    """A short article with six claims, open, the first one current."""
    opened = OpenArticle(bench.session)
    opened.open(bench.add_article())
    return opened


@pytest.fixture
def ledger(session: Session, article: OpenArticle) -> OpenLedger:
    """The ledger of that article."""
    return OpenLedger(session, article)
