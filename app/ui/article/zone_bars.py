"""The lines that stand over what lies around the article: fold it, or put it into the article.

Each says what it is and how much, folded or not, so that nothing is hidden unsaid.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from app.model.article import Zone
from app.ui.article.folds import ZONE_NAMES, Folds
from app.ui.article.gutter import RIGHT
from app.ui.look.appearance import Appearance
from app.ui.look.paint import paint_focus_ring, paint_icon, paint_line
from app.ui.look.tokens import RADIUS_CONTROL, SPACE_1, SPACE_2, TARGET


class FoldButton(QAbstractButton):
    """What a zone is and how long, with a chevron in the gutter. A press folds or shows it."""

    focused = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._lead = 0  # the room before the words: the chevron's
        self._folded = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(self, zone: str, folded: bool) -> None:
        """Say what the zone is, and that a press shows or hides it."""
        self.setText(zone)
        self._folded = folded
        self.setAccessibleName(f"{self._act} {zone}")
        self.update()

    def begin_words_at(self, lead: int) -> None:
        """Keep `lead` pixels free before the words."""
        self._lead = lead
        self.update()

    @property
    def _act(self) -> str:
        return "Show" if self._folded else "Hide"

    def sizeHint(self) -> QSize:
        metrics = self._appearance.metrics("meta")
        words = metrics.horizontalAdvance(f"{self.text()}{self._act}") + 2
        wide = self._lead + words + 2 * self._appearance.space(SPACE_2)
        return QSize(round(wide), bar_height(self._appearance))

    def minimumSizeHint(self) -> QSize:
        return QSize(TARGET, bar_height(self._appearance))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme, look = self._appearance.theme, self._appearance
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.hover)
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CONTROL, RADIUS_CONTROL)
        icon, gap = look.icon_size(14), look.space(SPACE_2)
        chevron = QRectF(self._lead - gap - icon, 0, icon, self.height())
        name = "chevron_right" if self._folded else "chevron_down"
        paint_icon(painter, chevron, name, theme.text_2)
        plain, act = look.font("meta"), look.font("meta", medium=True)
        act_wide = look.metrics("meta", medium=True).horizontalAdvance(self._act)
        room = QRectF(self._lead, 0, self.width() - self._lead - act_wide - 2 * gap, self.height())
        wide = paint_line(painter, room, self.text(), plain, theme.text_2)
        rest = QRectF(room.left() + wide + gap, 0, act_wide + 2, self.height())
        paint_line(painter, rest, self._act, act, theme.accent)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), theme, RADIUS_CONTROL)


class ZoneBar(QWidget):
    """One line over one zone."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._lead = 0
        self.fold = FoldButton(appearance, self)
        self.put = QPushButton(self)
        self.put.setProperty("variant", "text")
        self.put.setProperty("size", "meta")
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def tell(self, zone: Zone, told: str, folded: bool) -> None:
        """Show this zone."""
        name = ZONE_NAMES[zone.kind].lower()
        self.fold.tell(told, folded)
        self.put.setText("Leave out" if zone.included else "Put in")
        self.put.setAccessibleName(f"{self.put.text()}: {name}")
        tip = "no longer count" if zone.included else "count"
        self.put.setToolTip(f"Its words then {tip} as the article's own.")

    def lie(self, top: int, left: int, width: int, column: int) -> None:
        """Lie at this height, from the gutter to the column's end; the words begin at `column`."""
        self._lead = column - left
        self.setGeometry(left, top, width, bar_height(self._appearance))
        put = self.put.sizeHint()
        gap = self._appearance.space(SPACE_1)
        room = max(TARGET, width - put.width() - gap)
        self.fold.begin_words_at(self._lead)
        self.fold.setGeometry(0, 0, min(room, self.fold.sizeHint().width()), self.height())
        self.put.setGeometry(self.fold.width() + gap, (self.height() - put.height()) // 2,
                             put.width(), put.height())  # fmt: skip

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        rule = QRectF(self._lead, 0, self.width() - self._lead, 1)
        painter.fillRect(rule, self._appearance.theme.hairline)


class ZoneBars(QObject):
    """The bars of one article, children of the viewport that shows it.

    `folded` tells that a zone was folded or shown; `put` carries the zone to be put in or out;
    `focused` the zone whose bar got the focus; `made` a button that is new.
    """

    folded = Signal()
    put = Signal(object)
    focused = Signal(object)
    made = Signal(object)

    def __init__(self, viewport: QWidget, folds: Folds, appearance: Appearance) -> None:
        super().__init__(viewport)
        self._viewport, self._folds, self._appearance = viewport, folds, appearance
        self._bars: list[tuple[Zone, ZoneBar]] = []

    def renew(self) -> None:
        """Other zones, or other words about them."""
        zones = self._folds.foldable()
        while len(self._bars) > len(zones):
            _, bar = self._bars.pop()
            bar.hide()
            bar.deleteLater()
        old = [bar for _, bar in self._bars]
        self._bars = [
            (zone, old[row] if row < len(old) else self._make()) for row, zone in enumerate(zones)
        ]
        for zone, bar in self._bars:
            bar.tell(zone, self._folds.told(zone), self._folds.is_folded(zone))

    def place(self, top_of: Callable[[int], QRectF | None], scrolled: int, column: int) -> None:
        """Move every bar over its zone; `top_of` answers where the line of a place stands."""
        left = 4
        for zone, bar in self._bars:
            head = top_of(zone.span.start)
            bar.setVisible(head is not None)
            if head is not None:
                top = round(head.top()) - bar_height(self._appearance) - scrolled
                bar.lie(top, left, self._viewport.width() - left - RIGHT, column)

    def zone_in_focus(self) -> Zone | None:
        """The zone whose bar has the focus; None where none has."""
        for zone, bar in self._bars:
            if bar.fold.hasFocus() or bar.put.hasFocus():
                return zone
        return None

    def bar_of(self, zone: Zone) -> ZoneBar | None:
        """The bar of this zone, None where it has none."""
        return next((bar for z, bar in self._bars if z.span.start == zone.span.start), None)

    def all(self) -> tuple[ZoneBar, ...]:
        """Every bar, from top to bottom."""
        return tuple(bar for _, bar in self._bars)

    def _make(self) -> ZoneBar:
        bar = ZoneBar(self._appearance, self._viewport)
        bar.fold.clicked.connect(lambda: self._toggle(bar))
        bar.put.clicked.connect(lambda: self.put.emit(self._zone_of(bar)))
        bar.fold.focused.connect(lambda: self.focused.emit(self._zone_of(bar)))
        self.made.emit(bar.fold)
        self.made.emit(bar.put)
        return bar

    def _zone_of(self, bar: ZoneBar) -> Zone | None:
        return next((zone for zone, other in self._bars if other is bar), None)

    def _toggle(self, bar: ZoneBar) -> None:
        zone = self._zone_of(bar)
        if zone is not None:
            self._folds.fold(zone, not self._folds.is_folded(zone))
            self.folded.emit()


def bar_height(appearance: Appearance) -> int:
    """The height of a bar, from the font's own."""
    return max(TARGET, round(appearance.metrics("meta").height()) + 10)
