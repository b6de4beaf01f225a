"""What must not leave the desk: keeping a linked passage or a whole source out of reports."""

from __future__ import annotations

from app.model.match import Match
from app.ui.deciding import Deciding
from app.ui.look.paint import isolate
from app.ui.session import Session


class Confidential:
    """Marks and takes the mark back; told as every act on the current claim is."""

    def __init__(self, session: Session, deciding: Deciding) -> None:
        self._session, self._deciding = session, deciding

    def holds_evidence(self, match: Match | None) -> bool:
        """Whether this candidate is linked to the current claim and kept out of reports there."""
        evidence = self._deciding.evidence_of(match)
        return evidence is not None and evidence.confidential

    def holds_source(self, match: Match | None) -> bool:
        """Whether the source of this candidate is kept out of all reports."""
        return match is not None and match.source.confidential

    def toggle_evidence(self, match: Match | None) -> None:
        """Keep this linked candidate out of reports, or let it in again."""
        evidence = self._deciding.evidence_of(match)
        if evidence is not None and match is not None:
            evidence_id, on, title = evidence.id, not evidence.confidential, match.source.title
            told = "is kept out of reports as evidence here" if on else "may be in reports again"
            self._session.do(
                lambda desk: desk.review.set_confidential(evidence_id, on),
                lambda _: self._deciding.said.emit(f"{isolate(title)} {told}."),
            )

    def toggle_source(self, match: Match | None) -> None:
        """Keep the source of this candidate out of all reports, or let it in again."""
        if match is not None:
            source_id, on = match.source.id, not match.source.confidential
            told = "is kept out of all reports" if on else "may be in reports again"
            title = isolate(match.source.title)
            self._session.do(
                lambda desk: desk.sources.set_confidential(source_id, on),
                lambda _: self._deciding.said.emit(f"{title} {told}."),
            )
