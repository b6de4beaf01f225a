"""Claims by hand: new, reworded, moved, split, merged, removed. Knows no window.

Each verb is one committed step. A claim whose words change goes back to review: the log keeps the
verdict it had, and its links are compared again with what it says now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.desk.review import Reviewing
from app.extraction.claims import claims_at
from app.extraction.offers import find_offers
from app.extraction.stretches import same_words, set_included, whole_words, word_start
from app.library.library import Library
from app.model.article import Article
from app.model.claim import REVIEWER, Claim, Offer
from app.model.errors import InputError
from app.model.review import Review, ReviewState
from app.model.span import Span
from app.text.normal import normalise


class ClaimEditing:
    """The claims that a reviewer makes and changes in one library."""

    def __init__(self, library: Library, review: Reviewing) -> None:
        self._library = library
        self._review = review

    def create(self, article_id: int, span: Span) -> Claim:
        """Make a claim of a stretch of the article, grown to whole words; it may overlap others.

        Kind, parts, rank, speaker and day are filled in. Raises NotFound, and InputError where no
        word is in it or a claim of the same words is there.
        """
        article = self._library.articles.get(article_id)
        fresh = self._read(article, span, self._library.claims.of_article(article_id))
        with self._library.step("New claim"):
            return self._library.claims.put(article_id, fresh)

    def reword(self, claim_id: int, statement: str) -> Claim:
        """Give a claim the reviewer's sentence; an empty one, or the article's own words, takes it
        back to these. Raises NotFound.
        """
        claim = self._library.claims.get(claim_id)
        words = " ".join(normalise(statement)[0].split())
        own = self._own_statement(claim)
        reworded = words not in ("", own, " ".join(claim.quote.split()))
        changed = replace(claim, statement=words if reworded else own, reworded=reworded)
        if changed == claim:
            return claim
        with self._library.step("Reword claim", claim_id):
            return self._change(changed)

    def move(self, claim_id: int, span: Span) -> Claim:
        """Let a claim be of another stretch of its article, grown to whole words.

        Its id, its links and a sentence that the reviewer gave it stay. Raises NotFound, and
        InputError where no word is in it or another claim of the same words is there.
        """
        claim = self._library.claims.get(claim_id)
        article = self._library.articles.get(claim.article_id)
        others = self._others(claim)
        fresh = self._read(article, span, others)
        if fresh.span == claim.span:
            return claim
        moved = _filled(claim, fresh)
        if not fresh.span.overlaps(claim.span):
            moved = replace(moved, mentions=())
        with self._library.step("Move claim", claim_id):
            return self._change(moved)

    def split(self, claim_id: int, at: int) -> tuple[Claim, Claim]:
        """Make two claims of one; `at` is where the second begins, a code point of the article.

        The first half keeps the id, the rationale and the flag; both keep the links, each compared
        anew, as either half may be what a source speaks of. A sentence that the reviewer gave it
        is of the whole and goes. Raises NotFound, and InputError where a half has no words or is a
        claim already.
        """
        claim = self._library.claims.get(claim_id)
        article = self._library.articles.get(claim.article_id)
        at = word_start(article.text, at)
        if not claim.span.start < at < claim.span.end:
            raise InputError("A claim is split between two of its own words.")
        others = self._others(claim)
        halves = (Span(claim.span.start, at), Span(at, claim.span.end))
        first, second = self._read_all(article, halves, others)
        if first.span.overlaps(second.span):
            raise InputError("A claim is split between two of its own words.")
        with self._library.step("Split claim", claim_id):
            evidence = self._review.get(claim_id).evidence
            kept = self._change(_filled(replace(claim, reworded=False), first))
            made = self._library.claims.put(
                claim.article_id, replace(second, mentions=claim.mentions)
            )
            for one in evidence:
                self._review.copy_link(one, made.id)
        return self._library.claims.get(kept.id), self._library.claims.get(made.id)

    def merge(self, claim_id: int, with_id: int = 0) -> Claim:
        """Make one claim of two, of all words from the first to the last; 0 is the `follower`.

        The claim named first keeps its id. It takes over links, rationale, flag and mentions of
        the other. Raises NotFound, and InputError where there is no next one, both are the same or
        of two articles, or another claim of the same words is there.
        """
        claim = self._library.claims.get(claim_id)
        other = self._partner(claim, with_id) if with_id else self.follower(claim_id)
        span = Span(min(claim.span.start, other.span.start), max(claim.span.end, other.span.end))
        article = self._library.articles.get(claim.article_id)
        others = [one for one in self._others(claim) if one.id != other.id]
        fresh = self._read(article, span, others)
        merged = _filled(
            replace(claim, reworded=claim.reworded and fresh.span == claim.span), fresh
        )
        mentions = {one for one in (*claim.mentions, *other.mentions) if not fresh.span.covers(one)}
        with self._library.step("Merge claims", claim_id):
            theirs = self._review.get(other.id)
            self._review.clear_verdict(other.id)
            kept = self._change(replace(merged, mentions=tuple(sorted(mentions))))
            self._take_over(kept.id, theirs)
            self._library.claims.remove((other.id,))
        return self._library.claims.get(kept.id)

    def follower(self, claim_id: int) -> Claim:
        """The next claim whose words all stand after this one's in the text.

        What somebody says within a claim follows it in the list, though its words are the claim's
        own. Raises NotFound, and InputError where no claim follows.
        """
        claim = self._library.claims.get(claim_id)
        after = [one for one in self._others(claim) if one.span.start >= claim.span.end]
        if not after:
            raise InputError("No claim follows this one. Choose the one to merge it with.")
        return min(after, key=lambda one: one.position)

    def remove(self, claim_id: int) -> None:
        """Take a claim out with the work on it; its words are open again unless excused.

        The log keeps its verdicts, and undo brings all of it back. Raises NotFound.
        """
        with self._library.step("Remove claim", claim_id):
            self._library.claims.remove((claim_id,))

    def offers(self, claim_id: int) -> tuple[Offer, ...]:
        """Where this claim could be split, and which of its words could be said more plainly.

        Nothing is done by itself. Raises NotFound.
        """
        claim = self._library.claims.get(claim_id)
        article = self._library.articles.get(claim.article_id)
        return find_offers(article, claim, self._others(claim))

    # What the verbs are made of

    def _read(self, article: Article, span: Span, known: Sequence[Claim]) -> Claim:
        """The claim that the article makes at this stretch, not yet stored."""
        return self._read_all(article, (span,), known)[0]

    def _read_all(
        self, article: Article, spans: Sequence[Span], known: Sequence[Claim]
    ) -> list[Claim]:
        """The claims that the article makes at these stretches; reads the article once.

        Raises InputError where no word is in one, or one is a claim of `known`.
        """
        text, zones, grown = article.text, article.zones, []
        for span in spans:
            whole = whole_words(text, span)
            if whole is None:
                raise InputError("There are no words in this stretch of the article. Mark some.")
            if any(same_words(text, whole, one.span) for one in known):
                raise InputError("There is a claim of these words already.")
            # Wherever the words stand, the reviewer has said that they count.
            zones = set_included(text, zones, whole, included=True)
            grown.append(whole)
        found = claims_at(text, zones, article.publication, grown)
        return [replace(one, article_id=article.id, made_by=REVIEWER) for one in found]

    def _others(self, claim: Claim) -> list[Claim]:
        known = self._library.claims.of_article(claim.article_id)
        return [one for one in known if one.id != claim.id]

    def _own_statement(self, claim: Claim) -> str:
        """The claim's sentence as the app words it."""
        if not claim.reworded:
            return claim.statement
        article = self._library.articles.get(claim.article_id)
        return self._read(article, claim.span, ()).statement

    def _partner(self, claim: Claim, with_id: int) -> Claim:
        other = self._library.claims.get(with_id)
        if other.id == claim.id:
            raise InputError("A claim is merged with another one, not with itself.")
        if other.article_id != claim.article_id:
            raise InputError("Only claims of the same article can be merged.")
        return other

    def _change(self, changed: Claim) -> Claim:
        """Store a claim whose words have changed, in the step under way."""
        # Before the words change, so that the log says which words were judged.
        self._review.clear_verdict(changed.id)
        self._library.claims.update(changed)
        self._library.claims.renumber(changed.article_id)
        self._review.compare_again(changed.id)
        return self._library.claims.get(changed.id)

    def _take_over(self, claim_id: int, theirs: Review) -> None:
        ours = self._review.get(claim_id)
        for one in theirs.evidence:
            self._review.copy_link(one, claim_id)
        reasons = [words for words in (ours.rationale, theirs.rationale) if words.strip()]
        self._review.set_rationale(claim_id, "\n\n".join(dict.fromkeys(reasons)))
        if theirs.state is ReviewState.FLAGGED:
            self._review.set_flag(claim_id, True)


def _filled(claim: Claim, fresh: Claim) -> Claim:
    """The claim with the words of `fresh` and all that was read out of them."""
    return replace(
        fresh,
        id=claim.id,
        article_id=claim.article_id,
        position=claim.position,
        mentions=claim.mentions,
        statement=claim.statement if claim.reworded else fresh.statement,
        reworded=claim.reworded,
    )
