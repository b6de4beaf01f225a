"""Labels that show plain text and nothing else, in a font and tone of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.look.appearance import Appearance
from app.ui.look.fonts import Role
from app.ui.look.paint import escape_rich, paint_line


def ground(widget: QWidget, surface: str) -> None:
    """Give a widget the ground of the theme that the style sheet calls `surface`."""
    widget.setProperty("surface", surface)
    # A plain QWidget paints no ground of a style sheet otherwise.
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class PlainLabel(QLabel):
    """A label that never reads its text as markup and follows theme and text size.

    `tone` names a colour token of the theme ("text_2", "conflict").
    """

    def __init__(
        self,
        role: Role,
        appearance: Appearance,
        *,
        tone: str = "text",
        bold: bool | None = None,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._tone, self._bold = role, tone, bold
        self._appearance = appearance
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setOpenExternalLinks(False)
        self.setWordWrap(wrap)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def set_tone(self, tone: str) -> None:
        """Show the text in another colour of the theme."""
        self._tone = tone
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._appearance.font(self._role, bold=self._bold))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), self._appearance.theme.colour(self._tone))
        self.setPalette(palette)


class ElidedLabel(PlainLabel):
    """One sentence on one line: shortened where there is no room, whole in its tool tip."""

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        colour = self.palette().color(self.foregroundRole())
        paint_line(QPainter(self), QRectF(self.rect()), self.text(), self.font(), colour)


def label(
    role: Role,
    appearance: Appearance,
    *,
    tone: str = "text",
    bold: bool | None = None,
    wrap: bool = False,
    text: str = "",
) -> PlainLabel:
    """A plain label with this text."""
    made = PlainLabel(role, appearance, tone=tone, bold=bold, wrap=wrap)
    made.setText(text)
    return made


def plain_tip(text: str) -> str:
    """`text` for a tool tip, which would read markup in it otherwise; wrapped by Qt."""
    return f"<qt>{escape_rich(text)}</qt>" if text else ""
