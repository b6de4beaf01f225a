"""What stands here before an article is open: one sentence, a place to drop, three keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.desk.source_reading import holds_many
from app.model.article import ArticleSummary
from app.model.rating import Rating
from app.ui.intake import DOSSIER
from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap, KeyOf
from app.ui.look.labels import ground, label
from app.ui.look.tokens import RADIUS_OVERLAY, SPACE_2, SPACE_3, SPACE_5, SPACE_6

#: Widest column of the page, in pixels at a text size of 100 %.
COLUMN = 702

#: So many articles are offered to go on with.
RECENT = 5

DROP, DROP_SOURCES = "Drop an article here", "Drop to add these to your sources"
KINDS = (
    "Web page, PDF, Word, text, or a review exported as JSON.\n"
    "A folder or several files are added to your sources."
)


def are_sources(paths: Sequence[Path]) -> bool:
    """Whether what was dropped where an article is awaited is none: a folder, several files, or
    one that holds many sources. A dossier holds a review with its article."""
    if len(paths) != 1:
        return bool(paths)
    [path] = paths
    return path.is_dir() or (holds_many(path) and path.suffix.casefold() != DOSSIER)


class DropZone(QFrame):
    """Takes a file, a text, or sources. `file_dropped` carries the path of an article,
    `sources_dropped` those of sources, `text_dropped` the words; `over` what would be taken now:
    "article", "sources" or nothing."""

    file_dropped = Signal(object)
    sources_dropped = Signal(object)
    text_dropped = Signal(str)
    over = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._over = False
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        paths, data = _paths(event.mimeData()), event.mimeData()
        if paths or data.hasText():
            self._turn(True)
            self.over.emit("sources" if are_sources(paths) else "article")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002
        self._turn(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._turn(False)
        paths = _paths(event.mimeData())
        if are_sources(paths):
            self.sources_dropped.emit(paths)
        elif paths:
            self.file_dropped.emit(paths[0])
        elif event.mimeData().hasText():
            self.text_dropped.emit(event.mimeData().text())
        event.acceptProposedAction()

    def _turn(self, over: bool) -> None:
        self._over = over
        self.update()
        if not over:
            self.over.emit("")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(theme.accent if self._over else theme.control_border, 2)
        edge.setDashPattern([5, 3])
        painter.setPen(edge)
        painter.setBrush(theme.accent_tint if self._over else theme.surface)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_OVERLAY, RADIUS_OVERLAY
        )


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class Welcome(QScrollArea):
    """The first thing a reviewer sees. Every way in is a click, a drop or a key."""

    sample_wanted = Signal()
    file_wanted = Signal()
    article_wanted = Signal(int)

    def __init__(
        self, appearance: Appearance, first: Rating, parent: QWidget | None = None
    ) -> None:
        """`first` is the rating that the first key of the scale gives."""
        super().__init__(parent)
        self._appearance, self._first = appearance, first
        self.setWidgetResizable(True)
        self.setAccessibleName("Start")
        self.setFrameShape(QFrame.Shape.NoFrame)
        ground(self, "canvas")
        self.zone = DropZone(appearance)
        self.sample = QPushButton("Open the sample article")
        self.choose = QPushButton("Choose a file…")
        self._icon = QLabel()
        self._drop = label("claim", appearance, wrap=True)
        self._trouble = label("body", appearance, tone="danger", wrap=True)
        self._recent_head = label("body", appearance, bold=True, text="Go on with")
        self._paste_key = ""
        self._held = QVBoxLayout()
        self._recent = QVBoxLayout()
        self._lay_out()
        self.sample.clicked.connect(self.sample_wanted)
        self.choose.clicked.connect(self.file_wanted)
        self.zone.over.connect(self._tell_drop)
        appearance.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        space = self._appearance.space
        column = QVBoxLayout()
        column.setSpacing(space(SPACE_3))
        column.addWidget(
            label("title", self._appearance, text="Check an article, claim by claim", wrap=True)
        )
        column.addWidget(
            label("body", self._appearance, tone="text_2", wrap=True,
                  text="Open an article. Its claims appear beside it, with the closest passages "
                  "from your own library of sources. Everything stays on this computer.")
        )  # fmt: skip
        column.addSpacing(space(SPACE_2))
        column.addWidget(self.zone)
        column.addWidget(self._trouble)
        column.addLayout(self._held)
        column.addSpacing(space(SPACE_2))
        column.addWidget(self._recent_head)
        column.addLayout(self._recent)
        column.addLayout(self._keys())
        self._fill_zone()
        holder = QWidget()
        self._column = QWidget(holder)
        self._column.setLayout(column)
        outer = QHBoxLayout(holder)
        outer.setContentsMargins(space(SPACE_6), space(SPACE_6), space(SPACE_6), space(SPACE_6))
        outer.addStretch(1)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._column)
        middle.addStretch(2)
        outer.addLayout(middle, 100)
        outer.addStretch(1)
        self.setWidget(holder)
        self._trouble.hide()
        self.show_recent([])

    def _fill_zone(self) -> None:
        space = self._appearance.space
        inside = QVBoxLayout(self.zone)
        inside.setContentsMargins(*[space(SPACE_5)] * 4)
        inside.setSpacing(space(SPACE_3))
        centre = Qt.AlignmentFlag.AlignHCenter
        self.sample.setProperty("variant", "primary")
        inside.addWidget(self._icon, 0, centre)
        self._tell_drop()
        for line in (
            self._drop,
            label("meta", self._appearance, tone="text_3", text=KINDS, wrap=True),
        ):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(space(SPACE_2))
        row.addStretch(1)
        row.addWidget(self.sample)
        row.addWidget(self.choose)
        row.addStretch(1)
        inside.addLayout(row)

    def _keys(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._appearance.space(SPACE_3))
        grid.setVerticalSpacing(self._appearance.space(SPACE_2))
        grid.setColumnStretch(1, 1)
        told = (
            ("A", "link-A", "links the first source the app found for a claim"),
            ("1", f"verdict-{self._first.key}",
             f"records “{self._first.name}” and moves to the next claim"),
            ("Ctrl+K", "palette", "finds everything else"),
        )  # fmt: skip
        heading = label("body", self._appearance, bold=True, text="Three keys to know")
        grid.addWidget(heading, 0, 0, 1, 2)
        for row, (key, command, text) in enumerate(told, 1):
            grid.addWidget(Keycap(key, self._appearance, command=command), row, 0)
            grid.addWidget(label("body", self._appearance, tone="text_2", text=text), row, 1)
        return grid

    def _dress(self) -> None:
        side = self._appearance.icon_size(32)
        self._icon.setPixmap(self._appearance.icon("file", "accent", 32).pixmap(QSize(side, side)))
        self._column.setMaximumWidth(round(COLUMN * self._appearance.percent / 100))

    def follow_keys(self, key: KeyOf) -> None:
        """Tell the key that takes a text from the clipboard now."""
        self._paste_key = key("paste-article")
        self._tell_drop()

    def _tell_drop(self, over: str = "") -> None:
        if over == "sources":
            self._drop.setText(DROP_SOURCES)
        else:
            bound = self._paste_key
            self._drop.setText(f"{DROP}, or paste its text with {bound}" if bound else DROP)

    def hold(self, panel: QWidget) -> None:
        """Show this below the place to drop at."""
        self._held.addWidget(panel)

    def show_trouble(self, sentence: str) -> None:
        """Say why an article could not be opened; empty takes it away."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    def show_recent(self, articles: Sequence[ArticleSummary]) -> None:
        """Offer these articles to go on with, the last one first."""
        while item := self._recent.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._recent_head.setVisible(bool(articles))
        for article in articles[:RECENT]:
            done = f"{article.reviewed} of {article.claims} reviewed"
            button = QPushButton(f"{article.title.replace('&', '&&')}   ·   {done}")
            button.setProperty("variant", "text")
            button.clicked.connect(self._going_to(article.id))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _going_to(self, article_id: int) -> Callable[[], None]:
        return lambda: self.article_wanted.emit(article_id)
