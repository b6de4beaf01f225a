"""The check of a library: whether every row is still what was written.

Must not change anything; what it finds is told, never mended.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.library.digests import FIRST, chained_digest, row_digest, short_digest, text_digest
from app.library.index import index_is_whole
from app.library.reviews import EVIDENCE, VERDICT, vouched
from app.library.signing import CLAIM, PASSAGE, REVIEW
from app.library.store import Store
from app.model.library import Finding

_INDEX = Finding("library", 0, "The search index does not hold what the passages hold.")


def check(store: Store, *, deep: bool = True) -> list[Finding]:
    """Every finding, what concerns the whole file first. Raises LibraryError.

    The search index is looked at only on a connection that may write; not `deep` leaves out what
    concerns the file, and looks at rows alone.
    """
    index = [] if store.read_only or not deep or index_is_whole(store) else [_INDEX]
    with store.snapshot():
        return [
            *index,
            *(_file(store) if deep else ()),
            *_verdicts(store),
            *_reviews(store),
            *_evidence(store),
            *_articles(store),
            *_claims(store),
            *_sources(store),
            *_passages(store),
        ]


def _file(store: Store) -> Iterator[Finding]:
    for (told,) in store.rows("PRAGMA integrity_check"):
        if told != "ok":
            yield Finding("library", 0, f"The file is damaged: {told}.")
    for table, row_id, missing, _ in store.rows("PRAGMA foreign_key_check"):
        told = f"Row {row_id} of {table} belongs to something in {missing} that is gone."
        yield Finding("library", 0, told)


def _verdicts(store: Store) -> Iterator[Finding]:
    previous, last = FIRST, 0
    rows = store.rows(f"SELECT row_digest, {VERDICT} FROM verdicts ORDER BY id")
    for digest, *values in rows:
        if values[0] != last + 1:
            yield Finding("verdict", values[0], f"Verdicts before {values[0]} are missing.")
        elif digest != chained_digest(previous, values):
            told = f"Verdict {values[0]} on claim {values[1]} is not as it was given."
            yield Finding("verdict", values[0], told)
        previous, last = digest, values[0]
    given = store.value("SELECT seq FROM sqlite_sequence WHERE name = 'verdicts'") or 0
    if given != last:
        yield Finding("verdict", given, f"The log ends with verdict {last}; {given} were given.")


def _reviews(store: Store) -> Iterator[Finding]:
    for digest, *values in store.rows(f"SELECT row_digest, {REVIEW} FROM reviews"):
        if digest != row_digest(values):
            yield Finding("claim", values[0], f"The review of claim {values[0]} was changed.")


def _evidence(store: Store) -> Iterator[Finding]:
    for digest, *values in store.rows(f"SELECT row_digest, {EVIDENCE} FROM evidence ORDER BY id"):
        if digest != row_digest(vouched(values)):
            told = f"Evidence {values[0]} of claim {values[1]} is not as it was linked."
            yield Finding("evidence", values[0], told)


def _articles(store: Store) -> Iterator[Finding]:
    for (article_id,) in store.rows("SELECT id FROM articles ORDER BY id"):
        row = store.row(
            "SELECT digest, text FROM articles LEFT JOIN article_texts ON article_id = id "
            "WHERE id = ?",
            (article_id,),
        )
        if row is not None and not _is_of(*row):
            told = f"The text of article {article_id} is not the one taken in."
            yield Finding("article", article_id, told)


def _claims(store: Store) -> Iterator[Finding]:
    for digest, *values in store.rows(f"SELECT row_digest, {CLAIM} FROM claims ORDER BY id"):
        if digest != row_digest(values):
            told = f"Claim {values[0]} of article {values[1]} is not as it was written."
            yield Finding("claim", values[0], told)
    for claim_id in _misplaced(
        store,
        "article_texts",
        "article_id",
        "SELECT id, span_start, span_end, quote FROM claims WHERE article_id = ? ORDER BY id",
    ):
        told = f"The quote of claim {claim_id} does not stand in its article at that place."
        yield Finding("claim", claim_id, told)


def _sources(store: Store) -> Iterator[Finding]:
    for (source_id,) in store.rows("SELECT id FROM sources ORDER BY id"):
        row = store.row(
            "SELECT digest, text FROM sources LEFT JOIN copies ON source_id = id WHERE id = ?",
            (source_id,),
        )
        if row is not None and not _is_of(*row):
            told = f"The stored copy of source {source_id} is not the one taken in."
            yield Finding("source", source_id, told)


def _passages(store: Store) -> Iterator[Finding]:
    for digest, *values in store.each(f"SELECT row_digest, {PASSAGE} FROM passages ORDER BY id"):
        if digest != short_digest(values):
            yield Finding("passage", values[0], f"Passage {values[0]} is not as it was taken in.")
    for passage_id in _misplaced(
        store,
        "copies",
        "source_id",
        "SELECT id, span_start, span_end, text FROM passages WHERE source_id = ? ORDER BY id",
    ):
        told = f"Passage {passage_id} does not stand in its source's copy at that place."
        yield Finding("passage", passage_id, told)


def _misplaced(store: Store, texts: str, owner: str, stretches: str) -> Iterator[int]:
    """The ids of stretches whose words do not stand in their text at their place.

    `texts` is the table of the texts and `owner` its key. Cut in Python: SQLite would walk through
    a text from its beginning once more for each stretch of it.
    """
    for (key,) in store.rows(f"SELECT {owner} FROM {texts} ORDER BY {owner}"):
        text = store.value(f"SELECT text FROM {texts} WHERE {owner} = ?", (key,)) or ""
        for stretch_id, start, end, words in store.rows(stretches, (key,)):
            if not _stands_in(text, start, end, words):
                yield stretch_id


def _stands_in(text: object, start: object, end: object, words: object) -> bool:
    # Damage can have put anything in the place of a number or a text.
    if not (isinstance(text, str) and isinstance(start, int) and isinstance(end, int)):
        return False
    return text[start:end] == words


def _is_of(digest: str, text: str | None) -> bool:
    return text is not None and text_digest(text) == digest
