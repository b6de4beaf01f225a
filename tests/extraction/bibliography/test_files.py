"""Bibliographic files as they come: their encodings, their sizes, and the broken ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.extraction.bibliography import files
from app.extraction.bibliography.files import preview_table, read_references
from app.model.errors import InputError
from app.model.intake import Skipped
from app.model.reference import Reference
from app.model.work import Work


def read(path: Path, content: str | bytes) -> list[Reference | Skipped]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_references(path, Work()))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    text = "Titel;Text\nDer Damm über Köln;Er brach früh, größer als gedacht.\n" * 3
    [one, *_] = read(tmp_path / "a.csv", text.encode(encoding))
    assert isinstance(one, Reference)
    assert (one.title, one.text[:15]) == ("Der Damm über Köln", "Er brach früh, ")


def test_a_table_is_shown_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("What,When\nThe dam,2021\n", "utf-8")
    seen = preview_table(path, Work())
    assert seen is not None
    assert (seen.columns, seen.rows) == (("What", "When"), (("The dam", "2021"),))
    with pytest.raises(InputError, match="No column is named title or text"):
        list(read_references(path, Work()))
    with pytest.raises(InputError, match="no column “Wat”"):
        list(read_references(path, Work(), {"title": "Wat"}))
    [one] = read_references(path, Work(), {"title": "What", "issued": "When"})
    assert one == Reference("line 2", title="The dam", issued="2021")


def test_rows_of_json_are_a_table_and_items_of_csl_are_none(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    [one] = read(path, json.dumps({"items": [{"headline": "The dam", "body": "It broke."}]}))
    assert isinstance(one, Reference)
    assert (one.title, one.text) == ("The dam", "It broke.")
    path.write_text(json.dumps([{"id": "a", "type": "book", "title": "T"}]), "utf-8")
    assert preview_table(path, Work()) is None


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.json", "[" * 200_000, "nested too deep"),
        ("a.json", '[{"title": "a"},', "not whole JSON"),
        ("a.json", "3", "no list of records"),
        ("a.json", "[]", "no list of records"),
        ("a.json", "[" + "[]," * 4_000_000 + "[]]", "more values than can be read at once"),
        ("a.bib", "@a{b}" * 300_001, "more than 300,000 records"),
        ("a.csv", "a\n" * 1_000_001, "more than 1,000,000 lines"),
        ("a.csv", "", "is empty"),
        ("a.ris", bytes(range(256)) * 50, "not a text file"),
        ("a.bib", b"\x00" * 5000, "not a text file"),
    ],
)
def test_broken_files_are_told_in_one_sentence(
    tmp_path: Path, name: str, content: str | bytes, sentence: str
) -> None:
    with pytest.raises(InputError, match=sentence):
        read(tmp_path / name, content)


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1000)
    with pytest.raises(InputError, match="too large"):
        read(tmp_path / "a.csv", "title\n" + "x" * 2000)


def test_one_endless_line_is_one_lost_row(tmp_path: Path) -> None:
    [lost, kept] = read(tmp_path / "a.csv", 'title,text\n"' + "x" * 3_000_000 + "\na,b\n")
    assert isinstance(lost, Skipped)
    assert isinstance(kept, Reference)
