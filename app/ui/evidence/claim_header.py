"""The current claim in full, its checkable parts marked: covered by a linked source, or not yet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.statement import Places
from app.ui.evidence.candidates import Candidates
from app.ui.evidence.coverage import checkable_parts, covered_parts
from app.ui.look.appearance import Appearance
from app.ui.look.labels import plain_tip
from app.ui.look.paint import TextSpan, WrappedText
from app.ui.open_article import OpenArticle

#: Lines shown of a very long sentence; the article beside it holds the rest.
MOST_LINES, FEWEST_LINES = 6, 2


class ClaimHeader(QWidget):
    """The claim's sentence. Grows with it."""

    def __init__(
        self,
        article: OpenArticle,
        candidates: Candidates,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._article, self._candidates, self._appearance = article, candidates, appearance
        self._laid_out: tuple[int, WrappedText] | None = None
        self._lines = MOST_LINES
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        article.current_changed.connect(lambda _: self._follow())
        article.claims_changed.connect(lambda _: self._follow())
        article.opened.connect(self._follow)
        candidates.changed.connect(self._follow)
        candidates.linked_changed.connect(self._follow)
        appearance.changed.connect(self._follow)

    def _follow(self) -> None:
        self._laid_out = None
        claim = self._article.current
        self.setAccessibleName(claim.statement if claim else "No claim")
        self.setToolTip(plain_tip(claim.statement) if claim else "")
        self._claim_room()
        self.update()

    def set_compact(self, on: bool) -> None:
        """Show the beginning of the sentence only; the article beside it holds the rest."""
        self._lines = FEWEST_LINES if on else MOST_LINES
        self._follow()

    def _claim_room(self) -> None:
        # A layout short of room would cut the sentence; the candidates can scroll, it cannot.
        self.setMinimumHeight(self.heightForWidth(max(60, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._claim_room()

    def _text(self, width: int) -> WrappedText:
        if self._laid_out is None or self._laid_out[0] != width:
            claim = self._article.current
            words = claim.statement if claim else ""
            font = self._appearance.font("claim")
            text = WrappedText(words, font, width, self._lines, self._marks(), spacing=1.08)
            self._laid_out = (width, text)
        return self._laid_out[1]

    def _marks(self) -> list[TextSpan]:
        claim, theme = self._article.current, self._appearance.theme
        if claim is None:
            return []
        linked = self._candidates.links.all()
        covered = covered_parts(linked)
        marks = []
        places = Places(claim.wording, claim.statement)
        for part in checkable_parts(claim, (*linked, *self._candidates.own())):
            place = places.of(part.span)
            if place is None:
                continue
            if part in covered:
                marks.append(TextSpan(place.start, place.end, tint=theme.covered_tint))
            else:
                marks.append(
                    TextSpan(place.start, place.end, tint=theme.uncovered_tint,
                             underline="dots", underline_colour=theme.uncovered)
                )  # fmt: skip
        return marks

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._text(max(60, width)).height) + 4

    def sizeHint(self) -> QSize:
        width = max(200, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, round(self._appearance.metrics("claim").lineSpacing()) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        self._text(self.width()).draw(painter, QPointF(0, 0), self._appearance.theme.text)
