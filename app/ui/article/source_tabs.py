"""The tabs of the article pane: the article, the sources that are kept open, and one preview.

The preview comes last, in italics, and the next source that is read takes its place. Knows titles
and places, and shows no text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QTabBar, QWidget

from app.model.match import Match
from app.ui.look.appearance import Appearance
from app.ui.look.labels import plain_tip

#: Reads the stored copy of a source.
Read = Callable[[], str]

ARTICLE = 0
#: So many characters of a title stand on its tab.
OF_ARTICLE, OF_SOURCE = 34, 22


@dataclass(eq=False)
class OpenSource:
    """A source in a tab: how its stored copy is read, its match with the claim of this id (0 for
    none), and how far it was scrolled; None before it was shown. One that is not `kept` is the
    preview."""

    read: Read
    match: Match
    claim_id: int
    kept: bool = False
    scrolled: int | None = None
    _text: str | None = None

    @property
    def text(self) -> str:
        """The stored copy, read when it is first asked for. Raises what reading it does."""
        if self._text is None:
            self._text = self.read()
        return self._text

    def turn_to(self, read: Read, match: Match, claim_id: int) -> None:
        """Show another passage, or another source, from now on."""
        self.read, self._text = read, None
        self.match, self.claim_id, self.scrolled = match, claim_id, None


class SourceTabs(QTabBar):
    """`chosen` tells that another tab is current, or the same one shows another passage; `made`
    carries a button that was made."""

    chosen = Signal()
    made = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._open: list[OpenSource] = []
        self._closers: dict[OpenSource, QPushButton] = {}
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        # Opening a source must not push the other panes aside.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Texts that are open")
        self.addTab("")
        self.currentChanged.connect(lambda _: self.chosen.emit())
        self.tabBarDoubleClicked.connect(self._keep_at)
        appearance.changed.connect(self._dress)
        self._dress()

    @property
    def current(self) -> OpenSource | None:
        """The source whose tab is current, None for the article."""
        at = self.currentIndex() - 1
        return self._open[at] if 0 <= at < len(self._open) else None

    @property
    def kept(self) -> tuple[OpenSource, ...]:
        """The sources that are kept open."""
        return tuple(one for one in self._open if one.kept)

    def name_article(self, title: str) -> None:
        """Another article is open: the sources of the one before are closed."""
        for one in list(self._open):
            self._remove(one)
        self._name(ARTICLE, title, OF_ARTICLE)

    def show_source(self, read: Read, match: Match, claim_id: int) -> None:
        """Show this match: where its source is open, else in the preview."""
        same = (one for one in self._open if one.match.source.id == match.source.id)
        shown = next(same, None) or next((one for one in self._open if not one.kept), None)
        if shown is None:
            shown = OpenSource(read, match, claim_id)
            self._add(shown)
        shown.turn_to(read, match, claim_id)
        at = 1 + self._open.index(shown)
        self._name(at, match.source.title, OF_SOURCE)
        self._quietly(lambda: self.setCurrentIndex(at))
        self._dress()
        self.chosen.emit()

    def restore(self, sources: Iterable[OpenSource]) -> None:
        """Give these kept sources their tabs again, and show none of them."""
        for one in sources:
            self._add(one)
            self._name(len(self._open), one.match.source.title, OF_SOURCE)
        self._dress()

    def keep(self, on: bool) -> None:
        """Keep the source that is shown open, or let it be the preview again."""
        shown = self.current
        if shown is None or shown.kept == on:
            return
        if not on:
            for other in [one for one in self._open if not one.kept]:
                self._remove(other)
            at = self._open.index(shown)
            self._open.append(self._open.pop(at))
            self._quietly(lambda: self.moveTab(at + 1, len(self._open)))
        shown.kept = on
        self._dress()
        self.chosen.emit()

    def go_to_article(self) -> None:
        """Show the article again; the preview is closed, what is kept stays."""
        self._quietly(lambda: self.setCurrentIndex(ARTICLE))
        for one in [one for one in self._open if not one.kept]:
            self._remove(one)
        self.chosen.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and at > ARTICLE:
            self.close_source(self._open[at - 1])
        else:
            super().mouseReleaseEvent(event)

    def _keep_at(self, at: int) -> None:
        if at > ARTICLE:
            self.setCurrentIndex(at)
            self.keep(True)

    def close_source(self, source: OpenSource) -> None:
        """Take this source out of the tabs; the article is shown where it was current."""
        if source is self.current:
            self._quietly(lambda: self.setCurrentIndex(ARTICLE))
        if source in self._open:
            self._remove(source)
        self.chosen.emit()

    def _add(self, source: OpenSource) -> None:
        self._open.append(source)
        self._quietly(lambda: self.addTab(""))

    def _remove(self, source: OpenSource) -> None:
        at = 1 + self._open.index(source)
        del self._open[at - 1]
        self._quietly(lambda: self.removeTab(at))  # and its button with it
        self._closers.pop(source, None)
        self._dress()

    def _quietly(self, act: Callable[[], object]) -> None:
        """Change the tabs and tell once, by whoever calls this, when all of it is done."""
        before = self.blockSignals(True)
        act()
        self.blockSignals(before)

    def _name(self, at: int, title: str, length: int) -> None:
        shown = title if len(title) <= length else title[: length - 1].rstrip() + "…"
        # An ampersand would become a mnemonic.
        self.setTabText(at, shown.replace("&", "&&"))
        self.setTabToolTip(at, plain_tip(title))

    def _dress(self) -> None:
        look = self._appearance
        self.setTabIcon(ARTICLE, look.icon("file", "text_2"))
        for at, one in enumerate(self._open, 1):
            self.setTabIcon(at, look.icon("book", "text_2"))
            if one.kept and one not in self._closers:
                self._closers[one] = self._close_button(one)
                self.setTabButton(at, QTabBar.ButtonPosition.RightSide, self._closers[one])
            elif not one.kept and one in self._closers:
                self.setTabButton(at, QTabBar.ButtonPosition.RightSide, None)
                self._closers.pop(one).deleteLater()
        has_preview = any(not one.kept for one in self._open)
        if has_preview != self.property("preview"):
            self.setProperty("preview", has_preview)
            self.style().unpolish(self)
            self.style().polish(self)

    def _close_button(self, source: OpenSource) -> QPushButton:
        button, side = QPushButton(self), self._appearance.icon_size(12)
        button.setProperty("variant", "quiet")
        button.setIcon(self._appearance.icon("close", "text_2"))
        button.setIconSize(QSize(side, side))
        button.setAccessibleName(f"Close {source.match.source.title}")
        button.clicked.connect(lambda: self.close_source(source))
        self.made.emit(button)
        return button
