"""What the digests of claims, passages and reviews vouch for, and writing them. Knows no noun.

A digest is of what stands in the file, so it is taken from there after the row was written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from app.library.digests import row_digest, short_digest
from app.library.store import Store

#: The values that a claim's digest vouches for; its parts and mentions as one text each.
CLAIM = (
    "id, article_id, position, span_start, span_end, quote, statement, kind, speaker, claim_date, "
    "check_worthiness, reasons, made_by, reworded, "
    "(SELECT group_concat(quote(kind) || span_start || ' ' || span_end || quote(text) || "
    "quote(value)) FROM (SELECT * FROM parts WHERE claim_id = claims.id ORDER BY id)), "
    "(SELECT group_concat(span_start || ' ' || span_end) FROM "
    "(SELECT * FROM mentions WHERE claim_id = claims.id ORDER BY id))"
)

#: The columns of a passage that its digest vouches for.
PASSAGE = "id, source_id, span_start, span_end, text, place"

#: The columns of a review that its digest vouches for.
REVIEW = "claim_id, verdict_id, rationale, flagged"

#: By table: its key, what its digest vouches for, and how that is made.
_SIGNED: dict[str, tuple[str, str, Callable[[Sequence[object]], str]]] = {
    "claims": ("id", CLAIM, row_digest),
    "passages": ("id", PASSAGE, short_digest),
    "reviews": ("claim_id", REVIEW, row_digest),
}

#: The tables whose rows are signed here.
SIGNED_TABLES = tuple(_SIGNED)


def sign(store: Store, table: str, keys: Iterable[int]) -> None:
    """Write the digests of these rows, as far as they are there, within a transaction."""
    key, columns, digest = _SIGNED[table]
    rows = store.rows(
        f"SELECT {columns} FROM {table} WHERE {key} IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys)),),
    )
    store.run_many(
        f"UPDATE {table} SET row_digest = ? WHERE {key} = ?",
        [(digest(row), row[0]) for row in rows],
    )
