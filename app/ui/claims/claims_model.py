"""The claims of the open article as a Qt model, one a row. Knows no look."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.model.claim import Claim
from app.model.review import ReviewState
from app.ui.look.labels import plain_tip
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger

ClaimRole = Qt.ItemDataRole.UserRole + 1
ReviewRole = Qt.ItemDataRole.UserRole + 2
CurrentRole = Qt.ItemDataRole.UserRole + 3
VerdictRole = Qt.ItemDataRole.UserRole + 5  # its word, and its look in the theme
OtherRole = Qt.ItemDataRole.UserRole + 4  # numbers of the claims it does not fit together with

Index = QModelIndex | QPersistentModelIndex


class ClaimsModel(QAbstractListModel):
    """The claims shown, in their order."""

    def __init__(self, article: OpenArticle, ledger: OpenLedger) -> None:
        super().__init__()
        self._article, self._ledger = article, ledger
        self._shown = 0
        article.shown_changed.connect(self._reset)
        article.opened.connect(self._reset)
        article.article_changed.connect(self._reset)
        article.claims_changed.connect(self._touch)
        article.current_changed.connect(self._move_current)
        ledger.changed.connect(self._touch_all)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._article.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._article.shown):
            return None
        claim = self._article.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return claim.statement
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(claim.statement)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._tell(index.row())
        if role == ClaimRole:
            return claim
        if role == ReviewRole:
            return self._article.review(claim.id)
        if role == VerdictRole:
            return self._article.verdicts.word(claim.id), self._article.verdicts.look(claim.id)
        if role == CurrentRole:
            return claim is self._article.current
        if role == OtherRole:
            return self._others(claim)
        return None

    def claim_id(self, row: int) -> int:
        """The id of the claim in this row; 0 beyond the ends."""
        claims = self._article.shown
        return claims[row].id if 0 <= row < len(claims) else 0

    def _tell(self, row: int) -> str:
        claim = self._article.shown[row]
        review = self._article.review(claim.id)
        sources = len(review.evidence)
        told = [
            f"Claim {claim.position} of {len(self._article.claims)}",
            self._article.verdicts.word(claim.id),
            f"{sources} source{'' if sources == 1 else 's'}",
        ]
        if review.state is ReviewState.FLAGGED:
            told.append("flagged")
        if others := self._others(claim):
            told.append(f"look at claim {' and '.join(map(str, others))}")
        if claim.speaker:
            told.append(f"said by {claim.speaker}")
        return f"{', '.join(told)}: {claim.statement}"

    def _others(self, claim: Claim) -> tuple[int, ...]:
        pairs = (one.claims for one in self._ledger.inconsistencies_of(claim.id))
        ids = {claim_id for pair in pairs for claim_id in pair} - {claim.id}
        return tuple(sorted(self._article.place(claim_id) + 1 for claim_id in ids))

    def _touch_all(self) -> None:
        if self._article.shown:
            last = self.index(len(self._article.shown) - 1)
            self.dataChanged.emit(self.index(0), last, [OtherRole])

    def _reset(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def _touch(self, claim_ids: frozenset[int]) -> None:
        for claim_id in claim_ids:
            self._touch_one(claim_id)

    def _touch_one(self, claim_id: int) -> None:
        row = self._article.row(claim_id)
        if row >= 0:
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def _move_current(self, claim_id: int) -> None:
        before, self._shown = self._shown, claim_id
        self._touch_one(before)
        self._touch_one(claim_id)
