"""The line above the article that asks on which day it was published.

Offers the inferred day with its reasons and never takes it by itself. Knows no store.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDateEdit,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.model.article import DateSource, Publication
from app.ui.look.appearance import Appearance
from app.ui.look.labels import ground, label
from app.ui.look.tokens import SPACE_2, SPACE_3, SPACE_4
from app.ui.open_article import OpenArticle


def told_day(day: date) -> str:
    """A day as the window writes it: “Wed 21 September 2016”."""
    locale = QLocale(QLocale.Language.English)
    return locale.toString(QDate(day.year, day.month, day.day), "ddd d MMMM yyyy")


class DateBar(QWidget):
    """Shown while the article's day is not known; `chosen` carries the day the reviewer gives.

    `released` tells that the field for a day needs the focus no longer.
    """

    chosen = Signal(object)  # datetime.date
    released = Signal()

    def __init__(
        self, article: OpenArticle, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._article = article
        self._appearance = appearance
        ground(self, "bar")
        self._question = label("body", appearance, bold=True, wrap=True)
        self._reasons = label("meta", appearance, tone="text_2", wrap=True)
        self.accept = QPushButton()
        self._why = QPushButton("Why?")
        self._other = QPushButton("Other day…")
        self._field = QDateEdit()
        self._set = QPushButton("Set")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self._follow()

    def _lay_out(self) -> None:
        space = self._appearance.space
        self._why.setCheckable(True)
        self._why.setProperty("variant", "text")
        self._field.setCalendarPopup(True)
        self._field.setDisplayFormat("d MMMM yyyy")
        self._field.setAccessibleName("Day of publication")
        self._field.setLocale(QLocale(QLocale.Language.English))
        row = self._row
        row.setSpacing(space(SPACE_2))
        for widget in (self.accept, self._other, self._field, self._set):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self._question, 1)
        head.addWidget(self._why)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(space(SPACE_4), space(SPACE_2), space(SPACE_4), space(SPACE_3))
        whole.setSpacing(space(SPACE_2))
        whole.addLayout(head)
        whole.addLayout(row)
        whole.addWidget(self._reasons)

    def _connect(self) -> None:
        self.accept.clicked.connect(self._take_inferred)
        self._other.clicked.connect(lambda: self._ask_other(True))
        self._set.clicked.connect(self._take_field)
        self._field.installEventFilter(self)
        self._why.toggled.connect(self._reasons.setVisible)
        self._appearance.changed.connect(self._turn)
        self._turn()
        self._article.opened.connect(self._follow)
        self._article.article_changed.connect(self._follow)

    def _turn(self) -> None:
        # Side by side the buttons of a large text would push the other panes aside.
        sides = QBoxLayout.Direction
        large = self._appearance.percent > 110
        self._row.setDirection(sides.TopToBottom if large else sides.LeftToRight)

    def ask(self) -> None:
        """Show the field for a day, also where one is known already."""
        if self._article.article is not None:
            self.show()
            self._ask_other(True)
            self._field.setFocus()

    def _publication(self) -> Publication:
        article = self._article.article
        return article.publication if article else Publication()

    def _follow(self) -> None:
        article = self._article.article
        publication = self._publication()
        self.setVisible(article is not None and publication.date is None)
        self._question.setText("The article does not say when it was published.")
        inferred = publication.inferred
        self.accept.setVisible(inferred is not None)
        if inferred is not None:
            self.accept.setText(f"Probably {told_day(inferred)}")
            self.accept.setToolTip("Take this day: weekdays and days without a year follow it.")
        self._reasons.setText("\n".join(f"– {reason}" for reason in publication.reasons))
        self._reasons.setVisible(self._why.isChecked())
        self._why.setVisible(bool(publication.reasons))
        day = publication.date or inferred or date.today()
        self._field.setDate(QDate(day.year, day.month, day.day))
        self._ask_other(False)

    def _ask_other(self, on: bool) -> None:
        self._field.setVisible(on)
        self._set.setVisible(on)
        self._other.setVisible(not on)

    def _take_inferred(self) -> None:
        inferred = self._publication().inferred
        if inferred is not None:
            self.chosen.emit(inferred)

    def _take_field(self) -> None:
        day = self._field.date()
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self._leave_field()

    def _leave_field(self) -> None:
        self._follow()
        self.released.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._field.interpretText()
                self._take_field()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave_field()
                return True
        return super().eventFilter(watched, event)


def told_publication(publication: Publication) -> str:
    """When an article was published and who says so, in a few words; empty when unknown."""
    if publication.date is None:
        return ""
    says = {
        DateSource.STATED: "stated by the article",
        DateSource.REVIEWER: "set by the reviewer",
    }.get(publication.source, "inferred")
    return f"{told_day(publication.date)}, {says}"
