"""Archives that are damaged, locked or built to do harm end in one sentence, quickly."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import warnings
import zipfile

import pytest

from app.extraction.formats.archive import LARGEST_PART, MOST_PARTS, Archive
from app.model.errors import InputError
from app.model.work import Work
from tests.extraction.formats.packed import zipped


def opened(data: bytes) -> Archive:
    return Archive(data, "a.docx", Work())


def refused(data: bytes, part: str = "x") -> str:
    with pytest.raises(InputError) as caught:
        opened(data).read(part)
    return str(caught.value)


def test_parts_are_read_by_name() -> None:
    archive = opened(zipped({"a/b.xml": "<x>é</x>", "../c": "out"}))
    assert archive.names() == ("a/b.xml", "../c")
    assert "a/b.xml" in archive
    assert archive.read("a/b.xml").decode() == "<x>é</x>"
    assert archive.xml("a/b.xml").text == "é"
    assert "“no.xml” is missing" in refused(zipped({"a": ""}), "no.xml")


def test_a_bomb_is_refused_before_it_fills_the_memory() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("x", "w") as file:
        for _ in range(60):
            file.write(bytes(1024 * 1024))
    honest = out.getvalue()
    assert len(honest) < 100_000
    # The same with a stated size of 1,000 bytes.
    size = struct.pack("<I", 60 * 1024 * 1024)
    liar = honest.replace(size, struct.pack("<I", 1000))
    begun = time.process_time()
    tracemalloc.start()
    try:
        assert "too large" in refused(honest)
        assert "a.docx" in refused(liar)
        assert tracemalloc.get_traced_memory()[1] < LARGEST_PART
    finally:
        tracemalloc.stop()
    assert time.process_time() - begun < 20


def test_many_parts_that_are_large_together_are_refused() -> None:
    part = bytes(12 * 1024 * 1024)
    archive = opened(zipped({str(number): part for number in range(9)}))
    for name in archive.names()[:8]:
        archive.read(name)
    with pytest.raises(InputError, match="too large"):
        archive.read("8")


def test_a_hundred_thousand_parts_are_refused_uncounted() -> None:
    entry = zipped({"x": ""})
    begun = time.process_time()
    data = entry + b"PK\x01\x02" * 100_000
    assert f"more than {MOST_PARTS:,} parts" in refused(data)
    assert time.process_time() - begun < 10


def test_a_part_that_is_there_twice_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("x", "one")
        archive.writestr("x", "two")
    assert "twice" in refused(out.getvalue())


def test_a_locked_part_is_told() -> None:
    data = bytearray(zipped({"x": "secret"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in refused(bytes(data))


@pytest.mark.parametrize("cut", [0, 10, 60, 100])
def test_what_is_cut_off_is_told(cut: int) -> None:
    assert "damaged" in refused(zipped({"x": "words " * 100})[:cut])


def test_damage_inside_a_part_is_told() -> None:
    data = bytearray(zipped({"x": "words and more words, all of them different"}))
    data[40:50] = bytes(10)
    assert "damaged" in refused(bytes(data))


def test_an_unknown_way_of_packing_is_told() -> None:
    data = bytearray(zipped({"x": "words"}))
    data[8] = 97
    data[data.index(b"PK\x01\x02") + 10] = 97
    assert "packed in a way" in refused(bytes(data))
