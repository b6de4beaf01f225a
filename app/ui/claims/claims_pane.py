"""The list of claims: one row a claim, the current one in the middle of the pane."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from app.ui.claims.claim_delegate import ClaimDelegate
from app.ui.claims.claims_model import ClaimsModel
from app.ui.look.appearance import Appearance
from app.ui.look.labels import ground, label
from app.ui.look.tokens import SPACE_2, SPACE_3, SPACE_4
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger


class ClaimsPane(QWidget):
    """The claims of the open article; choosing a row makes its claim current."""

    def __init__(
        self,
        article: OpenArticle,
        ledger: OpenLedger,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._article, self._appearance = article, appearance
        ground(self, "sunken")
        self.model = ClaimsModel(article, ledger)
        self._delegate = ClaimDelegate(appearance)
        self.list = QListView()
        self.list.setProperty("surface", "sunken")
        self._count = label("meta", appearance, tone="text_3")
        self._empty = label("body", appearance, tone="text_2", wrap=True)
        self._lay_out()
        article.current_changed.connect(lambda _: self._show_current())
        article.opened.connect(self._count_claims)
        article.article_changed.connect(self._count_claims)
        article.article_changed.connect(self._show_current)
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
        self._empty.setContentsMargins(space(SPACE_4), space(SPACE_2), space(SPACE_4), 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._empty)
        whole.addWidget(self.list, 1)
        self._count_claims()

    def _count_claims(self) -> None:
        count = len(self._article.claims)
        self._count.setText(str(count) if self._article.article else "")
        self._empty.setText(
            "No sentence of this article states something to check. "
            "Only its own running text is read for claims, not its menus or comments."
        )
        self._empty.setVisible(self._article.article is not None and not count)

    def _show_current(self) -> None:
        claim = self._article.current
        row = self._article.place(claim.id) if claim else -1
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
