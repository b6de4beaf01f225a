"""The ruler at the edge of the article: where its claims lie and what was decided. Draws only."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
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
        self._places: list[tuple[int, float]] | None = None
        self._strokes: dict[int, tuple[str, bool]] | None = None
        article.opened.connect(self._forget)
        article.claims_changed.connect(lambda _: self._forget())
        view.laid_out.connect(self._forget)
        article.current_changed.connect(lambda _: self.update())
        appearance.changed.connect(self.update)
        view.verticalScrollBar().rangeChanged.connect(lambda *_: self._forget())

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def _forget(self) -> None:
        self._places = self._strokes = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    def _marks(self) -> list[tuple[int, float]]:
        """Each claim with its height on the ruler."""
        if self._places is None:
            whole = max(1.0, self._view.document().size().height())
            tops = (
                (claim.id, self._view.height_of(claim.span.start)) for claim in self._article.claims
            )
            self._places = [
                (claim_id, top / whole * self.height()) for claim_id, top in tops if top is not None
            ]
        return self._places

    def _drawn(self) -> dict[int, tuple[str, bool]]:
        """By each height in pixels the look that is drawn there, and whether it is a verdict's: of
        claims that share one, what is still to review counts."""
        if self._strokes is None:
            self._strokes = {}
            for claim_id, top in self._marks():
                look = self._article.verdicts.look(claim_id)
                judged = self._article.review(claim_id).verdict is not None
                before = self._strokes.get(round(top))
                if before is None or (before[1] and not judged):
                    self._strokes[round(top)] = look, judged
        return self._strokes

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(self.rect(), theme.surface)
        for at, (look, judged) in self._drawn().items():
            self._draw(painter, at, theme.verdict(look).colour, 10 if judged else 6)
        current = self._article.current
        top = self._view.height_of(current.span.start) if current else None
        if top is not None:
            whole = max(1.0, self._view.document().size().height())
            self._draw(painter, top / whole * self.height(), theme.accent, 10)

    def _draw(self, painter: QPainter, top: float, colour: QColor, wide: int) -> None:
        painter.fillRect(QRectF((WIDTH - wide) / 2, round(top), wide, MARK), colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        marks = self._marks()
        if marks:
            nearest = min(marks, key=lambda mark: abs(mark[1] - event.position().y()))
            self._article.choose(nearest[0])
