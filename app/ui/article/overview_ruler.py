"""The ruler at the edge of the article: where its claims lie and what was decided. Draws only."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.article.article_view import ArticleView
from app.ui.look.appearance import Appearance
from app.ui.open_article import OpenArticle

#: Width of the ruler and height of a mark, in pixels.
WIDTH, MARK = 14, 3


class OverviewRuler(QWidget):
    """A mark a claim, at its height in the whole article; a click goes to the nearest."""

    def __init__(self, view: ArticleView, article: OpenArticle, appearance: Appearance) -> None:
        super().__init__(view)
        self._view, self._article, self._appearance = view, article, appearance
        self.setFixedWidth(WIDTH)
        view.keep_right(self, WIDTH)
        self.setAccessibleName("Overview of the article's claims")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        article.opened.connect(self.update)
        article.claims_changed.connect(lambda _: self.update())
        article.current_changed.connect(lambda _: self.update())
        appearance.changed.connect(self.update)
        view.verticalScrollBar().rangeChanged.connect(lambda *_: self.update())

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def _marks(self) -> list[tuple[int, float]]:
        whole = max(1.0, self._view.document().size().height())
        marks = []
        for claim in self._article.claims:
            head = self._view.head(claim.span.start)
            if head is not None:
                marks.append((claim.id, head.top() / whole * self.height()))
        return marks

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(self.rect(), theme.surface)
        current = self._article.current
        for claim_id, top in self._marks():
            verdict = self._article.review(claim_id).verdict
            here = current is not None and current.id == claim_id
            look = theme.verdict(self._article.look(claim_id))
            colour = theme.accent if here else look.colour
            wide = 10 if here or verdict else 6
            painter.fillRect(QRectF((WIDTH - wide) / 2, top, wide, MARK), colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        marks = self._marks()
        if marks:
            nearest = min(marks, key=lambda mark: abs(mark[1] - event.position().y()))
            self._article.choose(nearest[0])
