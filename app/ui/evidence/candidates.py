"""What the matcher found for the current claim, fetched ahead and kept until the sources change.

Four states that never look alike: searching, found, none, failed. Knows no widget.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from app.desk.desk import Desk
from app.model.changes import Changes
from app.model.claim import Claim
from app.model.errors import ClaimdeskError
from app.model.match import Match, Matches
from app.model.review import Evidence
from app.model.search import FreeQuery, Hit, Searched
from app.ui.evidence.coverage import checkable_parts
from app.ui.evidence.fresh_sources import FreshSources
from app.ui.evidence.linked_matches import LinkedMatches
from app.ui.evidence.matched_claims import MatchedClaims
from app.ui.evidence.origins import Origins
from app.ui.open_article import OpenArticle
from app.ui.session import Session

#: One candidate a letter.
LETTERS = "ABCDE"

#: So many passages of a typed search are shown; those behind the last letter are linked by Enter.
MOST_FOUND = 20

#: So many claims after the current one are matched before anyone asks.
AHEAD = 3


class Finding(Enum):
    """How the search for the current claim stands."""

    IDLE = auto()
    SEARCHING = auto()
    FOUND = auto()
    NONE = auto()
    FAILED = auto()


class Candidates(QObject):
    """The candidates of the current claim, best first, or what was searched instead of them.

    `highlighted` is the row that is open, -1 where there is none. `trouble` is the sentence to show
    in state FAILED. `query` is what the reviewer typed, `searched` the answer to it, and `opened`
    the candidate whose further passages are shown; all empty for the claim's own candidates.
    `occurring` are the words of the search, or parts of the claim, that do occur where nothing
    matches all of them, with the number of passages.
    """

    changed = Signal()  # other candidates, or another state
    highlighted_changed = Signal(int)
    linked_changed = Signal()  # the match of a linked passage is here

    def __init__(self, session: Session, article: OpenArticle) -> None:
        super().__init__()
        self._session = session
        self._article = article
        self._matched = MatchedClaims(session, limit=len(LETTERS))
        self.fresh = FreshSources(session, article)
        self.links = LinkedMatches(session, article, self.own)
        self._held = self._stale = False
        self._age = 0
        self._most = len(LETTERS)
        self.origins = Origins(session)
        self.state = Finding.IDLE
        self.matches: Matches | None = None
        self.trouble = ""
        self.query = ""
        self.searched: Searched | None = None
        self.opened: Match | None = None
        self.occurring: tuple[tuple[str, int], ...] = ()
        self._shown: tuple[Match, ...] = ()  # what is shown instead of the claim's own
        self._left = (0, 0)  # claim and passage that were open when all was asked anew
        self.highlighted = -1
        article.current_changed.connect(self._show_claim)
        article.claims_changed.connect(lambda _: self._fetch_linked())
        article.opened.connect(self._forget)
        self._matched.found.connect(self._take)
        self._matched.failed.connect(self._fail_claim)
        self.links.changed.connect(self.linked_changed)
        self.fresh.changed.connect(self._show_fresh)
        article.article_changed.connect(self._ask_anew)
        session.changed.connect(self._follow)

    def rows(self) -> tuple[Match, ...]:
        """What is shown: the candidates, one a letter, or what was searched."""
        if self.elsewhere:
            return self._shown
        return self.fresh.on_top(self.matches.candidates)[: self._most] if self.matches else ()

    def show_most(self, count: int) -> None:
        """Show no more candidates than this."""
        if count != self._most:
            self._most = count
            self.highlighted = min(self.highlighted, len(self.rows()) - 1)
            self.changed.emit()

    @property
    def elsewhere(self) -> bool:
        """Whether something else is shown than the claim's own candidates."""
        return bool(self.query) or self.opened is not None

    def row_of_letter(self, letter: str) -> Match | None:
        """The candidate under this letter, None where there is none."""
        row = LETTERS.find(letter.upper()) if letter else -1
        rows = self.rows()
        return rows[row] if 0 <= row < len(rows) else None

    def own(self) -> tuple[Match, ...]:
        """The current claim's own candidates, also while a search shows others."""
        current = self._article.current
        found = self._matched.get(current.id) if current else None
        return found.candidates if found else ()

    def letter_of(self, evidence: Evidence) -> str:
        """The letter under which this linked passage stands in the list, or empty."""
        for letter, match in zip(LETTERS, self.rows(), strict=False):
            if match.passage.id == evidence.passage_id:
                return letter
        return ""

    def highlighted_match(self) -> Match | None:
        """The candidate that is open, None where there is none."""
        rows = self.rows()
        return rows[self.highlighted] if 0 <= self.highlighted < len(rows) else None

    def highlight(self, row: int) -> None:
        """Open the candidate in this row; beyond the ends it stays."""
        row = max(0, min(len(self.rows()) - 1, row))
        if row != self.highlighted and self.rows():
            self.highlighted = row
            self.highlighted_changed.emit(row)

    def search(self, query: str) -> None:
        """Show what the library holds for these words instead; empty goes back to the claim's."""
        query = query.strip()
        if query == self.query and self.opened is None:
            return
        if not query:
            self.go_back()
            return
        self._age += 1
        age = self._age
        self.query, self.opened = query, None
        self._enter(Finding.SEARCHING, None)

        def question(desk: Desk) -> Searched | None:
            # More letters may have been typed since this was asked.
            return desk.matching.search(query, MOST_FOUND) if age == self._age else None

        self._session.find(
            question,
            lambda found: self._take_search(age, found),
            lambda error: self._fail(age, error),
        )

    def open_more(self) -> None:
        """Show the further passages of the highlighted candidate's source, it first; once more
        goes back."""
        match, current = self.highlighted_match(), self._article.current
        if self.opened is not None:
            self.go_back()
        elif match is not None and match.more and current is not None and not self.query:
            self._age += 1
            age, claim_id = self._age, current.id

            def question(desk: Desk) -> tuple[Match, ...]:
                return tuple(desk.matching.of_passage(claim_id, one.id)[0] for one in match.more)

            def answered(further: tuple[Match, ...]) -> None:
                if age == self._age:
                    self.opened = match
                    self._enter(Finding.FOUND, self.matches, (match, *further))

            self._session.find(question, answered, lambda error: self._fail(age, error))

    def go_back(self) -> None:
        """Show the claim's own candidates again, the one open that was left."""
        left, current = self.opened, self._article.current
        self._show_claim(current.id if current else 0)
        if left is not None and left in self.rows():
            self.highlight(self.rows().index(left))

    def again(self) -> None:
        """Ask once more, after a failure."""
        query, self.query = self.query, ""
        if query:
            self.search(query)
        else:
            current = self._article.current
            self._show_claim(current.id if current else 0)

    # Asking

    def _fetch_linked(self) -> None:
        current = self._article.current
        # Before its own candidates are here nobody knows which links stand among them.
        if current is not None and self._matched.get(current.id) is not None:
            self.links.fetch()

    def _show_claim(self, claim_id: int) -> None:
        self._age += 1
        self.query, self.opened = "", None
        self.links.forget()
        if not claim_id:
            self._enter(Finding.IDLE, None)
        elif self._matched.get(claim_id) is not None:
            self._take(claim_id)
        else:
            self._enter(Finding.SEARCHING, None)
            self._matched.ask(claim_id)

    def _take(self, claim_id: int) -> None:
        current, found = self._article.current, self._matched.get(claim_id)
        if found is None:
            return
        if current is not None and current.id == claim_id and not self.elsewhere:
            shown = self.fresh.on_top(found.candidates)
            self._enter(Finding.FOUND if shown else Finding.NONE, found)
            self._fetch_linked()
            if not found.candidates and found.sources_searched:
                self._ask_parts(current)
            row = self._article.place(claim_id)
            for claim in self._article.claims[row + 1 : row + 1 + AHEAD]:
                self._matched.ask(claim.id)

    def _show_fresh(self) -> None:
        current = self._article.current
        if current is not None and self._matched.get(current.id) is not None:
            self._take(current.id)

    def _ask_parts(self, claim: Claim) -> None:
        age = self._age

        def answered(found: Searched) -> None:
            if age == self._age:
                self.occurring = _that_occur(found)
                self.changed.emit()

        def unknown(_: ClaimdeskError) -> None:
            # What was told before stays true: nothing matches.
            answered(Searched(FreeQuery(), ()))

        words = key_words(claim)
        self._session.find(lambda desk: desk.matching.search(words, 1), answered, unknown)

    def _take_search(self, age: int, found: Searched | None) -> None:
        if age == self._age and found is not None:
            shown = tuple(_as_match(hit) for hit in found.hits)
            state = Finding.FOUND if shown else Finding.NONE
            self._enter(state, None, shown, found)

    def _fail(self, age: int, error: ClaimdeskError) -> None:
        if age == self._age:
            self.trouble = str(error)
            self._enter(Finding.FAILED, None)

    def _fail_claim(self, claim_id: int, error: ClaimdeskError) -> None:
        current = self._article.current
        if current is not None and current.id == claim_id and not self.elsewhere:
            self._fail(self._age, error)

    def _enter(
        self,
        state: Finding,
        matches: Matches | None,
        shown: tuple[Match, ...] = (),
        searched: Searched | None = None,
    ) -> None:
        self.state, self.matches, self._shown, self.searched = state, matches, shown, searched
        self.occurring = _that_occur(searched) if searched else ()
        self.highlighted = self._row_left() if self.rows() else -1
        self.changed.emit()
        if state is Finding.FOUND and not self.elsewhere:
            self.origins.ask(self.rows())

    def _row_left(self) -> int:
        """The row that was open before all was asked anew, else the first."""
        claim_id, passage_id = self._left
        current, self._left = self._article.current, (0, 0)
        if current is None or current.id != claim_id:
            return 0
        ids = [match.passage.id for match in self.rows()]
        return ids.index(passage_id) if passage_id in ids else 0

    # Keeping

    def _forget(self) -> None:
        self._matched.forget()
        self.origins.forget()

    def _ask_anew(self) -> None:
        self._forget()
        current, match = self._article.current, self.highlighted_match()
        if current is not None:
            self._left = (current.id, match.passage.id if match else 0)
            self.again()
            self.fresh.ask()

    def hold(self, on: bool) -> None:
        """While sources keep coming in, leave the list under the reviewer's hands as it is; what
        they bring is found by a search at once, and by claims that are chosen later."""
        self._held = on
        if not on and self._stale:
            self._stale = False
            self._ask_anew()

    def _follow(self, changes: Changes) -> None:
        if not changes.ids("source"):
            return
        if not self._held:
            self._ask_anew()
            return
        self._stale = True
        current = self._article.current
        row = self._article.place(current.id) if current else 0
        self._matched.keep({claim.id for claim in self._article.claims[row : row + 1 + AHEAD]})


def key_words(claim: Claim) -> str:
    """What a search for this claim begins with: its names, numbers and days, in the order of its
    words, those of several words as phrases; all of its words where it has none of these."""
    told = dict.fromkeys(part.text.strip() for part in checkable_parts(claim, ()))
    phrases = [text if len(text.split()) == 1 else f'"{text}"' for text in told if text]
    return " ".join(phrases) or claim.wording


def _as_match(hit: Hit) -> Match:
    # Where it is told what was found, both sides are the same words.
    return Match(hit.passage, hit.source, 0.0, (), tuple((one, one) for one in hit.found), ())


def _that_occur(found: Searched) -> tuple[tuple[str, int], ...]:
    return tuple((text, count) for text, count in found.occurring if count)
