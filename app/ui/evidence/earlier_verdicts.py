"""Claims judged before that say much the same: something to look at, never preset or copied."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.match import Check, Earlier, Judged, Relation
from app.model.review import Verdict
from app.ui.evidence.candidates import Candidates
from app.ui.evidence.folding_line import Folding, FoldingLine
from app.ui.look.appearance import Appearance
from app.ui.look.paint import isolate
from app.ui.open_article import OpenArticle

#: More lines than these would push the candidates out of sight.
MOST, FEWEST = 3, 1


class EarlierVerdicts(QWidget):
    """One line for each, with the rationale once unfolded."""

    def __init__(
        self,
        article: OpenArticle,
        candidates: Candidates,
        appearance: Appearance,
    ) -> None:
        super().__init__()
        self._article, self._candidates = article, candidates
        self._most = MOST
        self.lines = [FoldingLine(appearance) for _ in range(MOST)]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for line in self.lines:
            whole.addWidget(line)
        candidates.changed.connect(self._follow)
        self._follow()

    def set_compact(self, on: bool) -> None:
        """Show the closest one alone, where the candidates need the room."""
        self._most = FEWEST if on else MOST
        self._follow()

    def unfold(self) -> None:
        """Tell all of them whole; once more, one line each."""
        shown = [line for line in self.lines if not line.isHidden()]
        on = not all(line.unfolded for line in shown)
        for line in shown:
            line.unfold(on)

    @property
    def has_any(self) -> bool:
        """Whether anything like the current claim was judged before."""
        return bool(self._earlier())

    def _earlier(self) -> tuple[Earlier, ...]:
        matches = self._candidates.matches
        elsewhere = self._candidates.elsewhere
        return matches.earlier[: self._most] if matches and not elsewhere else ()

    def _follow(self) -> None:
        earlier = self._earlier()
        for line, one in zip(self.lines, (*earlier, *[None] * MOST), strict=False):
            line.setVisible(one is not None)
            if one is not None:
                line.tell(self._folding(one))
        self.setVisible(bool(earlier))

    def _folding(self, earlier: Earlier) -> Folding:
        judged = earlier.judged
        differs = [
            f"{d.claim.text} here, {d.passage.text} there"
            for d in earlier.differences
            if d.relation is Relation.DIFFERENT and d.claim and d.passage
        ]
        what = "much the same" if differs else "this"
        if isinstance(judged, Check):
            look, told = "", _told_check(judged, what)
            origin = isolate(judged.url) if judged.url else ""
        else:
            look, told = self._told_judged(judged, what)
            origin = f"In: {isolate(judged.article_title)}"
        why = judged.rationale.strip()
        more = [
            isolate(judged.statement),
            f"Differs: {'; '.join(differs)}." if differs else "",
            f"Rationale: {isolate(why)}" if why else "No rationale was written.",
            origin,
        ]
        brief = f" — {isolate(' '.join(why.split()))}" if why else ""
        return Folding(look, told + brief, "\n".join(part for part in more if part))

    def _told_judged(self, judged: Judged, what: str) -> tuple[str, str]:
        """The look of a rating given here, and who gave it when."""
        verdict = Verdict(0, judged.claim_id, judged.rating, judged.scale, judged.rationale,
                          judged.reviewer, judged.given)  # fmt: skip
        rating = self._article.verdicts.rating(verdict)
        word = rating.name if rating else judged.rating
        own = judged.reviewer in ("", self._article.verdicts.reviewer)
        who = "You" if own else isolate(judged.reviewer)
        look = rating.look if rating else ""
        return look, f"{who} judged {what} on {told_day(judged.given)}: {word}"


def _told_check(check: Check, what: str) -> str:
    """Who checked a claim, when, and the rating in their own words."""
    who = isolate(check.publisher) if check.publisher else "Others"
    whole = len(check.published) == len("2021-05-04")
    on = f" on {told_day(check.published)}" if whole else ""
    if not whole and check.published:
        on = f" in {check.published}"
    rating = f"“{isolate(check.rating)}”" if check.rating else "no rating"
    return f"{who} checked {what}{on}: {rating}"


def told_day(given: str) -> str:
    """“3 May 2026” for an ISO time, as the clock here has it."""
    at = datetime.fromisoformat(given).astimezone()
    return f"{at.day} {at:%B %Y}"
