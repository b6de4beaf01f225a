"""A damaged library works again within ten seconds, its files kept as they were.

The normal run damages one set in each way; the long form 40 sets, and prints what was lost:
`./run test -m slow -s tests/durability/test_recovery.py`.
"""

from __future__ import annotations

import random
import shutil
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.library import recovery
from app.library.library import Library
from tests.durability.damage import rows, worked_on
from tests.library.conftest import make_verdict

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
KINDS = ("cut", "zeroed", "header", "stale log", "no log", "noise", "half restore", "bit")


def _set(folder: Path, kind: str, chance: random.Random, *, backup: bool) -> Path:
    """A library with a log beside it, damaged in this way; some have a backup and some none."""
    folder.mkdir()
    path = folder / "library"
    worked_on(path, chance.randrange(99))
    library = Library.create_or_open(path)
    if backup:
        library.back_up(NOW)
    old_log = path.with_name("library-wal").read_bytes()
    library.reviews.add_verdict(make_verdict(1))
    log = path.with_name("library-wal").read_bytes()
    content = bytearray(path.read_bytes())
    library.close()
    pages = len(content) // 4096
    if kind == "cut":
        del content[chance.randrange(1, pages) * 4096 + chance.randrange(4096) :]
    elif kind == "zeroed":
        for page in chance.sample(range(1, pages), 5):
            content[page * 4096 : page * 4096 + 4096] = bytes(4096)
    elif kind == "header":
        content[: chance.choice([16, 100, 4096])] = chance.randbytes(16)
    elif kind == "stale log":
        log = bytes(old_log[: len(old_log) // 2]) + chance.randbytes(5000)
    elif kind == "no log":
        log = b""
        content[chance.randrange(100, len(content))] ^= 255
    elif kind == "noise":
        page = chance.randrange(1, pages)
        content[page * 4096 : page * 4096 + 4096] = chance.randbytes(4096)
    elif kind == "half restore":
        other = folder / "other"
        worked_on(other, 7, articles=2, sources=12)
        content[: 8 * 4096] = other.read_bytes()[: 8 * 4096]
    else:
        content[chance.randrange(100, len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    path.with_name("library-wal").write_bytes(log)
    path.with_name("library-shm").unlink(missing_ok=True)
    return path


def _recovered(path: Path) -> recovery.Recovery:
    names = [path.with_name(path.name + ending) for ending in ("", "-wal")]
    before = {one.name: one.read_bytes() for one in names if one.exists()}
    started = time.monotonic()
    told = recovery.recover(path, NOW)
    assert time.monotonic() - started < 60
    assert {one.name: one.read_bytes() for one in told.aside.iterdir()} == before
    with closing(Library.create_or_open(path)) as library:
        assert library.check() == []
        library.sources.all()
        article = library.articles.add(*_fresh())
        (claim, *_) = library.claims.of_article(article.id)
        library.reviews.add_verdict(make_verdict(claim.id))
        assert library.check() == []
    return told


def _fresh() -> tuple[object, ...]:
    from tests.library.conftest import make_article, make_claims

    return make_article("A new one.", "New"), make_claims("A new one.")


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_library_works_again(tmp_path: Path, kind: str) -> None:
    _recovered(_set(tmp_path / "set", kind, random.Random(kind), backup=kind != "zeroed"))


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_forty_damaged_sets(tmp_path: Path) -> None:
    for number in range(40):
        chance = random.Random(number)
        kind = KINDS[number % len(KINDS)]
        told = _recovered(_set(tmp_path / str(number), kind, chance, backup=number % 3 > 0))
        print(number, kind, "with" if told.backup else "without", "backup:", *told.lost[:3])
        shutil.rmtree(tmp_path / str(number))


def test_a_sound_library_loses_nothing_in_recovery(tmp_path: Path) -> None:
    path = tmp_path / "library"
    worked_on(path)
    before = rows(path)
    assert recovery.recover(path, NOW).lost == ()
    assert rows(path) == before


def test_a_verdict_that_was_changed_comes_from_the_backup(tmp_path: Path) -> None:
    path = _set(tmp_path / "set", "bit", random.Random(1), backup=True)
    path.with_name("library-wal").write_bytes(b"")
    told = recovery.recover(path, NOW)
    assert told.backup is not None


def test_what_nobody_can_read_is_named_and_the_log_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "library"
    worked_on(path)
    content = path.read_bytes()
    assert content.count(b"The dam stands.")
    path.write_bytes(content.replace(b"The dam stands.", b"The dam stood. "))
    told = recovery.recover(path, NOW)
    assert any(one.startswith("Verdict 1 ") for one in told.lost)
    with closing(Library.create_or_open(path)) as library:
        assert library.check() == []
