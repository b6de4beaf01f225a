"""Bad input: one sentence, the right exit status, nothing lost, never a traceback."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

Command = Callable[..., Any]


def refused(told: Any, status: int = 2) -> None:
    assert (told.status, told.out) == (status, "")
    assert len(told.err.splitlines()) == 1, told.err
    assert told.err.rstrip().endswith((".", "--help"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\n"),
        ("binary.txt", bytes(range(256)) * 50),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 500),
        ("program.exe", b"MZ\x00\x00" * 100),
        ("empty.html", b"<!DOCTYPE html><html><body><script>words()</script></body></html>"),
        ("cut.docx", b"PK\x03\x04\x14\x00\x06\x00word/document.xml"),
        ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"E\x00n\x00c\x00" * 50),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
        ("sealed.eml", b"MIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\nMIAG"),
    ],
)
def test_what_is_no_text_is_refused_by_every_verb_that_reads_files(
    claimdesk: Command, tmp_path: Path, attacks: int, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    before = claimdesk("library", "info", "--json").json()
    for words in (["claims"], ["article", "add"], ["sources", "add"], ["match", "--batch"]):
        refused(claimdesk(*words, path))
    after = claimdesk("library", "info", "--json").json()
    assert {**after, "bytes": 0} == {**before, "bytes": 0}
    assert claimdesk("match", "--claim", attacks).status == 0


@pytest.mark.parametrize("name", ["none.txt", "none.jsonl", ".", "a" * 300])
def test_what_is_not_there_or_no_file_is_refused(
    claimdesk: Command,
    tmp_path: Path,
    attacks: int,  # noqa: ARG001
    name: str,
) -> None:
    for words in (["claims"], ["article", "add"], ["sources", "add"], ["match", "--batch"]):
        refused(claimdesk(*words, tmp_path / name))


def test_ten_megabytes_on_one_line_are_read(claimdesk: Command, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The dam broke on Wednesday and drowned 62 people " * 210_000, "utf-8")
    told = claimdesk("sources", "add", path)
    assert told.status == 0
    assert "1 source added" in told.out
    assert claimdesk("match", "dam broke Wednesday").status == 0


@pytest.mark.slow
def test_an_article_of_ten_megabytes_on_one_line_is_read(
    claimdesk: Command, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The dam broke on Wednesday and drowned 62 people " * 210_000, "utf-8")
    assert claimdesk("claims", path, "--json").status in (0, 2)


def test_another_encoding_is_read_or_refused_but_never_garbled_in_silence(
    claimdesk: Command, tmp_path: Path
) -> None:
    text = "Der Außenminister sagte am Mittwoch, die Brücke sei 1999 gebaut worden.\n"
    for encoding in ("latin-1", "utf-16", "utf-8-sig"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(text.encode(encoding))
        told = claimdesk("claims", path, "--json")
        if told.status:
            refused(told)
        else:
            assert told.json()["article"]["text"] == text


def test_queries_that_are_none_are_told_with_their_line(claimdesk: Command, tmp_path: Path) -> None:
    claimdesk("sample")
    path = tmp_path / "q.jsonl"
    for line in ("nonsense", "[1]", '{"id": 1}', '{"text": "a"}', '{"id": 1, "text": " "}'):
        path.write_text('{"id": 0, "text": "Kerry"}\n' + line, encoding="utf-8")
        told = claimdesk("match", "--batch", path)
        assert told.status == 2
        assert "Line 2 of q.jsonl" in told.err
        assert len(told.out.splitlines()) == 1


def test_matching_asks_for_one_thing(claimdesk: Command) -> None:
    claimdesk("sample")
    for words in ([], ["x", "--claim", "1"], ["--claim", "1", "--published", "2016-09-21"], ["  "],
                  ["x" * 100_001], ["--claim", "999"]):  # fmt: skip
        refused(claimdesk("match", *words))


@pytest.mark.parametrize(
    "words",
    [
        ["999", "supported"],
        ["1", "true"],
        ["1", "supported", "--evidence", "999999"],
        ["1", "supported", "--evidence", "x"],
        ["1", "supported", "--evidence", "1:hates"],
        ["1", "supported", "--evidence", "0"],
        ["1", "supported", "--evidence", "9" * 5000],
    ],
)
def test_a_verdict_that_cannot_be_leaves_nothing(claimdesk: Command, words: list[str]) -> None:
    claimdesk("sample")
    refused(claimdesk("verdict", *words))
    assert claimdesk("library", "info", "--json").json()["verdicts"] == 0
    assert claimdesk("undo").out == "Undone: Open sample.\n"


def test_days_and_numbers_that_are_none(claimdesk: Command, tmp_path: Path) -> None:
    claimdesk("sample")
    path = tmp_path / "a.txt"
    path.write_text("The dam broke.", encoding="utf-8")
    for words in (["article", "add", path, "--published", "yesterday"], ["claims", "999"],
                  ["claims", "9" * 5000], ["claims", "1", "--published", "2016-09-21"],
                  ["report", "999", "-o", tmp_path / "r.html"], ["report", "1", "-o", tmp_path],
                  ["report", "1", "-o", tmp_path / "no" / "r.html"]):  # fmt: skip
        refused(claimdesk(*words))
    assert not list(tmp_path.glob("*.html"))


@pytest.mark.parametrize("kind", ["text", "empty", "foreign", "folder", "torn"])
def test_a_library_that_is_none_is_refused_and_left_as_it_was(
    claimdesk: Command, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "library"
    if kind == "folder":
        path.mkdir()
    elif kind == "foreign":
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE mine (x)")
        other.close()
    elif kind != "empty":
        head = b"SQLite format 3\x00" if kind == "torn" else b""
        path.write_bytes(head + b"This is no library. " * 500)
    else:
        path.write_bytes(b"")
    before = path.read_bytes() if path.is_file() else b""
    verbs = [["library", "info"], ["articles"], ["match", "x"]]
    # An empty file holds nothing that could be lost, so a new library may be made in it.
    for words in verbs if kind == "empty" else [*verbs, ["sample"], ["undo"]]:
        refused(claimdesk("--library", path, *words), status=1)
    assert (path.read_bytes() if path.is_file() else b"") == before


def as_someone_without_rights(home: Path, *words: object) -> Any:
    """One command in a process that may not write where the folder says no, even under root."""
    command = [sys.executable, "-m", "app", *map(str, words)]
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("nothing is read-only for root here")
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    done = subprocess.run(
        command,
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "CLAIMDESK_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    return SimpleNamespace(status=done.returncode, out=done.stdout, err=done.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are locked in another way there")
def test_a_read_only_folder_is_told_and_still_read(claimdesk: Command, tmp_path: Path) -> None:
    folder, home = tmp_path / "locked", tmp_path / "home"
    folder.mkdir()
    library = ("--library", folder / "l.claimdesk")
    claimdesk(*library, "sample")
    folder.chmod(0o500)
    try:
        refused(as_someone_without_rights(home, *library, "undo"), status=1)
        new = ("--library", folder / "new.claimdesk")
        refused(as_someone_without_rights(home, *new, "sample"), status=1)
        report = ("report", 1, "-o", folder / "r.html")
        refused(as_someone_without_rights(home, *library, *report), status=1)
        read = as_someone_without_rights(home, *library, "articles")
        assert (read.status, read.err) == (0, "")
        assert "Lavrov" in read.out
    finally:
        folder.chmod(0o700)
    assert claimdesk(*library, "undo").out == "Undone: Open sample.\n"


@pytest.mark.skipif(not os.path.isdir("/proc/1"), reason="this system has no such folder")
def test_a_folder_where_nobody_writes_is_told(claimdesk: Command) -> None:
    refused(claimdesk("--library", "/proc/1/library", "sample"), status=1)


def test_a_library_that_is_not_there_is_not_made_by_looking(
    claimdesk: Command, tmp_path: Path
) -> None:
    for words in (["articles"], ["match", "x"], ["library", "info"], ["claims", "1"]):
        refused(claimdesk("--library", tmp_path / "typo", *words))
    assert not (tmp_path / "typo").exists()


def test_of_several_files_the_good_ones_are_added(claimdesk: Command, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("The dam broke.", encoding="utf-8")
    bad.write_bytes(b"")
    told = claimdesk("sources", "add", bad, good)
    assert told.out == "1 source added; the library has 1 source. It is batch 1.\n"
    assert told.status == 2
    assert told.err.splitlines() == [
        "bad.txt was passed over: bad.txt is empty.",
        "claimdesk: 1 file could not be used.",
    ]
