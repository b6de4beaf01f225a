"""What is much the same is found, whether it came a moment or a year ago, and found quickly."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

import pytest

import app.desk.duplicates as duplicates_module
from app.desk.desk import Desk
from app.desk.duplicates import Duplicates
from app.library.library import Library
from app.model.intake import Likeness
from app.model.source import Source

WORDS = [f"{first}{middle}{last}" for first in "bdfgklm" for middle in "aeiou" for last in "nrstx"]


def story(seed: int, words: int = 120) -> str:
    """A text that is like no other."""
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.choice(WORDS)}" for _ in range(words))


def edited(text: str, every: int) -> str:
    """The text with one word in so many replaced."""
    words = text.split()
    return " ".join("edited" if at % every == every - 1 else word for at, word in enumerate(words))


@pytest.fixture
def stories(desk: Desk, tmp_path: Path) -> list[str]:
    """Sixty texts that were added before."""
    texts = [story(seed) for seed in range(60)]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    desk.sources.import_paths([tmp_path / f"{number}.txt" for number in range(60)])
    return texts


def test_an_edited_copy_is_found_in_the_library(desk: Desk, stories: list[str]) -> None:
    duplicates = Duplicates(desk._library)
    for number, text in enumerate(stories):
        found = duplicates.of_source(Source(0, "new", ""), edited(text, 40))
        assert [(one.key, how) for one, how in found] == [(f"{number}.txt", Likeness.NEAR_TEXT)]
        assert duplicates.of_source(Source(0, "new", ""), edited(text, 3)) == ()


def test_an_edited_copy_is_found_among_what_comes_with_it(desk: Desk) -> None:
    duplicates = Duplicates(desk._library)
    for number in range(60):
        duplicates.expect(Source(0, f"{number}.txt", "", digest=str(number)), story(number))
    for number in range(60):
        found = duplicates.of_source(Source(0, "new", ""), edited(story(number), 60))
        assert [(one.key, how) for one, how in found] == [(f"{number}.txt", Likeness.NEAR_TEXT)]
    duplicates.called_off()
    assert duplicates.of_source(Source(0, "new", ""), story(7)) == ()


def test_what_is_no_longer_remembered_is_asked_of_the_index(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duplicates_module, "MOST_REMEMBERED", 4)
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(story(number), "utf-8")
        (tmp_path / f"x{number:02}.txt").write_text(edited(story(number), 60), "utf-8")
    outcome = desk.sources.import_paths(sorted(tmp_path.glob("*.txt")))
    assert [one.like.key for one in outcome.duplicates] == [f"{n:02}.txt" for n in range(12)]


def test_a_source_that_somebody_else_adds_meanwhile_is_found(desk: Desk) -> None:
    with closing(Library.create_or_open(desk.path)) as library:
        duplicates = Duplicates(library)
        desk.sources.add_text(story(1), key="theirs")
        [mine] = desk.sources.add_text(story(2), key="mine").sources
        duplicates.expect(mine, story(2))
        duplicates.arrived([mine])
        [(found, _)] = duplicates.of_source(Source(0, "new", ""), edited(story(1), 40))
    assert found.key == "theirs"


def test_the_index_is_not_asked_for_what_the_import_itself_brings(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(
        type(desk._library.free_search), "holding", lambda *told: asked.append(told) or ()
    )
    rows = [f"{number},{story(number)}" for number in range(300)]
    path = tmp_path / "a.csv"
    path.write_text("id,text\n" + "\n".join(rows) + "\n", "utf-8")
    assert len(desk.sources.import_paths([path]).sources) == 300
    assert asked == []
    path.write_text(f"id,text\nnew,{story(999)}\n", "utf-8")
    desk.sources.import_paths([path])
    assert len(asked) == 1


def test_after_many_questions_the_library_itself_is_learnt(
    desk: Desk, stories: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duplicates_module, "ASKED_ENOUGH", 10)
    monkeypatch.setattr(duplicates_module, "LEARNT_AT_ONCE", 7)
    duplicates, asked = Duplicates(desk._library), []
    holding = type(desk._library.free_search).holding
    monkeypatch.setattr(
        type(desk._library.free_search),
        "holding",
        lambda *told: asked.append(told) or holding(*told),
    )
    for number in range(30):
        duplicates.of_source(Source(0, "new", ""), story(1000 + number))
    assert len(asked) == 10 + len(stories) // 7 + 1
    for number, text in enumerate(stories):
        found = duplicates.of_source(Source(0, "new", ""), edited(text, 60))
        assert [(one.key, how) for one, how in found] == [(f"{number}.txt", Likeness.NEAR_TEXT)]
    assert len(asked) == 10 + len(stories) // 7 + 1
