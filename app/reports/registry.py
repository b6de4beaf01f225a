"""Every format of a report, once. The window and the command line list what stands here."""

from __future__ import annotations

from app.model.errors import InputError
from app.reports.formats import dossier_json, html
from app.reports.writer import Writer

WRITERS: tuple[Writer, ...] = (html, dossier_json)


def writer_of(key: str) -> Writer:
    """The format of this key. Raises InputError naming those there are."""
    for writer in WRITERS:
        if writer.FORMAT.key == key.strip().casefold():
            return writer
    known = ", ".join(writer.FORMAT.key for writer in WRITERS)
    raise InputError(f"“{key}” is not a format of a report. There are: {known}.")
