"""One line that unfolds: a silhouette, a sentence, an act, and what more there is to tell below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.look.appearance import Appearance
from app.ui.look.labels import ElidedLabel, label, plain_tip
from app.ui.look.paint import verdict_pixmap
from app.ui.look.tokens import SPACE_1, SPACE_2


@dataclass(frozen=True)
class Folding:
    """What a line tells. `look` is that of a verdict; `more` stands below once unfolded; `act` is
    the word on its button, empty where there is none."""

    look: str
    told: str
    more: str = ""
    act: str = ""
    do: Callable[[], object] = lambda: None


class FoldingLine(QWidget):
    """Shows one Folding at a time; folded until the reviewer wants more."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._shown = Folding("", "")
        self._mark = QLabel()
        self.told = ElidedLabel("meta", appearance, tone="text")
        self.more = label("meta", appearance, tone="text_2", wrap=True)
        self.act = self._button("text")
        self.fold = self._button("quiet")
        self._lay_out()
        self.act.clicked.connect(lambda: self._shown.do())
        self.fold.clicked.connect(lambda: self.unfold(not self.unfolded))
        appearance.changed.connect(self._dress)

    def _button(self, variant: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("variant", variant)
        button.setProperty("size", "meta")
        return button

    def _lay_out(self) -> None:
        space = self._appearance.space
        row = QHBoxLayout()
        row.setSpacing(space(SPACE_2))
        row.addWidget(self._mark)
        row.addWidget(self.told, 1)
        row.addWidget(self.act)
        row.addWidget(self.fold)
        self.more.setContentsMargins(
            self._appearance.icon_size(14) + space(SPACE_2), 0, space(SPACE_2), space(SPACE_1)
        )
        self.more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(self.more)

    @property
    def unfolded(self) -> bool:
        """Whether all of it is told."""
        return not self.more.isHidden()

    def tell(self, folding: Folding, *, unfolded: bool = False) -> None:
        """Show this, folded or not."""
        self._shown = folding
        self.told.setText(folding.told)
        self.more.setText(folding.more)
        self.act.setText(folding.act)
        self.act.setAccessibleName(f"{folding.act}: {folding.told}")
        self.act.setVisible(bool(folding.act))
        self.fold.setVisible(bool(folding.more))
        self.unfold(unfolded)

    def unfold(self, on: bool) -> None:
        """Tell all of it, or one line."""
        self.more.setVisible(on and bool(self._shown.more))
        word = "Less" if self.unfolded else "More"
        self.fold.setAccessibleName(f"{word}: {self._shown.told}")
        self.fold.setToolTip(plain_tip(word))
        self._dress()

    def _dress(self) -> None:
        side = self._appearance.icon_size(14)
        ratio = self.devicePixelRatioF()
        self._mark.setPixmap(verdict_pixmap(self._shown.look, self._appearance.theme, side, ratio))
        name = "chevron_up" if self.unfolded else "chevron_down"
        self.fold.setIcon(self._appearance.icon(name, "text_2", 14))
        self.fold.setIconSize(QSize(side, side))
