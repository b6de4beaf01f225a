"""The palette: commands, claims and sources in one field (Ctrl+K).

`>` asks for commands only, `#` for claims, `@` for sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.model.source import Source
from app.ui.commands.command import Commands
from app.ui.look.appearance import Appearance
from app.ui.look.labels import label
from app.ui.look.paint import (
    measure_keycap,
    paint_icon,
    paint_keycap,
    paint_line,
    paint_verdict,
)
from app.ui.look.search_field import SearchField
from app.ui.look.tokens import RADIUS_CONTROL, SPACE_2, SPACE_3, SPACE_4
from app.ui.open_article import OpenArticle
from app.ui.overlays.overlay import Overlay

Index = QModelIndex | QPersistentModelIndex

#: So many of a kind are shown while others have hits too.
OF_A_KIND = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette; a line that does nothing is the heading of those below it."""

    title: str
    where: str = ""
    act: Callable[[], object] | None = None
    key: str = ""
    icon: str = ""
    rating: str | None = None


class _Entries(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.title, entry.where, entry.key) if part)
        if role == Qt.ItemDataRole.UserRole:
            return entry
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.entries[index.row()].act is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        air = 20 if entry.act is not None else 8
        return QSize(200, round(self._appearance.metrics("body").height() + air))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        look, theme = self._appearance, self._appearance.theme
        box = QRectF(option.rect).adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.act is None:
            room = box.adjusted(look.space(SPACE_3), 0, 0, 0)
            paint_line(painter, room, entry.title, look.font("meta", bold=True), theme.text_3)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_tint)
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        size = look.icon_size(16)
        left = box.left() + look.space(SPACE_3)
        place = QRectF(left, box.center().y() - size / 2, size, size)
        if entry.rating is not None:
            paint_verdict(painter, place, entry.rating, theme)
        elif entry.icon:
            paint_icon(painter, place, entry.icon, theme.text_2)
        right = self._paint_key(painter, entry, box)
        x = left + size + look.space(SPACE_3)
        room = QRectF(x, box.top(), right - x, box.height())
        x += paint_line(painter, room, entry.title, look.font("body", medium=True), theme.text)
        x += look.space(SPACE_3)
        room = QRectF(x, box.top(), right - x, box.height())
        if room.width() > 40:
            paint_line(painter, room, entry.where, look.font("meta"), theme.text_3)
        painter.restore()

    def _paint_key(self, painter: QPainter, entry: Entry, box: QRectF) -> float:
        right = box.right() - self._appearance.space(SPACE_3)
        if entry.key:
            font = self._appearance.font("caption", bold=True)
            size = measure_keycap(entry.key, font)
            at = QPointF(right - size.width(), box.center().y() - size.height() / 2)
            paint_keycap(painter, at, entry.key, self._appearance.theme, font)
            right = at.x() - self._appearance.space(SPACE_2)
        return right


class Palette(Overlay):
    """Search or run a command. `find_sources` answers sources whose title holds the words."""

    def __init__(
        self,
        window: QWidget,
        appearance: Appearance,
        commands: Commands,
        article: OpenArticle,
        find_sources: Callable[[str, int], Iterable[Source]],
        show_source: Callable[[Source], None],
    ) -> None:
        super().__init__(window, appearance)
        self._commands, self._article = commands, article
        self._find_sources, self._show_source = find_sources, show_source
        self.field = SearchField(appearance)
        self.list = QListView()
        self._entries = _Entries()
        self._none = label("body", appearance, tone="text_2", text="Nothing is called that.")
        self._lay_out()
        self.field.textChanged.connect(self._follow)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda _: self.run_chosen())

    def _lay_out(self) -> None:
        space = self._appearance.space
        self.field.setPlaceholderText("Search or run a command")
        self.field.setAccessibleName("Search or run a command")
        self.field.setProperty("variant", "palette")
        self.list.setModel(self._entries)
        self.list.setItemDelegate(_EntryDelegate(self._appearance))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("What was found")
        self._none.setContentsMargins(space(SPACE_4), 0, 0, 0)
        hint = "↑↓ choose    Enter run    Esc close    > commands    # claims    @ sources"
        whole = QVBoxLayout(self.card)
        whole.setContentsMargins(*[space(SPACE_2)] * 4)
        whole.setSpacing(space(SPACE_2))
        whole.addWidget(self.field)
        whole.addWidget(self._none)
        whole.addWidget(self.list, 1)
        whole.addWidget(label("caption", self._appearance, tone="text_3", text=hint))

    def card_rect(self) -> QRect:
        width = min(max(640, round(6.4 * self._appearance.percent)), self.width() - 48)
        height = min(440, self.height() - 120)
        return QRect((self.width() - width) // 2, min(90, self.height() // 8), width, height)

    def open(self) -> None:
        super().open()
        self.field.clear()
        self._follow("")
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def run_chosen(self) -> None:
        """Do what the chosen line says."""
        index = self.list.currentIndex()
        if index.isValid():
            entry: Entry = index.data(Qt.ItemDataRole.UserRole)
            self.close_overlay()
            if entry.act is not None:
                entry.act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._key(event.key()):
                return True
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.run_chosen()
        elif key == Qt.Key.Key_Escape:
            self.close_overlay()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        entries = self._entries.entries
        row = self.list.currentIndex().row()
        for _ in entries:
            row = (row + by) % len(entries)
            if entries[row].act is not None:
                self._choose(row)
                return

    def _choose(self, row: int) -> None:
        index = self._entries.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _follow(self, typed: str) -> None:
        only, words = (typed[0], typed[1:]) if typed[:1] in (">", "#", "@") else ("", typed)
        wanted = words.casefold().split()
        limit = 0 if only else OF_A_KIND
        entries: list[Entry] = []
        if only in ("", ">"):
            entries += _group("Commands", _hits(self._command_entries(), wanted, limit))
        if only == "#" or (wanted and not only):
            entries += _group("Claims", _hits(self._claim_entries(), wanted, limit))
        if only == "@" or (wanted and not only):
            entries += _group("Sources", self._source_entries(words.strip(), limit or 50))
        self._entries.show(entries)
        self._none.setVisible(not entries)
        self.list.setCurrentIndex(QModelIndex())
        self._step(1)

    def _command_entries(self) -> list[Entry]:
        return [
            Entry(c.title, c.menu, lambda name=c.name: self._commands.run(name),  # type: ignore[misc]
                  self._commands.key(c.name), c.icon or "arrow")
            for c in self._commands.all()
            if c.name != "palette" and c.available()
        ]  # fmt: skip

    def _claim_entries(self) -> list[Entry]:
        entries = []
        for claim in self._article.claims:
            entries.append(
                Entry(claim.statement, f"Claim {claim.position}",
                      lambda claim_id=claim.id: self._article.choose(claim_id),  # type: ignore[misc]
                      rating=self._article.verdicts.look(claim.id))
            )  # fmt: skip
        return entries

    def _source_entries(self, words: str, limit: int) -> list[Entry]:
        return [
            Entry(s.title, _about(s),
                  lambda source=s: self._show_source(source), icon="book")  # type: ignore[misc]
            for s in self._find_sources(words, limit)
        ]  # fmt: skip


def _about(source: Source) -> str:
    secret = "Confidential" if source.confidential else ""
    return " · ".join(part for part in (secret, source.publisher, source.published) if part)


def _group(title: str, entries: list[Entry]) -> list[Entry]:
    return [Entry(title), *entries] if entries else []


def _hits(entries: list[Entry], wanted: list[str], limit: int) -> list[Entry]:
    """Those that hold every word, beginnings of titles first."""
    found = [
        entry
        for entry in entries
        if all(word in f"{entry.title} {entry.where}".casefold() for word in wanted)
    ]
    if wanted:
        found.sort(key=lambda entry: not entry.title.casefold().startswith(wanted[0]))
    return found[:limit] if limit else found
