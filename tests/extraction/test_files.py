"""Files of every sort end in text or in one clear sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.extraction.files import LARGEST, read_document
from app.model.errors import InputError
from app.model.work import Cancelled, Work

TEXT = "Le président a parlé à Genève. “It is over”, he said.\nC'était mardi 3 mai.\n"


def write(folder: Path, data: bytes, name: str = "report.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_document(path, Work())
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_text_is_read_in_many_encodings(tmp_path: Path, encoding: str) -> None:
    document = read_document(write(tmp_path, TEXT.encode(encoding)), Work())
    assert document.text == TEXT
    assert document.origin == "report.txt"
    guessed = encoding in {"utf-16-le", "utf-16-be", "cp1252"}
    assert len(document.notices) == guessed


def test_arabic_without_a_mark_in_utf16(tmp_path: Path) -> None:
    text = "قال الوزير إن الاجتماع غدا. لم يحضر أحد، وانتهى الاجتماع في 3 مايو.\n"
    assert read_document(write(tmp_path, text.encode("utf-16-le")), Work()).text == text


def test_damaged_utf8_keeps_what_is_whole(tmp_path: Path) -> None:
    data = ("Сообщил министр в среду. " * 20).encode()
    document = read_document(write(tmp_path, data[:300] + b"\xff" + data[300:-1]), Work())
    assert "Сообщил министр в среду." in document.text
    assert "UTF-8" in document.notices[0]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b" \n\r\n\t", "is empty"),
        (b"\xef\xbb\xbf\n", "is empty"),
        (b"\x00" * 500, "is empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "is damaged or was not loaded whole"),
        (b"PK\x03\x04....word/document.xml", "is damaged or was not loaded whole"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is a PNG picture"),
        (b"<!DOCTYPE html><html><body><img>", "shows no text"),
        (bytes(range(256)) * 40, "is not a text file"),
        (os.urandom(5000), "is not a text file"),
        (b"SQLite format 3\x00\x10\x00", "is a database"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, data: bytes, told: str) -> None:
    assert told in refusal(write(tmp_path, data, "thing.bin"))


def test_places_without_a_file(tmp_path: Path) -> None:
    assert "There is no file" in refusal(tmp_path / "missing.txt")
    assert "is a folder" in refusal(tmp_path)
    assert "cannot be read" in refusal(Path("a\x00b"))
    assert "cannot be read" in refusal(tmp_path / ("x" * 300))


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, b"text")

    def forbid(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbid)
    assert "may not be read" in refusal(path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "too large: 50 MB" in refusal(path)


def test_reading_can_be_called_off(tmp_path: Path) -> None:
    work = Work()
    work.cancel()
    with pytest.raises(Cancelled):
        read_document(write(tmp_path, b"text"), work)


def test_a_text_may_begin_like_another_format(tmp_path: Path) -> None:
    for opening in ("ID3 is a tag.", "RIFF raff.", "Rar! said the lion.", "PK won."):
        assert read_document(write(tmp_path, opening.encode()), Work()).text == opening


def test_stray_nul_characters_are_removed_and_told(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, TEXT.encode() * 20 + b"one\x00two"), Work())
    assert "onetwo" in document.text
    assert document.notices == ("One NUL character was removed: no text holds them on purpose.",)
