"""Every icon draws something, in its colour, sharp at each pixel ratio, and is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon

from app.ui.look import icons

NEEDED = {
    "file",
    "book",
    "search",
    "link",
    "check",
    "plus",
    "flag",
    "history",
    "edit",
    "split",
    "merge",
    "filter",
    "sort",
    "export",
    "undo",
    "close",
    "shield",
    "calendar",
    "hash",
    "person",
    "place",
    "unit",
    "negation",
    "arrow",
    "warning",
    "info",
    "paste",
    "copy",
    "gear",
    "eye",
    "sample",
    "same",
    "different",
    "not_mentioned",
}


def test_all_that_the_window_needs_is_drawn(shipped: Path) -> None:
    names = icons.load_icons(shipped / "icons")
    assert set(names) >= NEEDED
    for name in names:
        image = icons.pixmap(name, QColor("#3544b8"), 24, 2.0).toImage()
        inked = [
            image.pixelColor(x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 250
        ]
        assert len(inked) > 8, name
        assert max(abs(c.red() - 0x35) + abs(c.blue() - 0xB8) for c in inked) < 12, name


def test_drawings_follow_the_house_rules(shipped: Path) -> None:
    for path in (shipped / "icons").glob("*.svg"):
        drawing = path.read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in drawing, path.name
        assert 'stroke="currentColor" stroke-width="1.75"' in drawing, path.name
        assert "#" not in drawing, path.name


@pytest.mark.usefixtures("shipped")
def test_pixmaps_are_shared_and_sized_by_the_ratio() -> None:
    one = icons.pixmap("link", QColor("red"), 16, 2.0)
    assert one is icons.pixmap("link", QColor("red"), 16, 2.0)
    assert (one.width(), one.devicePixelRatio()) == (32, 2.0)
    disabled = icons.icon("link", QColor("red"), 16, disabled=QColor("grey"))
    assert not disabled.pixmap(16, QIcon.Mode.Disabled).isNull()


@pytest.mark.usefixtures("shipped")
def test_an_unknown_icon_is_named() -> None:
    with pytest.raises(KeyError, match="unicorn"):
        icons.pixmap("unicorn", QColor("red"), 16)


def test_a_folder_without_icons_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        icons.load_icons(tmp_path)
