"""Looking into backups: also those of an older schema, and none is changed by it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from app.desk import backups
from app.desk.backups import contents_of
from app.desk.desk import Desk
from app.library import connection
from app.library.schema import m001_first_check
from app.model.library import Backup


def of(path: Path) -> Backup:
    return Backup(path, datetime.now(UTC), path.stat().st_size)


def older(path: Path) -> Path:
    """A library as the first release made it, with one source."""
    first = Migrations("claimdesk")

    @first(name="m001_first_check")
    def _(db: Database) -> None:
        m001_first_check(db)

    store = connection.open_writer(path, first)
    values = (1, "s", "S", "", "", "", "document", "", "", "", "", "x", 0, "", None)
    with store.transaction():
        store.run(f"INSERT INTO sources VALUES ({', '.join('?' * len(values))})", values)
    store.close()
    return path


def test_a_backup_of_an_older_schema_is_looked_into_and_stays_as_it_is(tmp_path: Path) -> None:
    path = older(tmp_path / "old.claimdesk")
    before = path.read_bytes()
    told = contents_of(of(path))
    assert told.trouble == ""
    assert told.info is not None
    assert told.info.sources == 1
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*.backup"))  # nor was it backed up beside itself


def test_one_too_large_to_copy_says_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = older(tmp_path / "old.claimdesk")
    monkeypatch.setattr(backups, "LARGEST_COPY", 10)
    assert "older Claimdesk" in contents_of(of(path)).trouble


def test_what_is_no_library_is_told(tmp_path: Path) -> None:
    path = tmp_path / "torn.claimdesk"
    path.write_bytes(b"nothing of ours" * 100)
    told = contents_of(of(path))
    assert told.info is None
    assert "is not a Claimdesk library" in told.trouble


def test_a_backup_of_today_is_looked_into(desk: Desk) -> None:
    desk.sample.open()
    told = contents_of(desk.backups.make())
    assert told.info is not None
    assert (told.info.sources, len(told.articles)) == (80, 1)
