"""The line above the article that tells what its file said besides: what could not be kept, which
words it does not show, and which sources it names.

Nothing is added or put in by itself. Knows the open article, no store.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.model.article import LeftOut, ProposedSource
from app.ui.article.file_section import FileSection, Row
from app.ui.article.left_out_rows import is_included, left_out_rows, told_left_out
from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap
from app.ui.look.labels import ground, label
from app.ui.look.paint import isolate
from app.ui.look.tokens import SPACE_1, SPACE_2, SPACE_4
from app.ui.open_article import OpenArticle

#: So many notices are told at once.
NOTICES = 3


class FileBar(QWidget):
    """Shown when an article is opened whose file had something to say, until it is closed.

    `place_wanted` carries the stretch at which something stands; `source_wanted` the named source
    to be added; `address_wanted` the address to be asked about; `put_wanted` the rows of left-out
    words and whether they are to be put in; `released` tells that the focus is not needed.
    """

    place_wanted = Signal(object)
    source_wanted = Signal(object)
    address_wanted = Signal(str)
    put_wanted = Signal(object, bool)
    released = Signal()

    def __init__(self, article: OpenArticle, appearance: Appearance) -> None:
        super().__init__()
        self._article, self._appearance = article, appearance
        self._closed: set[int] = set()
        ground(self, "bar")
        self.told = label("meta", appearance, tone="text", wrap=True)
        self.close_button = QPushButton("Close")
        self.add, self.include, self.include_all = QPushButton(), QPushButton(), QPushButton()
        self._include_key = Keycap("I", appearance)
        acts = (self.include_all, self.include, self._include_key)
        self.left_out = FileSection("words that the file does not show", acts, appearance)
        self.sources = FileSection("sources that the file names", (self.add,), appearance)
        self._sections = (self.left_out, self.sources)
        self._lay_out()
        self._connect()
        self._follow()

    def _lay_out(self) -> None:
        space = self._appearance.space
        self.close_button.setProperty("variant", "text")
        self.close_button.setProperty("size", "meta")
        self.close_button.setAccessibleName("Close what the file says")
        self.include_all.setText("Include all")
        self.include_all.setToolTip("All of these words then stand at the article's end.")
        self._top = QHBoxLayout()
        self._top.addWidget(self.told, 1)
        self._top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        # As high as the button beside it, so that the first line of both stands at one height.
        self.told.setMinimumHeight(self.close_button.sizeHint().height())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(space(SPACE_4), space(SPACE_1), space(SPACE_4), space(SPACE_1))
        whole.setSpacing(space(SPACE_1))
        whole.addLayout(self._top)
        for section in self._sections:
            whole.addWidget(section.head)
            whole.addWidget(section.body)
        whole.addSpacing(space(SPACE_2) - space(SPACE_1))

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_bar)
        self.add.clicked.connect(self._add)
        self.include.clicked.connect(self.put)
        self.include_all.clicked.connect(self._put_all)
        for section in self._sections:
            section.place_wanted.connect(self.place_wanted)
            section.released.connect(self.released)
        self.sources.row_changed.connect(self._name_add)
        self.left_out.row_changed.connect(self._name_include)
        self._appearance.changed.connect(self._claim_room)
        self._article.opened.connect(self._follow)
        self._article.article_changed.connect(self._follow_words)

    def has_anything(self) -> bool:
        """Whether the file of the open article said anything besides its text."""
        article = self._article.article
        return article is not None and bool(
            article.notices or article.proposals or article.left_out
        )

    def open_bar(self) -> None:
        """Show it again, with a list where there is any; asked again, with the other list."""
        article = self._article.article
        if article is None or not self.has_anything():
            return
        opened = [one for one in self._sections if self.isVisible() and one.row >= 0]
        self._closed.discard(article.id)
        self._follow()
        filled = [one for one in self._sections if one.list.count()]
        if filled:
            other = [one for one in filled if one not in opened]
            (other or filled)[0].open_list()
        else:
            self.close_button.setFocus()

    def close_bar(self) -> None:
        """Show it no more for this article."""
        article = self._article.article
        if article is not None:
            self._closed.add(article.id)
        self.hide()
        self.released.emit()

    def put(self) -> None:
        """Ask for the chosen words to be put in, or left out again where they are in."""
        article, chosen = self._article.article, self._chosen_words()
        if article is not None and chosen is not None:
            self.put_wanted.emit((self.left_out.row,), not is_included(article, chosen))

    def _put_all(self) -> None:
        self.put_wanted.emit(self._outside(), True)

    def _outside(self) -> tuple[int, ...]:
        article = self._article.article
        if article is None:
            return ()
        return tuple(
            row for row, one in enumerate(article.left_out) if not is_included(article, one)
        )

    def _proposals(self) -> tuple[ProposedSource, ...]:
        article = self._article.article
        return article.proposals if article else ()

    def _follow(self) -> None:
        article, proposals = self._article.article, self._proposals()
        notices = article.notices if article else ()
        self._tell(notices)
        count = len(proposals)
        self.sources.fill(
            f"The file names {count} source{'' if count == 1 else 's'}.",
            [Row(told_proposal(one), f"{one.text} {one.url}", one.span) for one in proposals],
        )
        self._fill_words(again=False)
        wanted = article is not None and article.id not in self._closed
        self.setVisible(wanted and self.has_anything())

    def _follow_words(self) -> None:
        article = self._article.article
        self._tell(article.notices if article else ())
        self._fill_words(again=True)

    def _tell(self, notices: tuple[str, ...]) -> None:
        more = len(notices) - NOTICES
        told = [*notices[:NOTICES], *([f"And {more} more."] if more > 0 else [])]
        self.told.setText("\n".join(isolate(notice) for notice in told))
        self._arrange()

    def _arrange(self) -> None:
        """While a list is open it stands alone, so that the article below keeps its room."""
        opened = next((one for one in self._sections if one.show_button.isChecked()), None)
        self.told.setVisible(bool(self.told.text()) and opened is None)
        for section in self._sections:
            section.head.setVisible(section.list.count() > 0 and opened in (None, section))
        rows = [self._top] if self.told.isVisibleTo(self) else []
        rows += [one.head_row for one in self._sections if one.head.isVisibleTo(self)]
        if rows:
            rows[0].addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._claim_room()

    def _claim_room(self) -> None:
        # Wrapped lines ask for less than they need where room is short, and would be cut.
        layout = self.layout()
        if layout is not None:
            layout.activate()
            needed = layout.totalHeightForWidth(max(self.width(), 200))
            self.setMinimumHeight(max(needed, 0))  # -1 where no line is shown that wraps

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._claim_room()

    def _fill_words(self, *, again: bool) -> None:
        article = self._article.article
        rows = left_out_rows(article) if article else ()
        self.left_out.fill(told_left_out(article) if article else "", rows, again=again)
        self._arrange()

    def _chosen_words(self) -> LeftOut | None:
        article, row = self._article.article, self.left_out.row
        return article.left_out[row] if article and 0 <= row < len(article.left_out) else None

    def _name_include(self) -> None:
        self._arrange()
        article, chosen = self._article.article, self._chosen_words()
        if article is None or chosen is None:
            return
        inside = is_included(article, chosen)
        self.include.setText("Leave out" if inside else "Include")
        self.include.setToolTip(
            "These words then no longer count as the article's own."
            if inside
            else "These words then stand at the article's end and count as its own."
        )
        self.include_all.setVisible(len(self._outside()) > 1)

    def _name_add(self) -> None:
        self._arrange()
        row, proposals = self.sources.row, self._proposals()
        self.add.setVisible(0 <= row < len(proposals))
        if 0 <= row < len(proposals):
            self.add.setText(
                "Add as source" if has_text(proposals[row]) else "Open or copy address…"
            )

    def _add(self) -> None:
        named = self._proposals()[self.sources.row]
        if has_text(named):
            self.source_wanted.emit(named)
        else:
            self.address_wanted.emit(named.url)


def has_text(proposal: ProposedSource) -> bool:
    """Whether a named source brings words of its own; a link brings its address alone."""
    return proposal.kind != "link" and bool(proposal.text.strip())


def told_proposal(proposal: ProposedSource) -> str:
    """“Footnote: UN press release, 16 September 2016” on one line."""
    words = " ".join(proposal.text.split())[:200]
    told = " · ".join(part for part in (words, proposal.url) if part)
    return f"{proposal.kind.capitalize()}: {isolate(told)}"
