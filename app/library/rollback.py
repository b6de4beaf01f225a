"""What SQLite's rollback journal says about a file whose last change was cut off.

A library has one only while it is made, and while a backup that took its place goes over to the
write-ahead log. Reads the journal alone, on which SQLite holds no lock; must not open the library.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

#: How a journal begins that holds something, and where in a file's first page its owner stands.
#: See sqlite.org/fileformat2.html, sections 3 and 1.3.17.
_BEGUN = bytes.fromhex("d9d505f920a163d7")
_OWNER = slice(68, 72)
_LARGEST_PAGE = 65_536

#: Stands for the owner of a file that was empty.
EMPTY = -1


def owner_before(journal: Path) -> int | None:
    """The application id that the file had before the change that was cut off.

    0 where it names none, EMPTY where nothing was in it; None where there is no such journal.
    """
    try:
        with journal.open("rb") as file:
            return _owner(file)
    except OSError:
        return None


def _owner(file: BinaryIO) -> int | None:
    head = file.read(28)
    if len(head) < 28 or not head.startswith(_BEGUN):
        return None
    pages_then, sector, page_size = (int.from_bytes(head[at : at + 4]) for at in (16, 20, 24))
    if pages_then == 0:
        return EMPTY
    if not 512 <= page_size <= _LARGEST_PAGE:
        return None
    file.seek(sector)
    while len(record := file.read(4 + page_size + 4)) == 4 + page_size + 4:
        if int.from_bytes(record[:4]) == 1:
            return int.from_bytes(record[4:][_OWNER])
    return None
