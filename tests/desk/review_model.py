"""What a desk must do, said a second time in plain values, and a machine that compares the two."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.desk.desk import Desk
from app.model.review import Review, ReviewState, Stance

ROOT = Path(__file__).resolve().parents[2]

ARTICLE = (
    "Dam breaks\n\nThe dam near Kariba broke on 14 September 2016. Some 62 people drowned, the "
    "minister said on Friday. The government paid 250,000 euros to their families.\n"
)
SOURCE = (
    "The dam near Kariba broke on 15 September. The minister said that 60 people drowned. "
    "Families were paid 240,000 euros. The dam was built in 1959. It is being repaired."
)

Links = tuple[tuple[int, Stance | None], ...]


@dataclass(frozen=True)
class Work:
    """The work on one claim: the words it was given, its links in their order, its verdict."""

    words: str = ""
    links: Links = ()
    rationale: str = ""
    flagged: bool = False
    verdict: int = 0


@dataclass(frozen=True)
class Given:
    """One entry of the log."""

    claim: int
    rating: str
    rationale: str
    evidence: tuple[int, ...]


@cache
def template() -> Path:
    """A library with an article and a source, closed, that each example gets a copy of."""
    folder = Path(tempfile.mkdtemp(prefix="claimdesk-model-"))
    desk = Desk.open(folder / "library", ROOT / "resources", ROOT / "seeds")
    desk.articles.add_text(ARTICLE)
    desk.sources.add_text(SOURCE)
    desk.close()
    with closing(sqlite3.connect(folder / "library", isolation_level=None)) as db:
        # So that there is nothing to undo yet.
        db.execute("DELETE FROM undo_rows")
        db.execute("DELETE FROM undo_steps")
    return folder


CHOICE = st.integers(0, 9)
STANCE = st.sampled_from([None, *Stance])
WORDS = st.sampled_from(["", "Because.", "„Ja“ 🛰 it does.", "No.\nNot at all."])


class ReviewMachine(RuleBasedStateMachine):
    """Random verbs on a real desk and on the model; after each, both must show the same."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="claimdesk-model-"))
        shutil.copy(template() / "library", self.folder / "library")
        self.desk = self._open()
        self.article = self.desk.articles.all()[0].id
        claims = self.desk.articles.claims(self.article)
        self.statements = {claim.id: claim.statement for claim in claims}
        self.passages = [one.id for one in self.desk.sources.passages(1)]
        self.now = {claim.id: Work() for claim in claims}
        self.log: list[Given] = []
        self.done: list[dict[int, Work]] = []
        self.undone: list[dict[int, Work]] = []

    def _open(self) -> Desk:
        return Desk.open(self.folder / "library", ROOT / "resources", ROOT / "seeds")

    def teardown(self) -> None:
        for before in reversed(self.done):
            assert self.desk.history.undo() is not None
            self.now = before
        assert self.desk.history.undo() is None
        self.shows_the_same()
        assert self.desk.check() == []
        self.desk.close()
        shutil.rmtree(self.folder)

    def _claim(self, choice: int) -> int:
        known = sorted(self.now)
        return known[choice % len(known)]

    def _passage(self, choice: int) -> int:
        return self.passages[choice % len(self.passages)]

    def _becomes(self, claim: int, work: Work | None) -> None:
        """A step, where anything changes by it."""
        after = {**self.now, claim: work} if work else dict(self.now)
        if work is None:
            del after[claim]
        if after != self.now:
            self.done.append(self.now)
            self.undone.clear()
            self.now = after  # type: ignore[assignment]

    def _logged(self, claim: int, rating: str, rationale: str, links: Links) -> int:
        self.log.append(Given(claim, rating, rationale, tuple(one for one, _ in links)))
        return len(self.log) if rating else 0

    @precondition(lambda self: self.now)
    @rule(choice=CHOICE, passage=CHOICE, stance=STANCE)
    def link(self, choice: int, passage: int, stance: Stance | None) -> None:
        claim, one = self._claim(choice), self._passage(passage)
        self.desk.review.link(claim, one, stance)
        self._becomes(claim, replace(self.now[claim], links=self._linked(claim, one, stance)))

    def _linked(self, claim: int, passage: int, stance: Stance | None) -> Links:
        links = self.now[claim].links
        if passage not in dict(links):
            return (*links, (passage, stance))
        return tuple((one, stance or kept if one == passage else kept) for one, kept in links)

    @precondition(lambda self: self.now)
    @rule(choice=CHOICE, passage=CHOICE)
    def toggle(self, choice: int, passage: int) -> None:
        claim, one = self._claim(choice), self._passage(passage)
        links = self.now[claim].links
        self.desk.review.toggle_link(claim, one)
        rest = tuple(pair for pair in links if pair[0] != one)
        after = rest if rest != links else (*links, (one, None))
        self._becomes(claim, replace(self.now[claim], links=after))

    @precondition(lambda self: any(work.links for work in self.now.values()))
    @rule(choice=CHOICE, which=CHOICE, stance=STANCE)
    def set_stance(self, choice: int, which: int, stance: Stance | None) -> None:
        linked = sorted(claim for claim, work in self.now.items() if work.links)
        claim = linked[choice % len(linked)]
        evidence = self.desk.review.get(claim).evidence
        place = which % len(evidence)
        self.desk.review.set_stance(evidence[place].id, stance)
        links = list(self.now[claim].links)
        links[place] = (links[place][0], stance)
        self._becomes(claim, replace(self.now[claim], links=tuple(links)))

    @precondition(lambda self: self.now)
    @rule(choice=CHOICE, rating=st.integers(1, 5), words=st.none() | WORDS)
    def give_verdict(self, choice: int, rating: int, words: str | None) -> None:
        claim = self._claim(choice)
        given = self.desk.review.give_verdict(claim, str(rating), words)
        work = self.now[claim]
        rationale = work.rationale if words is None else words
        verdict = self._logged(claim, given.rating, rationale, work.links)
        assert self.desk.scale.rating(given.rating).number == rating
        self._becomes(claim, replace(work, rationale=rationale, verdict=verdict))

    @precondition(lambda self: self.now)
    @rule(choice=CHOICE)
    def clear_verdict(self, choice: int) -> None:
        claim = self._claim(choice)
        self.desk.review.clear_verdict(claim)
        self._becomes(claim, self._cleared(claim))

    def _cleared(self, claim: int) -> Work:
        work = self.now[claim]
        if work.verdict:
            self._logged(claim, "", work.rationale, work.links)
        return replace(work, verdict=0)

    @precondition(lambda self: any(one.rating and one.claim in self.now for one in self.log))
    @rule(choice=CHOICE)
    def restore_verdict(self, choice: int) -> None:
        known = [
            (number, one.claim)
            for number, one in enumerate(self.log, 1)
            if one.rating and one.claim in self.now
        ]
        number, claim = known[choice % len(known)]
        self.desk.review.restore_verdict(claim, number)
        self._becomes(claim, replace(self.now[claim], verdict=number))

    @precondition(lambda self: self.now)
    @rule(choice=CHOICE, words=WORDS)
    def set_rationale(self, choice: int, words: str) -> None:
        claim = self._claim(choice)
        self.desk.review.set_rationale(claim, words)
        self._becomes(claim, replace(self.now[claim], rationale=words))

    @precondition(lambda self: self.now)
    @rule(choice=CHOICE, on=st.booleans())
    def set_flag(self, choice: int, on: bool) -> None:
        claim = self._claim(choice)
        self.desk.review.set_flag(claim, on)
        self._becomes(claim, replace(self.now[claim], flagged=on))

    @precondition(lambda self: self.now)
    @rule(choice=CHOICE, words=st.sampled_from(["", "The dam broke.", "It fell."]))
    def reword(self, choice: int, words: str) -> None:
        claim = self._claim(choice)
        self.desk.claims.reword(claim, words)
        if words != self.now[claim].words:
            self._becomes(claim, replace(self._cleared(claim), words=words))

    @precondition(lambda self: len(self.now) > 1)
    @rule(choice=CHOICE)
    def remove_claim(self, choice: int) -> None:
        claim = self._claim(choice)
        self.desk.claims.remove(claim)
        self._becomes(claim, None)

    @rule()
    def undo(self) -> None:
        assert (self.desk.history.undo() is None) == (not self.done)
        if self.done:
            self.undone.append(self.now)
            self.now = self.done.pop()

    @rule()
    def redo(self) -> None:
        assert (self.desk.history.redo() is None) == (not self.undone)
        if self.undone:
            self.done.append(self.now)
            self.now = self.undone.pop()

    @rule()
    def reopen(self) -> None:
        self.desk.close()
        self.desk = self._open()

    @invariant()
    def shows_the_same(self) -> None:
        claims = self.desk.articles.claims(self.article)
        assert {claim.id for claim in claims} == set(self.now)
        reviews = self.desk.review.of_article(self.article)
        for claim in claims:
            work = self.now[claim.id]
            assert claim.statement == (work.words or self.statements[claim.id])
            assert seen(reviews.get(claim.id, Review(claim.id))) == replace(work, words="")
            log = [
                (number, one.rating, one.rationale, one.evidence)
                for number, one in enumerate(self.log, 1)
                if one.claim == claim.id
            ]
            given = self.desk.review.verdicts(claim.id)
            assert [(v.id, v.rating, v.rationale, v.evidence) for v in given] == log


def seen(review: Review) -> Work:
    """A review as the model says it."""
    return Work(
        "",
        tuple((one.passage_id, one.stance) for one in review.evidence),
        review.rationale,
        review.state is ReviewState.FLAGGED,
        review.verdict.id if review.verdict else 0,
    )
