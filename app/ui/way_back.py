"""Esc: one step back from wherever one is, and never trapped. Knows the order of the steps."""

from __future__ import annotations

from app.ui.article.selection_acts import SelectionActs
from app.ui.deciding import Deciding
from app.ui.evidence.candidates import Candidates
from app.ui.leaving import LeavingBar
from app.ui.window import Window


class WayBack:
    """What was opened last is left first; in the end the candidates have the focus."""

    def __init__(
        self,
        window: Window,
        deciding: Deciding,
        candidates: Candidates,
        selection: SelectionActs,
        leaving: LeavingBar,
    ) -> None:
        self._window, self._deciding, self._candidates = window, deciding, candidates
        self._selection, self._leaving = selection, leaving

    def go(self) -> None:
        """Take one step back."""
        evidence, article = self._window.evidence_pane, self._window.article_pane
        if self._leaving.stay():
            return
        if self._window.page is not None:
            self._window.leave_page()
        elif self._deciding.question is not None:
            self._deciding.withdraw()
        elif evidence.claim.leave():
            return
        elif article.in_context:
            article.close_source()
        elif article.excuse.isVisible():
            article.excuse.close_bar()
        elif self._selection.close():
            return
        elif self._candidates.elsewhere:
            evidence.end_search()
            evidence.list.setFocus()
        elif evidence.history.leave():
            return
        else:
            evidence.list.setFocus()
