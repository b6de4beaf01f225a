"""The current claim above its evidence: number, speaker, sentence, what can be changed about it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.evidence.candidates import Candidates
from app.ui.evidence.claim_editor import ClaimEditor
from app.ui.evidence.claim_header import ClaimHeader
from app.ui.evidence.claim_notes import ClaimNotes
from app.ui.evidence.split_chooser import SplitChooser
from app.ui.look.appearance import Appearance
from app.ui.look.labels import ElidedLabel, label
from app.ui.look.paint import isolate
from app.ui.look.tokens import SPACE_1, SPACE_2
from app.ui.look.tool_button import Tool, ToolButton
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from app.ui.open_offers import OpenOffers, second_half


class ClaimSection(QWidget):
    """`released` tells that none of its fields needs the focus any longer; `where_unknown` that
    the reviewer wants to split and nothing is offered."""

    released = Signal()
    where_unknown = Signal()

    def __init__(
        self,
        article: OpenArticle,
        candidates: Candidates,
        ledger: OpenLedger,
        offers: OpenOffers,
        appearance: Appearance,
    ) -> None:
        super().__init__()
        self._article, self._offers, self._appearance = article, offers, appearance
        self.title = label("meta", appearance, tone="text_3", bold=True)
        self._speaker = ElidedLabel("meta", appearance, tone="text_3")
        self._tools = QHBoxLayout()
        self.buttons: list[ToolButton] = []
        self.header = ClaimHeader(article, candidates, appearance)
        self.editor = ClaimEditor(appearance)
        self.splits = SplitChooser(appearance)
        self.notes = ClaimNotes(article, ledger, offers, appearance)
        self._lay_out()
        article.leaving.connect(self.editor.keep)
        article.current_changed.connect(lambda _: self._show_claim())
        article.claims_changed.connect(lambda _: self._show_claim())
        article.opened.connect(self._show_claim)
        self.editor.released.connect(self._show_sentence)
        self.editor.released.connect(self.released)
        self.splits.released.connect(self.released)
        self.splits.closed.connect(lambda: self.notes.set_aside(False))
        self.notes.wording_wanted.connect(self._edit_words)
        self._show_claim()

    def _lay_out(self) -> None:
        space = self._appearance.space
        self._tools.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(space(SPACE_2))
        top.addWidget(self.title)
        self._speaker.setAlignment(Qt.AlignmentFlag.AlignRight)
        top.addWidget(self._speaker, 1)
        top.addLayout(self._tools)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addSpacing(space(SPACE_1))
        whole.addWidget(self.header)
        whole.addWidget(self.editor)
        whole.addWidget(self.splits)
        whole.addWidget(self.notes)

    def take_tools(self, tools: Iterable[Tool]) -> None:
        """Put these acts beside the claim's number."""
        for tool in tools:
            button = ToolButton(tool, self._appearance)
            self._tools.addWidget(button)
            self.buttons.append(button)

    def set_compact(self, on: bool) -> None:
        """Use fewer lines, where the candidates need the room."""
        self.header.set_compact(on)
        self.notes.set_compact(on)

    # Changing the claim

    def edit(self, words: str = "") -> None:
        """Make the sentence a field; `words` stand in it instead, still to be kept."""
        claim = self._article.current
        if claim is not None:
            self.splits.leave()
            self.editor.edit(claim.id, claim.statement, reworded=claim.reworded, words=words)
            self.header.hide()

    def ask_split(self) -> None:
        """Ask where to split the claim; nothing is asked where nothing is offered."""
        claim, article = self._article.current, self._article.article
        offers = self._offers.splits
        if claim is None or article is None or not offers:
            self.where_unknown.emit()
            return
        self.splits.ask(offers, [second_half(claim, offer, article.text) for offer in offers])
        self.notes.set_aside(True)

    def leave(self) -> bool:
        """Leave what is being edited or chosen; whether there was anything."""
        for part in (self.editor, self.splits):
            if part.isVisible():
                part.leave()
                return True
        return False

    def _edit_words(self, words: str) -> None:
        self.edit(words)

    # Following

    def _show_claim(self) -> None:
        claim, count = self._article.current, len(self._article.claims)
        self.title.setText(f"CLAIM {claim.position} OF {count}" if claim else "")
        self._speaker.setText(f"says {isolate(claim.speaker)}" if claim and claim.speaker else "")
        for button in self.buttons:
            button.setEnabled(claim is not None)
        if self.editor.claim_id and (claim is None or claim.id != self.editor.claim_id):
            # Words typed for a claim that was left are kept for it.
            self.editor.keep()
        if claim is None or not self.splits.hasFocus():
            self.splits.hide()
        self._show_sentence()

    def _show_sentence(self) -> None:
        self.header.setVisible(not self.editor.claim_id)
