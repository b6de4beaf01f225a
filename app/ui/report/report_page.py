"""The report page: options left, the live report right. Layout and following, no format."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.model.errors import ClaimdeskError
from app.model.work import Work
from app.ui.exporting import Exporting
from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap
from app.ui.look.labels import ground, label
from app.ui.look.tokens import SPACE_2, SPACE_3, SPACE_4
from app.ui.open_article import OpenArticle
from app.ui.report.options_panel import OptionsPanel
from app.ui.report.pages_view import PagesView
from app.ui.report.previewing import Preview, make_preview
from app.ui.session import Session

#: “Making the preview” is said only after so many milliseconds.
SAY_AFTER = 300

PAGES, TEXT = 0, 1


class ReportPage(QWidget):
    """`claim_wanted` carries the id of a claim to be shown; `left` asks for the desk again."""

    claim_wanted = Signal(int)
    left = Signal()

    def __init__(
        self,
        session: Session,
        article: OpenArticle,
        exporting: Exporting,
        appearance: Appearance,
    ) -> None:
        super().__init__()
        self._session, self._article, self._exporting = session, article, exporting
        self._appearance = appearance
        self._work: Work | None = None
        ground(self, "canvas")
        formats, scale = session.read.reports.formats(), session.read.scale.name
        self.options = OptionsPanel(formats, exporting, appearance, scale)
        self.pages, self.text = PagesView(appearance), QPlainTextEdit()
        self.note = label("meta", appearance, tone="text_2", wrap=True)
        self.back = QPushButton("Back to the desk")
        self._views = QStackedWidget()
        self._waiting = QTimer(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        space = self._appearance.space
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Preview of the file’s text")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._views.addWidget(self.pages)
        self._views.addWidget(self.text)
        head = QWidget()
        ground(head, "header")
        row = QHBoxLayout(head)
        row.setContentsMargins(space(SPACE_4), space(SPACE_2), space(SPACE_4), space(SPACE_2))
        row.setSpacing(space(SPACE_3))
        row.addWidget(self.note, 1)
        row.addWidget(self.back)
        row.addWidget(Keycap("Esc", self._appearance))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(head)
        right.addWidget(self._views, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.options)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self.options.chosen.connect(self.refresh)
        self.options.export.clicked.connect(self._exporting.export)
        self.options.warnings.claim_wanted.connect(self._go)
        self.back.clicked.connect(self.left)
        self._session.changed.connect(lambda _: self._follow())
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(SAY_AFTER)
        self._waiting.timeout.connect(lambda: self.note.setText("Making the preview…"))

    def open(self) -> None:
        """Show the report of the open article as it stands now."""
        self._exporting.flush()
        self.options.follow()
        self.refresh()
        self.options.focus_format()

    def refresh(self) -> None:
        """Make the preview anew; one still under way is called off."""
        self.stop()
        article = self._article.article
        if article is None:
            return
        kind = self._exporting.format
        article_id, options = article.id, self._exporting.options(kind)
        self._waiting.start()
        self._work = self._session.report(
            lambda desk, work: make_preview(desk, article_id, kind, options, work),
            self._show,
            self._fail,
        )

    def stop(self) -> None:
        """Call off the preview that is under way."""
        self._waiting.stop()
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # From a field, which keeps Esc from the window's commands.
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show(self, preview: Preview) -> None:
        self._over()
        self.options.warnings.show_warnings((*preview.warnings, *preview.limits))
        self.note.set_tone("text_2")
        self.note.setText(preview.note or "This is the file as it will be.")
        if preview.pages:
            self.pages.show_pages(preview.pages)
        else:
            self.text.setPlainText(preview.text)
        self._views.setCurrentIndex(PAGES if preview.pages else TEXT)

    def _fail(self, error: ClaimdeskError) -> None:
        self._over()
        self.note.set_tone("danger")
        self.note.setText(error.advice)

    def _over(self) -> None:
        self._waiting.stop()
        self._work = None

    def _go(self, number: int) -> None:
        claim = next((one for one in self._article.claims if one.position == number), None)
        if claim is not None:
            self.claim_wanted.emit(claim.id)
