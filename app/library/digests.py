"""Digests of rows, so that a changed row is found even where the file itself is whole.

SQLite's integrity_check looks at pages; a value changed within a page passes it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256

#: One for all rows: making an encoder takes longer than encoding a row.
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=repr)

#: What the first entry of the log of verdicts is chained to.
FIRST = ""


def row_digest(values: Sequence[object]) -> str:
    """SHA-256 (hex) of the values of a row, as JSON in UTF-8.

    We write no bytes; a damaged row may give some, and then has the digest of nothing we wrote.
    """
    told = _JSON.encode(list(values))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def short_digest(values: Sequence[object]) -> str:
    """The first 128 bits of `row_digest`, for rows that come by the million."""
    return row_digest(values)[:32]


def text_digest(text: object) -> str:
    """SHA-256 (hex) of a text in UTF-8; empty for what only damage can have put in its place."""
    if not isinstance(text, str):
        return ""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def chained_digest(previous: str, values: Sequence[object]) -> str:
    """The digest of a row of the log, which also vouches for every row before it."""
    return row_digest((previous, *values))
