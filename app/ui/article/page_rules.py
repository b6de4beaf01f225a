"""Where the pages of a paged file begin in the article: a quiet rule with the page's number.

Knows the open article and where its lines stand; changes nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.model.span import Span
from app.ui.look.appearance import Appearance
from app.ui.look.paint import paint_line
from app.ui.look.tokens import SPACE_2
from app.ui.open_article import OpenArticle


class PageRules:
    """Page 1 has no rule: the article begins with it."""

    def __init__(self, article: OpenArticle, appearance: Appearance) -> None:
        self._article, self._appearance = article, appearance

    def room(self) -> int:
        """The room that a rule takes over the first line of its page, in pixels."""
        return round(self._appearance.metrics("caption").height()) + 4

    def begins(self, paragraph: Span) -> int:
        """The number of the page that begins with this paragraph or within it; 0 for none."""
        article = self._article.article
        pages = article.pages[1:] if article else ()
        row = bisect_right(pages, paragraph.end, key=lambda page: page.start) - 1
        return row + 2 if row >= 0 and pages[row].start >= paragraph.start else 0

    def paint(
        self,
        painter: QPainter,
        visible: QRectF,
        top_of: Callable[[int], float | None],
        left: float,
        right: float,
    ) -> None:
        """Draw the rules in sight; `top_of` answers where the page that begins at a place has
        its rule, `left` and `right` are the edges of the column, all in document coordinates."""
        article = self._article.article
        theme, font = self._appearance.theme, self._appearance.font("caption")
        for number, page in enumerate(article.pages if article else (), 1):
            top = top_of(page.start) if number > 1 else None
            if top is None or not visible.top() - 40 < top < visible.bottom():
                continue
            room = QRectF(left, top, right - left, self.room() - 4)
            wide = paint_line(painter, room, f"p. {number}", font, theme.text_3)
            start = left + wide + self._appearance.space(SPACE_2)
            rule = QRectF(start, round(room.center().y()), right - start, 1)
            painter.fillRect(rule, theme.hairline)
