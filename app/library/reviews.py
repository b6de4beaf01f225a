"""Reviews: evidence, the log of verdicts, rationale and flag. Knows no rule of judging."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.library.digests import FIRST, chained_digest, row_digest
from app.library.signing import sign
from app.library.steps import Steps
from app.library.store import Row, Store, marks, utc_now
from app.model.errors import NotFound
from app.model.match import Difference, DifferenceKind, Excerpt, Relation
from app.model.review import Evidence, Review, ReviewState, Stance, Verdict
from app.model.span import Span

#: The columns of evidence in the order that `_evidence` reads; its digest is of `vouched` of them.
EVIDENCE = (
    "id, claim_id, source_id, passage_id, exact, prefix, suffix, span_start, span_end, place, "
    "digest, stance, score, scorer, differences, linked, "
    "confidential"
)

#: The columns of an entry of the log that its digest vouches for; the first nine are the verdict.
VERDICT = (
    "id, claim_id, rating, scale, rationale, reviewer, given, evidence, acknowledged, "
    "statement, article_digest"
)


class Reviews:
    """The reviews of one library."""

    def __init__(self, store: Store, steps: Steps) -> None:
        self._store = store
        self._steps = steps

    def get(self, claim_id: int) -> Review:
        """The work on a claim; an empty review where nothing was done."""
        with self._store.snapshot():
            return self._understood("= ?", claim_id).get(claim_id, Review(claim_id))

    def of_article(self, article_id: int) -> dict[int, Review]:
        """The reviews of an article's claims by id of claim, those with nothing done included."""
        with self._store.snapshot():
            claims = self._store.rows(
                "SELECT id FROM claims WHERE article_id = ? ORDER BY position, id", (article_id,)
            )
            done = self._understood("IN (SELECT id FROM claims WHERE article_id = ?)", article_id)
        return {claim_id: done.get(claim_id, Review(claim_id)) for (claim_id,) in claims}

    def verdicts(self, claim_id: int) -> tuple[Verdict, ...]:
        """Every entry of the log on this claim, oldest first, also of a claim that is gone."""
        rows = self._store.rows(
            f"SELECT {_OF_LOG} FROM verdicts v {_BEFORE} WHERE v.claim_id = ? ORDER BY v.id",
            (claim_id,),
        )
        return tuple(self._as_given(row) for row in rows)

    def given(self, verdict_id: int) -> Verdict:
        """The entry of the log with this id. Raises NotFound, LibraryError."""
        row = self._store.row(
            f"SELECT {_OF_LOG} FROM verdicts v {_BEFORE} WHERE v.id = ?", (verdict_id,)
        )
        if row is None:
            raise NotFound(f"There is no verdict {verdict_id} in this library.")
        return self._as_given(row)

    def claim_of(self, evidence_id: int) -> int:
        """The claim that this evidence is linked to. Raises NotFound."""
        claim_id: int | None = self._store.value(
            "SELECT claim_id FROM evidence WHERE id = ?", (evidence_id,)
        )
        if claim_id is None:
            raise NotFound(f"There is no evidence {evidence_id} in this library.")
        return claim_id

    def link(self, evidence: Evidence) -> Evidence:
        """Link a passage to a claim; answers the evidence stored, or what was linked already.

        Raises NotFound where the claim, the source or the passage is gone, LibraryError.
        """
        with self._steps.step("Link source", evidence.claim_id):
            self._must_exist("claim", evidence.claim_id)
            self._must_exist("source", evidence.source_id)
            if evidence.passage_id:
                self._must_exist("passage", evidence.passage_id)
                known = self._linked("claim_id = ? AND passage_id = ?", evidence)
                if known is not None:
                    return known
            used = self._store.value("SELECT seq FROM sqlite_sequence WHERE name = 'evidence'")
            evidence = replace(evidence, id=(used or 0) + 1, linked=evidence.linked or utc_now())
            values = _evidence_values(evidence)
            self._store.run(
                f"INSERT INTO evidence ({EVIDENCE}, row_digest) VALUES ({marks(18)})",
                (*values, row_digest(vouched(values))),
            )
        return evidence

    def unlink(self, evidence_id: int) -> None:
        """Take a link away. Raises NotFound, LibraryError."""
        with self._steps.step("Unlink source", self.claim_of(evidence_id)):
            self._store.run("DELETE FROM evidence WHERE id = ?", (evidence_id,))

    def set_stance(self, evidence_id: int, stance: Stance | None) -> None:
        """Say what a linked passage says; None lets it follow the verdict. Raises NotFound."""
        with self._steps.step("Set stance", self.claim_of(evidence_id)):
            row = self._store.row(
                f"SELECT {EVIDENCE}, row_digest FROM evidence WHERE id = ?", (evidence_id,)
            )
            if row is not None:
                with self._store.understanding():
                    values = _evidence_values(replace(self._as_linked(row), stance=stance))
                self._store.run(
                    "UPDATE evidence SET stance = ?, row_digest = ? WHERE id = ?",
                    (stance.value if stance else None, row_digest(vouched(values)), evidence_id),
                )

    def set_confidential(self, evidence_id: int, on: bool) -> None:
        """Keep a link out of reports, or let it in again. Raises NotFound, LibraryError."""
        label = "Mark evidence confidential" if on else "Evidence not confidential"
        with self._steps.step(label, self.claim_of(evidence_id)):
            row = self._store.row(
                f"SELECT {EVIDENCE}, row_digest FROM evidence WHERE id = ?", (evidence_id,)
            )
            if row is not None:
                with self._store.understanding():
                    values = _evidence_values(replace(self._as_linked(row), confidential=on))
                self._store.run(
                    "UPDATE evidence SET confidential = ?, row_digest = ? WHERE id = ?",
                    (int(on), row_digest(vouched(values)), evidence_id),
                )

    def update(self, evidence: Evidence) -> None:
        """Replace the score and the differences of a link, its claim's words having changed.

        Raises NotFound, LibraryError.
        """
        with self._steps.step("Compare source", self.claim_of(evidence.id)):
            values = _evidence_values(evidence)
            self._store.run(
                "UPDATE evidence SET score = ?, scorer = ?, differences = ?, row_digest = ? "
                "WHERE id = ?",
                (*values[12:15], row_digest(vouched(values)), evidence.id),
            )

    def add_verdict(self, verdict: Verdict) -> Verdict:
        """Write a verdict into the log and make it the one in force; answers it with its id.

        One with an empty rating clears: no verdict is in force then. Raises NotFound where the
        claim is gone, LibraryError.
        """
        with self._steps.step("Give verdict", verdict.claim_id):
            judged = self._store.row(
                "SELECT statement, digest FROM claims c JOIN articles a ON a.id = c.article_id "
                "WHERE c.id = ?",
                (verdict.claim_id,),
            )
            if judged is None:
                raise NotFound(f"There is no claim {verdict.claim_id} in this library.")
            last = self._store.row("SELECT id, row_digest FROM verdicts ORDER BY id DESC LIMIT 1")
            last_id, last_digest = last or (0, FIRST)
            verdict = replace(verdict, id=last_id + 1, given=verdict.given or utc_now())
            values = (*_verdict_values(verdict), *judged)
            self._store.run(
                f"INSERT INTO verdicts ({VERDICT}, row_digest) VALUES ({marks(12)})",
                (*values, chained_digest(last_digest, values)),
            )
            self._put(verdict.claim_id, "verdict_id", verdict.id if verdict.rating else None)
        return verdict

    def put_in_force(self, claim_id: int, verdict_id: int) -> None:
        """Make an entry of the log on this claim the verdict in force again; 0 puts none in force.

        Raises NotFound where the log on this claim has no such entry, LibraryError.
        """
        with self._steps.step("Restore verdict", claim_id):
            self._must_exist("claim", claim_id)
            log = "SELECT 1 FROM verdicts WHERE id = ? AND claim_id = ?"
            if verdict_id and self._store.value(log, (verdict_id, claim_id)) is None:
                raise NotFound(f"Claim {claim_id} never had the verdict {verdict_id}.")
            self._put(claim_id, "verdict_id", verdict_id or None)

    def set_rationale(self, claim_id: int, text: str) -> None:
        """Keep the reasons typed so far. Raises NotFound, LibraryError."""
        with self._steps.step("Change rationale", claim_id):
            self._must_exist("claim", claim_id)
            self._put(claim_id, "rationale", text)

    def set_flag(self, claim_id: int, on: bool) -> None:
        """Flag a claim for a second look, or take the flag away. Raises NotFound, LibraryError."""
        with self._steps.step("Flag claim" if on else "Remove flag", claim_id):
            self._must_exist("claim", claim_id)
            self._put(claim_id, "flagged", int(on))

    def _put(self, claim_id: int, column: str, value: object) -> None:
        self._store.run(
            f"INSERT INTO reviews (claim_id, {column}) VALUES (?, ?) "
            f"ON CONFLICT (claim_id) DO UPDATE SET {column} = excluded.{column}",
            (claim_id, value),
        )
        sign(self._store, "reviews", (claim_id,))

    def _as_given(self, row: Row) -> Verdict:
        digest, before, *values = row
        if digest != chained_digest(before or FIRST, values):
            raise self._store.changed("verdict", values[0])
        with self._store.understanding():
            return _verdict(tuple(values))

    def _as_linked(self, row: Row) -> Evidence:
        if row[-1] != row_digest(vouched(row[:-1])):
            raise self._store.changed("evidence", row[0])
        return _evidence(row[:-1])

    def _must_exist(self, noun: str, noun_id: int) -> None:
        if self._store.value(f"SELECT 1 FROM {noun}s WHERE id = ?", (noun_id,)) is None:
            raise NotFound(f"There is no {noun} {noun_id} in this library.")

    def _linked(self, where: str, evidence: Evidence) -> Evidence | None:
        row = self._store.row(
            f"SELECT {EVIDENCE}, row_digest FROM evidence WHERE {where}",
            (evidence.claim_id, evidence.passage_id),
        )
        with self._store.understanding():
            return self._as_linked(row) if row else None

    def _understood(self, which: str, value: int) -> dict[int, Review]:
        with self._store.understanding():
            return self._read(which, value)

    def _read(self, which: str, value: int) -> dict[int, Review]:
        evidence: dict[int, list[Evidence]] = {}
        for row in self._store.rows(
            f"SELECT {EVIDENCE}, row_digest FROM evidence WHERE claim_id {which} ORDER BY id",
            (value,),
        ):
            evidence.setdefault(row[1], []).append(self._as_linked(row))
        reviews = {key: Review(key, evidence=tuple(linked)) for key, linked in evidence.items()}
        for digest, claim_id, verdict_id, rationale, flagged, *given in self._store.rows(
            f"SELECT r.row_digest, r.claim_id, r.verdict_id, r.rationale, r.flagged, {_OF_LOG} "
            f"FROM reviews r LEFT JOIN verdicts v ON v.id = r.verdict_id {_BEFORE} "
            f"WHERE r.claim_id {which}",
            (value,),
        ):
            if digest != row_digest((claim_id, verdict_id, rationale, flagged)):
                raise self._store.changed("the review of claim", claim_id)
            verdict = self._as_given(tuple(given)) if verdict_id is not None else None
            state = ReviewState.REVIEWED if verdict else ReviewState.TO_REVIEW
            reviews[claim_id] = Review(
                claim_id,
                ReviewState.FLAGGED if flagged else state,
                verdict,
                rationale,
                tuple(evidence.get(claim_id, ())),
            )
        return reviews


#: What tells an entry of the log (`v`) and what it is chained to.
_OF_LOG = "v.row_digest, before.row_digest, " + ", ".join(
    f"v.{column}" for column in VERDICT.split(", ")
)
_BEFORE = "LEFT JOIN verdicts before ON before.id = v.id - 1"


def vouched(values: Sequence[object]) -> Sequence[object]:
    """What of the columns `EVIDENCE` its digest is made of: rows of an earlier release had no last
    one, and keep their digest while it says nothing."""
    return values if values[-1] else values[:-1]


def _verdict_values(verdict: Verdict) -> tuple[object, ...]:
    return (
        verdict.id,
        verdict.claim_id,
        verdict.rating,
        verdict.scale,
        verdict.rationale,
        verdict.reviewer,
        verdict.given,
        json.dumps(verdict.evidence),
        verdict.acknowledged,
    )


def _verdict(row: Row) -> Verdict:
    verdict_id, claim_id, rating, scale, rationale, reviewer, given, evidence, kept = row[:9]
    return Verdict(
        id=verdict_id,
        claim_id=claim_id,
        rating=rating,
        scale=scale,
        rationale=rationale,
        reviewer=reviewer,
        given=given,
        evidence=tuple(json.loads(evidence)),
        acknowledged=kept,
    )


def _evidence_values(evidence: Evidence) -> tuple[object, ...]:
    return (
        evidence.id,
        evidence.claim_id,
        evidence.source_id,
        evidence.passage_id or None,
        evidence.exact,
        evidence.prefix,
        evidence.suffix,
        evidence.span.start,
        evidence.span.end,
        evidence.place,
        evidence.digest,
        evidence.stance.value if evidence.stance else None,
        # As the column gives it back, so that the digest is of the same number.
        float(evidence.score),
        evidence.scorer,
        _written(evidence.differences),
        evidence.linked,
        int(evidence.confidential),
    )


def _evidence(row: Row) -> Evidence:
    evidence_id, claim_id, source_id, passage_id, exact, prefix, suffix, start, end = row[:9]
    place, digest, stance, score, scorer, differences, linked, confidential = row[9:]
    return Evidence(
        id=evidence_id,
        claim_id=claim_id,
        source_id=source_id,
        passage_id=passage_id or 0,
        exact=exact,
        prefix=prefix,
        suffix=suffix,
        span=Span(start, end),
        place=place,
        digest=digest,
        stance=Stance(stance) if stance else None,
        score=score,
        scorer=scorer,
        differences=_read_differences(differences),
        linked=linked,
        confidential=bool(confidential),
    )


def _written(differences: Iterable[Difference]) -> str:
    def side(excerpt: Excerpt | None) -> list[object] | None:
        return [excerpt.text, excerpt.span.start, excerpt.span.end] if excerpt else None

    return json.dumps(
        [
            {
                "kind": one.kind.value,
                "relation": one.relation.value,
                "claim": side(one.claim),
                "passage": side(one.passage),
                "note": one.note,
            }
            for one in differences
        ],
        ensure_ascii=False,
    )


def _read_differences(written: str) -> tuple[Difference, ...]:
    def side(told: list[object] | None) -> Excerpt | None:
        if told is None:
            return None
        text, start, end = told
        return Excerpt(str(text), Span(int(str(start)), int(str(end))))

    return tuple(
        Difference(
            DifferenceKind(one["kind"]),
            Relation(one["relation"]),
            side(one["claim"]),
            side(one["passage"]),
            one["note"],
        )
        for one in json.loads(written)
    )
