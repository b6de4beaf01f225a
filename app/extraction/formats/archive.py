"""The parts of a zipped file (DOCX, ODT, EPUB), read by name and never unpacked to disk.

Knows how such files are built to do harm, and no format.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from app.extraction.formats.safe_xml import parse_xml
from app.model.errors import InputError
from app.model.work import Work

#: Caps on what is unpacked, in bytes. A book of 1,000 pages holds about 20 MB of XML.
LARGEST_PART = 48 * 1024 * 1024
LARGEST_TOTAL = 96 * 1024 * 1024
#: Text and markup shrink to a tenth, seldom to a hundredth; a bomb to a thousandth.
_HIGHEST_RATIO = 200
_RATIO_FROM = 16 * 1024 * 1024
MOST_PARTS = 20_000
_CHUNK = 256 * 1024
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1


class Archive:
    """A zipped file in memory. `name` is what its file is called, for sentences to the reviewer.

    Every method raises InputError with one sentence for what is damaged, locked or built to fill
    the memory. Names that lead out of the archive ("../x") are harmless: nothing is written, and
    a part is read only by the name that the format asks for.
    """

    def __init__(self, data: bytes, name: str, work: Work) -> None:
        self.name = name
        self._work = work
        self._unpacked = 0
        # Counted before the list of parts is made: a million of them would fill the memory.
        if data.count(_ENTRY) > MOST_PARTS:
            raise InputError(f"{name} holds more than {MOST_PARTS:,} parts and was not opened.")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise self._damaged() from None
        self._parts: dict[str, zipfile.ZipInfo] = {}
        self._twice: set[str] = set()
        for info in self._zip.infolist():
            if info.filename in self._parts:
                self._twice.add(info.filename)
            self._parts[info.filename] = info

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the archive's order."""
        return tuple(self._parts)

    def read(self, part: str) -> bytes:
        """The bytes of a part."""
        info = self._parts.get(part)
        if info is None:
            raise InputError(f"{self.name} is damaged: its part “{part}” is missing.")
        if part in self._twice:
            # Which of the two is shown depends on the program that opens the file.
            raise InputError(
                f"{self.name} holds its part “{part}” twice, so what it says is uncertain."
            )
        if info.flag_bits & _ENCRYPTED:
            raise self.locked()
        packed = max(info.compress_size, 1)
        ratio = info.file_size / packed
        if info.file_size > LARGEST_PART or (
            info.file_size > _RATIO_FROM and ratio > _HIGHEST_RATIO
        ):
            raise self._swollen()
        return self._inflate(info)

    def xml(self, part: str) -> Any:
        """The root element of a part of XML."""
        return parse_xml(self.read(part), f"{self.name} is damaged: its part “{part}”")

    def locked(self) -> InputError:
        """What to raise for a file that asks for a password."""
        return InputError(
            f"{self.name} is protected by a password: save a copy without one and open that."
        )

    def _inflate(self, info: zipfile.ZipInfo) -> bytes:
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as file:
                while piece := file.read(_CHUNK):
                    size += len(piece)
                    self._unpacked += len(piece)
                    # The size that the archive states may be a lie.
                    if size > LARGEST_PART or self._unpacked > LARGEST_TOTAL:
                        raise self._swollen()
                    self._work.tick(0, 0, f"Unpacking {self.name}")
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
            raise self._damaged() from None
        except (NotImplementedError, RuntimeError):
            raise InputError(
                f"{self.name} is packed in a way that cannot be opened: save it anew and open that."
            ) from None
        return b"".join(pieces)

    def _damaged(self) -> InputError:
        return InputError(
            f"{self.name} is damaged or was not loaded whole: get another copy of it."
        )

    def _swollen(self) -> InputError:
        return InputError(
            f"{self.name} was not opened: unpacked, it would be too large to be a text."
        )
