"""The TEMP triggers that write down what a step changes: how to undo it, and what it touched.

SQLite's own undo recipe (sqlite.org/undoredo.html), with the old row kept value by value instead of
as SQL text: nothing is rounded, and a library from a stranger cannot smuggle in a statement. With
each goes what its columns were called, so that it can be read under a later schema.
"""

from __future__ import annotations

from app.library.replay import OPERATIONS, WIDTH, take_back
from app.library.store import Store
from app.model.errors import LibraryError

#: Every change of these can be undone. Verdicts and the journal only ever grow.
UNDOABLE = (
    "articles",
    "article_texts",
    "zones",
    "excuses",
    "claims",
    "parts",
    "mentions",
    "sources",
    "copies",
    "passages",
    "source_records",
    "evidence",
    "reviews",
)

#: Which nouns a change of a table touches: the noun and the column with its id.
TOUCHES = {
    "articles": (("article", "id"),),
    "article_texts": (("article", "article_id"),),
    "zones": (("article", "article_id"),),
    "excuses": (("article", "article_id"),),
    "claims": (("claim", "id"), ("article", "article_id")),
    "parts": (("claim", "claim_id"),),
    "mentions": (("claim", "claim_id"),),
    "sources": (("source", "id"),),
    "copies": (("source", "source_id"),),
    "passages": (("passage", "id"), ("source", "source_id")),
    "source_records": (("source", "source_id"),),
    "evidence": (("evidence", "id"), ("claim", "claim_id")),
    "reviews": (("review", "claim_id"), ("claim", "claim_id"), ("verdict", "verdict_id")),
    "verdicts": (("verdict", "id"), ("given", "id"), ("claim", "claim_id"), ("review", "claim_id")),
}

#: A batch is told by its sources alone, which bring what else they are made of: watching each of a
#: million passages would halve its speed.
UNWATCHED_IN_BATCHES = ("passages", "copies", "source_records")

Touched = dict[str, frozenset[int]]


class Recorder:
    """Writes down the changes of one connection between `start` and `touched`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._columns = {table: self._columns_of(table) for table in UNDOABLE}
        self._layouts = {table: self._layout_of(table) for table in UNDOABLE}
        conn = store.db.conn
        with store.telling():
            conn.execute("CREATE TEMP TABLE stepping (step_id INTEGER, recording INTEGER)")
            conn.execute("INSERT INTO stepping VALUES (0, 0)")
            conn.execute(
                "CREATE TEMP TABLE touched "
                "(noun TEXT, id INTEGER, PRIMARY KEY (noun, id)) WITHOUT ROWID"
            )
            for table in TOUCHES:
                if table not in UNWATCHED_IN_BATCHES:
                    self._watch(table)

    def start(self, step_id: int, *, recording: bool) -> None:
        """Begin a step: its changes are written down for undo only while `recording`."""
        self._store.run("DELETE FROM touched")
        for table in UNWATCHED_IN_BATCHES:
            # A rollback takes this back as well, so that only SQLite knows how it stands.
            watched = self._store.value(
                "SELECT 1 FROM temp.sqlite_master WHERE name = ?", (f"record_insert_{table}",)
            )
            if recording and not watched:
                self._watch(table)
            elif watched and not recording:
                for op in OPERATIONS:
                    self._store.run(f"DROP TRIGGER temp.record_{op}_{table}")
        self._store.run("UPDATE stepping SET step_id = ?, recording = ?", (step_id, recording))

    def touched(self) -> Touched:
        """What was touched since `start`, with the claims that own it."""
        found: dict[str, set[int]] = {}
        for noun, noun_id in self._store.rows("SELECT noun, id FROM touched"):
            found.setdefault(noun, set()).add(noun_id)
        return {noun: frozenset(ids) for noun, ids in found.items()}

    def replay(self, step_id: int) -> None:
        """Take back the changes written down under this step, the last one first.

        What it does is written down in turn by the triggers, under the step begun by `start`.
        Raises LibraryError where what was written down makes no sense.
        """
        take_back(self._store, step_id, self._columns)

    def note_added(self, table: str, row_id: int) -> None:
        """Write down that a row came in which was not watched when it did."""
        self._store.run(
            "INSERT INTO undo_rows (step_id, tbl, op, layout_id, v1) "
            "SELECT step_id, ?, 'insert', ?, ? FROM stepping WHERE recording",
            (table, self._layouts[table], row_id),
        )

    def _layout_of(self, table: str) -> int:
        """The id of what names the columns of this table as it is now."""
        told = (table, ", ".join(self._columns[table]))
        find = "SELECT id FROM undo_layouts WHERE tbl = ? AND columns = ?"
        found: int | None = self._store.value(find, told)
        if found is None:
            # The first time that a library is open with the columns of this schema.
            with self._store.transaction():
                found = self._store.run(
                    "INSERT INTO undo_layouts (tbl, columns) VALUES (?, ?)", told
                )
        return found

    def _columns_of(self, table: str) -> tuple[str, ...]:
        names = tuple(row[1] for row in self._store.rows(f"PRAGMA table_info({table})"))
        if not 0 < len(names) <= WIDTH:
            raise LibraryError(f"The library {self._store.path} is damaged.", "Restore a backup.")
        return names

    def _watch(self, table: str) -> None:
        columns = self._columns.get(table, ())
        differs = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in columns) or "1"
        for op, sides in OPERATIONS.items():
            body = _touching(TOUCHES[table], sides)
            if columns:
                body.append(_writing_down(table, columns, self._layouts[table], op))
            self._store.db.conn.execute(
                f"CREATE TEMP TRIGGER record_{op}_{table} AFTER {op} ON main.{table} "
                f"WHEN {differs if op == 'update' else '1'} BEGIN {' '.join(body)} END"
            )


def _touching(touches: tuple[tuple[str, str], ...], sides: tuple[str, ...]) -> list[str]:
    return [
        f"INSERT INTO touched SELECT '{noun}', {side}.{column} "
        f"WHERE {side}.{column} IS NOT NULL AND NOT EXISTS "
        f"(SELECT 1 FROM touched WHERE noun = '{noun}' AND id = {side}.{column});"
        for noun, column in touches
        for side in sides
    ]


def _writing_down(table: str, columns: tuple[str, ...], layout: int, op: str) -> str:
    kept = columns[:1] if op == "insert" else columns
    side = "NEW" if op == "insert" else "OLD"
    slots = ", ".join(f"v{number}" for number in range(1, len(kept) + 1))
    values = ", ".join(f'{side}."{column}"' for column in kept)
    return (
        f"INSERT INTO undo_rows (step_id, tbl, op, layout_id, {slots}) "
        f"SELECT step_id, '{table}', '{op}', {layout}, {values} FROM stepping WHERE recording;"
    )
