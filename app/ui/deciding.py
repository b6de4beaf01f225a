"""Linking, deciding and moving on: the reviewer's acts on the current claim, in their order.

Nothing here links or decides by itself; each method is one act of the reviewer. Knows no widget.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.desk.desk import Desk
from app.model.changes import Changes
from app.model.claim import Claim
from app.model.match import Match
from app.model.objection import Objection
from app.model.rating import Rating
from app.model.review import Evidence, ReviewState, Stance, Verdict
from app.ui.look.keycap import KeyOf
from app.ui.look.paint import isolate
from app.ui.open_article import OpenArticle
from app.ui.session import Session

#: The command that leaves the rationale.
SAVE_AND_ADVANCE = "save-and-advance"


class Deciding(QObject):
    """The loop of a claim: link, decide, next.

    `asked` carries the Objection to confirm when the evidence speaks against the verdict given;
    `confirm` then records it and `withdraw` goes back. `said` carries what was done, in one line.
    """

    asked = Signal(object)  # Objection, or None when the question is over
    said = Signal(str)
    travelled = Signal()  # a step was taken back or done again, and its claim is current
    recorded = Signal(int)  # id of the claim whose verdict stands in the library
    rationale_wanted = Signal()  # a verdict was given without the reasons that are asked for

    def __init__(self, session: Session, article: OpenArticle) -> None:
        super().__init__()
        self._session = session
        self._article = article
        self._pending: tuple[Rating, Objection] | None = None
        self._rationale: Callable[[], str] = str
        self.auto_advance = "unreviewed"  # or "next", "off"
        self.ask_rationale = "never"  # or "refuted", "always"
        self.key_of: KeyOf = lambda _: ""  # the key that is bound to a command now
        article.current_changed.connect(lambda _: self.withdraw())

    def take_rationale_from(self, field: Callable[[], str]) -> None:
        """Where the words stand that the reviewer typed for the current claim."""
        self._rationale = field

    @property
    def question(self) -> Objection | None:
        """The objection waiting for a yes, None where there is none."""
        return self._pending[1] if self._pending else None

    # Evidence

    def toggle_link(self, match: Match | None, stance: Stance | None = None) -> None:
        """Link this candidate to the current claim, or take the link away."""
        claim = self._article.current
        if claim is None or match is None:
            return
        self.withdraw()  # what was asked rests on the links as they were
        claim_id, passage_id, title = claim.id, match.passage.id, match.source.title
        linked = any(e.passage_id == passage_id for e in self._article.review(claim_id).evidence)
        done = "unlinked" if linked and stance is None else "linked"
        self._session.do(
            lambda desk: desk.review.toggle_link(claim_id, passage_id, stance),
            lambda _: self.said.emit(f"{isolate(title)} {done}."),
        )

    def set_stance(self, evidence_id: int, stance: Stance | None) -> None:
        """Say what a linked passage says; None lets it follow the verdict again."""
        self.withdraw()
        self._session.do(lambda desk: desk.review.set_stance(evidence_id, stance))

    # Verdicts

    def give(self, rating: Rating) -> None:
        """Record this verdict for the current claim and move on, or ask first where the evidence
        speaks against it."""
        claim = self._article.current
        self.withdraw()
        if claim is not None:
            self._give(claim, rating, acknowledged="")

    def confirm(self) -> None:
        """Keep the verdict that was asked about; the sentence is recorded with it."""
        claim = self._article.current
        if self._pending and claim is not None:
            rating, objection = self._pending
            self._pending = None
            self.asked.emit(None)
            self._give(claim, rating, acknowledged=objection.sentence)

    def withdraw(self) -> None:
        """Drop the verdict that was asked about."""
        if self._pending:
            self._pending = None
            self.asked.emit(None)

    def clear(self) -> None:
        """Take the verdict of the current claim back; its history keeps it."""
        claim = self._article.current
        self.withdraw()
        if claim is None or self._article.review(claim.id).verdict is None:
            return
        claim_id, position = claim.id, claim.position
        self._session.do(
            lambda desk: desk.review.clear_verdict(claim_id),
            lambda _: self.said.emit(f"Claim {position}: verdict cleared."),
        )

    def restore(self, verdict_id: int) -> None:
        """Put an earlier verdict of the current claim in force again."""
        claim = self._article.current
        self.withdraw()
        if claim is not None:
            claim_id, position = claim.id, claim.position
            self._session.do(
                lambda desk: desk.review.restore_verdict(claim_id, verdict_id),
                lambda _: self.said.emit(f"Claim {position}: earlier verdict restored."),
            )

    def next_stance(self, match: Match | None) -> None:
        """Say the next thing that a linked passage can say; behind the last it follows the verdict
        again."""
        evidence = self.evidence_of(match)
        if evidence is not None:
            row = (None, *Stance).index(evidence.stance)
            self.choose_stance(match, (None, *Stance, None)[row + 1])

    def choose_stance(self, match: Match | None, stance: Stance | None) -> None:
        """Say what this linked candidate says; None lets it follow the verdict again."""
        evidence = self.evidence_of(match)
        if evidence is not None and match is not None and evidence.stance is not stance:
            self.set_stance(evidence.id, stance)
            told = f"is linked as “{stance.value}”" if stance else "follows the verdict again"
            self.said.emit(f"{isolate(match.source.title)} {told}.")

    def is_linked(self, match: Match | None) -> bool:
        """Whether this candidate is linked to the current claim."""
        return self.evidence_of(match) is not None

    def evidence_of(self, match: Match | None) -> Evidence | None:
        """The link of this candidate with the current claim, None where it is not linked."""
        claim = self._article.current
        evidence = self._article.review(claim.id).evidence if claim and match else ()
        return next((e for e in evidence if match and e.passage_id == match.passage.id), None)

    def write_rationale(self, claim_id: int, text: str) -> None:
        """Keep the words typed for a claim."""
        claim = self._article.claim(claim_id)
        if claim is not None and self._article.review(claim_id).rationale != text:
            self._session.do(lambda desk: desk.review.set_rationale(claim_id, text))

    def toggle_flag(self) -> None:
        """Flag the current claim for a second look, or take the flag away."""
        claim = self._article.current
        if claim is None:
            return
        claim_id = claim.id
        on = self._article.review(claim_id).state is not ReviewState.FLAGGED
        word = "flagged" if on else "no longer flagged"
        self._session.do(
            lambda desk: desk.review.set_flag(claim_id, on),
            lambda _: self.said.emit(f"Claim {claim.position} {word}."),
        )

    def undo(self) -> None:
        """Take the last step back and go where it was done."""
        self._travel(lambda desk: desk.history.undo(), "Undone", "Nothing to undo.")

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._travel(lambda desk: desk.history.redo(), "Done again", "Nothing to redo.")

    def _give(self, claim: Claim, rating: Rating, acknowledged: str) -> None:
        claim_id, rationale = claim.id, self._rationale()

        def verb(desk: Desk) -> Objection | Verdict:
            # Asked in the lane that writes, so that a link made a moment ago is seen.
            if not acknowledged:
                objection = desk.review.objection(claim_id, rating.key)
                if objection is not None and objection.asks:
                    return objection
            return desk.review.give_verdict(claim_id, rating.key, rationale, acknowledged)

        self._session.do(verb, lambda answer: self._answered(claim, rating, answer))

    def _answered(self, claim: Claim, rating: Rating, answer: Objection | Verdict) -> None:
        current = self._article.current
        here = current is not None and current.id == claim.id
        if isinstance(answer, Objection):
            if here:
                self._pending = (rating, answer)
                self.asked.emit(answer)
            return
        self.recorded.emit(claim.id)
        told = f"Claim {claim.position}: {rating.name} recorded."
        if here and not answer.rationale.strip() and self._asks_rationale(rating):
            key = self.key_of(SAVE_AND_ADVANCE)
            self.said.emit(f"{told} Say why; {key} goes on." if key else f"{told} Say why.")
            self.rationale_wanted.emit()
        else:
            self.said.emit(f"{told}{self._advance(here)}")

    def _asks_rationale(self, rating: Rating) -> bool:
        against = rating.look in ("refuted", "partly_supported")
        return self.ask_rationale == "always" or (self.ask_rationale == "refuted" and against)

    def advance(self) -> None:
        """Go to the next claim that is still to review."""
        self.said.emit(self._to_unreviewed().strip() or "Saved.")

    def _advance(self, here: bool) -> str:
        if not here or self.auto_advance == "off":
            return ""
        if self.auto_advance == "next":
            self._article.move(1)
            return ""
        return self._to_unreviewed()

    def _to_unreviewed(self) -> str:
        following, wrapped = self._article.next_to_review()
        if not following:
            return " Every claim has a verdict."
        self._article.choose(following)
        return " From the top again." if wrapped else ""

    def _travel(self, verb: Callable[[Desk], Changes | None], done: str, nothing: str) -> None:
        self.withdraw()

        def arrived(changes: Changes | None) -> None:
            if changes is None:
                self.said.emit(nothing)
                return
            if changes.claim_id:
                self._article.choose(changes.claim_id)
            self.travelled.emit()
            self.said.emit(f"{done}: {changes.label}.")

        self._session.do(verb, arrived)
