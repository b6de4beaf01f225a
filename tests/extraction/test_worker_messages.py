"""A Document comes out of the reading process as it was."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date

import pytest

from app.extraction.document import Document, Hint
from app.extraction.source_lines import SourceLine
from app.extraction.worker_messages import Record, pack, pack_record, unpack, unpack_record
from app.model.article import LeftOut, ProposedSource, WhyLeftOut, ZoneKind
from app.model.intake import Skipped
from app.model.reference import MAPPABLE, CheckedClaim, Reference, TablePreview
from app.model.source import Source, SourceKind
from app.model.span import Span


def test_a_document_survives_the_way() -> None:
    document = Document(
        text="Wörter\n\n😀 \u2028 \ud800",
        origin="a.html",
        notices=("One.", "Two."),
        title="T",
        published=date(2021, 5, 3),
        language="de",
        author="A",
        url="https://post.example",
        hints=(Hint(Span(0, 6), ZoneKind.BODY), Hint(Span(8, 9), ZoneKind.TAGS)),
        pages=(Span(0, 8), Span(8, 13)),
        proposals=(ProposedSource(Span(0, 2), "link", "Wö", "https://x.example"),),
        file_digest="ab",
        left_out=(LeftOut(6, WhyLeftOut.DELETED, "nicht\nmehr", 2),),
    )
    line = json.dumps(pack(document))
    assert "\n" not in line
    assert unpack(json.loads(line), "ab") == document


def test_an_empty_document_survives_too() -> None:
    assert unpack(json.loads(json.dumps(pack(Document("", "a")))), "") == Document("", "a")


FULL = {name: f"{name} 😀 \ud800\n" for name in MAPPABLE}


@pytest.mark.parametrize(
    "record",
    [
        Reference("line 3"),
        Reference("line 3", **FULL, checked=CheckedClaim("What", "False", "Why", "Who")),  # type: ignore[arg-type]
        Reference("check 1", checked=CheckedClaim("")),
        Skipped("line 4", "It is no record."),
        SourceLine(
            "line 5",
            Source(0, "k", "T", "P", "A", "2021", SourceKind.TRANSCRIPT, "de", "https://a.example"),
            "Words.",
        ),
        TablePreview(("a", "b"), {"title": "a"}, (("1", "2"), ("3", ""))),
    ],
)
def test_a_record_survives_the_way(record: Record) -> None:
    assert unpack_record(json.loads(json.dumps(pack_record(record)))) == record


def test_every_field_of_a_reference_goes_the_way() -> None:
    """Stored files alone do not: only Zotero's reader finds such, and it is not in the process."""
    told = {one.name for one in fields(Reference)} - {"where", "checked", "attachments"}
    assert told == set(FULL)
