"""The candidates as a list by model and delegate: rebuilt widgets would cost ten times as much."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.model.match import Match, Relation
from app.model.review import Evidence
from app.ui.evidence.candidate_card import CandidateCard, CardState, told_source
from app.ui.evidence.candidates import LETTERS, Candidates
from app.ui.look.appearance import Appearance
from app.ui.look.labels import plain_tip
from app.ui.look.tokens import SPACE_2
from app.ui.open_article import OpenArticle

MatchRole = Qt.ItemDataRole.UserRole + 1
StateRole = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class CandidatesModel(QAbstractListModel):
    """The candidates of the current claim, one a row, with what is linked of them."""

    def __init__(self, candidates: Candidates, article: OpenArticle) -> None:
        super().__init__()
        self._candidates, self._article = candidates, article
        self._rows: tuple[Match, ...] = ()
        candidates.changed.connect(self._reset)
        candidates.highlighted_changed.connect(lambda _: self._touch_all())
        candidates.origins.changed.connect(self._touch_all)
        article.claims_changed.connect(lambda _: self._touch_all())

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        match = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return match.source.title
        if role == MatchRole:
            return match
        if role == StateRole:
            return self._state(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._tell(index.row())
        return None

    def _evidence(self, match: Match) -> Evidence | None:
        current = self._article.current
        evidence = self._article.review(current.id).evidence if current else ()
        return next((e for e in evidence if e.passage_id == match.passage.id), None)

    def _state(self, row: int) -> CardState:
        evidence = self._evidence(self._rows[row])
        return CardState(
            LETTERS[row : row + 1],
            row == self._candidates.highlighted,
            evidence is not None,
            evidence.stance if evidence else None,
            0 if self._candidates.elsewhere else len(self._rows[row].more),
            self._candidates.origins.told(self._rows[row].passage.id),
            self._rows[row].source.confidential or bool(evidence and evidence.confidential),
        )

    def _tell(self, row: int) -> str:
        match = self._rows[row]
        differs = [
            f"{d.passage.text} against {d.claim.text}"
            for d in match.differences
            if d.relation is Relation.DIFFERENT and d.claim and d.passage
        ]
        told = [
            f"Candidate {LETTERS[row : row + 1] or row + 1}",
            match.source.title,
            told_source(match),
        ]
        if self._state(row).confidential:
            told.append("confidential")
        told.append("linked" if self._evidence(match) else "not linked")
        origin = self._candidates.origins.told(match.passage.id)
        if origin:
            told.append(origin)
        if differs:
            told.append(f"differs: {'; '.join(differs)}")
        return f"{', '.join(told)}. {match.passage.text}"

    def _reset(self) -> None:
        self.beginResetModel()
        self._rows = self._candidates.rows()
        self.endResetModel()

    def _touch_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


class CandidateDelegate(QStyledItemDelegate):
    """Paints cards and keeps those that are laid out."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._cards: dict[tuple[int, CardState, int], CandidateCard] = {}
        appearance.changed.connect(self.forget)

    def forget(self) -> None:
        """Drop what was laid out."""
        self._cards.clear()

    def card(self, index: Index, width: int) -> CandidateCard:
        """The card of this row for a list of this width, in pixels."""
        match: Match = index.data(MatchRole)
        state: CardState = index.data(StateRole)
        key = (id(match), state, width)
        found = self._cards.get(key)
        if found is None or found.match is not match:
            if len(self._cards) > 100:
                self._cards.clear()
            found = self._cards[key] = CandidateCard(match, state, width - 2, self._appearance)
        return found

    def _gap(self) -> int:
        return self._appearance.space(SPACE_2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.rect.width()
        return QSize(width, round(self.card(index, width).height) + self._gap())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = self.card(index, option.rect.width())
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        card.paint(painter, QPointF(option.rect.topLeft()), focus=focus, hover=hover)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        at = QPointF(event.pos() - option.rect.topLeft())
        tip = self.card(index, option.rect.width()).tip_at(at)
        QToolTip.showText(event.globalPos(), plain_tip(tip), view)
        return True


class CandidatesList(QListView):
    """The list; the open row is the highlighted candidate.

    `link_pressed`, `stance_pressed` and `more_pressed` carry the row whose button was pressed.
    """

    link_pressed = Signal(int)
    stance_pressed = Signal(int)
    more_pressed = Signal(int)

    def __init__(
        self,
        candidates: Candidates,
        article: OpenArticle,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._candidates = candidates
        self._pressed: tuple[int, str] = (-1, "")  # row and name of the button that is held down
        self._model = CandidatesModel(candidates, article)
        self.delegate = CandidateDelegate(appearance)
        self.setModel(self._model)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setAccessibleName("Candidates")
        self.selectionModel().currentChanged.connect(self._open)
        candidates.changed.connect(self._follow)
        candidates.highlighted_changed.connect(lambda _: self._follow())
        article.claims_changed.connect(lambda _: self.viewport().update())
        appearance.changed.connect(self.doItemsLayout)

    def _open(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._candidates.highlight(current.row())

    def _follow(self) -> None:
        row = self._candidates.highlighted
        self.doItemsLayout()
        if row >= 0:
            index = self._model.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._button_at(event)
        # A press on the button opens no row: what opens would slide the button away.
        if self._pressed[0] < 0:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, (-1, "")
        row, name = pressed
        if row < 0:
            super().mouseReleaseEvent(event)
        elif pressed == self._button_at(event):
            signals = {"stance": self.stance_pressed, "more": self.more_pressed}
            signals.get(name, self.link_pressed).emit(row)

    def _button_at(self, event: QMouseEvent) -> tuple[int, str]:
        """The row and name of the button under the mouse, -1 where there is none."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return -1, ""
        box = self.visualRect(index)
        at = event.position() - QPointF(box.topLeft())
        card = self.delegate.card(index, box.width())
        for name, place in (
            ("stance", card.stance_button()), ("link", card.button()), ("more", card.more_button())
        ):  # fmt: skip
            if place.contains(at):
                return index.row(), name
        return -1, ""

    def stance_place(self, row: int) -> QPoint:
        """Where the stances of this row open, on the screen."""
        box = self.visualRect(self._model.index(row))
        place = self.delegate.card(self._model.index(row), box.width()).stance_button()
        return self.viewport().mapToGlobal(box.topLeft() + place.bottomLeft().toPoint())
