"""The review of a claim: evidence, stance, verdict, rationale, flag. Knows no window.

Each verb is one committed step. Nothing is linked or decided that the reviewer did not ask for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.desk.clock import now
from app.desk.matching import Matching
from app.library.library import Library
from app.model.errors import NotFound
from app.model.match import Relation
from app.model.objection import Objection, find_objection
from app.model.rating import RatingScale
from app.model.review import Evidence, Review, ReviewState, Stance, Verdict
from app.text.anchoring import describe
from app.text.normal import normalise


class Reviewing:
    """The reviews of the claims of one library, signed by one reviewer."""

    def __init__(self, library: Library, scale: RatingScale, reviewer: str) -> None:
        self._library = library
        self._matching = Matching(library)
        self._scale = scale
        self._reviewer = reviewer

    def sign_as(self, reviewer: str) -> None:
        """Sign the verdicts given from now on with this name."""
        self._reviewer = reviewer

    def get(self, claim_id: int) -> Review:
        """The work on a claim; an empty review where nothing was done. Raises NotFound."""
        self._library.claims.get(claim_id)
        return self._library.reviews.get(claim_id)

    def of_article(self, article_id: int) -> dict[int, Review]:
        """The reviews of an article's claims, by id of claim."""
        return self._library.reviews.of_article(article_id)

    def verdicts(self, claim_id: int) -> tuple[Verdict, ...]:
        """Every verdict that was ever given on a claim, oldest first."""
        return tuple(self._library.reviews.verdicts(claim_id))

    # Evidence

    def link(self, claim_id: int, passage_id: int, stance: Stance | None = None) -> Evidence:
        """Link a passage to a claim as evidence; one that is linked only takes the stance given.

        Keeps the quote with its anchors in the source's stored copy, the score of the suggestion,
        and what differed. Raises NotFound, LibraryError.
        """
        known = self._linked(claim_id, passage_id)
        if known is not None:
            if stance is None or stance is known.stance:
                return known
            self.set_stance(known.id, stance)
            return replace(known, stance=stance)
        evidence = self._describe(claim_id, passage_id, stance)
        with self._library.step("Link source", claim_id):
            return self._library.reviews.link(evidence)

    def unlink(self, claim_id: int, passage_id: int) -> None:
        """Take a link away. Raises NotFound where the passage is not linked to the claim."""
        known = self._linked(claim_id, passage_id)
        if known is None:
            raise NotFound("This passage is not linked to the claim.")
        with self._library.step("Unlink source", claim_id):
            self._library.reviews.unlink(known.id)

    def toggle_link(
        self, claim_id: int, passage_id: int, stance: Stance | None = None
    ) -> Evidence | None:
        """Link a passage, or take its link away, answering None then. With a stance a passage that
        is linked already keeps its link and takes the stance."""
        if stance is None and self._linked(claim_id, passage_id) is not None:
            self.unlink(claim_id, passage_id)
            return None
        return self.link(claim_id, passage_id, stance)

    def set_stance(self, evidence_id: int, stance: Stance | None) -> None:
        """Say what a linked passage says; None lets it follow the verdict. Raises NotFound."""
        claim_id = self._library.reviews.claim_of(evidence_id)
        with self._library.step("Set stance", claim_id):
            self._library.reviews.set_stance(evidence_id, stance)

    def set_confidential(self, evidence_id: int, on: bool) -> None:
        """Keep a linked passage out of reports, or let it in again. Raises NotFound."""
        claim_id = self._library.reviews.claim_of(evidence_id)
        with self._library.step(
            "Mark evidence confidential" if on else "Evidence not confidential", claim_id
        ):
            self._library.reviews.set_confidential(evidence_id, on)

    def copy_link(self, evidence: Evidence, claim_id: int) -> None:
        """Link what is linked to another claim to this one too, with its stance, compared anew.

        A passage that is linked here already stays as it is, but for being confidential.
        Raises NotFound, LibraryError.
        """
        known = self._linked(claim_id, evidence.passage_id) if evidence.passage_id else None
        if known is not None and evidence.confidential:
            self._library.reviews.set_confidential(known.id, True)
        elif evidence.passage_id and known is None:
            fresh = self._describe(claim_id, evidence.passage_id, evidence.stance)
            self._library.reviews.link(
                replace(fresh, linked=evidence.linked, confidential=evidence.confidential)
            )
        elif not evidence.passage_id:
            self._library.reviews.link(replace(evidence, claim_id=claim_id))

    def compare_again(self, claim_id: int) -> None:
        """Compare a claim whose words have changed with what is linked to it. Raises NotFound."""
        for known in self.get(claim_id).evidence:
            if known.passage_id:
                fresh = self._describe(claim_id, known.passage_id, known.stance)
                self._library.reviews.update(
                    replace(
                        known,
                        score=fresh.score,
                        scorer=fresh.scorer,
                        differences=fresh.differences,
                    )
                )

    # Verdicts

    def objection(self, claim_id: int, rating: str) -> Objection | None:
        """What the linked evidence says against this rating, None where nothing speaks against it.

        Its `sentence` is shown once before the verdict, where it `asks`; it never blocks.
        Raises NotFound, and InputError for an unknown rating.
        """
        chosen = self._scale.rating(rating)
        evidence = self.get(claim_id).evidence
        names: dict[int, str] = {}
        for one in evidence:
            source = self._library.sources.get(one.source_id)
            names[source.id] = source.publisher or source.title
        return find_objection(chosen, evidence, names)

    def give_verdict(
        self, claim_id: int, rating: str, rationale: str | None = None, acknowledged: str = ""
    ) -> Verdict:
        """Record a verdict; with None the rationale typed before goes with it.

        `acknowledged` is the objection's sentence where the reviewer was shown it and kept the
        verdict. Raises NotFound, InputError for an unknown rating, LibraryError.
        """
        chosen = self._scale.rating(rating)
        review = self.get(claim_id)
        words = review.rationale if rationale is None else normalise(rationale)[0]
        with self._library.step("Give verdict", claim_id):
            if words != review.rationale:
                self._library.reviews.set_rationale(claim_id, words)
            return self._add_verdict(review, chosen.key, words, acknowledged)

    def settle(
        self,
        claim_id: int,
        rating: str,
        rationale: str | None = None,
        links: Sequence[tuple[int, Stance | None]] = (),
        *,
        acknowledge: bool = False,
    ) -> tuple[Verdict, Objection | None]:
        """Link these passages and give the verdict, all in one step, and answer the objection.

        With `acknowledge` the objection's sentence, where it asks, is recorded as read and kept;
        without it the verdict is recorded all the same. Raises NotFound and InputError before
        anything is written.
        """
        self._scale.rating(rating)
        self.get(claim_id)
        for passage_id, _ in links:
            self._library.passages.get(passage_id)
        with self._library.step("Give verdict", claim_id):
            for passage_id, stance in links:
                self.link(claim_id, passage_id, stance)
            objection = self.objection(claim_id, rating)
            kept = objection.sentence if objection and objection.asks and acknowledge else ""
            return self.give_verdict(claim_id, rating, rationale, kept), objection

    def clear_verdict(self, claim_id: int) -> Verdict | None:
        """Take the verdict in force back; the log keeps it. None where there is none to clear."""
        review = self.get(claim_id)
        if review.verdict is None:
            return None
        with self._library.step("Clear verdict", claim_id):
            return self._add_verdict(review, "", review.rationale, "")

    def restore_verdict(self, claim_id: int, verdict_id: int) -> None:
        """Put an earlier verdict of this claim in force again, as it was given; the log stays.

        Raises NotFound where the claim never had it, LibraryError.
        """
        self._library.reviews.put_in_force(claim_id, verdict_id)

    def set_rationale(self, claim_id: int, text: str) -> None:
        """Keep the reviewer's reasons for a claim. Raises NotFound, LibraryError."""
        words = normalise(text)[0]
        if words != self.get(claim_id).rationale:
            with self._library.step("Change rationale", claim_id):
                self._library.reviews.set_rationale(claim_id, words)

    def set_flag(self, claim_id: int, on: bool) -> None:
        """Flag a claim for a second look, or take the flag away. Raises NotFound, LibraryError."""
        if on != (self.get(claim_id).state is ReviewState.FLAGGED):
            with self._library.step("Flag claim" if on else "Remove flag", claim_id):
                self._library.reviews.set_flag(claim_id, on)

    def _linked(self, claim_id: int, passage_id: int) -> Evidence | None:
        evidence = self.get(claim_id).evidence
        return next((one for one in evidence if one.passage_id == passage_id), None)

    def _describe(self, claim_id: int, passage_id: int, stance: Stance | None) -> Evidence:
        match, scorer = self._matching.of_passage(claim_id, passage_id)
        selectors = describe(self._library.sources.text(match.source.id), match.passage.span)
        return Evidence(
            id=0,
            claim_id=claim_id,
            source_id=match.source.id,
            passage_id=passage_id,
            exact=selectors.exact,
            prefix=selectors.prefix,
            suffix=selectors.suffix,
            span=match.passage.span,
            place=match.passage.place,
            digest=match.source.digest,
            stance=stance,
            score=match.score,
            scorer=scorer,
            differences=tuple(d for d in match.differences if d.relation is Relation.DIFFERENT),
            linked=now(),
        )

    def _add_verdict(self, review: Review, rating: str, rationale: str, kept: str) -> Verdict:
        evidence = self._library.reviews.get(review.claim_id).evidence
        return self._library.reviews.add_verdict(
            Verdict(
                id=0,
                claim_id=review.claim_id,
                rating=rating,
                scale=self._scale.key,
                rationale=rationale,
                reviewer=self._reviewer,
                given=now(),
                evidence=tuple(one.passage_id for one in evidence),
                acknowledged=kept,
            )
        )
