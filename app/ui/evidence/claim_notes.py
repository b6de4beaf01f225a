"""Quiet lines under the claim: what it does not fit together with, and what could be changed.

Each says one thing with one act; none is done by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.model.claim import Claim, Offer
from app.model.inconsistency import Inconsistency
from app.ui.look.appearance import Appearance
from app.ui.look.labels import ElidedLabel
from app.ui.look.paint import isolate
from app.ui.look.tokens import SPACE_1, SPACE_2
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from app.ui.open_offers import OpenOffers, second_half

#: More lines than these would push the candidates out of sight.
MOST_WARNINGS, MOST_OFFERS = 2, 1


@dataclass(frozen=True)
class Note:
    """One line. `act` is the word on its button."""

    icon: str
    told: str
    act: str
    do: Callable[[], object]


class ClaimNotes(QWidget):
    """`other_wanted` carries the claim to go to, `split_wanted` asks where to split, and
    `wording_wanted` carries the sentence that is offered."""

    other_wanted = Signal(int)
    split_wanted = Signal()
    wording_wanted = Signal(str)

    def __init__(
        self, article: OpenArticle, ledger: OpenLedger, offers: OpenOffers, appearance: Appearance
    ) -> None:
        super().__init__()
        self._article, self._ledger, self._offers = article, ledger, offers
        self._appearance = appearance
        self._compact = self._aside = False
        self._notes: tuple[Note, ...] = ()
        self._rows = [NoteLine(appearance) for _ in range(MOST_WARNINGS + MOST_OFFERS)]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, appearance.space(SPACE_1), 0, 0)
        whole.setSpacing(0)
        for number, row in enumerate(self._rows):
            whole.addWidget(row)
            row.button.clicked.connect(lambda _=False, number=number: self._notes[number].do())
        article.current_changed.connect(lambda _: self._follow())
        article.claims_changed.connect(lambda _: self._follow())
        ledger.changed.connect(self._follow)
        offers.changed.connect(self._follow)
        self._follow()

    def set_compact(self, on: bool) -> None:
        """Show warnings only, where the candidates need the room."""
        self._compact = on
        self._follow()

    def set_aside(self, on: bool) -> None:
        """Offer nothing while what was offered is being chosen."""
        self._aside = on
        self._follow()

    def others(self) -> tuple[int, ...]:
        """The claims that the current one does not fit together with."""
        claim = self._article.current
        if claim is None:
            return ()
        found = self._ledger.inconsistencies_of(claim.id)
        return tuple(_other(one, claim.id)[0] for one in found)

    def _follow(self) -> None:
        claim = self._article.current
        self._notes = (*self._warnings(claim), *self._offered(claim)) if claim else ()
        for row, note in zip(self._rows, (*self._notes, *[None] * len(self._rows)), strict=False):
            row.setVisible(note is not None)
            if note is not None:
                row.tell(note)
        self.setVisible(bool(self._notes))

    def _warnings(self, claim: Claim) -> list[Note]:
        notes = []
        for one in self._ledger.inconsistencies_of(claim.id)[:MOST_WARNINGS]:
            other_id, theirs, ours = _other(one, claim.id)
            other = self._article.claim(other_id)
            if other is not None:
                told = f"Look here: claim {other.position} says {isolate(theirs)}"
                told += f", this one {isolate(ours)}."
                notes.append(
                    Note("warning", told, f"Go to {other.position}",
                         lambda other_id=other_id: self.other_wanted.emit(other_id))  # type: ignore[misc]
                )  # fmt: skip
        return notes

    def _offered(self, claim: Claim) -> list[Note]:
        article = self._article.article
        if self._compact or self._aside or article is None:
            return []
        notes = [
            Note("split", f"Could be split: … | {second_half(claim, offer, article.text)}", "Split",
                 self.split_wanted.emit)
            for offer in self._offers.splits
        ]  # fmt: skip
        notes += [self._wording(offer) for offer in self._offers.wordings]
        return notes[:MOST_OFFERS]

    def _wording(self, offer: Offer) -> Note:
        def use() -> None:
            self.wording_wanted.emit(self._offers.reworded(offer))

        return Note("edit", offer.reason, "Reword", use)


class NoteLine(QWidget):
    """An icon, a sentence on one line, and a button."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._note: Note | None = None
        self._icon = QLabel()
        self.told = ElidedLabel("meta", appearance, tone="text_2")
        self.button = QPushButton()
        self.button.setProperty("variant", "text")
        self.button.setProperty("size", "meta")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.space(SPACE_2))
        row.addWidget(self._icon)
        row.addWidget(self.told, 1)
        row.addWidget(self.button)
        appearance.changed.connect(self._dress)

    def tell(self, note: Note) -> None:
        """Show this note."""
        self._note = note
        self.told.setText(note.told)
        self.button.setText(note.act)
        self.button.setAccessibleName(f"{note.act}: {note.told}")
        self._dress()

    def _dress(self) -> None:
        if self._note is not None:
            side = self._appearance.icon_size(14)
            made = self._appearance.icon(self._note.icon, "text_2", 14)
            self._icon.setPixmap(made.pixmap(QSize(side, side)))


def _other(one: Inconsistency, claim_id: int) -> tuple[int, str, str]:
    """The other claim of a pair, its words that differ, and those of this one."""
    first, second = one.claims
    if claim_id == first:
        return second, one.second.text, one.first.text
    return first, one.first.text, one.second.text
