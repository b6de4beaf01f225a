"""What each rating in force becomes on another scale, a row each: said, or left to be chosen.

Presets nothing and knows no library: it is given the rows and tells what was answered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.desk.rescaling import Becoming
from app.model.rating import Rating
from app.ui.look.appearance import Appearance
from app.ui.look.labels import ground, label, plain_tip
from app.ui.look.paint import paint_verdict, verdict_icon
from app.ui.look.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4


class VerdictMark(QWidget):
    """The silhouette of a rating. Decoration for the eye: its name stands beside it."""

    def __init__(self, look: str, appearance: Appearance) -> None:
        super().__init__()
        self._look, self._appearance = look, appearance
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = self._appearance.icon_size(18)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_verdict(painter, QRectF(self.rect()), self._look, self._appearance.theme)


class ChoiceBox(QComboBox):
    """A list of which nothing is chosen until the reviewer does, and never by rolling over it."""

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it scrolls the page


class RatingChoice(ChoiceBox):
    """The ratings that one may become."""

    def __init__(self, ratings: Sequence[Rating], appearance: Appearance) -> None:
        super().__init__("Choose…")
        self._ratings, self._appearance = ratings, appearance
        for rating in ratings:
            self.addItem(rating.name, rating.key)
            tip = plain_tip(rating.definition)
            self.setItemData(self.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(-1)
        self._draw()
        appearance.changed.connect(self._draw)

    @property
    def chosen(self) -> Rating | None:
        """The rating that was chosen, None before that."""
        row = self.currentIndex()
        return self._ratings[row] if row >= 0 else None

    def _draw(self) -> None:
        size = self._appearance.icon_size(16)
        self.setIconSize(QSize(size, size))
        for row, rating in enumerate(self._ratings):
            self.setItemIcon(row, verdict_icon(rating.look, self._appearance.theme, size))


class RatingRow(QFrame):
    """One rating in force at the left, what it becomes at the right."""

    answered = Signal()

    def __init__(self, told: Becoming, appearance: Appearance, *, tells_scale: bool) -> None:
        super().__init__()
        self.told, self._appearance = told, appearance
        self.choice: RatingChoice | None = None
        self.meaning = label("meta", appearance, tone="text_2", wrap=True)
        ground(self, "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(*[appearance.space(SPACE_3)] * 4)
        row.setSpacing(appearance.space(SPACE_4))
        claims = f"{told.claims:,} claim{'' if told.claims == 1 else 's'}"
        becomes = f"becomes “{told.becomes.name}”" if told.becomes else "is yours to choose"
        self.setAccessibleName(f"“{told.rating.name}” on {claims} {becomes}")
        scale = f" · {told.scale.name}" if tells_scale else ""
        row.addWidget(self._side(told.rating, f"{claims}{scale}"), 2)
        row.addWidget(label("meta", appearance, tone="text_2", text="becomes"))
        if told.becomes is not None:
            row.addWidget(self._side(told.becomes, "Means exactly the same."), 3)
        else:
            row.addWidget(self._asking(claims), 3)

    def _side(self, rating: Rating, beneath: str) -> QWidget:
        side = QWidget()
        across = QHBoxLayout(side)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(self._appearance.space(SPACE_2))
        across.addWidget(VerdictMark(rating.look, self._appearance))
        words = QVBoxLayout()
        words.setSpacing(self._appearance.space(SPACE_1))
        name = label("body", self._appearance, bold=True, wrap=True, text=rating.name)
        words.addStretch(1)
        words.addWidget(name)
        words.addWidget(label("meta", self._appearance, tone="text_2", wrap=True, text=beneath))
        words.addStretch(1)
        across.addLayout(words, 1)
        return side

    def _asking(self, claims: str) -> QWidget:
        side = QWidget()
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self._appearance.space(SPACE_1))
        choice = self.choice = RatingChoice(self.told.choices, self._appearance)
        choice.setAccessibleName(f"What “{self.told.rating.name}” on {claims} becomes")
        rows.addWidget(choice)
        rows.addWidget(self.meaning)
        choice.currentIndexChanged.connect(self._tell)
        self._tell()
        return side

    def _tell(self) -> None:
        chosen = self.choice.chosen if self.choice else None
        self.meaning.setText(chosen.definition if chosen else self._why_asked())
        self.answered.emit()

    def _why_asked(self) -> str:
        sense = self.told.rating.sense
        if sense and all(one.sense == sense for one in self.told.choices):
            return "More than one rating there means this: yours to choose."
        return "No rating there means exactly this: yours to choose."


class RatingRows(QWidget):
    """All of them; `answered` tells that something was chosen."""

    answered = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.rows: list[RatingRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(appearance.space(SPACE_2))

    def show_rows(self, told: Sequence[Becoming], answers: Mapping[str, str]) -> None:
        """Show these ratings, those that were answered already with their answer."""
        for row in self.rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        tells_scale = len({one.scale.key for one in told}) > 1
        self.rows = [RatingRow(one, self._appearance, tells_scale=tells_scale) for one in told]
        for row in self.rows:
            if row.choice is not None and row.told.key in answers:
                row.choice.setCurrentIndex(row.choice.findData(answers[row.told.key]))
            row.answered.connect(self.answered)
            self._layout.addWidget(row)

    def choices(self) -> list[RatingChoice]:
        """Where the reviewer is asked, from the top."""
        return [row.choice for row in self.rows if row.choice is not None]

    def answers(self) -> dict[str, str]:
        """For the key of each rating that was answered the key of what it becomes."""
        return {
            row.told.key: row.choice.chosen.key
            for row in self.rows
            if row.choice is not None and row.choice.chosen is not None
        }

    @property
    def left_open(self) -> int:
        """How many are still to be chosen."""
        return sum(choice.chosen is None for choice in self.choices())

    @property
    def claims(self) -> int:
        """On how many claims something changes."""
        return sum(row.told.claims for row in self.rows)
