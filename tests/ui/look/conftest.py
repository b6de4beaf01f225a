"""What the tests of the look share: the shipped themes, fonts and icons, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.look import fonts, icons
from app.ui.look.tokens import Theme, load_theme


@pytest.fixture(params=["light", "dark", "contrast"])
def theme(request: pytest.FixtureRequest, root: Path) -> Theme:
    """Each shipped theme in turn."""
    return load_theme(root / "resources" / "themes", request.param)


@pytest.fixture
def shipped(qapp: QApplication, root: Path) -> Path:
    """The resources folder, its fonts and icons loaded into the running application."""
    assert qapp is not None
    fonts.load_fonts(root / "resources" / "fonts")
    icons.load_icons(root / "resources" / "icons")
    return root / "resources"
