"""Claims with their parts and mentions. Knows articles by id only."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache

from app.library.digests import row_digest
from app.library.signing import CLAIM, sign
from app.library.steps import Steps
from app.library.store import Row, Store, marks
from app.model.claim import Claim, ClaimKind, Part, PartKind, Reason
from app.model.errors import NotFound
from app.model.span import Span

_RECORD = (
    "article_id, position, span_start, span_end, quote, statement, kind, speaker, claim_date, "
    "check_worthiness, reasons, made_by, reworded"
)


class Claims:
    """The claims of one library."""

    def __init__(self, store: Store, steps: Steps) -> None:
        self._store = store
        self._steps = steps

    def add(self, article_id: int, claims: Sequence[Claim]) -> None:
        """Keep claims of a stored article, at their positions. Raises LibraryError."""
        with self._steps.step("Add claims"):
            for claim in claims:
                self._add(article_id, claim)

    def put(self, article_id: int, claim: Claim) -> Claim:
        """Keep one claim more and answer it with its id and position. Raises LibraryError."""
        with self._steps.step("Add claim"):
            claim_id = self._add(article_id, claim)
            with self._steps.step("Add claim", claim_id):
                self.renumber(article_id)
        return self.get(claim_id)

    def remove(self, claim_ids: Sequence[int]) -> None:
        """Take claims out with the work on them; the others keep their ids, and move up.

        Raises NotFound, LibraryError.
        """
        with self._steps.step("Remove claim"):
            articles = {self.get(claim_id).article_id for claim_id in claim_ids}
            self._store.run_many(
                "DELETE FROM claims WHERE id = ?", [(claim_id,) for claim_id in claim_ids]
            )
            for article_id in articles:
                self.renumber(article_id)

    def renumber(self, article_id: int) -> None:
        """Give the claims of an article their positions, 1 to n in its order. Raises LibraryError.

        Of two that begin together the longer one, which holds the other, comes first.
        """
        with self._steps.step("Order claims"):
            known = self._store.rows(
                "SELECT id, position FROM claims WHERE article_id = ? "
                "ORDER BY span_start, span_end DESC, id",
                (article_id,),
            )
            self._store.run_many(
                "UPDATE claims SET position = ? WHERE id = ?",
                [
                    (right, claim_id)
                    for right, (claim_id, position) in enumerate(known, start=1)
                    if position != right
                ],
            )
            moved = [one for n, (one, position) in enumerate(known, 1) if position != n]
            sign(self._store, "claims", moved)

    def of_article(self, article_id: int) -> tuple[Claim, ...]:
        """The claims of an article in its order; empty where there is no such article."""
        with self._store.snapshot(), self._store.understanding():
            return self._read("article_id = ?", article_id)

    def count(self, article_id: int) -> int:
        """How many claims an article has; 0 where there is no such article."""
        found: int = self._store.value(
            "SELECT count(*) FROM claims WHERE article_id = ?", (article_id,)
        )
        return found

    def get(self, claim_id: int) -> Claim:
        """The claim of this id. Raises NotFound."""
        with self._store.snapshot(), self._store.understanding():
            found = self._read("id = ?", claim_id)
        if not found:
            raise NotFound(f"There is no claim {claim_id} in this library.")
        return found[0]

    def update(self, claim: Claim) -> None:
        """Replace the values of a stored claim, and its parts and mentions where they differ.

        Its id and article stay. Raises NotFound, LibraryError.
        """
        with self._steps.step("Change claim", claim.id):
            known = self.get(claim.id)
            self._store.run(
                "UPDATE claims SET position = ?, span_start = ?, span_end = ?, quote = ?, "
                "statement = ?, kind = ?, speaker = ?, claim_date = ?, check_worthiness = ?, "
                "reasons = ?, made_by = ?, reworded = ? WHERE id = ?",
                (*_values(claim), claim.id),
            )
            if (known.parts, known.mentions) != (claim.parts, claim.mentions):
                self._store.run("DELETE FROM parts WHERE claim_id = ?", (claim.id,))
                self._store.run("DELETE FROM mentions WHERE claim_id = ?", (claim.id,))
                self._add_details(claim.id, claim)
            sign(self._store, "claims", (claim.id,))

    def _must_be_as_written(self, where: str, value: int) -> None:
        for digest, *values in self._store.rows(
            f"SELECT row_digest, {CLAIM} FROM claims WHERE {where}", (value,)
        ):
            if digest != row_digest(values):
                raise self._store.changed("claim", values[0])

    def _add(self, article_id: int, claim: Claim) -> int:
        claim_id = self._store.run(
            f"INSERT INTO claims ({_RECORD}) VALUES ({marks(13)})", (article_id, *_values(claim))
        )
        self._add_details(claim_id, claim)
        sign(self._store, "claims", (claim_id,))
        return claim_id

    def _add_details(self, claim_id: int, claim: Claim) -> None:
        self._store.run_many(
            "INSERT INTO parts (claim_id, kind, span_start, span_end, text, value) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            [
                (claim_id, part.kind.value, part.span.start, part.span.end, part.text, part.value)
                for part in claim.parts
            ],
        )
        self._store.run_many(
            "INSERT INTO mentions (claim_id, span_start, span_end) VALUES (?, ?, ?)",
            [(claim_id, mention.start, mention.end) for mention in claim.mentions],
        )

    def _read(self, where: str, value: int) -> tuple[Claim, ...]:
        self._must_be_as_written(where, value)
        within = f"claim_id IN (SELECT id FROM claims WHERE {where})"
        parts: dict[int, list[Part]] = {}
        for claim_id, kind, start, end, text, normal in self._store.rows(
            "SELECT claim_id, kind, span_start, span_end, text, value FROM parts "
            f"WHERE {within} ORDER BY id",
            (value,),
        ):
            part = Part(PartKind(kind), Span(start, end), text, normal)
            parts.setdefault(claim_id, []).append(part)
        mentions: dict[int, list[Span]] = {}
        for claim_id, start, end in self._store.rows(
            f"SELECT claim_id, span_start, span_end FROM mentions WHERE {within} ORDER BY id",
            (value,),
        ):
            mentions.setdefault(claim_id, []).append(Span(start, end))
        rows = self._store.rows(
            f"SELECT id, {_RECORD} FROM claims WHERE {where} ORDER BY position, id", (value,)
        )
        return tuple(
            _claim(row, tuple(parts.get(row[0], ())), tuple(mentions.get(row[0], ())))
            for row in rows
        )


def _values(claim: Claim) -> tuple[object, ...]:
    return (
        claim.position,
        claim.span.start,
        claim.span.end,
        claim.quote,
        claim.statement,
        claim.kind.value,
        claim.speaker,
        claim.claim_date,
        claim.check_worthiness,
        json.dumps([(one.name, one.weight) for one in claim.reasons], ensure_ascii=False),
        claim.made_by,
        claim.reworded,
    )


def _claim(row: Row, parts: tuple[Part, ...], mentions: tuple[Span, ...]) -> Claim:
    claim_id, article_id, position, start, end, quote, statement, kind, speaker, day = row[:10]
    worth, reasons, made_by, reworded = row[10:]
    return Claim(
        id=claim_id,
        article_id=article_id,
        position=position,
        span=Span(start, end),
        quote=quote,
        statement=statement,
        kind=ClaimKind(kind),
        speaker=speaker,
        claim_date=day,
        check_worthiness=worth,
        reasons=_reasons(reasons),
        parts=parts,
        mentions=mentions,
        made_by=made_by,
        reworded=bool(reworded),
    )


@lru_cache(maxsize=1 << 12)
def _reasons(told: str) -> tuple[Reason, ...]:
    # Many claims are ranked for the same reasons.
    return tuple(Reason(name, weight) for name, weight in json.loads(told))
