"""Every format of a report, once. The window and the command line list what stands here."""

from __future__ import annotations

from app.model.errors import InputError
from app.reports.formats import (
    averitec,
    claim_review_json,
    csv,
    docx,
    dossier_json,
    html,
    markdown,
    memo,
    pdf,
    web_annotation,
    xlsx,
)
from app.reports.writer import Writer

WRITERS: tuple[Writer, ...] = (
    html,
    pdf,
    docx,
    xlsx,
    csv,
    markdown,
    memo,
    dossier_json,
    claim_review_json,
    web_annotation,
    averitec,
)


def writer_of(key: str) -> Writer:
    """The format of this key. Raises InputError naming those there are."""
    for writer in WRITERS:
        if writer.FORMAT.key == key.strip().casefold():
            return writer
    known = ", ".join(writer.FORMAT.key for writer in WRITERS)
    raise InputError(f"“{key}” is not a format of a report. There are: {known}.")
