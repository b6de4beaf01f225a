"""The line above the article that accounts for its words while the ledger is shown.

Says what each ground in the text means and how many words it has. Knows no store.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.model.ledger import Ledger
from app.ui.article.ledger_marks import paint_excused, paint_open
from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap
from app.ui.look.labels import ground, label
from app.ui.look.paint import line_scale, paint_line, paint_underline
from app.ui.look.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4
from app.ui.open_ledger import OpenLedger


@dataclass(frozen=True)
class Entry:
    """One account: its name ("claimed") and how many words it has."""

    name: str
    words: int


def entries_of(ledger: Ledger) -> tuple[Entry, ...]:
    """The four accounts of a ledger, whose sum is all words."""
    return (
        Entry("claimed", ledger.claimed),
        Entry("excused", ledger.excused),
        Entry("outside", ledger.furniture),
        Entry("open", ledger.open),
    )


def told_ledger(ledger: Ledger) -> str:
    """“224 words claimed · 3 excused · 281 outside · 0 open”."""
    first, *rest = entries_of(ledger)
    told = [f"{first.words:,} word{'' if first.words == 1 else 's'} {first.name}"]
    return " · ".join((*told, *(f"{entry.words:,} {entry.name}" for entry in rest)))


class Legend(QWidget):
    """The accounts with their grounds, in as many lines as the width asks for."""

    def __init__(self, ledger: OpenLedger, appearance: Appearance) -> None:
        super().__init__()
        self._ledger, self._appearance = ledger, appearance
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def follow(self) -> None:
        """Other words are accounted for, or in another size."""
        ledger = self._ledger.ledger
        self.setAccessibleName(told_ledger(ledger) if ledger else "Counting the words")
        self._claim_room()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1][0].bottom()) if places else self._line()

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(240, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._line())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._claim_room()

    def _claim_room(self) -> None:
        self.setMinimumHeight(self.heightForWidth(max(120, self.width())))

    def _line(self) -> int:
        return round(self._appearance.metrics("meta").height()) + 8

    def _swatch(self) -> int:
        return self._appearance.icon_size(18)

    def _places(self, width: int) -> list[tuple[QRectF, Entry]]:
        ledger = self._ledger.ledger
        if ledger is None:
            return []
        strong = self._appearance.metrics("meta", bold=True)
        plain, space = self._appearance.metrics("meta"), self._appearance.space
        x, y, places = 0.0, 0.0, []
        for entry in entries_of(ledger):
            words = strong.horizontalAdvance(f"{entry.words:,} ")
            wide = (
                self._swatch()
                + space(SPACE_1)
                + 2
                + words
                + plain.horizontalAdvance(entry.name)
                + 4
            )
            if x and x + wide > width:
                x, y = 0.0, y + self._line()
            places.append((QRectF(x, y, wide, self._line()), entry))
            x += wide + space(SPACE_3)
        return places

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, theme = QPainter(self), self._appearance.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong, plain = self._appearance.font("meta", bold=True), self._appearance.font("meta")
        for box, entry in self._places(self.width()):
            high = self._appearance.icon_size(15)
            swatch = QRectF(box.left() + 1, box.center().y() - high / 2 - 1, self._swatch(), high)
            self._paint_swatch(painter, swatch, entry.name)
            x = box.left() + self._swatch() + self._appearance.space(SPACE_1) + 2
            room = QRectF(x, box.top(), box.right() - x, box.height())
            x += paint_line(painter, room, f"{entry.words:,}", strong, theme.text)
            x += self._appearance.metrics("meta").horizontalAdvance(" ")
            room = QRectF(x, box.top(), box.right() - x + 2, box.height())
            paint_line(painter, room, entry.name, plain, theme.text_2)

    def _paint_swatch(self, painter: QPainter, swatch: QRectF, name: str) -> None:
        """Letters that look as the words of this account do in the text."""
        theme, ink = self._appearance.theme, self._appearance.theme.text
        if name == "open":
            paint_open(painter, swatch, theme)
        elif name == "excused":
            paint_excused(painter, swatch, theme)
        elif name == "claimed":
            scale = line_scale(self._appearance.font("meta"))
            paint_underline(painter, swatch, "sparse_dots", theme.text_3, scale)
        else:
            ink = theme.text_3
        small = self._appearance.font("caption")
        paint_line(painter, swatch, "ab", small, ink, align=Qt.AlignmentFlag.AlignHCenter)


class LedgerLine(QWidget):
    """Shown with the ledger. `next_wanted` asks for the next open words, `closed` for the claims
    alone again."""

    next_wanted = Signal()
    closed = Signal()

    def __init__(self, ledger: OpenLedger, appearance: Appearance) -> None:
        super().__init__()
        self._ledger, self._appearance = ledger, appearance
        ground(self, "ledger")
        self.legend = Legend(ledger, appearance)
        self.told = label("meta", appearance, tone="text_2", wrap=True)
        self.next = QPushButton("Next open words")
        self.close_button = QPushButton("Hide")
        self._next_key = Keycap("O", appearance, command="next-open")
        self._lay_out()
        self.next.clicked.connect(self.next_wanted)
        self.close_button.clicked.connect(self.closed)
        ledger.changed.connect(self._follow)
        ledger.toggled.connect(lambda _: self._follow())
        appearance.changed.connect(self._follow)
        self._follow()

    def _lay_out(self) -> None:
        space = self._appearance.space
        for button in (self.next, self.close_button):
            button.setProperty("variant", "text")
            button.setProperty("size", "meta")
        self.close_button.setAccessibleName("Hide the ledger")
        row = QHBoxLayout()
        row.setSpacing(space(SPACE_1))
        row.addWidget(self.told, 1)
        row.addWidget(self.next)
        row.addWidget(self._next_key)
        row.addStretch()
        row.addWidget(self.close_button)
        row.addWidget(Keycap("L", self._appearance, command="ledger"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(space(SPACE_4), space(SPACE_2), space(SPACE_4), space(SPACE_2))
        whole.setSpacing(space(SPACE_1))
        whole.addWidget(self.legend)
        whole.addLayout(row)

    def _follow(self) -> None:
        ledger = self._ledger.ledger
        self.setVisible(self._ledger.shown)
        left = bool(ledger and ledger.open)
        self.told.setText("" if left or ledger is None else "Every word is accounted for.")
        self.told.setVisible(not left)
        self.next.setVisible(left)
        self._next_key.setVisible(left)
        self.legend.follow()
