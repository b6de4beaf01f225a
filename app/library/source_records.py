"""Where sources came from: their files, their pages, what else CSL says. Knows no file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from app.library.steps import Steps
from app.library.store import Store, marks
from app.model.reference import CheckedClaim
from app.model.source import SourceRecord
from app.model.span import Span

#: How the record of a fact check begins, by which it is known among a million others.
CHECKED = '{"checked": '


class SourceRecords:
    """The records of one library's sources, by the sources' ids."""

    def __init__(self, store: Store, steps: Steps) -> None:
        self._store = store
        self._steps = steps

    def keep(self, records: Iterable[tuple[int, SourceRecord]]) -> None:
        """Keep by a source's id where it came from. Raises LibraryError."""
        with self._steps.joined("Add sources"):
            self._store.run_many(
                "INSERT INTO source_records "
                "(source_id, text_missing, file_name, file_digest, pages, csl) "
                f"VALUES ({marks(6)})",
                [
                    (
                        source_id,
                        one.text_missing,
                        one.file_name,
                        one.file_digest,
                        json.dumps([page.end for page in one.pages]) if one.pages else "[]",
                        _written(one),
                    )
                    for source_id, one in records
                ],
            )

    def of_source(self, source_id: int) -> SourceRecord:
        """Where a source came from; an empty record where nothing was kept. Raises LibraryError."""
        row = self._store.row(
            "SELECT text_missing, file_name, file_digest, pages, csl FROM source_records "
            "WHERE source_id = ?",
            (source_id,),
        )
        if row is None:
            return SourceRecord()
        with self._store.understanding():
            ends: list[int] = json.loads(row[3])
            pages = tuple(Span(*both) for both in zip((0, *ends), ends, strict=False))
            told = json.loads(row[4])
            checked = CheckedClaim(**told.pop("checked")) if "checked" in told else None
            csl = tuple((str(name), str(value)) for name, value in told.items())
            return SourceRecord(bool(row[0]), row[1], row[2], pages, csl, checked)

    def without_text(self) -> frozenset[int]:
        """The ids of the sources of which only a bibliographic record is here."""
        rows = self._store.rows("SELECT source_id FROM source_records WHERE text_missing")
        return frozenset(row[0] for row in rows)


def _written(record: SourceRecord) -> str:
    """What else is known of a source, as JSON; what a check is about comes first."""
    if record.checked is None:
        return json.dumps(dict(record.csl), ensure_ascii=False) if record.csl else "{}"
    told = {"checked": asdict(record.checked), **dict(record.csl)}
    return json.dumps(told, ensure_ascii=False)
