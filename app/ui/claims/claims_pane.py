"""The list of claims: one row a claim, the current one in the middle of the pane."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.model.article import CLAIMS_TO_COME
from app.ui.claims.arrangement import Arrangement
from app.ui.claims.claim_delegate import ClaimDelegate
from app.ui.claims.claims_model import ClaimsModel
from app.ui.look.appearance import Appearance
from app.ui.look.labels import ground, label, plain_tip
from app.ui.look.tokens import SPACE_2, SPACE_3, SPACE_4
from app.ui.look.tool_button import Tool, ToolButton
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger

#: In a longer list all rows are equally high: Qt asks the height of each one whenever one changes.
MOST_UNEVEN = 400

NO_CLAIMS = (
    "No sentence of this article states something to check. "
    "Only its own running text is read for claims, not its menus or comments."
)


class ClaimsPane(QWidget):
    """The claims of the open article; choosing a row makes its claim current."""

    def __init__(
        self,
        article: OpenArticle,
        ledger: OpenLedger,
        arrangement: Arrangement,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._article, self._arrangement = article, arrangement
        self._appearance = appearance
        ground(self, "sunken")
        self._told = ""
        self.model = ClaimsModel(article, ledger)
        self._delegate = ClaimDelegate(appearance)
        self._count = label("meta", appearance, tone="text_3")
        self.list = QListView()
        self.list.setProperty("surface", "sunken")
        self._empty = label("body", appearance, tone="text_2", wrap=True)
        self.chip = QPushButton()
        self.words = QLineEdit()
        self._tools = QHBoxLayout()
        self._buttons: list[ToolButton] = []
        self._lay_out()
        self.chip.clicked.connect(self._show_all)
        self.words.textChanged.connect(arrangement.show_with)
        arrangement.changed.connect(self._show_arrangement)
        article.current_changed.connect(lambda _: self._show_current())
        article.opened.connect(self._count_claims)
        article.article_changed.connect(self._count_claims)
        article.article_changed.connect(self._show_current)
        article.shown_changed.connect(self._show_shown)
        article.opened.connect(self._show_shown)
        appearance.changed.connect(self._dress)
        appearance.changed.connect(self.list.doItemsLayout)
        self.list.selectionModel().currentChanged.connect(self._choose)

    def _lay_out(self) -> None:
        space = self._appearance.space
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName("Claims")
        head = QHBoxLayout()
        head.setContentsMargins(space(SPACE_4), space(SPACE_3), space(SPACE_3), space(SPACE_2))
        head.setSpacing(space(SPACE_2))
        head.addWidget(label("body", self._appearance, bold=True, text="Claims"))
        head.addWidget(self._count)
        head.addStretch(1)
        self._tools.setSpacing(0)
        head.addLayout(self._tools)
        self.chip.setProperty("variant", "link")
        self.chip.setProperty("size", "meta")
        self.words.setPlaceholderText("Words in the claim")
        self.words.setAccessibleName("Show only claims that contain")
        self.words.setMaxLength(200)
        self.words.setClearButtonEnabled(True)
        rest = QVBoxLayout()
        rest.setContentsMargins(space(SPACE_3), 0, space(SPACE_3), 0)
        rest.setSpacing(space(SPACE_2))
        rest.addWidget(self.words)
        rest.addWidget(self.chip)
        self.words.hide()
        self.chip.hide()
        self._empty.setContentsMargins(space(SPACE_4), space(SPACE_2), space(SPACE_4), 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(rest)
        whole.addWidget(self._empty)
        whole.addWidget(self.list, 1)
        self._count_claims()

    # Which are shown

    def take_tools(self, tools: Iterable[Tool]) -> None:
        """Put these acts into the head."""
        for tool in tools:
            button = ToolButton(tool, self._appearance)
            self._tools.addWidget(button)
            self._buttons.append(button)

    def ask_words(self) -> None:
        """Let the reviewer type what the claims shown must contain."""
        self.words.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def place_below(self, number: int) -> QPoint:
        """The screen's place below a button of the head, for its menu."""
        button = self._buttons[number]
        if not button.isVisible():  # the list is folded away
            window = self.window()
            return window.mapToGlobal(QPoint(window.width() // 3, 3 * button.height()))
        return button.mapToGlobal(button.rect().bottomLeft())

    def _show_all(self) -> None:
        self._arrangement.show_all()
        self.list.setFocus()

    def _show_arrangement(self) -> None:
        told = self._arrangement.told()
        self._told = told
        self.chip.setVisible(bool(told))
        self.chip.setAccessibleName(f"{told}. Show all claims")
        self.chip.setToolTip(plain_tip(f"{told}. Press to show all claims."))
        self._fit_chip()
        if not self._arrangement.text and not self.words.hasFocus():
            self.words.blockSignals(True)
            self.words.clear()
            self.words.blockSignals(False)
            self.words.hide()

    def _fit_chip(self) -> None:
        metrics = self.chip.fontMetrics()
        room = max(60, self.width() - 2 * self._appearance.space(SPACE_3) - 60)
        told = metrics.elidedText(self._told, Qt.TextElideMode.ElideRight, room)
        self.chip.setText(told.replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_chip()

    def _dress(self) -> None:
        side = self._appearance.icon_size(16)
        self.chip.setIcon(self._appearance.icon("close", "accent"))
        self.chip.setIconSize(QSize(side, side))

    def _count_claims(self) -> None:
        article, count = self._article.article, len(self._article.claims)
        to_come = article is not None and (article.claims_to_come or self._article.loading)
        self._count.setText(str(count) if article and not to_come else "")
        self._empty.setText(CLAIMS_TO_COME if to_come else NO_CLAIMS)
        self._empty.setVisible(article is not None and not count)

    def _show_shown(self) -> None:
        even = len(self._article.shown) > MOST_UNEVEN
        if even != self.list.uniformItemSizes():
            self._delegate.even = even
            self.list.setUniformItemSizes(even)
            self.list.doItemsLayout()
        self._show_current()

    def _show_current(self) -> None:
        claim = self._article.current
        row = self._article.row(claim.id) if claim else -1
        if not self.list.uniformItemSizes():
            # The current row takes more lines, and the one left takes fewer.
            self.list.doItemsLayout()
        if row < 0:
            return
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._article.choose(self.model.claim_id(current.row()))
