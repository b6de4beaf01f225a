"""What this program is, which version, and under which licences it may be used and passed on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap
from app.ui.look.labels import label
from app.ui.look.tokens import SPACE_2, SPACE_3, SPACE_5
from app.ui.overlays.overlay import Overlay

_WIDTH, _HEIGHT = 720, 560


class About(Overlay):
    """The card of the Help menu; `notices` is asked for when the card is first opened."""

    def __init__(
        self, window: QWidget, appearance: Appearance, version: str, notices: Callable[[], str]
    ) -> None:
        super().__init__(window, appearance)
        self._notices = notices
        self.setAccessibleName("About Claimdesk")
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName("Licences")
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._text.setTabChangesFocus(True)
        self._lay_out(version)

    def card_rect(self) -> QRect:
        width = min(self._appearance.space(_WIDTH), self.width() - 48)
        height = min(self._appearance.space(_HEIGHT), self.height() - 48)
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def open(self) -> None:
        if not self._text.toPlainText():
            self._text.setPlainText(self._notices())
        super().open()
        self._text.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self, version: str) -> None:
        space = self._appearance.space
        whole = QVBoxLayout(self.card)
        whole.setContentsMargins(*[space(SPACE_5)] * 4)
        whole.setSpacing(space(SPACE_2))
        head = QHBoxLayout()
        head.addWidget(label("title", self._appearance, text=f"Claimdesk {version}"))
        head.addStretch(1)
        head.addWidget(Keycap("Esc", self._appearance))
        whole.addLayout(head)
        told = (
            "Checks the claims of an article against sources on this computer. No account, no "
            "network, no model: it explains, you decide."
        )
        whole.addWidget(label("body", self._appearance, tone="text_2", text=told, wrap=True))
        whole.addSpacing(space(SPACE_3))
        whole.addWidget(label("meta", self._appearance, tone="text_3", bold=True, text="Licences"))
        whole.addWidget(self._text, 1)
