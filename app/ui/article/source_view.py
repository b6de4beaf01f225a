"""A source read in context: its stored copy at the passage, and the words the claim has too.

Shows one match; knows neither the library nor how matches are made.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.model.match import Match, Relation
from app.model.span import Span
from app.ui.article.reading_view import ReadingView
from app.ui.look.appearance import Appearance
from app.ui.look.labels import ground, label, plain_tip
from app.ui.look.paint import isolate
from app.ui.look.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4

#: So many characters are shown on either side of a passage: laying out ten million would keep the
#: reviewer waiting for a quarter of a minute.
AROUND = 150_000


class SourceText(ReadingView):
    """The stored copy: the passage tinted, shared words underlined, differing ones marked."""

    def __init__(self, appearance: Appearance, around: int, parent: QWidget | None = None) -> None:
        """So many characters are shown `around` a passage."""
        self._around = around
        self._passage: Span | None = None
        self._shared: tuple[Span, ...] = ()
        self._different: tuple[Span, ...] = ()
        super().__init__(appearance, parent)
        self.setAccessibleName("Source in context")

    def show_match(self, text: str, match: Match) -> None:
        """Show the stored copy `text` at the passage of this match, and of an endless copy what
        stands around it."""
        text, cut = _around(text, match.passage.span, self._around)
        self._passage = match.passage.span.shifted(-cut)
        start = self._passage.start
        self._shared = tuple(passage.shifted(start) for _, passage in match.shared)
        self._different = tuple(
            difference.passage.span.shifted(start)
            for difference in match.differences
            if difference.passage and difference.relation is Relation.DIFFERENT
        )
        self.show_text(text)
        self.bring(self._passage, only_when_outside=False)

    def show_nothing(self) -> None:
        """Show an empty page."""
        self._passage, self._shared, self._different = None, (), ()
        self.show_text("")

    def bring_passage(self) -> None:
        """Scroll to the passage again."""
        if self._passage:
            self.bring(self._passage)

    def paint_under(self, painter: QPainter, visible: QRectF) -> None:
        if self._passage is None:
            return
        theme = self._appearance.theme
        painter.setPen(Qt.PenStyle.NoPen)
        rects = self.rects(self._passage)
        for rect in rects:
            if rect.intersects(visible):
                painter.setBrush(theme.accent_tint)
                painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 2), 3, 3)
        painter.setBrush(theme.conflict_tint)
        for span in self._different:
            for rect in self.rects(span):
                painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 2), 3, 3)
        if rects:
            painter.setBrush(theme.accent)
            top, bottom = rects[0].top(), rects[-1].bottom() + 2
            painter.drawRoundedRect(QRectF(rects[0].left() - 14, top, 3, bottom - top), 1.5, 1.5)

    def paint_over(self, painter: QPainter, visible: QRectF) -> None:
        theme = self._appearance.theme
        marks = [(span, theme.accent) for span in self._shared]
        marks += [(span, theme.conflict) for span in self._different]
        for span, colour in marks:
            for rect in self.rects(span):
                if rect.intersects(visible):
                    self.mark(painter, rect, "solid", colour)


class SourceView(QWidget):
    """The source with a line that tells what it is and how much of the claim stands in it."""

    closed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        around: int = AROUND,
        closable: bool = True,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.text = SourceText(appearance, around)
        self._told = label("meta", appearance, tone="text_2", wrap=True)
        self._about = label("meta", appearance, tone="text_3", wrap=True)
        self._copy = label("caption", appearance, tone="text_3", wrap=True)
        self._close = QPushButton("Back to article")
        self._close.clicked.connect(self.closed)
        self.keep = QPushButton("Keep open")
        self.keep.setCheckable(True)
        self.keep.setAccessibleName("Keep this source open in a tab of its own")
        if not closable:
            self._close.hide()
            self.keep.hide()
        self._lay_out()

    def show_match(self, text: str, match: Match) -> None:
        """Show this match in its source."""
        self.text.show_match(text, match)
        source = match.source
        secret = "Confidential" if source.confidential else ""
        told = [
            secret,
            isolate(source.publisher),
            source.published,
            source.kind.value,
            match.passage.place,
        ]
        self._about.setText(" · ".join(part for part in told if part))
        self._about.setToolTip(plain_tip(source.note))
        self._copy.setText(source.copy_note)
        self._copy.setVisible(bool(source.copy_note))
        self._told.setText(coverage_sentence(match))

    def show_nothing(self, told: str) -> None:
        """Tell why nothing is shown."""
        self.text.show_nothing()
        self._told.setText(told)
        self._about.setText("")
        self._copy.hide()

    def _lay_out(self) -> None:
        space = self._appearance.space
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._told)
        words.addWidget(self._about)
        words.addWidget(self._copy)
        top = QHBoxLayout()
        top.setContentsMargins(space(SPACE_4), space(SPACE_2), space(SPACE_3), space(SPACE_2))
        top.setSpacing(space(SPACE_3))
        top.addLayout(words, 1)
        acts = QVBoxLayout()
        acts.setSpacing(space(SPACE_1))
        acts.addWidget(self._close)
        acts.addWidget(self.keep)
        acts.addStretch(1)
        top.addLayout(acts)
        strip = QWidget()
        ground(strip, "canvas")
        strip.setLayout(top)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(strip)
        whole.addWidget(self.text, 1)


def _around(text: str, passage: Span, around: int) -> tuple[str, int]:
    """What is shown of a text, and how many characters before it are not."""
    start = max(0, passage.start - around)
    return text[start : passage.end + around], start


def coverage_sentence(match: Match) -> str:
    """How many of the claim's days, numbers and names stand in the passage, and which do not."""
    compared = [d for d in match.differences if d.claim is not None]
    if not compared:
        return "The claim names no day, number or name to compare."
    here = [d for d in compared if d.relation is Relation.SAME]
    absent = [d.claim.text for d in compared if d.claim and d.relation is Relation.NOT_MENTIONED]
    other = [
        f"{d.passage.text} for {d.claim.text}"
        for d in compared
        if d.claim and d.passage and d.relation is Relation.DIFFERENT
    ]
    told = f"{len(here)} of {len(compared)} parts are here."
    if other:
        told += f" Other: {', '.join(other)}."
    if absent:
        told += f" Missing: {', '.join(absent)}."
    return told
