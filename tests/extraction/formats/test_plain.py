"""Plain text is taken as it stands, and a binary file is not taken for one."""

from __future__ import annotations

import pytest

from app.extraction.formats.plain import read, read_surely
from app.model.errors import InputError
from app.model.work import Work

RUSSIAN = "Министр заявил в среду, что переговоры продолжатся на следующей неделе."


def test_text_whose_encoding_is_sure_is_read_at_once() -> None:
    found = read_surely("one\r\ntwo\x00 \u202bשלום\u202c 😀\r".encode(), "a.txt")
    assert found is not None
    assert found.text == "one\ntwo \u202bשלום\u202c 😀\n"
    assert found.notices == ("One NUL character was removed: no text holds them on purpose.",)


def test_a_guess_is_left_to_the_reading_process() -> None:
    data = RUSSIAN.encode("cp1251")
    assert read_surely(data, "a.txt") is None
    found = read(data, "a.txt", Work())
    assert found.text == RUSSIAN
    assert "Windows-1251 (Cyrillic)" in found.notices[0]


def test_lone_surrogates_are_no_text() -> None:
    found = read_surely(("a\ud800b" + "c" * 400).encode("utf-16-le", "surrogatepass"), "a.txt")
    assert found is not None
    assert found.text == "a\ufffdb" + "c" * 400
    assert "no valid UTF-16-LE were replaced" in found.notices[1]


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x01\x02\x03" * 100])
def test_a_binary_file_is_refused(data: bytes) -> None:
    for reading in (lambda: read_surely(data, "a.bin"), lambda: read(data, "a.bin", Work())):
        with pytest.raises(InputError, match=r"^a\.bin is not a text file"):
            reading()


def test_a_text_of_blanks_is_empty() -> None:
    with pytest.raises(InputError, match="is empty"):
        read_surely("\ufeff \u00a0\n".encode(), "a.txt")
