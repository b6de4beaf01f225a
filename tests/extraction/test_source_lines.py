"""Sources one a line: what is read, what is skipped with a reason, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.extraction.source_lines import SourceLine, read_lines
from app.model.errors import InputError
from app.model.intake import Skipped
from app.model.source import SourceKind
from app.model.work import Cancelled, Work


def read(path: Path, content: bytes) -> list[SourceLine | Skipped]:
    path.write_bytes(content)
    return list(read_lines(path, Work()))


def test_a_line_becomes_a_source(tmp_path: Path) -> None:
    record = {
        "_id": "d1",
        "title": "A  title",
        "text": "One.\r\nTwo.",
        "kind": "transcript",
        "published": "2016-09-21",
        "metadata": {"unknown": 1},
    }
    [line] = read(tmp_path / "a.jsonl", b"\xef\xbb\xbf" + json.dumps(record).encode() + b"\n\n")
    assert isinstance(line, SourceLine)
    assert line.text == "One.\nTwo."
    source = line.source
    assert (source.key, source.title, source.kind) == ("d1", "A title", SourceKind.TRANSCRIPT)
    assert source.published == "2016-09-21"


def test_numbers_are_keys_and_a_title_alone_is_its_text(tmp_path: Path) -> None:
    [line] = read(tmp_path / "a.jsonl", b'{"_id": 31715818, "title": "Only this", "text": ""}')
    assert isinstance(line, SourceLine)
    assert (line.source.key, line.text) == ("31715818", "Only this")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"not json", "It is not JSON."),
        (b"[" * 100_000, "It is not JSON."),
        (b"[1]", "It is not an object with _id, title and text."),
        (b'{"title": "a", "text": "b"}', "It has no _id."),
        (b'{"_id": true, "text": "b"}', "It has no _id."),
        (b'{"_id": "a", "title": " ", "text": null}', "It has neither text nor title."),
        (b'{"_id": "a", "text": "\xe9"}', "It is not UTF-8 text."),
    ],
)
def test_an_unusable_line_is_skipped_and_the_next_one_read(
    tmp_path: Path, raw: bytes, reason: str
) -> None:
    bad, good = read(tmp_path / "a.jsonl", raw + b'\n{"_id": "b", "text": "t"}')
    assert bad == Skipped("line 1", reason)
    assert isinstance(good, SourceLine)
    assert good.where == "line 2"


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.jsonl"):
        with pytest.raises(InputError):
            list(read_lines(path, Work()))


def test_it_stops_when_called_off(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"_id": "b", "text": "t"}\n' * 1000)
    work = Work()
    lines = read_lines(path, work)
    next(lines)
    work.cancel()
    with pytest.raises(Cancelled):
        list(lines)


def test_a_file_of_something_else_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"10,001 of its first 10,001 lines .* It has no _id"):
        read(tmp_path / "a.jsonl", b"{}\n" * 20_000)
    good = b'{"_id": "a", "text": "b"}\n'
    assert len(read(tmp_path / "b.jsonl", (good + b"{}\n") * 10_100)) == 20_200
