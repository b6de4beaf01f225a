"""Every format has a reader, or a sentence that says what can be done."""

from __future__ import annotations

import pytest

from app.extraction.formats.readers import reader_of
from app.extraction.formats.sniff import Format
from app.model.errors import InputError
from app.model.work import Work


@pytest.mark.parametrize("found", Format)
def test_every_reader_ends_nonsense_in_a_document_or_one_sentence(found: Format) -> None:
    try:
        document = reader_of(found)(b"nonsense", "a file", Work())
    except InputError as error:
        told = str(error)
    else:
        assert document.text == "nonsense"
        told = f"{document.origin} was read."
    assert told.startswith("a file ")
    assert told.endswith(".")
