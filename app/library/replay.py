"""Taking back what was written down of a step, row by row, by the names of the columns.

A row may have been written down under an earlier schema: what was not a column then is left as it
is, or takes its default. What is read here can come from a stranger and is never run as SQL.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.library.index import forget, learn
from app.library.signing import SIGNED_TABLES, sign
from app.library.store import Store, marks
from app.model.errors import LibraryError

#: How many columns `undo_rows` has room for.
WIDTH = 24

#: What can be done to a row, and how its sides are called in a trigger.
OPERATIONS = {"insert": ("NEW",), "delete": ("OLD",), "update": ("OLD", "NEW")}

Columns = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Kept:
    """A change that was written down, of the row whose `key` is `id`.

    `row` is as it was before, or for an insert its key alone.
    """

    table: str
    op: str
    key: str
    id: int
    row: Mapping[str, object]


def take_back(store: Store, step_id: int, columns: Columns) -> None:
    """Take back the changes of this step, the last one first, and forget them.

    `columns` are those of the tables as they are now, their keys first. The triggers may write down
    in turn what this does. Raises LibraryError where what was written down makes no sense.
    """
    kept = list(_written_down(store, step_id, columns))
    store.run("DELETE FROM undo_rows WHERE step_id = ?", (step_id,))
    store.run("PRAGMA defer_foreign_keys=ON")
    passages = {one.id for one in kept if one.table == "passages"}
    passages |= _passages_of(store, kept)
    forget(store, passages)
    unsigned = {table: _unsigned(kept, table) for table in SIGNED_TABLES}
    unsigned["claims"] |= _owners_of_details(store, kept) - _signed_claims(kept)
    for one in kept:
        _put_back(store, one)
    for table, ids in unsigned.items():
        sign(store, table, ids)
    learn(store, passages)


def _written_down(store: Store, step_id: int, columns: Columns) -> Iterator[Kept]:
    values = ", ".join(f"v{number}" for number in range(1, WIDTH + 1))
    for table, op, names, *row in store.rows(
        f"SELECT r.tbl, op, columns, {values} FROM undo_rows AS r "
        "LEFT JOIN undo_layouts AS l ON l.id = layout_id AND l.tbl = r.tbl "
        "WHERE step_id = ? ORDER BY seq DESC",
        (step_id,),
    ):
        known = columns.get(table, ())
        layout = (names or "").split(", ")[: 1 if op == "insert" else WIDTH]
        if (
            op not in OPERATIONS
            or layout[0] not in known[:1]
            or not set(layout) <= set(known)
            or (op == "update" and layout == [known[0]])
            or not isinstance(row[0], int)
        ):
            raise LibraryError("The undo history of this library is damaged.")
        yield Kept(table, op, known[0], row[0], dict(zip(layout, row, strict=False)))


def _passages_of(store: Store, kept: Iterable[Kept]) -> set[int]:
    """The passages that go with the sources that came in."""
    sources = [one.id for one in kept if one.table == "sources" and one.op == "insert"]
    rows = store.rows(
        "SELECT id FROM passages WHERE source_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sources),),
    )
    return {row[0] for row in rows}


def _put_back(store: Store, kept: Kept) -> None:
    names = [f'"{name}"' for name in kept.row]
    if kept.op == "insert":
        store.run(f"DELETE FROM {kept.table} WHERE {names[0]} = ?", (kept.id,))
    elif kept.op == "delete":
        store.run(
            f"INSERT INTO {kept.table} ({', '.join(names)}) VALUES ({marks(len(names))})",
            tuple(kept.row.values()),
        )
    else:
        changes = ", ".join(f"{name} = ?" for name in names[1:])
        store.run(
            f"UPDATE {kept.table} SET {changes} WHERE {names[0]} = ?",
            (*list(kept.row.values())[1:], kept.id),
        )


def _unsigned(kept: Iterable[Kept], table: str) -> set[int]:
    """The rows that come back from a schema that had no digest for them yet."""
    return {
        one.id
        for one in kept
        if one.table == table and one.op != "insert" and "row_digest" not in one.row
    }


def _signed_claims(kept: Iterable[Kept]) -> set[int]:
    return {one.id for one in kept if one.table == "claims" and "row_digest" in one.row}


def _owners_of_details(store: Store, kept: Iterable[Kept]) -> set[int]:
    """The claims whose digest speaks of parts and mentions that change; asked before they do."""
    owners: set[int] = set()
    for table in ("parts", "mentions"):
        of_table = [one for one in kept if one.table == table]
        named = [one.row.get("claim_id") for one in of_table]
        owners |= {owner for owner in named if isinstance(owner, int)}
        owners |= {
            row[0]
            for row in store.rows(
                f"SELECT claim_id FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps([one.id for one in of_table if one.op == "insert"]),),
            )
        }
    return owners
