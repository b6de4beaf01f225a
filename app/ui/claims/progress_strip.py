"""The strip in the header: how many claims are done, one silhouette a claim, and the time left."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby, pairwise
from statistics import median

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.model.review import Review
from app.ui.look.appearance import Appearance
from app.ui.look.labels import plain_tip
from app.ui.look.paint import paint_line, paint_verdict
from app.ui.look.tokens import RADIUS_CONTROL, SPACE_3, SPACE_4
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger

#: Beyond so many claims silhouettes would be too small to tell apart: plain bars stand instead.
MOST_ICONS = 28

#: The time left is told after so many verdicts, from so many of the last.
ENOUGH, LAST = 5, 10

#: Narrower bars, in pixels, run into each other.
SEPARATE = 2.0

#: Height of the bar under the words, in pixels.
BAR = 3

#: A longer pause between two verdicts was no work on a claim.
PAUSE = 600.0


class ProgressStrip(QWidget):
    """A click on a claim's mark goes there."""

    def __init__(
        self,
        article: OpenArticle,
        ledger: OpenLedger,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._article, self._ledger = article, ledger
        self._appearance = appearance
        self._looks: list[str] | None = None  # of the claims in their order
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMouseTracking(True)
        self.installEventFilter(self)
        article.opened.connect(self._follow)
        article.claims_changed.connect(lambda _: self._follow())
        article.current_changed.connect(lambda _: self.update())
        ledger.changed.connect(self._follow)
        appearance.changed.connect(self._follow)
        self._follow()

    def sizeHint(self) -> QSize:
        return QSize(420, self._appearance.icon_size(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._appearance.icon_size(30))

    def _follow(self) -> None:
        self._looks = None
        self.setAccessibleName(self.told())
        self.setAccessibleDescription(self.told_progress())
        self.updateGeometry()
        self.update()

    def told(self) -> str:
        """“7 of 14 reviewed”; empty while no article is open."""
        if self._article.article is None:
            return ""
        return f"{self._article.reviewed} of {len(self._article.claims)} reviewed"

    def told_progress(self) -> str:
        """How much of the words and of the risk has a verdict; empty while nobody counted."""
        progress = self._ledger.progress
        if progress is None or not progress.words:
            return ""
        told = f"{progress.reviewed_words:,} of the article's {progress.words:,} words"
        if progress.risk:
            told += f" and {progress.reviewed_risk / progress.risk:.0%} of the risk"
        return f"{told} have a verdict. {progress.claimed:,} words are in a claim."

    def time_left(self) -> str:
        """“about 12 min left”, or empty while too little is known or nothing is left."""
        left = len(self._article.claims) - self._article.reviewed
        pace = seconds_a_claim(self._article.reviews.values())
        if not left or pace is None:
            return ""
        minutes = max(1, round(left * pace / 60))
        return f"about {minutes} min left"

    # Places

    def _marks_left(self) -> float:
        metrics = self._appearance.metrics("body", bold=True)
        return metrics.horizontalAdvance(self.told()) + self._appearance.space(SPACE_4)

    def _pitch(self) -> float:
        count = len(self._article.claims)
        room = self.width() - self._marks_left()
        if self._as_icons():
            return min(float(self._appearance.icon_size(30)), room / max(1, count))
        return min(float(self._appearance.icon_size(9)), room / max(1, count))

    def _as_icons(self) -> bool:
        count = len(self._article.claims)
        room = self.width() - self._marks_left()
        return count <= MOST_ICONS and count * self._appearance.icon_size(20) <= room

    def _row_at(self, x: float) -> int:
        row = int((x - self._marks_left()) // self._pitch())
        return row if x >= self._marks_left() and row < len(self._article.claims) else -1

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().x())
        if row >= 0:
            self._article.choose(self._article.claims[row].id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self._row_at(event.pos().x())
            if row < 0:
                QToolTip.showText(event.globalPos(), plain_tip(self.told_progress()), self)
            else:
                claim = self._article.claims[row]
                word = self._article.verdicts.word(claim.id)
                tip = f"{claim.position}. {word}: {claim.statement}"
                QToolTip.showText(event.globalPos(), plain_tip(tip), self)
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._article.article is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        strong = self._appearance.font("body", bold=True)
        paint_line(painter, QRectF(self.rect()), self.told(), strong, theme.text)
        self._paint_bar(painter, strong)
        left, pitch = self._marks_left(), self._pitch()
        self._paint_marks(painter)
        end = left + len(self._article.claims) * pitch + self._appearance.space(SPACE_3)
        room = QRectF(end, 0, max(0.0, self.width() - end), self.height())
        # Half a sentence would say the wrong thing.
        told, plain = self.time_left(), self._appearance.font("body")
        if self._appearance.metrics("body").horizontalAdvance(told) <= room.width():
            paint_line(painter, room, told, plain, theme.text_2)

    def _paint_bar(self, painter: QPainter, font: QFont) -> None:
        """A thin bar under the words: how much of the article's words has a verdict."""
        progress, theme = self._ledger.progress, self._appearance.theme
        if progress is None or not progress.words:
            return
        wide = QFontMetricsF(font).horizontalAdvance(self.told())
        top = (self.height() + self._appearance.metrics("body", bold=True).height()) / 2 + 2
        painter.fillRect(QRectF(0, top, wide, BAR), theme.pressed)
        done = wide * min(1.0, progress.reviewed_words / progress.words)
        painter.fillRect(QRectF(0, top, done, BAR), theme.text_2)

    def _paint_marks(self, painter: QPainter) -> None:
        left, pitch, icons = self._marks_left(), self._pitch(), self._as_icons()
        current = self._article.current
        here = self._article.place(current.id) if current else -1
        for first, after, look in self._stretches():
            box = QRectF(left + first * pitch, 0, (after - first) * pitch, self.height())
            self._paint_mark(
                painter, box, look, first <= here < after and after == first + 1, icons
            )
        if here >= 0 and pitch < SEPARATE:
            box = QRectF(left + here * pitch - 4, 0, pitch + 8, self.height())
            look = self._article.verdicts.look(current.id if current else 0)
            self._paint_mark(painter, box, look, True, icons)

    def _stretches(self) -> list[tuple[int, int, str]]:
        """Rows from, rows to (exclusive) and their look: each claim alone, or, where they are too
        narrow to be told apart, neighbours that look the same together."""
        if self._looks is None:
            self._looks = [self._article.verdicts.look(claim.id) for claim in self._article.claims]
        if self._pitch() >= SEPARATE:
            return [(row, row + 1, look) for row, look in enumerate(self._looks)]
        stretches, row = [], 0
        for look, same in groupby(self._looks):
            after = row + len(list(same))
            stretches.append((row, after, look))
            row = after
        return stretches

    def _paint_mark(
        self, painter: QPainter, box: QRectF, look: str, here: bool, icons: bool
    ) -> None:
        theme = self._appearance.theme
        size = self._appearance.icon_size(14)
        centre = box.center()
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_tint)
            half = min(box.width() / 2, size)
            ground = QRectF(centre.x() - half, centre.y() - size, 2 * half, 2 * size)
            painter.drawRoundedRect(ground, RADIUS_CONTROL, RADIUS_CONTROL)
            painter.setBrush(theme.accent)
            painter.drawRect(QRectF(ground.left() + 2, ground.bottom() - 2, 2 * half - 4, 2))
        if icons:
            place = QRectF(centre - QPointF(size / 2, size / 2), QPointF(centre.x() + size / 2,
                           centre.y() + size / 2))  # fmt: skip
            paint_verdict(painter, place, look, theme)
            return
        high = size if look else size / 2
        painter.fillRect(
            QRectF(box.left() + 1, centre.y() - high / 2, max(1.0, box.width() - 2), high),
            theme.verdict(look).colour,
        )


def seconds_a_claim(reviews: Iterable[Review]) -> float | None:
    """The median time between the last verdicts, in seconds; None until enough were given."""
    times = sorted(
        datetime.fromisoformat(review.verdict.given).timestamp()
        for review in reviews
        if review.verdict
    )
    if len(times) < ENOUGH:
        return None
    steps = [later - earlier for earlier, later in pairwise(times)]
    worked = [step for step in steps if step <= PAUSE][-LAST:]
    return median(worked) if worked else None
