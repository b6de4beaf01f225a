"""A flipped bit or a wrecked page that alters a row is reported before the row is shown.

The long form, 1,000 damages that alter one and 200 clean files, prints its figures:
`./run test -m slow -s tests/durability/test_damage.py`.
"""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

import pytest

from app.library.library import Library
from app.model.errors import ClaimdeskError
from tests.durability.damage import rows, worked_on

PAGE = 4096


def _damage(content: bytearray, chance: random.Random) -> None:
    """One flipped bit, or a page zeroed, filled with noise, or put in the place of another."""
    kind = chance.choice(["bit", "bit", "bit", "zero", "noise", "swap"])
    page = chance.randrange(len(content) // PAGE) * PAGE
    if kind == "bit":
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif kind == "zero":
        content[page : page + PAGE] = bytes(PAGE)
    elif kind == "noise":
        content[page : page + PAGE] = chance.randbytes(PAGE)
    else:
        other = chance.randrange(len(content) // PAGE) * PAGE
        content[page : page + PAGE] = content[other : other + PAGE]


def _shown(path: Path) -> bool:
    """Whether everything is shown as sound: the check finds nothing and every reading works."""
    try:
        with closing(Library.open_read_only(path)) as library:
            if library.check():
                return False
            for article in library.articles.all():
                library.articles.get(article.id)
                for claim in library.claims.of_article(article.id):
                    library.reviews.get(claim.id)
                    library.reviews.verdicts(claim.id)
            for source in library.sources.all():
                library.sources.text(source.id)
                library.passages.of_source(source.id)
    except ClaimdeskError:
        return False
    return True


def _run(folder: Path, altering: int) -> tuple[int, int]:
    """Damage until so many altered a row; answers how many it took, and how many went unseen."""
    sound = folder / "sound"
    worked_on(sound)
    before, content = rows(sound), sound.read_bytes()
    altered = unseen = seed = 0
    while altered < altering:
        seed += 1
        harmed = bytearray(content)
        _damage(harmed, random.Random(seed))
        path = folder / "harmed"
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        path.write_bytes(harmed)
        if rows(path) != before:
            altered += 1
            unseen += _shown(path)
    return seed, unseen


def test_damage_that_alters_a_row_is_reported(tmp_path: Path) -> None:
    _, unseen = _run(tmp_path, 12)
    assert unseen == 0


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_thousand_damages(tmp_path: Path) -> None:
    damages, unseen = _run(tmp_path, 1000)
    print(f"\n{damages} damages, 1000 altered a row, {unseen} of them unseen")
    assert unseen <= 1


def _alarms(folder: Path, files: int) -> int:
    alarms = 0
    for seed in range(files):
        path = folder / f"clean-{seed}"
        worked_on(path, seed, articles=1 + seed % 4, sources=1 + seed % 9)
        alarms += not _shown(path)
    return alarms


def test_sound_files_raise_no_alarm(tmp_path: Path) -> None:
    assert _alarms(tmp_path, 4) == 0


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_two_hundred_sound_files_raise_no_alarm(tmp_path: Path) -> None:
    assert _alarms(tmp_path, 200) == 0
