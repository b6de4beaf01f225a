"""A file becomes a Document. The only door to files here: what a file is, and who reads it.

Knows no format from within, no article and no store.
"""

from __future__ import annotations

import hashlib
import stat
from dataclasses import replace
from pathlib import Path

from app.extraction.document import Document
from app.extraction.formats.plain import read_surely
from app.extraction.formats.sniff import NAMED, Format, find_format
from app.extraction.worker import ReadingProcess
from app.model.errors import InputError
from app.model.work import Work

#: Larger files are refused, in bytes.
LARGEST = 50 * 1024 * 1024
_CHUNK = 1024 * 1024


def read_document(path: Path, work: Work, process: ReadingProcess | None = None) -> Document:
    """What the file at `path` holds.

    Plain text is decoded here; everything else is read in a process that can be ended. Who reads
    many files keeps one `process` for all of them. Raises InputError with one sentence for a file
    that is missing, a folder, unreadable, empty, larger than 50 MB, of a format that is not read,
    or damaged; Cancelled when the job is called off.
    """
    data = _read(path, work)
    name = path.name
    if not data.strip(b" \t\r\n\x0b\x0c\x00"):
        raise InputError(f"{name} is empty.")
    found = find_format(data, name)
    plain = read_surely(data, name) if found is Format.PLAIN else None
    if plain is not None:
        read = replace(plain, file_digest=hashlib.sha256(data).hexdigest())
    else:
        read = _read_apart(found, data, name, work, path.parent, process)
    named = NAMED.get(path.suffix.casefold(), found)
    if found is Format.PLAIN and named is not Format.PLAIN:
        told = f"The file does not begin as {named.told} does; it was read as plain text."
        return replace(read, notices=(told, *read.notices))
    return read


def read_page(markup: str, origin: str, work: Work) -> Document:
    """What an HTML text holds that did not come from a file; raises like `read_document`."""
    data = markup.encode("utf-8", errors="replace")
    if len(data) > LARGEST:
        raise InputError(_too_large(origin, len(data)))
    return _read_apart(Format.HTML, data, origin, work, None, None)


def _read_apart(
    found: Format,
    data: bytes,
    name: str,
    work: Work,
    folder: Path | None,
    process: ReadingProcess | None,
) -> Document:
    if process is not None:
        return process.read(found, data, name, work, folder=folder)
    with ReadingProcess() as own:
        return own.read(found, data, name, work, folder=folder)


def _read(path: Path, work: Work) -> bytes:
    """The bytes of the file, read in pieces so that the job can be called off."""
    name = path.name or str(path)
    try:
        told = path.stat()
        if stat.S_ISDIR(told.st_mode):
            raise InputError(f"{name} is a folder. Choose a file in it.")
        if not stat.S_ISREG(told.st_mode):
            raise InputError(f"{name} is not a file that can be read.")
        size = told.st_size
        if size > LARGEST:
            raise InputError(_too_large(name, size))
        pieces: list[bytes] = []
        done = 0
        with path.open("rb") as file:
            while piece := file.read(_CHUNK):
                pieces.append(piece)
                done += len(piece)
                if done > LARGEST:
                    raise InputError(_too_large(name, done))
                work.tick(done, size, f"Reading {name}")
    except FileNotFoundError:
        raise InputError(f"There is no file {path}.") from None
    except PermissionError:
        raise InputError(f"{name} may not be read: its permissions forbid it.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise InputError(f"{name} cannot be read: {reason}.") from None
    return b"".join(pieces)


def _too_large(name: str, size: int) -> str:
    return f"{name} is too large: {size / 1024 / 1024:.0f} MB, and the limit is 50 MB."
