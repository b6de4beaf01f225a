"""Taking sources in: one text, many lines, what is here already, what cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import app.desk.source_import as import_module
from app.desk.desk import Desk
from app.model.errors import InputError, NotFound
from app.model.work import Work


def lines(path: Path, count: int, text: str = "Fact number {n} about dams.") -> Path:
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            record = {"_id": f"d{n}", "title": f"T{n}", "text": text.format(n=n)}
            file.write(json.dumps(record) + "\n")
    return path


def test_a_text_is_a_source_found_at_once(tmp_path: Path, desk: Desk) -> None:
    path = tmp_path / "statement.md"
    path.write_text("# On the dam\n\nThe dam broke on 4 May.\n", encoding="utf-8")
    [source] = desk.sources.import_paths([path]).sources
    assert (source.title, source.key, source.sample) == ("On the dam", "statement.md", False)
    assert desk.sources.text(source.id) == "# On the dam\n\nThe dam broke on 4 May.\n"
    [best, *_] = desk.matching.for_text("When the dam broke").candidates
    assert best.source.id == source.id
    assert desk.sources.passage(best.passage.id) == best.passage


def test_a_web_page_is_a_source_with_its_record(tmp_path: Path, desk: Desk) -> None:
    path = tmp_path / "dam.html"
    path.write_text(
        '<html lang="en"><title>On the dam</title><meta name="author" content="Lena Ford">'
        '<link rel="canonical" href="https://post.example/dam">'
        '<meta property="article:published_time" content="2021-05-05">'
        "<body><p>The dam broke on 4 May, the ministry said in a statement.</p></body></html>",
        encoding="utf-8",
    )
    [source] = desk.sources.import_paths([path]).sources
    assert (source.title, source.author, source.language) == ("On the dam", "Lena Ford", "en")
    assert (source.published, source.url) == ("2021-05-05", "https://post.example/dam")
    assert desk.sources.text(source.id).startswith("The dam broke on 4 May")


def test_the_same_text_is_not_added_twice_but_its_later_form_is(tmp_path: Path, desk: Desk) -> None:
    path = tmp_path / "a.txt"
    for text, added, present in (("One.", 1, 0), ("One.", 0, 1), ("Two.", 1, 0), ("Two.", 0, 1)):
        path.write_text(text, encoding="utf-8")
        outcome = desk.sources.import_paths([path])
        assert (len(outcome.sources), outcome.present) == (added, present)
    assert [source.key for source in desk.sources.all()] == ["a.txt", "a.txt (2)"]


def test_pasted_text_is_a_source(desk: Desk) -> None:
    [source] = desk.sources.add_text("The dam broke.\r\nOn 4 May.", "A note").sources
    assert desk.history.undo_label() == "Add source"
    assert desk.sources.text(source.id) == "The dam broke.\nOn 4 May."
    with pytest.raises(InputError):
        desk.sources.add_text("  ")


def test_lines_are_added_once_with_their_ids(tmp_path: Path, desk: Desk) -> None:
    path = lines(tmp_path / "a.jsonl", 1200)
    assert len(desk.sources.import_paths([path]).sources) == desk.sources.count() == 1200
    again = desk.sources.import_paths([path])
    assert (again.sources, again.present, again.skipped) == ((), 1200, ())
    [best, *_] = desk.matching.for_text("fact 1107 dams").candidates
    assert best.source.key == "d1107"


def test_a_line_whose_id_is_taken_by_another_text_is_skipped(tmp_path: Path, desk: Desk) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"_id": "a", "text": "One."}\n{"_id": "a", "text": "Two."}\n', "utf-8")
    outcome = desk.sources.import_paths([path])
    assert [source.key for source in outcome.sources] == ["a"]
    [skipped] = outcome.skipped
    assert (skipped.where, "another text" in skipped.reason) == ("a.jsonl, line 2", True)


def test_a_file_without_a_source_is_refused(tmp_path: Path, desk: Desk) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\x00\xff\xfe junk\n")
    [told] = desk.sources.import_paths([path]).skipped
    assert told.reason == "There is no source in a.jsonl. line 1: It is not UTF-8 text."
    path.write_bytes(b"")
    outcome = desk.sources.import_paths([path])
    assert [one.reason for one in outcome.skipped] == ["There is no source in a.jsonl."]
    assert outcome.failed == 1


def test_an_import_called_off_keeps_what_is_done(
    tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module, "AT_ONCE", 100)
    path = lines(tmp_path / "a.jsonl", 1000)
    work = Work(lambda done, total, _: work.cancel() if done > total / 2 else None)
    assert desk.sources.import_paths([path], work).stopped
    kept = desk.sources.count()
    assert 0 < kept < 1000
    assert kept % 100 == 0
    assert len(desk.sources.import_paths([path]).sources) == 1000 - kept


def test_sources_go_and_come_back(tmp_path: Path, desk: Desk) -> None:
    desk.sources.import_paths([lines(tmp_path / "a.jsonl", 3)])
    first = desk.sources.all()[0]
    desk.sources.remove([first.id])
    with pytest.raises(NotFound):
        desk.sources.get(first.id)
    desk.history.undo()
    assert desk.sources.get(first.id) == first
    assert desk.matching.for_text("Fact number 0 about dams").candidates
