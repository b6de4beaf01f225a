"""The reviewer's acts on claims and words, at what is pointed at: selection, caret, zone, claim.

Knows the panes that point and the editing that does; decides nothing about claims itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.model.article import Zone
from app.ui.article.article_pane import ArticlePane
from app.ui.article.folds import ZONE_NAMES
from app.ui.article.selection_acts import SelectionActs
from app.ui.commands.claim_commands import ClaimActs
from app.ui.editing import Editing
from app.ui.evidence.claim_section import ClaimSection
from app.ui.look.keycap import KeyOf
from app.ui.look.paint import isolate
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger

Say = Callable[[str], None]


class WordActs(QObject):
    """What Claim, Go and View offer for the words of the open article."""

    def __init__(
        self,
        article: OpenArticle,
        ledger: OpenLedger,
        editing: Editing,
        pane: ArticlePane,
        claim: ClaimSection,
        say: Say,
    ) -> None:
        super().__init__()
        self._article, self._ledger, self._editing = article, ledger, editing
        self._pane, self._claim, self._say = pane, claim, say
        self._selection: SelectionActs | None = None
        self._key: KeyOf = str
        pane.excuse.chosen.connect(editing.excuse)
        pane.ledger_line.next_wanted.connect(self.next_open)
        pane.ledger_line.closed.connect(lambda: ledger.show(False))
        pane.view.bars.put.connect(self._put)
        pane.file_bar.put_wanted.connect(editing.include_left_out)
        claim.editor.kept.connect(editing.reword)
        claim.splits.chosen.connect(editing.split)
        claim.notes.split_wanted.connect(self.split)
        claim.notes.other_wanted.connect(article.choose)
        claim.where_unknown.connect(self._ask_for_caret)

    def follow(self, selection: SelectionActs, key: KeyOf) -> None:
        """Where the words are that an act is about, and which key a command has."""
        self._selection, self._key = selection, key

    def acts(self) -> ClaimActs:
        """What the commands call."""
        article, editing = self._article, self._editing
        return ClaimActs(
            create=self.create,
            edit=lambda: self._claim.edit(),
            reset=self._reset,
            split=self.split,
            merge=editing.merge,
            move=self._move,
            remove=editing.remove,
            go_to_other=self._go_to_other,
            put_in_or_out=self.put_in_or_out,
            excuse=self.excuse,
            take_back_excuse=self._take_back_excuse,
            next_open=self.next_open,
            show_ledger=lambda: self._ledger.show(not self._ledger.shown),
            ledger_is_shown=lambda: self._ledger.shown,
            fold_outside=self._pane.view.fold_outside,
            article_is_open=lambda: article.article is not None,
            has_claim=lambda: article.current is not None,
            is_reworded=lambda: article.current is not None and article.current.reworded,
            does_not_fit=lambda: bool(self._claim.notes.others()),
        )

    def selected_words(self) -> str:
        """What is selected in the text that is shown; empty for nothing."""
        view = self._pane.reading
        span = view.selection()
        return span.of(view.text) if span else ""

    # Claims

    def create(self) -> None:
        """Make a claim of the words that are selected, or of the open ones at the caret."""
        span = self._selection.words() if self._selection else None
        if span is None:
            self._ask_for("Select the words of the article that state something", "new-claim")
            return
        self._pane.close_source()
        self._forget_selection()
        self._editing.create(span)

    def split(self) -> None:
        """Split the claim at the caret, or ask where."""
        claim, view = self._article.current, self._pane.view
        caret = view.caret()
        if claim and view.hasFocus() and claim.span.start < caret < claim.span.end:
            self._editing.split(caret)
        else:
            self._claim.ask_split()
            if self._claim.splits.isVisible():
                self._say("A number or Enter splits there, Esc leaves the claim whole.")

    def _ask_for_caret(self) -> None:
        self._ask_for("Put the caret where the second claim begins", "split-claim")

    def _ask_for(self, what: str, command: str) -> None:
        """Tell what is needed first, and the key to press then."""
        key = self._key(command)
        self._say(f"{what}, then press {key}." if key else f"{what}.")

    def _move(self) -> None:
        span = self._pane.view.selection()
        if span is None:
            self._ask_for("Select the words that the claim should stand at", "move-claim")
            return
        self._forget_selection()
        self._editing.move(span)

    def _reset(self) -> None:
        claim = self._article.current
        if claim is not None and claim.reworded:
            self._editing.reword(claim.id, "")

    def _go_to_other(self) -> None:
        others = self._claim.notes.others()
        if others:
            self._article.choose(others[0])

    # Words

    def put_in_or_out(self) -> None:
        """Put the zone at the selection, at the caret or under its focused line in or out; with
        the list of words that the file does not show in focus, those."""
        if self._pane.file_bar.left_out.list.hasFocus():
            self._pane.file_bar.put()
            return
        selected = self._pane.view.selection()
        zone = self._selection.zone() if self._selection else None
        if zone is None:
            return
        if selected is not None and zone.span.covers(selected):
            self._forget_selection()
            self._editing.include_span(selected, not zone.included)
        else:
            self._put(zone)

    def _put(self, zone: Zone | None) -> None:
        if zone is not None:
            self._forget_selection()
            self._pane.view.folds.fold(zone, False)
            self._editing.include(zone, ZONE_NAMES[zone.kind])

    def excuse(self) -> None:
        """Ask why the words need no check."""
        span = self._selection.words() if self._selection else None
        if span is None:
            self._ask_for("Select words that need no check", "excuse-words")
            return
        self._forget_selection()
        self._pane.close_source()
        self._pane.excuse.ask(span, isolate(span.of(self._pane.view.text)))
        self._pane.view.select(span)
        self._pane.view.bring(span)

    def _take_back_excuse(self) -> None:
        span = self._selection.words() if self._selection else None
        if span is not None:
            self._forget_selection()
            self._editing.unexcuse(span)

    def next_open(self, direction: int = 1) -> None:
        """Select the next open words; tells when it went round, or that none are left."""
        view = self._pane.view
        span, wrapped = self._ledger.next_open(self._from(direction), direction)
        if span is None:
            self._say("No open words: every word is accounted for.")
            return
        self._pane.close_source()
        view.bring(span)
        view.select(span)
        left = len(self._ledger.ledger.open_spans) if self._ledger.ledger else 0
        stretches = f"{left} open stretch{'' if left == 1 else 'es'}"
        self._say(f"{stretches}. Went round the end." if wrapped else f"{stretches}.")

    def _from(self, direction: int) -> int:
        selected = self._pane.view.selection()
        if selected is not None:
            return selected.start
        caret = self._pane.view.caret()
        return caret - 1 if direction > 0 else caret

    def _forget_selection(self) -> None:
        if self._selection is not None:
            self._selection.close()
