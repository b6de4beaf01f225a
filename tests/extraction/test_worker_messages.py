"""A Document comes out of the reading process as it was."""

from __future__ import annotations

import json
from datetime import date

from app.extraction.document import Document, Hint
from app.extraction.worker_messages import pack, unpack
from app.model.article import LeftOut, ProposedSource, WhyLeftOut, ZoneKind
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
