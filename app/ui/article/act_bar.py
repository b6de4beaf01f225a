"""A small bar beside words of the article that were selected or pressed: what can be done to them.

Each act is a command with its key. Knows where the words stand, not what the acts do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QWidget

from app.model.span import Span
from app.ui.article.reading_view import ReadingView
from app.ui.commands.command import Commands
from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap
from app.ui.look.labels import ground
from app.ui.look.tokens import SPACE_1, SPACE_2


@dataclass(frozen=True)
class Offered:
    """A command by its name, and the short words that the bar shows for it."""

    command: str
    words: str


class ActBar(QFrame):
    """Lies over the text, below the words or above them; moves with them."""

    def __init__(self, view: ReadingView, commands: Commands, appearance: Appearance) -> None:
        super().__init__(view.viewport())
        self._view, self._commands, self._appearance = view, commands, appearance
        self._span: Span | None = None
        ground(self, "overlay")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName("What can be done to these words")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.buttons: list[QPushButton] = []
        self._acts: list[QWidget] = []
        view.verticalScrollBar().valueChanged.connect(lambda _: self._place())
        view.laid_out.connect(self._place)
        appearance.changed.connect(self.close_bar)
        self.hide()

    def offer(self, acts: Sequence[Offered], span: Span) -> None:
        """Offer these acts beside this stretch of the text."""
        self._clear()
        self._span = span
        space = self._appearance.space
        self._row.setContentsMargins(*[space(SPACE_1)] * 4)
        self._row.setSpacing(space(SPACE_1))
        for act in acts:
            made = self._make(act)
            self._row.addWidget(made)
            # Where the bar is in sight already, Qt would show it only after it was measured.
            made.show()
        self._turn()
        self.show()
        self.raise_()
        self._place()
        # Where it fits on neither side of the words, they make room for it.
        hidden = self.geometry().bottom() + 1 - self._view.viewport().height()
        if hidden > 0:
            scroll = self._view.verticalScrollBar()
            scroll.setValue(scroll.value() + hidden)

    def close_bar(self) -> None:
        """Take the bar away; the focus goes back to the text if the bar had it."""
        had_focus = any(button.hasFocus() for button in self.buttons)
        self._span = None
        self.hide()
        if had_focus:
            self._view.setFocus()

    def _make(self, act: Offered) -> QWidget:
        command = self._commands.command(act.command)
        key = self._commands.key(act.command)
        button = QPushButton(act.words)
        button.setProperty("variant", "quiet")
        side = self._appearance.icon_size(16)
        button.setIcon(self._appearance.icon(command.icon, "text"))
        button.setIconSize(QSize(side, side))
        button.setAccessibleName(f"{act.words}, key {key}")
        button.clicked.connect(lambda: self._commands.run(act.command))
        self._commands.leave_typing_alone(button)
        self.buttons.append(button)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, self._appearance.space(SPACE_1), 0)
        row.setSpacing(2)
        row.addWidget(button)
        row.addWidget(Keycap(key, self._appearance))
        row.addStretch()
        self._acts.append(both)
        return both

    def _clear(self) -> None:
        self.buttons.clear()
        self._acts.clear()
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _turn(self) -> None:
        # Side by side where there is room for it, if need be without icons.
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight)
        for button in self.buttons:
            button.ensurePolished()  # its padding counts
        if self._is_too_wide():
            for button in self.buttons:
                button.setIcon(QIcon())
        if self._is_too_wide():
            self._row.setDirection(directions.TopToBottom)

    def _is_too_wide(self) -> bool:
        # Asked of the acts themselves: a layout remembers what its items wanted before.
        acts = [act.sizeHint().width() for act in self._acts]
        gaps = (len(acts) + 1) * self._appearance.space(SPACE_1)
        return sum(acts) + gaps > self._view.viewport().width() - 2 * SPACE_2

    def _place(self) -> None:
        rects = self._view.rects(self._span) if self._span else ()
        if not rects:
            self.hide()
            return
        self._row.invalidate()
        size, room = self.sizeHint(), self._view.viewport().rect()
        scrolled, gap = self._view.verticalScrollBar().value(), self._appearance.space(SPACE_2)
        below = round(rects[-1].bottom()) - scrolled + gap
        above = round(rects[0].top()) - scrolled - gap - size.height()
        top = below if below + size.height() <= room.height() or above < 0 else above
        left = min(round(rects[-1].left()), room.width() - size.width() - SPACE_2)
        self.setGeometry(max(SPACE_2, left), top, size.width(), size.height())
        self.setVisible(self._span is not None)
