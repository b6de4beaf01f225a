"""A backup is whole or is not there."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from app.library.backup import back_up
from app.library.library import Library
from app.model.errors import LibraryError


def test_a_backup_holds_what_was_committed(
    make: SimpleNamespace, filled: Library, tmp_path: Path
) -> None:
    first = back_up(filled._store.db, tmp_path / "kept")
    filled.articles.remove(1)
    second = back_up(filled._store.db, tmp_path / "kept")
    assert (first.name, second.name) == ("kept", "kept (2)")
    copies = [Library.open_read_only(one) for one in (first, second)]
    assert [len(one.articles.all()) for one in copies] == [1, 0]
    assert copies[0].articles.get(1).text == make.text
    for one in copies:
        one.close()
    assert not list(tmp_path.glob("*.part"))


def test_a_backup_that_cannot_be_made_leaves_nothing(filled: Library, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="could not be made"):
        back_up(filled._store.db, tmp_path / "missing" / "kept")
    (tmp_path / "kept.part").mkdir()
    with pytest.raises(LibraryError, match="could not be made"):
        back_up(filled._store.db, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()
