"""A library that a disk, or another program, has damaged: told as such, and never our mistake."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.hostile.conftest import Program


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        ("UPDATE parts SET kind = 'wat'", ("claims", 1)),
        ("UPDATE claims SET reasons = '[[' WHERE id = 1", ("claims", 1)),
        ("UPDATE articles SET published_inferred = '2016-99-99'", ("claims", 1)),
        ("UPDATE articles SET notices = CAST(x'ff22' AS TEXT)", ("claims", 1)),
        ("UPDATE sources SET kind = 'wat'", ("match", "Lavrov")),
        ("UPDATE sources SET kind = 'wat'", ("sources", "list")),
        ("UPDATE passages SET span_start = span_end + 1", ("match", "Lavrov")),
    ],
)
def test_a_value_that_makes_no_sense_is_damage(
    program: Program, tmp_path: Path, harm: str, words: tuple[object, ...]
) -> None:
    assert program("sample").status == 0
    library = sqlite3.connect(tmp_path / "desk.claimdesk")
    with library:
        library.execute(harm)
    library.close()
    assert "is damaged" in program(*words).sentence(1)


def test_half_a_library_is_damaged_and_left_as_it_is(program: Program, tmp_path: Path) -> None:
    assert program("sample").status == 0
    path = tmp_path / "desk.claimdesk"
    sqlite3.connect(path).execute("PRAGMA wal_checkpoint(TRUNCATE)").connection.close()
    half = path.read_bytes()[: path.stat().st_size // 2]
    path.write_bytes(half)
    for words in (("articles",), ("sample",), ("verdict", 1, "supported")):
        assert "is damaged" in program(*words).sentence(1)
    assert path.read_bytes() == half


def test_a_newer_library_is_left_as_it_is(program: Program, tmp_path: Path) -> None:
    assert program("sample").status == 0
    library = sqlite3.connect(tmp_path / "desk.claimdesk")
    with library:
        library.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('claimdesk', 'm999_tomorrow', '2030-01-01')"
        )
    library.close()
    for words in (("articles",), ("undo",)):
        assert "newer Claimdesk" in program(*words).sentence(1)
