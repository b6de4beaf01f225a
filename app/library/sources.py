"""Sources and the stored copies of their texts. Knows no claim but by its links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from app.library.digests import short_digest, text_digest
from app.library.index import forget_sources, learn_from
from app.library.signing import PASSAGE
from app.library.steps import Steps
from app.library.store import Row, Store, marks, utc_now
from app.model.errors import InputError, NotFound
from app.model.source import Passage, Source, SourceKind
from app.model.span import Span

#: The columns of a source in the order of the dataclass.
RECORD = (
    'id, "key", title, publisher, author, published, kind, language, url, note, copy_note, '
    "digest, sample, added, confidential"
)

#: The sources that are still coming in, piece by piece: nobody is to see them.
UNFINISHED = "Unfinished source"
UNSEEN = (
    "SELECT id FROM sources WHERE batch_id IN "
    f"(SELECT id FROM batches WHERE label = '{UNFINISHED}')"
)

#: So many sources are written with one statement each table.
AT_ONCE = 500

Item = tuple[Source, str, Sequence[tuple[Span, str]]]


class Sources:
    """The sources of one library."""

    def __init__(self, store: Store, steps: Steps) -> None:
        self._store = store
        self._steps = steps

    def add(self, source: Source, text: str, passages: Sequence[tuple[Span, str]]) -> Source:
        """Keep a source with its copy and that copy's passages (span and place); answers it stored.

        Raises InputError where its key is taken, LibraryError.
        """
        with self._steps.step("Add source"):
            return self._add_chunk([(source, text, passages)])[0]

    def add_many(self, items: Iterable[Item]) -> tuple[Source, ...]:
        """Keep many sources, drawn from `items` a few hundred at a time; answers them stored.

        All or nothing with the step or batch that it is called in, or by itself.
        Raises InputError where a key is taken, LibraryError.
        """
        added: list[Source] = []
        remaining = iter(items)
        with self._steps.joined("Add sources"):
            while chunk := list(islice(remaining, AT_ONCE)):
                added.extend(self._add_chunk(chunk))
        return tuple(added)

    def get(self, source_id: int) -> Source:
        """The source of this id. Raises NotFound."""
        found = self._select("id = ?", (source_id,))
        if not found:
            raise NotFound(f"There is no source {source_id} in this library.")
        return found[0]

    def by_key(self, key: str) -> Source | None:
        """The source of this key, or None."""
        found = self._select('"key" = ?', (key,))
        return found[0] if found else None

    def taken(self, keys: Iterable[str]) -> frozenset[str]:
        """Those of these keys that a source has."""
        taken: set[str] = set()
        for chunk in _chunks(keys):
            rows = self._store.rows(
                f'SELECT "key" FROM sources WHERE "key" IN ({marks(len(chunk))})', chunk
            )
            taken.update(row[0] for row in rows)
        return frozenset(taken)

    def by_digests(self, digests: Iterable[str]) -> dict[str, list[Source]]:
        """The sources whose stored copy has one of these digests, by it."""
        found: dict[str, list[Source]] = {}
        for chunk in _chunks(digests):
            for one in self._select(f"digest IN ({marks(len(chunk))})", chunk):
                found.setdefault(one.digest, []).append(one)
        return found

    def dated_titles(self) -> list[tuple[int, str, str]]:
        """The id, title and day of every source that tells its day: for looking through them."""
        rows = self._store.rows(
            f"SELECT id, title, published FROM sources WHERE published <> '' "
            f"AND id NOT IN ({UNSEEN})"
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def texts(self, first: int, last: int, limit: int, length: int) -> list[tuple[Source, str]]:
        """The first `limit` sources of these ids, with the beginnings of their copies.

        For comparing alone: the copies are not held against their digests.
        """
        rows = self._store.rows(
            f"SELECT {RECORD}, substr(text, 1, ?) FROM sources JOIN copies ON source_id = id "
            f"WHERE id BETWEEN ? AND ? AND id NOT IN ({UNSEEN}) ORDER BY id LIMIT ?",
            (length, first, last, limit),
        )
        with self._store.understanding():
            return [(source_of(row[:-1]), row[-1]) for row in rows]

    def last_id(self) -> int:
        """The highest id that was ever given; 0 where no source was ever here."""
        return next_id(self._store, "sources") - 1

    def by_digest(self, digest: str) -> tuple[Source, ...]:
        """The sources whose stored copy has this digest."""
        return self._select("digest = ?", (digest,))

    def text(self, source_id: int) -> str:
        """The stored copy of a source. Raises NotFound."""
        row = self._store.row(
            "SELECT text, digest FROM copies JOIN sources ON id = source_id WHERE source_id = ?",
            (source_id,),
        )
        if row is None:
            raise NotFound(f"There is no source {source_id} in this library.")
        text: str = row[0]
        if text_digest(text) != row[1]:
            raise self._store.changed("the copy of source", source_id)
        return text

    def all(self, limit: int = -1, offset: int = 0) -> tuple[Source, ...]:
        """The sources in the order they were added; all of them where `limit` is below zero."""
        return self._select("1", (limit, offset), "id LIMIT ? OFFSET ?")

    def find(self, words: str, limit: int) -> tuple[Source, ...]:
        """The first `limit` sources whose title or publisher holds every one of these words."""
        wanted = words.split()
        # instr() and not LIKE: what is typed is never a pattern.
        holds = "instr(lower(title || ' ' || publisher), lower(?))"
        where = " AND ".join([holds] * len(wanted)) or "1"
        return self._select(where, (*wanted, limit), "id LIMIT ?")

    def count(self) -> int:
        """How many sources there are."""
        count: int = self._store.value(
            f"SELECT (SELECT count(*) FROM sources) - (SELECT count(*) FROM ({UNSEEN}))"
        )
        return count

    def sample_ids(self) -> tuple[int, ...]:
        """The ids of the sources that came with the sample."""
        return self._ids("SELECT id FROM sources WHERE sample ORDER BY id")

    def of_batch(self, batch_id: int) -> tuple[int, ...]:
        """The ids of the sources that one import brought in and that are still here."""
        return self._ids("SELECT id FROM sources WHERE batch_id = ? ORDER BY id", batch_id)

    def linked(self, ids: Iterable[int]) -> tuple[int, ...]:
        """Those of these sources that are linked to a claim as evidence."""
        linked = set(self._ids("SELECT DISTINCT source_id FROM evidence"))
        return tuple(one for one in ids if one in linked)

    def set_confidential(self, source_id: int, on: bool) -> None:
        """Keep a source out of reports, or let it in again. Raises NotFound, LibraryError."""
        self.get(source_id)
        with self._steps.step("Mark source confidential" if on else "Source not confidential"):
            self._store.run(
                "UPDATE sources SET confidential = ? WHERE id = ?", (int(on), source_id)
            )

    def remove(self, ids: Iterable[int]) -> None:
        """Take sources out with their copies and passages; ids that are not here are passed over.

        Raises InputError, and removes none, where evidence quotes one of them: that would take the
        ground from under a verdict. Raises LibraryError.
        """
        ids = tuple(dict.fromkeys(ids))
        with self._steps.step("Remove sources"):
            linked = self.linked(ids)
            if linked:
                title = self.get(linked[0]).title
                rest = f" and {len(linked) - 1} more are" if len(linked) > 1 else " is"
                raise InputError(f"“{title}”{rest} linked to claims as evidence. Unlink first.")
            forget_sources(self._store, ids)
            self._store.run_many("DELETE FROM sources WHERE id = ?", ((one,) for one in ids))

    def _add_chunk(self, chunk: Sequence[Item]) -> list[Source]:
        self._refuse_taken([source.key for source, _, _ in chunk])
        first = next_id(self._store, "sources")
        stored = [
            replace(source, id=first + place, added=source.added or utc_now())
            for place, (source, _, _) in enumerate(chunk)
        ]
        batch_id = self._steps.batch_id
        keep_copies(
            self._store,
            [(source, text) for source, (_, text, _) in zip(stored, chunk, strict=True)],
            batch_id,
        )
        keep_passages(
            self._store,
            (
                (source.id, span.start, span.end, span.of(text), place)
                for source, (_, text, passages) in zip(stored, chunk, strict=True)
                for span, place in passages
            ),
        )
        return stored

    def _refuse_taken(self, keys: Sequence[str]) -> None:
        taken, seen = self.taken(keys), set[str]()
        for key in keys:
            if key in taken or key in seen:
                raise InputError(f"A source named “{key}” is in the library already.")
            seen.add(key)

    def _ids(self, sql: str, *values: object) -> tuple[int, ...]:
        return tuple(row[0] for row in self._store.rows(sql, values))

    def _select(
        self, where: str, values: Sequence[object] = (), order: str = "id"
    ) -> tuple[Source, ...]:
        rows = self._store.rows(
            f"SELECT {RECORD} FROM sources WHERE {where} AND id NOT IN ({UNSEEN}) ORDER BY {order}",
            values,
        )
        with self._store.understanding():
            return tuple(source_of(row) for row in rows)


def _chunks(values: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(dict.fromkeys(values))
    while chunk := list(islice(remaining, AT_ONCE)):
        yield chunk


def source_of(row: Row) -> Source:
    """The source in a row of `RECORD`."""
    source_id, key, title, publisher, author, published, kind, language = row[:8]
    url, note, copy_note, digest, sample, added, confidential = row[8:]
    return Source(
        id=source_id,
        key=key,
        title=title,
        publisher=publisher,
        author=author,
        published=published,
        kind=SourceKind(kind),
        language=language,
        url=url,
        note=note,
        copy_note=copy_note,
        digest=digest,
        sample=bool(sample),
        added=added,
        confidential=bool(confidential),
    )


def passage_of(row: Row) -> Passage:
    """The passage in a row of `PASSAGE`."""
    passage_id, source_id, start, end, text, place = row
    return Passage(passage_id, source_id, Span(start, end), text, place)


def keep_copies(store: Store, copies: Sequence[tuple[Source, str]], batch_id: int | None) -> None:
    """Write sources, which have their ids, with the texts of their copies."""
    store.run_many(
        f"INSERT INTO sources ({RECORD}, batch_id) VALUES ({marks(16)})",
        [(*_values(source), batch_id) for source, _ in copies],
    )
    store.run_many(
        "INSERT INTO copies (source_id, text) VALUES (?, ?)",
        [(source.id, text) for source, text in copies],
    )


def keep_passages(store: Store, rows: Iterable[tuple[int, int, int, str, str]]) -> None:
    """Write new passages, each as source, start, end, text and place, and index their words."""
    first = next_id(store, "passages")
    store.run_many(
        f"INSERT INTO passages ({PASSAGE}, row_digest) VALUES ({marks(7)})",
        ((number, *row, short_digest((number, *row))) for number, row in enumerate(rows, first)),
    )
    learn_from(store, first)


def next_id(store: Store, table: str) -> int:
    """The id that the next row of a table gets; none is ever given twice."""
    used: int | None = store.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
    return (used or 0) + 1


def _values(source: Source) -> tuple[object, ...]:
    return (
        source.id,
        source.key,
        source.title,
        source.publisher,
        source.author,
        source.published,
        source.kind.value,
        source.language,
        source.url,
        source.note,
        source.copy_note,
        source.digest,
        source.sample,
        source.added,
        source.confidential,
    )
