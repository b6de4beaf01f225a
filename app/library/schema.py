"""The tables of a library as numbered migrations, frozen once released. Knows no dataclass.

A migration is literal SQL: it must do tomorrow what it did on the day it was released, whatever
the code around it has become. Names begin with m and a number of three digits that only grows.

What was written down for undo is read by the names of its columns, as they were in its day. So a
migration that adds a column gives it a default, which old rows take; one that renames a column does
so in `undo_layouts` too. Before it, `tests/library/earlier/make.py` keeps a library of the schema.
"""

from __future__ import annotations

import json
from hashlib import sha256

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

#: "CLMD", written into the header of every library so that no other file is taken for one.
APPLICATION_ID = 0x434C4D44

MIGRATIONS = Migrations("claimdesk")


def number_of(name: str) -> int:
    """The number of a migration by its name: 1 for "m001_first_check"; 0 for a foreign name."""
    return int(name[1:4]) if name[1:4].isdecimal() else 0


@MIGRATIONS()
def m001_first_check(db: Database) -> None:
    """Articles and claims, sources and passages, the review, the log of verdicts, undo."""
    for statement in _M001:
        db.conn.execute(statement)


@MIGRATIONS()
def m002_own_claims(db: Database) -> None:
    """Who made and worded a claim, what the file of an article said, what needs no check."""
    for statement in _M002:
        db.conn.execute(statement)


@MIGRATIONS()
def m003_vouched_rows(db: Database) -> None:
    """Digests on claims, passages and reviews, and a mark for each writer that is at work."""
    db.conn.create_function("m003_sign", -1, _m003_sign, deterministic=True)
    for statement in _M003:
        db.conn.execute(statement)


def vouch_again(db: Database) -> None:
    """Sign the claims, passages and reviews that came from a schema without digests."""
    db.conn.create_function("m003_sign", -1, _m003_sign, deterministic=True)
    for statement in _M003:
        if statement.startswith("UPDATE"):
            db.conn.execute(statement)


def _m003_sign(length: int, *values: object) -> str:
    # As digests.py did on the day of the migration.
    told = json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:length]


@MIGRATIONS()
def m004_source_files(db: Database) -> None:
    """What file a source came from, its pages, whether its text is missing, what else CSL says."""
    for statement in _M004:
        db.conn.execute(statement)


@MIGRATIONS()
def m005_left_out(db: Database) -> None:
    """The words of an article's file that are not in its text, and what the text was first."""
    for statement in _M005:
        db.conn.execute(statement)


@MIGRATIONS()
def m006_confidential(db: Database) -> None:
    """What the reviewer keeps out of reports: a source, or one piece of evidence."""
    for statement in _M006:
        db.conn.execute(statement)


@MIGRATIONS()
def m007_named_undo(db: Database) -> None:
    """The names of the columns that what was written down for undo has values of."""
    for statement in _M007:
        db.conn.execute(statement)
    layouts = [(table, width) for table, widths in _M007_WIDTHS.items() for width in widths]
    for layout_id, (table, width) in enumerate(layouts, start=1):
        db.conn.execute(
            "INSERT INTO undo_layouts SELECT ?, ?, group_concat(name, ', ') FROM "
            "(SELECT name FROM pragma_table_info(?) WHERE cid < ? ORDER BY cid)",
            (layout_id, table, table, width),
        )
        # A column that was added is never NULL, so a NULL tells that it was not there yet.
        known = "TRUE" if width == _M007_WIDTHS[table][0] else f"v{width} IS NOT NULL"
        db.conn.execute(
            f"UPDATE undo_rows SET layout_id = ? WHERE tbl = ? AND ({known} OR op = 'insert')",
            (layout_id, table),
        )


_M001 = (
    # Ids are never given twice: an entry of the log of verdicts outlives its claim.
    """CREATE TABLE articles (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL,
        digest TEXT NOT NULL,
        origin TEXT NOT NULL,
        language TEXT NOT NULL,
        added TEXT NOT NULL,
        sample INTEGER NOT NULL,
        notices TEXT NOT NULL,
        published TEXT NOT NULL,
        published_source TEXT NOT NULL,
        published_inferred TEXT NOT NULL,
        published_reasons TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX articles_by_digest ON articles (digest)",
    # Apart from the record, so that a change of the record never copies the text.
    """CREATE TABLE article_texts (
        article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        text TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE zones (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL,
        kind TEXT NOT NULL,
        included INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX zones_by_article ON zones (article_id)",
    """CREATE TABLE claims (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL,
        quote TEXT NOT NULL,
        statement TEXT NOT NULL,
        kind TEXT NOT NULL,
        speaker TEXT NOT NULL,
        claim_date TEXT NOT NULL,
        check_worthiness REAL NOT NULL,
        reasons TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX claims_by_article ON claims (article_id, position)",
    """CREATE TABLE parts (
        id INTEGER PRIMARY KEY,
        claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL,
        text TEXT NOT NULL,
        value TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX parts_by_claim ON parts (claim_id)",
    """CREATE TABLE mentions (
        id INTEGER PRIMARY KEY,
        claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX mentions_by_claim ON mentions (claim_id)",
    """CREATE TABLE batches (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        label TEXT NOT NULL,
        added TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE sources (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        "key" TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        publisher TEXT NOT NULL,
        author TEXT NOT NULL,
        published TEXT NOT NULL,
        kind TEXT NOT NULL,
        language TEXT NOT NULL,
        url TEXT NOT NULL,
        note TEXT NOT NULL,
        copy_note TEXT NOT NULL,
        digest TEXT NOT NULL,
        sample INTEGER NOT NULL,
        added TEXT NOT NULL,
        batch_id INTEGER REFERENCES batches (id)
    ) STRICT""",
    "CREATE INDEX sources_by_digest ON sources (digest)",
    "CREATE INDEX sources_of_sample ON sources (id) WHERE sample",
    "CREATE INDEX sources_by_batch ON sources (batch_id) WHERE batch_id IS NOT NULL",
    """CREATE TABLE copies (
        source_id INTEGER PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
        text TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE passages (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL,
        place TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX passages_by_source ON passages (source_id)",
    # Kept in step with passages by index.py: a trigger may not reach a virtual table while
    # trusted_schema is off.
    """CREATE VIRTUAL TABLE passages_fts USING fts5 (
        text, content='passages', content_rowid='id',
        tokenize='porter unicode61 remove_diacritics 2'
    )""",
    # No reference to claims: the log stays when an article is removed, and says by itself what was
    # judged (`statement`, and the article's digest).
    """CREATE TABLE verdicts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        claim_id INTEGER NOT NULL,
        rating TEXT NOT NULL,
        scale TEXT NOT NULL,
        rationale TEXT NOT NULL,
        reviewer TEXT NOT NULL,
        given TEXT NOT NULL,
        evidence TEXT NOT NULL,
        acknowledged TEXT NOT NULL,
        statement TEXT NOT NULL,
        article_digest TEXT NOT NULL,
        row_digest TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX verdicts_by_claim ON verdicts (claim_id)",
    """CREATE TRIGGER verdicts_never_change BEFORE UPDATE ON verdicts BEGIN
        SELECT RAISE(ABORT, 'a verdict is never changed');
    END""",
    """CREATE TRIGGER verdicts_never_go BEFORE DELETE ON verdicts BEGIN
        SELECT RAISE(ABORT, 'a verdict is never removed');
    END""",
    """CREATE TABLE evidence (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
        source_id INTEGER NOT NULL REFERENCES sources (id),
        passage_id INTEGER REFERENCES passages (id),
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL,
        place TEXT NOT NULL,
        digest TEXT NOT NULL,
        stance TEXT,
        score REAL NOT NULL,
        scorer TEXT NOT NULL,
        differences TEXT NOT NULL,
        linked TEXT NOT NULL,
        row_digest TEXT NOT NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX evidence_by_claim ON evidence (claim_id, passage_id)",
    "CREATE INDEX evidence_by_source ON evidence (source_id)",
    "CREATE INDEX evidence_by_passage ON evidence (passage_id)",
    """CREATE TABLE reviews (
        claim_id INTEGER PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE,
        verdict_id INTEGER REFERENCES verdicts (id),
        rationale TEXT NOT NULL DEFAULT '',
        flagged INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    "CREATE INDEX reviews_by_verdict ON reviews (verdict_id)",
    """CREATE TABLE journal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        claim_id INTEGER NOT NULL
    ) STRICT""",
    """CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal BEGIN
        SELECT RAISE(ABORT, 'the journal is never changed');
    END""",
    """CREATE TRIGGER journal_never_goes BEFORE DELETE ON journal BEGIN
        SELECT RAISE(ABORT, 'the journal is never shortened');
    END""",
    """CREATE TABLE undo_steps (
        id INTEGER PRIMARY KEY,
        label TEXT NOT NULL,
        claim_id INTEGER NOT NULL,
        at TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    # The row as it was, value by value in the order of its table's columns, so that nothing is
    # lost in writing it down and nothing that a stranger put here can be run.
    """CREATE TABLE undo_rows (
        seq INTEGER PRIMARY KEY,
        step_id INTEGER NOT NULL,
        tbl TEXT NOT NULL,
        op TEXT NOT NULL,
        v1 ANY, v2 ANY, v3 ANY, v4 ANY, v5 ANY, v6 ANY, v7 ANY, v8 ANY,
        v9 ANY, v10 ANY, v11 ANY, v12 ANY, v13 ANY, v14 ANY, v15 ANY, v16 ANY,
        v17 ANY, v18 ANY, v19 ANY, v20 ANY, v21 ANY, v22 ANY, v23 ANY, v24 ANY
    ) STRICT""",
    "CREATE INDEX undo_rows_by_step ON undo_rows (step_id)",
)

_M002 = (
    "ALTER TABLE claims ADD COLUMN made_by TEXT NOT NULL DEFAULT 'app'",
    "ALTER TABLE claims ADD COLUMN reworded INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE articles ADD COLUMN pages TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE articles ADD COLUMN proposals TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE articles ADD COLUMN url TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE articles ADD COLUMN file_digest TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE articles ADD COLUMN file_published TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE excuses (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL,
        reason TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX excuses_by_article ON excuses (article_id)",
)

_M003 = (
    "ALTER TABLE claims ADD COLUMN row_digest TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE passages ADD COLUMN row_digest TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE reviews ADD COLUMN row_digest TEXT NOT NULL DEFAULT ''",
    """UPDATE claims SET row_digest = m003_sign(64,
        id, article_id, position, span_start, span_end, quote, statement, kind, speaker,
        claim_date, check_worthiness, reasons, made_by, reworded,
        (SELECT group_concat(quote(kind) || span_start || ' ' || span_end || quote(text) ||
            quote(value)) FROM (SELECT * FROM parts WHERE claim_id = claims.id ORDER BY id)),
        (SELECT group_concat(span_start || ' ' || span_end) FROM
            (SELECT * FROM mentions WHERE claim_id = claims.id ORDER BY id)))""",
    """UPDATE passages SET row_digest =
        m003_sign(32, id, source_id, span_start, span_end, text, place)""",
    """UPDATE reviews SET row_digest =
        m003_sign(64, claim_id, verdict_id, rationale, flagged)""",
    # One row for each process that may write; a row whose process is gone tells of an unclean end.
    """CREATE TABLE writers (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        pid INTEGER NOT NULL,
        host TEXT NOT NULL,
        boot TEXT NOT NULL,
        since TEXT NOT NULL
    ) STRICT""",
)

_M004 = (
    # Apart from sources, whose rows are read for every candidate.
    """CREATE TABLE source_records (
        source_id INTEGER PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
        text_missing INTEGER NOT NULL,
        file_name TEXT NOT NULL,
        file_digest TEXT NOT NULL,
        pages TEXT NOT NULL,
        csl TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX source_records_by_file ON source_records (file_digest)",
    "CREATE INDEX source_records_without_text ON source_records (source_id) WHERE text_missing",
)

_M005 = (
    "ALTER TABLE articles ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]'",
    # Empty until words are put in behind the text: by it the file is known again.
    "ALTER TABLE articles ADD COLUMN first_digest TEXT NOT NULL DEFAULT ''",
)

_M006 = (
    "ALTER TABLE sources ADD COLUMN confidential INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE evidence ADD COLUMN confidential INTEGER NOT NULL DEFAULT 0",
)

_M007 = (
    """CREATE TABLE undo_layouts (
        id INTEGER PRIMARY KEY,
        tbl TEXT NOT NULL,
        columns TEXT NOT NULL,
        UNIQUE (tbl, columns)
    ) STRICT""",
    "ALTER TABLE undo_rows ADD COLUMN layout_id INTEGER NOT NULL DEFAULT 0",
)

#: How many columns each table had under the schemas before, those added since last.
_M007_WIDTHS = {
    "articles": (12, 17, 19),
    "article_texts": (2,),
    "zones": (6,),
    "excuses": (5,),
    "claims": (12, 14, 15),
    "parts": (7,),
    "mentions": (4,),
    "sources": (15, 16),
    "copies": (2,),
    "passages": (6, 7),
    "source_records": (6,),
    "evidence": (17, 18),
    "reviews": (4, 5),
}
