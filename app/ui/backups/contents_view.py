"""What one backup holds: its figures, and each article with how far its review is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QVBoxLayout

from app.model.library import BackupContents
from app.ui.backups.told import counted, told_moment, told_size
from app.ui.look.appearance import Appearance
from app.ui.look.labels import ground, label
from app.ui.look.paint import isolate
from app.ui.look.tokens import SPACE_2, SPACE_3, SPACE_4


class ContentsView(QFrame):
    """A card; read-only."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        ground(self, "card")
        self.title = label("claim", appearance, wrap=True)
        self.figures = label("body", appearance, tone="text_2", wrap=True)
        self.articles = QListWidget()
        self.articles.setAccessibleName("The articles in this backup")
        self.articles.setFrameShape(QFrame.Shape.NoFrame)
        self.articles.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.articles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.articles.setTextElideMode(Qt.TextElideMode.ElideRight)
        # In line with the rows of the list, which have room around their words.
        for words in (self.title, self.figures):
            words.setIndent(appearance.space(SPACE_3) - 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(
            *(appearance.space(one) for one in (SPACE_2, SPACE_4, SPACE_2, SPACE_4))
        )
        rows.setSpacing(appearance.space(SPACE_2))
        rows.addWidget(self.title)
        rows.addWidget(self.figures)
        rows.addWidget(self.articles, 1)

    def show_contents(self, contents: BackupContents) -> None:
        """Tell what this backup holds, or why that cannot be told."""
        backup, info = contents.backup, contents.info
        self.title.setText(told_moment(backup.made))
        self.articles.clear()
        self.articles.setVisible(info is not None)
        if info is None:
            self.figures.setText(f"{told_size(backup.bytes)}. {contents.trouble}")
            return
        self.figures.setText(
            f"{counted(info.verdicts, 'verdict')} given on {counted(info.claims, 'claim')}, "
            f"{info.reviewed:,} of them in force; {counted(info.sources, 'source')} with "
            f"{counted(info.passages, 'passage')}; {told_size(backup.bytes)}."
        )
        for one in contents.articles:
            done = f"{one.reviewed} of {counted(one.claims, 'claim')} reviewed"
            self.articles.addItem(f"{isolate(one.title)}\n{done}")
