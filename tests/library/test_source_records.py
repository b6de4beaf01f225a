"""Where a source came from is kept beside it, and what a fact check is about."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from app.library.library import Library
from app.model.reference import CheckedClaim
from app.model.source import SourceRecord
from app.model.span import Span


@pytest.mark.parametrize(
    "record",
    [
        SourceRecord(),
        SourceRecord(True, "a.ris", "d" * 64, (Span(0, 4), Span(4, 9)), (("DOI", "10.1/ä"),)),
        SourceRecord(
            file_name="checks.jsonld",
            csl=(("type", "review"),),
            checked=CheckedClaim("The dam “broke”.", "False", "It held.", "Lena Ford"),
        ),
    ],
)
def test_a_record_comes_back(make: SimpleNamespace, library: Library, record: SourceRecord) -> None:
    stored = library.sources.add(*make.source())
    library.source_records.keep([(stored.id, record)])
    assert library.source_records.of_source(stored.id) == record
    assert library.source_records.without_text() == ({stored.id} if record.text_missing else set())


def test_a_source_without_a_record_has_an_empty_one(library: Library) -> None:
    assert library.source_records.of_source(7) == SourceRecord()
