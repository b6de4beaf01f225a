"""An article's verdicts on another rating scale: what each becomes is said or asked, then done.

Guesses nothing and presets nothing, not even the scale; what is done is one step, which undo takes
back.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.desk.rescaling import Becoming, Rescaled
from app.model.changes import Changes
from app.model.errors import ClaimdeskError
from app.model.rating import RatingScale
from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap
from app.ui.look.labels import ground, label
from app.ui.look.tokens import SPACE_3, SPACE_4, SPACE_5
from app.ui.open_article import OpenArticle
from app.ui.rescaling.rating_rows import ChoiceBox, RatingRows
from app.ui.session import Session

#: Widest column of the page, in pixels at a text size of 100 %.
COLUMN = 702

_NONE = (
    "No claim of this article has a verdict yet, so there is nothing to put on another scale. "
    "The scale of new verdicts is chosen in the settings."
)


class RescalePage(QWidget):
    """`left` asks for the desk again; `done` carries what was done, in one line, and the desk may
    be shown."""

    left = Signal()
    done = Signal(str)

    def __init__(self, session: Session, article: OpenArticle, appearance: Appearance) -> None:
        super().__init__()
        self._session, self._article, self._appearance = session, article, appearance
        self._question = 0  # the number of the last one asked: answers to others come too late
        ground(self, "canvas")
        self.back = QPushButton("Back")
        self.told = label("meta", appearance, tone="text_2", wrap=True)
        self.scale = ChoiceBox("Choose a scale…")
        self.rows = RatingRows(appearance)
        self.note = label("meta", appearance, tone="text_2", wrap=True)
        self.asked = label("body", appearance, wrap=True)
        self.change = QPushButton()
        self._choosing = QWidget()
        self._column, self._foot = QWidget(), QWidget()
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.scale.currentIndexChanged.connect(lambda _: self._ask())
        self.rows.answered.connect(self._tell)
        self.change.clicked.connect(self._change)
        session.changed.connect(self._follow)
        appearance.changed.connect(self._resize)
        self._resize()

    def _lay_out(self) -> None:
        space = self._appearance.space
        self.scale.setAccessibleName("New rating scale")
        self.change.setProperty("variant", "primary")
        head = QHBoxLayout()
        head.setSpacing(space(SPACE_3))
        title = "Put this article on another rating scale"
        head.addWidget(label("title", self._appearance, wrap=True, text=title), 1)
        head.addWidget(self.back)
        head.addWidget(Keycap("Esc", self._appearance))
        choosing = QHBoxLayout(self._choosing)
        choosing.setContentsMargins(0, 0, 0, 0)
        choosing.setSpacing(space(SPACE_4))
        choosing.addWidget(label("body", self._appearance, text="New scale"))
        choosing.addWidget(self.scale, 1)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(*[space(SPACE_5)] * 4)
        column.setSpacing(space(SPACE_3))
        column.addLayout(head)
        for widget in (self.told, self._choosing, self.rows, self.note):
            column.addWidget(widget)
        column.addStretch(1)
        self._lay_out_scrolled()

    def _lay_out_scrolled(self) -> None:
        space = self._appearance.space
        holder = QWidget()
        ground(holder, "canvas")
        holder.setLayout(_in_the_middle(self._column))
        scroll = QScrollArea()
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Outside of what is scrolled: what is still open and the way to be done are always seen.
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(*(space(one) for one in (SPACE_5, SPACE_3) * 2))
        foot.setSpacing(space(SPACE_4))
        foot.addWidget(self.asked, 1)
        foot.addWidget(self.change)
        foot_row = _in_the_middle(self._foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot_row)
        bar = scroll.verticalScrollBar()

        def follow_column(_: int, most: int) -> None:
            # A scroll bar pushes the column aside.
            foot_row.setContentsMargins(0, 0, bar.sizeHint().width() if most else 0, 0)

        bar.rangeChanged.connect(follow_column)

    def _resize(self) -> None:
        for part in (self._column, self._foot):
            part.setMaximumWidth(round(COLUMN * self._appearance.percent / 100))

    def open(self) -> None:
        """Begin anew, with nothing chosen."""
        self._fill("")
        self._go_to_first()

    def _go_to_first(self) -> None:
        (self.back if self._choosing.isHidden() else self.scale).setFocus()

    def _fill(self, kept: str) -> None:
        """Offer the scales that would change something, `kept` chosen where it still is one."""
        given = self._given()
        self._show_rows((), {})
        self.scale.blockSignals(True)
        self.scale.clear()
        for scale in self._session.read.scales.all:
            if given.keys() - {scale.key}:
                self.scale.addItem(scale.name, scale.key)
        self.scale.setCurrentIndex(self.scale.findData(kept) if kept else -1)
        self.scale.blockSignals(False)
        self._choosing.setVisible(bool(given))
        self.told.setText(self._tell_given(given) if given else _NONE)

    def _given(self) -> Counter[str]:
        """How many verdicts are in force on each scale, by its key."""
        reviews = (self._article.review(claim.id) for claim in self._article.claims)
        return Counter(one.verdict.scale for one in reviews if one.verdict)

    def _tell_given(self, given: Counter[str]) -> str:
        find = self._session.read.scales.find
        scales = [
            f"{_verdicts(count)} on the {found.name if (found := find(key)) else key}"
            for key, count in given.items()
        ]
        return (
            f"This article has {' and '.join(scales)}. They are given anew with their reasons and "
            "sources; what was given before stays in the history of each claim."
        )

    @property
    def wanted(self) -> RatingScale | None:
        """The scale that was chosen, None before that."""
        key = self.scale.currentData()
        return self._session.read.scales.find(key) if key else None

    def _ask(self, answers: dict[str, str] | None = None) -> None:
        """Ask what the ratings in force become on the scale chosen."""
        article, wanted = self._article.article, self.wanted
        self._show_rows((), {})
        if article is None or wanted is None:
            return
        article_id, key, number = article.id, wanted.key, self._question

        def show(told: tuple[Becoming, ...]) -> None:
            if number == self._question:
                self._show_rows(told, answers or {})

        self._session.count(lambda desk: desk.rescaling.outlook(article_id, key), show, self._fail)

    def _show_rows(self, told: tuple[Becoming, ...], answers: dict[str, str]) -> None:
        self._question += 1
        self.rows.show_rows(told, answers)
        stops = [self.scale, *self.rows.choices(), self.change, self.back]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
        for widget in (self.rows, self.change, self.asked):
            widget.setVisible(bool(told))
        self.note.setText(self._tell_own())
        self.note.setVisible(bool(told) and bool(self.note.text()))
        self._tell()

    def _tell_own(self) -> str:
        own, wanted = self._session.read.scale, self.wanted
        if wanted is None or wanted.key == own.key:
            return ""
        return (
            f"New verdicts are still given on the {own.name}. To decide on the {wanted.name} from "
            "now on, choose it in the settings too."
        )

    def _tell(self) -> None:
        left = self.rows.left_open
        self.change.setText(f"Change {_verdicts(self.rows.claims)}")
        self.change.setEnabled(bool(self.rows.rows) and not left)
        self.asked.set_tone("text")
        ratings = "1 rating is" if left == 1 else f"{left} ratings are"
        self.asked.setText(
            f"{ratings} still yours to choose." if left else "All is said. Undo takes it back."
        )
        self.change.setAccessibleDescription(self.asked.text())

    def _change(self) -> None:
        article, wanted = self._article.article, self.wanted
        if article is None or wanted is None:
            return
        article_id, key, answers = article.id, wanted.key, self.rows.answers()
        self.change.setEnabled(False)
        self._question += 1  # what follows from it is not asked about any more

        def changed(given: tuple[Rescaled, ...]) -> None:
            self.done.emit(f"{_verdicts(len(given))} given anew on the {wanted.name}.")

        self._session.do(
            lambda desk: desk.rescaling.change(article_id, key, answers), changed, self._fail
        )

    def _fail(self, error: ClaimdeskError) -> None:
        self.asked.set_tone("danger")
        self.asked.setText(error.advice)
        self.asked.show()
        self.change.setEnabled(bool(self.rows.rows) and not self.rows.left_open)

    def _follow(self, changes: Changes) -> None:
        """A step on claims was done or taken back: what is shown is asked again, the answers
        stay. An import beside it touches none."""
        if self.isVisible() and changes.ids("claim"):
            focus = QApplication.focusWidget()
            key, answers = self.scale.currentData() or "", self.rows.answers()
            self._fill(key)
            self._ask(answers)
            if focus is None or not focus.isVisible():
                self._go_to_first()


def _verdicts(count: int) -> str:
    return f"{count:,} verdict{'' if count == 1 else 's'}"


def _in_the_middle(column: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(column, 100)
    row.addStretch(1)
    return row
