"""Every verdict that was ever given on the current claim: who, when, what, on which evidence."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.model.review import Verdict
from app.ui.evidence.candidates import Candidates
from app.ui.evidence.earlier_verdicts import told_day
from app.ui.evidence.folding_line import Folding, FoldingLine
from app.ui.look.appearance import Appearance
from app.ui.look.labels import ground, label
from app.ui.look.paint import isolate
from app.ui.look.tokens import SPACE_1, SPACE_2, SPACE_3
from app.ui.open_article import OpenArticle


class ClaimHistory(QWidget):
    """A section above the candidates, shown when asked for.

    `restore_wanted` carries the id of the verdict to put in force; `released` tells that it is
    closed, `made` carries a button that was not there before.
    """

    restore_wanted = Signal(int)
    released = Signal()
    made = Signal(object)

    def __init__(
        self, article: OpenArticle, candidates: Candidates, appearance: Appearance
    ) -> None:
        super().__init__()
        self._article, self._candidates, self._appearance = article, candidates, appearance
        self._ground = QFrame()
        ground(self._ground, "sunken")
        self.title = label("meta", appearance, tone="text_3", bold=True)
        self.close_button = QPushButton()
        self.close_button.setProperty("variant", "quiet")
        self.close_button.setAccessibleName("Close history")
        self.none = label("meta", appearance, tone="text_2", wrap=True)
        self.lines: list[FoldingLine] = []
        self._rows = QVBoxLayout()
        self._inside = QWidget()
        self._scroll = QScrollArea()
        self._lay_out()
        self.close_button.clicked.connect(self.leave)
        article.current_changed.connect(lambda _: self._follow())
        article.claims_changed.connect(lambda _: self._follow())
        appearance.changed.connect(self._dress)
        self._dress()
        self.hide()

    def _lay_out(self) -> None:
        space = self._appearance.space
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(space(SPACE_1))
        ground(self._inside, "sunken")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName("Verdicts given on this claim")
        column = QVBoxLayout(self._ground)
        column.setContentsMargins(space(SPACE_3), space(SPACE_1), space(SPACE_2), space(SPACE_2))
        column.setSpacing(space(SPACE_1))
        column.addLayout(head)
        column.addWidget(self._scroll)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, space(SPACE_2))
        whole.addWidget(self._ground)

    def toggle(self) -> None:
        """Open the history of the current claim, or close it."""
        if self.isVisible():
            self.leave()
        else:
            self.show()
            self._follow()

    def leave(self) -> bool:
        """Close it; whether it was open."""
        was_open = self.isVisible()
        self.hide()
        if was_open:
            self.released.emit()
        return was_open

    def _follow(self) -> None:
        claim = self._article.current
        if self.isHidden() or claim is None:
            return
        log = self._article.verdicts.log(claim.id)
        in_force = self._article.review(claim.id).verdict
        self.title.setText(f"HISTORY OF CLAIM {claim.position}")
        self.none.setText("No verdict was given yet. What you decide is kept here for good.")
        self.none.setVisible(not log)
        while len(self.lines) < len(log):
            self.lines.append(FoldingLine(self._appearance))
            self._rows.addWidget(self.lines[-1])
            self.made.emit(self.lines[-1].act)
            self.made.emit(self.lines[-1].fold)
        newest_first = list(reversed(log))
        for line, verdict in zip(
            self.lines, (*newest_first, *[None] * len(self.lines)), strict=False
        ):
            line.setVisible(verdict is not None)
            if verdict is not None:
                here = in_force is not None and in_force.id == verdict.id
                line.tell(self._folding(verdict, here), unfolded=here)
        self._fit()

    def _folding(self, verdict: Verdict, in_force: bool) -> Folding:
        rating = self._article.verdicts.rating(verdict)
        word = (rating.name if rating else verdict.rating) or "Verdict cleared"
        at = datetime.fromisoformat(verdict.given).astimezone()
        who = isolate(verdict.reviewer) or "No name"
        count = len(verdict.evidence)
        sources = f"{count} source{'' if count == 1 else 's'}" if count else "no source"
        stands = " · in force" if in_force else ""
        told = f"{word}{stands} · {who} · {told_day(verdict.given)}, {at:%H:%M} · {sources}"
        more = [*(f"On {isolate(name)}" for name in self._sources(verdict))]
        if verdict.rationale.strip():
            more.append(f"“{isolate(verdict.rationale.strip())}”")
        if verdict.acknowledged:
            more.append(f"Asked and kept: {isolate(verdict.acknowledged)}")
        if in_force:
            return Folding(rating.look if rating else "", told, "\n".join(more))
        act = "Restore" if verdict.rating else ""
        return Folding(rating.look if rating else "", told, "\n".join(more), act,
                       lambda: self.restore_wanted.emit(verdict.id))  # fmt: skip

    def _sources(self, verdict: Verdict) -> list[str]:
        names = []
        for passage_id in verdict.evidence:
            source = self._candidates.links.source_of(passage_id)
            if source is None:
                names.append("a source that is no longer in the library")
                continue
            names.append(" · ".join(p for p in (source.title, source.publisher) if p))
        return names

    def _fit(self) -> None:
        # The candidates stay in sight below: a long history is scrolled, and where even that takes
        # too much room, it is this section that gives way and not the claim above it.
        line = round(self._appearance.metrics("body").height() + 12)
        self._inside.adjustSize()
        wanted = min(max(self._inside.sizeHint().height(), line), 5 * line)
        self._scroll.setMaximumHeight(wanted)
        self._scroll.setMinimumHeight(min(wanted, line))

    def _dress(self) -> None:
        side = self._appearance.icon_size(14)
        self.close_button.setIcon(self._appearance.icon("close", "text_2", 14))
        self.close_button.setIconSize(QSize(side, side))
        self._fit()
