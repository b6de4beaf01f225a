"""Which characters a font file has a glyph for. Knows no typesetter.

Reads the character map of OpenType fonts and collections (ISO/IEC 14496-22, "cmap", formats 4 and
12), which is all that fonts of this century use for Unicode.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

#: A Unicode subtable by platform and encoding, the fullest first.
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))


@lru_cache(maxsize=256)
def characters_of(path: Path, index: int = 0) -> frozenset[int]:
    """The code points that a font, or the font at `index` of a collection, has a glyph for.

    Empty for a file that is no such font or cannot be read: what nobody can show is then told.
    """
    try:
        data = path.read_bytes()
        return frozenset(_characters(data, _table(data, index)))
    except (OSError, struct.error, LookupError):
        return frozenset()


def missing_from(text: Iterable[str], fonts: Iterable[tuple[Path, int]]) -> frozenset[str]:
    """The characters of `text` that none of these fonts has; no font is read in vain."""
    wanted = {character for piece in text for character in piece}
    for path, index in fonts:
        if not wanted:
            break
        has = characters_of(path, index)
        wanted = {character for character in wanted if ord(character) not in has}
    return frozenset(wanted)


def _table(data: bytes, index: int) -> int:
    """Where the best Unicode subtable of the character map begins."""
    start = 0
    if data[:4] == b"ttcf":
        (start,) = struct.unpack_from(">L", data, 12 + 4 * index)
    (count,) = struct.unpack_from(">H", data, start + 4)
    for place in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, start + 12 + 16 * place)
        if tag == b"cmap":
            return _best(data, int(offset))
    raise LookupError("cmap")


def _best(data: bytes, cmap: int) -> int:
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    found: dict[tuple[int, int], int] = {}
    for place in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", data, cmap + 4 + 8 * place)
        found[platform, encoding] = cmap + offset
    return next(found[kind] for kind in _UNICODE if kind in found)


def _characters(data: bytes, table: int) -> Iterable[int]:
    (form,) = struct.unpack_from(">H", data, table)
    if form == 12:
        (count,) = struct.unpack_from(">L", data, table + 12)
        for place in range(count):
            first, last, _ = struct.unpack_from(">LLL", data, table + 16 + 12 * place)
            yield from range(first, min(last, 0x10FFFF) + 1)
    elif form == 4:
        yield from _segments(data, table)
    else:
        raise LookupError(form)


def _segments(data: bytes, table: int) -> Iterable[int]:
    (double,) = struct.unpack_from(">H", data, table + 6)
    size = f">{double // 2}H"
    ends = struct.unpack_from(size, data, table + 14)
    starts = struct.unpack_from(size, data, table + 16 + double)
    deltas = struct.unpack_from(size, data, table + 16 + 2 * double)
    at = table + 16 + 3 * double
    ranges = struct.unpack_from(size, data, at)
    for place, (first, last) in enumerate(zip(starts, ends, strict=True)):
        if not ranges[place]:
            yield from (c for c in range(first, last + 1) if (c + deltas[place]) & 0xFFFF)
            continue
        for character in range(first, last + 1):
            where = at + 2 * place + ranges[place] + 2 * (character - first)
            if where + 2 <= len(data) and struct.unpack_from(">H", data, where)[0]:
                yield character
