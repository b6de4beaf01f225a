"""The verdict dock, fixed below the evidence: what is linked, what is not covered, the five keys.

Never blocks: an objection is asked once, in its place, with Enter to keep and Esc to go back.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.model.claim import Claim
from app.model.objection import Objection
from app.model.rating import Rating, RatingScale
from app.ui.deciding import Deciding
from app.ui.evidence.candidates import Candidates, Finding
from app.ui.evidence.coverage import uncovered_parts
from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap, KeyOf
from app.ui.look.labels import ground, label, plain_tip
from app.ui.look.paint import isolate
from app.ui.look.tokens import SPACE_2, SPACE_3, SPACE_4
from app.ui.open_article import OpenArticle
from app.ui.verdict.verdict_button import VerdictButton

#: Words typed as rationale are kept after so many milliseconds without a key.
KEEP_AFTER = 600

#: So many recent rationales are offered.
MOST_PHRASES = 8


class VerdictDock(QFrame):
    """Where a claim is decided. `released` tells that the dock needs the focus no longer."""

    released = Signal()

    def __init__(
        self,
        article: OpenArticle,
        candidates: Candidates,
        deciding: Deciding,
        appearance: Appearance,
        scale: RatingScale,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._article, self._candidates, self._deciding = article, candidates, deciding
        self._appearance = appearance
        self._claim_id = 0
        self._key: KeyOf = str
        self._compact = False
        ground(self, "dock")
        self.told = label("meta", appearance, tone="text_2", wrap=True)
        self.buttons = [VerdictButton(r, str(r.number), appearance) for r in scale.ratings]
        self.rationale = QLineEdit()
        self.phrases = QPushButton()
        self._question_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._asking = self._make_asking()
        self._rationale_line = QWidget()
        self._keep = QTimer(self)
        self._lay_out()
        self._connect()
        self._show_claim()

    def _make_asking(self) -> QFrame:
        space = self._appearance.space
        frame = QFrame()
        ground(frame, "notice")
        self.question = label("body", self._appearance, bold=True, wrap=True)
        self.keep_button = QPushButton("Keep it")
        self.back_button = QPushButton("Go back")
        acts = QHBoxLayout()
        acts.setSpacing(space(SPACE_2))
        acts.addWidget(self.keep_button)
        acts.addWidget(Keycap("Enter", self._appearance))
        acts.addWidget(self.back_button)
        acts.addWidget(Keycap("Esc", self._appearance, command="back"))
        acts.addStretch(1)
        self._question_row.setContentsMargins(
            space(SPACE_3), space(SPACE_2), space(SPACE_3), space(SPACE_2)
        )
        self._question_row.setSpacing(space(SPACE_2))
        self._question_row.addWidget(self.question, 1)
        self._question_row.addLayout(acts)
        frame.setLayout(self._question_row)
        frame.hide()
        return frame

    def _lay_out(self) -> None:
        space = self._appearance.space
        buttons = QHBoxLayout()
        buttons.setSpacing(space(SPACE_2))
        for button in self.buttons:
            buttons.addWidget(button)
        self.rationale.setPlaceholderText("Rationale — what in the source decides it?")
        self.rationale.setAccessibleName("Rationale")
        self.rationale.setMaxLength(20_000)
        line = QHBoxLayout(self._rationale_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(SPACE_2))
        line.addWidget(self.rationale, 1)
        self.phrases.setProperty("variant", "quiet")
        self.phrases.setAccessibleName("Recent rationales, key Down in the field")
        self.phrases.setToolTip(plain_tip("Recent rationales (Down)"))
        line.addWidget(self.phrases)
        line.addWidget(Keycap("R", self._appearance, command="rationale"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(space(SPACE_4), space(SPACE_3), space(SPACE_4), space(SPACE_3))
        whole.setSpacing(space(SPACE_2))
        whole.addWidget(self.told)
        whole.addWidget(self._asking)
        whole.addLayout(buttons)
        whole.addWidget(self._rationale_line)

    def _connect(self) -> None:
        for button in self.buttons:
            button.clicked.connect(lambda _=False, b=button: self._deciding.give(b.rating))
        self.keep_button.clicked.connect(self._deciding.confirm)
        self.back_button.clicked.connect(self._deciding.withdraw)
        self._deciding.asked.connect(self._ask)
        self._deciding.rationale_wanted.connect(self.write_rationale)
        self._deciding.take_rationale_from(self.rationale.text)
        self._article.leaving.connect(self.flush)
        self._article.current_changed.connect(lambda _: self._show_claim())
        self._article.claims_changed.connect(self._follow)
        self._candidates.changed.connect(self._tell)
        self._candidates.linked_changed.connect(self._tell)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP_AFTER)
        self._keep.timeout.connect(self.flush)
        self.rationale.textEdited.connect(lambda _: self._keep.start())
        self.rationale.installEventFilter(self)
        self.phrases.clicked.connect(self.offer_phrases)
        self._appearance.changed.connect(self._dress)
        self._dress()

    def set_compact(self, on: bool) -> None:
        """Show icons and keys without words, where the candidates need the room."""
        self._compact = on
        self.told.setVisible(not on)
        down = QBoxLayout.Direction.TopToBottom
        self._question_row.setDirection(down if on else QBoxLayout.Direction.LeftToRight)
        self._share_room()
        for button in self.buttons:
            button.set_compact(on)

    def _share_room(self) -> None:
        """What is asked comes before what could be written."""
        self._rationale_line.setVisible(not (self._compact and self._deciding.question))

    # Rationale

    def write_rationale(self) -> None:
        """Put the caret into the rationale."""
        self.rationale.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.rationale.selectAll()

    def flush(self) -> None:
        """Keep the words typed so far for the claim they were typed for."""
        self._keep.stop()
        if self._claim_id:
            self._deciding.write_rationale(self._claim_id, self.rationale.text())

    def save_and_advance(self) -> None:
        """Keep the words typed and go to the next claim that is still to review."""
        self.flush()
        self.released.emit()
        self._deciding.advance()

    def recent_phrases(self) -> tuple[str, ...]:
        """The rationales last given in this article, the newest first, each once."""
        given = [
            (review.verdict.given, review.rationale.strip())
            for review in self._article.reviews.values()
            if review.verdict and review.claim_id != self._claim_id and review.rationale.strip()
        ]
        told = dict.fromkeys(words for _, words in sorted(given, reverse=True))
        return tuple(told)[:MOST_PHRASES]

    def offer_phrases(self) -> None:
        """Show the recent rationales; the one chosen stands in the field, still to be changed."""
        menu = QMenu(self)
        metrics = menu.fontMetrics()
        for words in self.recent_phrases():
            room = max(200, self.rationale.width() - 60)
            shown = metrics.elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, room)
            action = menu.addAction(shown.replace("&", "&&"))
            action.triggered.connect(lambda _=False, words=words: self._use_phrase(words))
        if menu.isEmpty():
            menu.addAction("No rationale was given in this article yet").setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        above = menu.sizeHint().height()
        menu.popup(self.rationale.mapToGlobal(QPoint(0, -above)))
        if self.recent_phrases():
            menu.setActiveAction(menu.actions()[0])

    def _use_phrase(self, words: str) -> None:
        self.rationale.setText(words)
        self.rationale.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep.start()

    def _dress(self) -> None:
        side = self._appearance.icon_size(16)
        self.phrases.setIcon(self._appearance.icon("chevron_down", "text_2"))
        self.phrases.setIconSize(QSize(side, side))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.rationale:
            if event.type() == QEvent.Type.FocusOut:
                self.flush()
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._leave_rationale(event)
        return super().eventFilter(watched, event)

    def _leave_rationale(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down:
            self.offer_phrases()
            return True
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            return False
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() != Qt.Key.Key_Escape:
            self.save_and_advance()
            return True
        self.flush()
        # Out of the field the single keys decide again.
        self.released.emit()
        return True

    # Following

    def _show_claim(self) -> None:
        self.flush()
        claim = self._article.current
        self._claim_id = claim.id if claim else 0
        self.rationale.setText(self._article.review(self._claim_id).rationale if claim else "")
        self.setEnabled(claim is not None)
        self._show_verdict()
        self._tell()

    def _follow(self, claim_ids: frozenset[int]) -> None:
        if self._claim_id in claim_ids:
            kept = self._article.review(self._claim_id).rationale
            if not self.rationale.hasFocus() and not self._keep.isActive():
                self.rationale.setText(kept)
            self._show_verdict()
            self._tell()

    def _show_verdict(self) -> None:
        verdict = self._article.review(self._claim_id).verdict if self._claim_id else None
        for button in self.buttons:
            # Another scale may have a rating of the same key that means something else.
            button.setChecked(
                verdict is not None and self._article.verdicts.rating(verdict) == button.rating
            )

    def _tell(self) -> None:
        claim = self._article.current
        told = [self._foreign_sentence(claim), self._linked_sentence(claim)] if claim else []
        self.told.setText("  ·  ".join(part for part in told if part))

    def _foreign_sentence(self, claim: Claim) -> str:
        """What no button can show: a verdict in force that was given on another scale."""
        verdict = self._article.review(claim.id).verdict
        if verdict is None or any(button.isChecked() for button in self.buttons):
            return ""
        scale = self._article.verdicts.scale_name(verdict)
        return f"Verdict: {self._article.verdicts.word(claim.id)} ({scale})"

    def _linked_sentence(self, claim: Claim) -> str:
        review = self._article.review(claim.id)
        if not review.evidence:
            if self._candidates.state is Finding.NONE and not self._candidates.elsewhere:
                return (
                    f"No source linked. {_can_still([b.rating for b in self.buttons], self._key)}"
                )
            noted = " Noted in the report." if self._lacks_source(claim) else ""
            return f"No source linked yet. Press a letter to link, then a number to decide.{noted}"
        named = []
        for evidence in review.evidence:
            letter = self._candidates.letter_of(evidence)
            match = self._candidates.links.of(evidence)
            source = match.source if match else None
            title = isolate(source.publisher or source.title) if source else ""
            stance = f" ({evidence.stance.value})" if evidence.stance else ""
            named.append(f"{letter} {title}{stance}".strip())
        told = f"Linked: {', '.join(named)}"
        missing = uncovered_parts(claim, self._candidates.links.all(), self._candidates.own())
        if not missing:
            return told
        return f"{told}  ·  Not covered: {', '.join(part.text for part in missing)}"

    def follow_keys(self, key: KeyOf) -> None:
        """Tell the keys that are bound now."""
        self._key = key
        self._tell()

    def _lacks_source(self, claim: Claim) -> bool:
        rating = self._article.verdicts.rating(self._article.review(claim.id).verdict)
        return rating is not None and rating.needs_source

    def _ask(self, objection: Objection | None) -> None:
        if objection is not None:
            letter = self._letter_of(objection.evidence_id)
            self.question.setText(objection.naming(letter))
        had_focus = self._asking.isAncestorOf(QApplication.focusWidget() or self)
        self._asking.setVisible(objection is not None)
        self._share_room()
        if objection is not None:
            self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:
            self.released.emit()

    def _letter_of(self, evidence_id: int) -> str:
        for evidence in self._article.review(self._claim_id).evidence:
            if evidence.id == evidence_id:
                return self._candidates.letter_of(evidence)
        return ""


def _can_still(ratings: Iterable[Rating], key: KeyOf) -> str:
    """What there is to do for a claim that nothing in the library matches."""
    keys = [key(f"verdict-{rating.key}") for rating in ratings if not rating.needs_source]
    told = [f"record {' or '.join(filter(None, keys))}"] if any(keys) else []
    if later := key("next-unreviewed"):
        told.append(f"press {later} to come back")
    return f"You can still {', or '.join(told)}." if told else ""
