"""Backups are verified, thinned by age, and put back with nothing beside that is not theirs."""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.library import backups
from app.library.library import Library
from app.model.errors import LibraryError, NotFound

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)


def test_a_backup_is_made_listed_and_put_back(make: SimpleNamespace, filled: Library) -> None:
    before = make.dump(filled)
    first = filled.back_up(NOW)
    filled.reviews.add_verdict(make.verdict(1))
    second = filled.back_up(NOW + timedelta(minutes=10))
    assert [one.path for one in backups.all_of(filled.path)] == [second.path, first.path]
    assert first.made == NOW
    assert first.bytes == first.path.stat().st_size
    assert backups.named(filled.path, "2026-03-31T12-00-00Z") == first
    filled.close()
    aside = backups.restore(filled.path, first.path, NOW)
    library = Library.create_or_open(filled.path)
    assert make.dump(library) == before
    assert library.check() == []
    library.close()
    kept = Library.create_or_open(aside / filled.path.name)
    assert len(kept.reviews.verdicts(1)) == 1
    kept.close()
    with pytest.raises(NotFound):
        backups.named(filled.path, "yesterday")


def test_two_backups_of_one_second_are_two(filled: Library) -> None:
    made = [filled.back_up(NOW) for _ in range(3)]
    assert set(backups.all_of(filled.path)) == set(made)


def test_what_was_not_yet_in_the_file_goes_aside_with_it(
    make: SimpleNamespace, filled: Library
) -> None:
    backup = filled.back_up(NOW)
    filled.reviews.add_verdict(make.verdict(1))
    # As after a kill: the verdict is in the log beside the file alone.
    left = {one.name: one.read_bytes() for one in filled.path.parent.iterdir() if one.is_file()}
    filled.close()
    for name, content in left.items():
        (filled.path.parent / name).write_bytes(content)
    assert f"{filled.path.name}-wal" in left
    aside = backups.restore(filled.path, backup.path, NOW)
    assert {one.name: one.read_bytes() for one in aside.iterdir()} == left
    library = Library.create_or_open(filled.path)
    assert library.reviews.verdicts(1) == ()
    library.close()


def test_a_restore_that_was_cut_off_is_completed(filled: Library, make: SimpleNamespace) -> None:
    before = make.dump(filled)
    backup = filled.back_up(NOW)
    filled.close()
    (filled.path.with_name(filled.path.name + ".part")).write_bytes(backup.path.read_bytes())
    filled.path.unlink()
    filled.path.with_name(filled.path.name + "-wal").write_bytes(b"of the old one")
    library = Library.create_or_open(filled.path)
    assert make.dump(library) == before
    library.close()


def test_a_damaged_library_is_not_backed_up(filled: Library) -> None:
    good = filled.back_up(NOW)
    other = sqlite3.connect(filled.path, isolation_level=None)
    other.execute("UPDATE claims SET statement = 'x' WHERE id = 1")
    other.close()
    with pytest.raises(LibraryError, match="could not be made"):
        filled.back_up(NOW + timedelta(days=400))
    assert [one.path for one in backups.all_of(filled.path)] == [good.path]
    assert sorted(os.listdir(good.path.parent)) == [good.path.name]


def test_a_damaged_backup_is_not_put_back(filled: Library) -> None:
    backup = filled.back_up(NOW)
    filled.close()
    before = filled.path.read_bytes()
    content = bytearray(backup.path.read_bytes())
    at = content.index(b"It is said: Nobody was hurt.")
    content[at] ^= 1
    backup.path.write_bytes(content)
    with pytest.raises(LibraryError, match="not sound"):
        backups.restore(filled.path, backup.path, NOW)
    assert filled.path.read_bytes() == before


def test_two_days_twelve_days_ten_weeks_nine_months_are_kept() -> None:
    every = [NOW - timedelta(minutes=10 * number) for number in range(6 * 24 * 400)]
    stay = sorted(backups.kept(every, every[-1]), reverse=True)
    assert len([one for one in stay if NOW - one <= timedelta(days=2)]) == 2 * 24 * 6 + 1
    older = [one for one in stay if NOW - one > timedelta(days=2)]
    days = {one.date() for one in stay}
    assert days >= {(NOW - timedelta(days=number)).date() for number in range(12)}
    assert {one.strftime("%Y-%m") for one in stay} >= {f"2025-{month:02}" for month in (8, 9, 10)}
    assert every[-1] in stay
    assert len(older) <= 12 + 10 + 9 + 1
    # Thinning as it goes never takes what a later day needs.
    lived: set[datetime] = set()
    for moment in reversed(every[:: 6 * 3]):
        lived = backups.kept({*lived, moment}, moment)
    assert len({one.strftime("%Y-%m") for one in lived}) == 9
    assert len({one.strftime("%G-%V") for one in lived}) >= 10


def test_a_library_left_alone_keeps_its_backups() -> None:
    old = [NOW - timedelta(days=900, hours=number) for number in range(5)]
    assert backups.kept(old, old[0]) == set(old)


def test_an_import_is_preceded_by_a_backup(make: SimpleNamespace, filled: Library) -> None:
    other = filled.reader()
    other.back_up_before_batch()
    other.close()
    with filled.batch("Import sources") as batch_id:
        filled.sources.add(*make.source("one"))
    with filled.batch("Import sources", batch_id):
        filled.sources.add(*make.source("two"))
    (made,) = backups.all_of(filled.path)
    kept = Library.open_read_only(made.path)
    assert kept.sources.count() == 1
    kept.close()


def test_no_room_is_told_with_what_is_needed(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> SimpleNamespace:
        return SimpleNamespace(free=100)

    monkeypatch.setattr(backups.shutil, "disk_usage", full)
    with pytest.raises(LibraryError, match="bytes are needed"):
        filled.back_up(NOW)
    assert backups.all_of(filled.path) == ()
