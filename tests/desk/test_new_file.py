"""A new file is written whole or not at all, and nothing is overwritten."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.desk.new_file import write_new
from app.model.errors import InputError, LibraryError


def test_what_is_there_is_kept_and_the_new_one_gets_a_number(tmp_path: Path) -> None:
    path = tmp_path / "report.final.html"
    written = [write_new(path, text) for text in ("one", "two", "three")]
    names = ["report.final.html", "report.final (2).html", "report.final (3).html"]
    assert [one.name for one in written] == names
    assert [one.read_text(encoding="utf-8") for one in written] == ["one", "two", "three"]
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(names)


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "report.html").symlink_to(tmp_path / "elsewhere")
    assert write_new(tmp_path / "report.html", "x").name == "report (2).html"
    assert not (tmp_path / "elsewhere").exists()


def test_a_disk_without_links_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    (tmp_path / "a.html").write_text("mine", encoding="utf-8")
    assert write_new(tmp_path / "a.html", "new").read_text(encoding="utf-8") == "new"
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == "mine"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_path_that_cannot_be_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        write_new(tmp_path, "x")
    with pytest.raises(InputError, match="There is no folder"):
        write_new(tmp_path / "none" / "a.html", "x")
    with pytest.raises(InputError, match="name of a file"):
        write_new(tmp_path / ("a" * 300), "x")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full disk to try")
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def onto_full_disk(self: Path, mode: str = "r", *more: object, **named: object) -> object:
        if mode == "xb":
            opened(self, "xb").close()
            return open("/dev/full", "wb")
        return opened(self, mode, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", onto_full_disk)
    with pytest.raises(LibraryError, match="disk is full"):
        write_new(tmp_path / "a.html", "x")
    assert not list(tmp_path.iterdir())
