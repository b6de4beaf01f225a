"""The line above the article that tells what its file said besides: what could not be kept, and
which sources it names.

Nothing is added by itself. Knows the open article, no store.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from app.model.article import ProposedSource
from app.ui.look.appearance import Appearance
from app.ui.look.labels import ground, label, plain_tip
from app.ui.look.paint import isolate
from app.ui.look.tokens import SPACE_1, SPACE_2, SPACE_4
from app.ui.open_article import OpenArticle

#: Lines of the list of named sources, and of notices told at once.
ROWS, NOTICES = 4, 3

_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class FileBar(QWidget):
    """Shown when an article is opened whose file had something to say, until it is closed.

    `place_wanted` carries the stretch at which a named source stands; `source_wanted` the one to be
    added; `address_wanted` the address to be asked about; `released` tells that the focus is free.
    """

    place_wanted = Signal(object)
    source_wanted = Signal(object)
    address_wanted = Signal(str)
    released = Signal()

    def __init__(self, article: OpenArticle, appearance: Appearance) -> None:
        super().__init__()
        self._article, self._appearance = article, appearance
        self._closed: set[int] = set()
        ground(self, "bar")
        self.told = label("meta", appearance, tone="text", wrap=True)
        self._named = label("meta", appearance, tone="text_2", wrap=True)
        self.show_named = QPushButton("Show")
        self.close_button = QPushButton("Close")
        self.list = QListWidget()
        self.add = QPushButton()
        self._lay_out()
        self._connect()
        self._follow()

    def _lay_out(self) -> None:
        space = self._appearance.space
        for button in (self.show_named, self.close_button):
            button.setProperty("variant", "text")
            button.setProperty("size", "meta")
        self.show_named.setCheckable(True)
        self.close_button.setAccessibleName("Close what the file says")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName("Sources that the file names")
        top = QHBoxLayout()
        top.addWidget(self.told, 1)
        for button in (self.show_named, self.close_button):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.addWidget(self._named)
        row.addStretch(1)
        row.addWidget(self.add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(space(SPACE_4), space(SPACE_1), space(SPACE_4), space(SPACE_1))
        whole.setSpacing(space(SPACE_1))
        whole.addLayout(top)
        whole.addLayout(row)
        whole.addWidget(self.list)
        whole.addSpacing(space(SPACE_2) - space(SPACE_1))

    def _connect(self) -> None:
        self.show_named.toggled.connect(lambda _: self._turn())
        self.close_button.clicked.connect(self.close_bar)
        self.add.clicked.connect(self._add)
        self.list.currentRowChanged.connect(self._point)
        self.list.doubleClicked.connect(lambda _: self._go())
        self.list.installEventFilter(self)
        self._article.opened.connect(self._follow)
        self._appearance.changed.connect(self._turn)

    def has_anything(self) -> bool:
        """Whether the file of the open article said anything besides its text."""
        article = self._article.article
        return article is not None and bool(article.notices or article.proposals)

    def open_bar(self) -> None:
        """Show it again, with the list of named sources where there are any."""
        article = self._article.article
        if article is not None and self.has_anything():
            self._closed.discard(article.id)
            self._follow()
            self.show_named.setChecked(bool(article.proposals))
            (self.list if article.proposals else self.close_button).setFocus()

    def close_bar(self) -> None:
        """Show it no more for this article."""
        article = self._article.article
        if article is not None:
            self._closed.add(article.id)
        self.hide()
        self.released.emit()

    def _proposals(self) -> tuple[ProposedSource, ...]:
        article = self._article.article
        return article.proposals if article else ()

    def _follow(self) -> None:
        article, proposals = self._article.article, self._proposals()
        self.list.clear()
        notices = article.notices if article else ()
        more = len(notices) - NOTICES
        told = [*notices[:NOTICES], *([f"And {more} more."] if more > 0 else [])]
        self.told.setText("\n".join(isolate(notice) for notice in told))
        count = len(proposals)
        self._named.setText(f"The file names {count} source{'' if count == 1 else 's'}.")
        if not notices:
            self.told.setText(self._named.text())
        self._named.setVisible(bool(notices and proposals))
        self.show_named.setChecked(False)
        self.show_named.setVisible(bool(proposals))
        for one in proposals:
            self.list.addItem(told_proposal(one))
            self.list.item(self.list.count() - 1).setToolTip(plain_tip(f"{one.text} {one.url}"))
        self._turn()
        wanted = article is not None and article.id not in self._closed
        self.setVisible(wanted and self.has_anything())

    def _turn(self) -> None:
        on = self.show_named.isChecked()
        self.show_named.setText("Hide" if on else "Show")
        self.show_named.setAccessibleName(f"{self.show_named.text()} the sources that it names")
        self.list.setVisible(on)
        rows = min(ROWS, self.list.count())
        self.list.setFixedHeight(rows * max(20, self.list.sizeHintForRow(0)) + 4)
        if on and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._name_act()

    def _chosen(self) -> ProposedSource | None:
        row, proposals = self.list.currentRow(), self._proposals()
        return proposals[row] if 0 <= row < len(proposals) else None

    def _point(self, _row: int) -> None:
        self._name_act()
        if self.list.hasFocus():
            self._go()

    def _go(self) -> None:
        named = self._chosen()
        if named is not None:
            self.place_wanted.emit(named.span)

    def _name_act(self) -> None:
        named = self._chosen()
        self.add.setVisible(self.show_named.isChecked() and named is not None)
        if named is not None:
            self.add.setText("Add as source" if has_text(named) else "Open or copy address…")

    def _add(self) -> None:
        named = self._chosen()
        if named is not None and has_text(named):
            self.source_wanted.emit(named)
        elif named is not None:
            self.address_wanted.emit(named.url)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            if event.type() == QEvent.Type.ShortcutOverride:
                # Enter shows the place of a named source, and links none.
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_Escape:
                    self.released.emit()
                else:
                    self._go()
                return True
        return super().eventFilter(watched, event)


def has_text(proposal: ProposedSource) -> bool:
    """Whether a named source brings words of its own; a link brings its address alone."""
    return proposal.kind != "link" and bool(proposal.text.strip())


def told_proposal(proposal: ProposedSource) -> str:
    """“Footnote: UN press release, 16 September 2016” on one line."""
    words = " ".join(proposal.text.split())[:200]
    told = " · ".join(part for part in (words, proposal.url) if part)
    return f"{proposal.kind.capitalize()}: {isolate(told)}"
