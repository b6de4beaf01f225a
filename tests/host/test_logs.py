"""The log tells what was done and never what an article says."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.host import logs

SECRET = "The minister said that the attack took place on 17 September. " * 4
log = logging.getLogger("app.somewhere")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    started = logs.start(tmp_path / "logs")
    assert started is not None
    yield started
    logs.stop()


def test_a_line_tells_when_where_and_what(file: Path) -> None:
    log.info("opened %s with %d articles", "library.claimdesk", 3)
    said = file.read_text(encoding="utf-8")
    assert "INFO app.somewhere opened library.claimdesk with 3 articles" in said


def test_long_values_are_cut(file: Path) -> None:
    log.info("read %s", SECRET)
    log.info("read %(text)s", {"text": SECRET})
    log.info("read " + SECRET * 3)
    said = file.read_text(encoding="utf-8")
    assert said.count(f"<str of {len(SECRET)} characters>") == 2
    assert max(map(len, said.splitlines())) < 400


def test_an_error_is_told_by_kind_and_place_alone(file: Path) -> None:
    try:
        raise ValueError(SECRET[:30])
    except ValueError as error:
        log.exception("reading failed: %s", error)
    said = file.read_text(encoding="utf-8")
    assert SECRET[:30] not in said
    assert "reading failed: ValueError" in said
    assert "test_logs.py:" in said
    assert "test_an_error_is_told_by_kind_and_place_alone" in said


def test_values_that_do_not_fit_do_no_harm() -> None:
    record = logging.makeLogRecord({"msg": "one %s two %s", "args": ("value",)})
    assert "do not fit" in logs.DiscreetFormatter().format(record)


def test_the_file_is_turned_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "_BYTES_A_FILE", 1000)
    logs.start(tmp_path)
    try:
        for number in range(200):
            log.info("step %d", number)
    finally:
        logs.stop()
    files = sorted(tmp_path.iterdir())
    assert len(files) == 4
    assert all(file.stat().st_size <= 1000 for file in files)


def test_a_folder_that_cannot_be_written_means_no_log(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert logs.start(tmp_path / "file" / "logs") is None
    log.info("nobody hears this")


def test_starting_again_moves_the_log(file: Path, tmp_path: Path) -> None:
    other = logs.start(tmp_path / "other")
    assert other is not None
    log.info("moved")
    assert "moved" in other.read_text(encoding="utf-8")
    assert file.read_text(encoding="utf-8") == ""
