"""The header: how far the work is, the way to everything, the report."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.ui.claims.progress_strip import ProgressStrip
from app.ui.look.appearance import Appearance
from app.ui.look.keycap import KeyOf
from app.ui.look.labels import ground, plain_tip
from app.ui.look.paint import (
    measure_keycap,
    paint_focus_ring,
    paint_icon,
    paint_keycap,
    paint_line,
)
from app.ui.look.tokens import RADIUS_CONTROL, SPACE_2, SPACE_3, SPACE_4
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger


class PaletteButton(QAbstractButton):
    """Looks like a field and opens the palette: one place to type, not two."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.key = "Ctrl K"
        self.setText("Search or run a command")
        self.setAccessibleName("Search or run a command")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        appearance.changed.connect(self.updateGeometry)

    def follow_keys(self, key: KeyOf) -> None:
        """Print the key that opens the palette now."""
        self.key = key("palette").replace("+", " ")
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._appearance.metrics("body")
        wide = metrics.horizontalAdvance(self.text()) + 6 * self._appearance.icon_size(20)
        return QSize(round(wide), max(30, round(metrics.height() + 14)))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme, look = self._appearance.theme, self._appearance
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.control_border, 1))
        painter.setBrush(theme.hover if self.underMouse() else theme.surface)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        icon, pad = look.icon_size(16), look.space(SPACE_3)
        paint_icon(painter, QRectF(pad, 0, icon, self.height()), "search", theme.text_3)
        font = look.font("caption", bold=True)
        cap = measure_keycap(self.key, font)
        at = QPointF(self.width() - pad - cap.width() + 4, (self.height() - cap.height()) / 2)
        left = pad + icon + look.space(SPACE_2)
        room = QRectF(left, 0, at.x() - left - look.space(SPACE_2), self.height())
        paint_line(painter, room, self.text(), look.font("body"), theme.text_3)
        if self.key:
            paint_keycap(painter, at, self.key, theme, font)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), theme, RADIUS_CONTROL)


class Header(QWidget):
    """One row over the panes."""

    def __init__(
        self,
        article: OpenArticle,
        ledger: OpenLedger,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        ground(self, "header")
        self.strip = ProgressStrip(article, ledger, appearance)
        self.palette_button = PaletteButton(appearance)
        self.report = QPushButton("Report")
        self.filter = QPushButton()
        self.filter.setProperty("variant", "link")
        self.filter.setProperty("size", "meta")
        self.filter.hide()
        space = appearance.space
        row = QHBoxLayout(self)
        row.setContentsMargins(space(SPACE_4), space(SPACE_2), space(SPACE_4), space(SPACE_2))
        row.setSpacing(space(SPACE_3))
        row.addWidget(self.strip, 1)
        row.addWidget(self.filter)
        row.addWidget(self.palette_button)
        row.addWidget(self.report)
        appearance.changed.connect(self._dress)
        self._dress()

    def tell_filter(self, told: str) -> None:
        """Say that claims are left out, and which; empty takes it away."""
        # “6 of 14 shown” has to do here; the tip says by what.
        self.filter.setText(told.partition(":")[0])
        self.filter.setAccessibleName(f"{told}. Show all claims")
        self.filter.setToolTip(plain_tip(f"{told}. Press to show all claims.") if told else "")
        self.filter.setVisible(bool(told))

    def _dress(self) -> None:
        side = self._appearance.icon_size(16)
        self.filter.setIcon(self._appearance.icon("close", "accent"))
        self.filter.setIconSize(QSize(side, side))
        self.report.setIcon(self._appearance.icon("export", "text"))
        self.report.setIconSize(QSize(side, side))
