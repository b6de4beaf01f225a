"""What an import keeps comes in parts, and a long source in pieces that nothing waits long for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest

import app.desk.source_parts as parts_module
from app.desk.desk import Desk
from app.desk.source_keeping import SourceKeeping
from app.model.intake import ImportChoices
from app.model.work import Work

T = TypeVar("T")

#: So many passages make a piece here.
PIECE = 10


@pytest.fixture(autouse=True)
def _small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts_module, "PIECE", PIECE)
    monkeypatch.setattr(parts_module, "LONGEST_AT_ONCE", 2 * PIECE)


def report(path: Path, paragraphs: int = 95) -> Path:
    """A long text file of as many passages as paragraphs."""
    path.write_text("\n\n".join(f"Dam {n} of the river broke." for n in range(paragraphs)), "utf-8")
    return path


def test_a_long_source_is_seen_once_it_is_whole(desk: Desk, tmp_path: Path) -> None:
    seen: list[tuple[int, int, int]] = []
    with closing(desk.reader()) as other:

        def keep(job: Callable[[SourceKeeping], T]) -> T:
            answer = job(desk.sources.keeping)
            found = other.matching.for_text("Dam 3 of the river broke.")
            hits = other.matching.search("river")
            seen.append((other.sources.count(), len(found.candidates), len(hits.hits)))
            return answer

        outcome = desk.sources.import_paths([report(tmp_path / "a.txt")], keep=keep)
    assert seen[:-1] == [(0, 0, 0)] * 11
    assert seen[-1][0] == 1
    assert min(seen[-1]) > 0
    [source] = outcome.sources
    text = desk.sources.text(source.id)
    passages = desk.sources.passages(source.id)
    assert (source.key, len(passages)) == ("a.txt", 95)
    assert [one.text for one in passages] == text.split("\n\n")
    assert desk.sources.record(source.id).file_name == "a.txt"
    assert desk.check() == []


def test_a_verdict_goes_between_two_pieces(desk: Desk, tmp_path: Path) -> None:
    article = desk.articles.add_text("The dam broke on 4 May 2021 and 62 people were saved.")
    claim = desk.articles.claims(article.id)[0]
    longest = 0

    def keep(job: Callable[[SourceKeeping], T]) -> T:
        nonlocal longest
        before = desk.info().passages + desk._library.unfinished.passages()
        answer = job(desk.sources.keeping)
        desk.review.give_verdict(claim.id, "refuted")
        desk.history.undo()
        longest = max(longest, desk._library.unfinished.passages() - before)
        return answer

    outcome = desk.sources.import_paths([report(tmp_path / "a.txt")], keep=keep)
    assert longest == PIECE
    assert len(desk.sources.passages(outcome.sources[0].id)) == 95
    assert desk.check() == []


def test_progress_counts_within_a_long_source(desk: Desk, tmp_path: Path) -> None:
    ticks: list[tuple[int, int, str]] = []
    work = Work(lambda *told: ticks.append(told))
    desk.sources.import_paths([report(tmp_path / "a.txt")], work)
    adding = [(done, total) for done, total, note in ticks if note == "Adding a.txt"]
    assert adding == [(done, 95) for done in range(0, 95, PIECE)]


def test_among_many_files_progress_counts_files(desk: Desk, tmp_path: Path) -> None:
    ticks: list[tuple[int, int]] = []
    work = Work(lambda done, total, _: ticks.append((done, total)))
    paths = [report(tmp_path / f"{name}.txt", 95 + name) for name in range(2)]
    desk.sources.import_paths(paths, work)
    assert {total for _, total in ticks} == {2}
    assert [done for done, _ in ticks] == sorted(done for done, _ in ticks)


@pytest.mark.parametrize("at", [0, 5])
def test_called_off_within_a_long_source_nothing_of_it_stays(
    desk: Desk, tmp_path: Path, at: int
) -> None:
    (tmp_path / "0.txt").write_text("A short note.", "utf-8")
    report(tmp_path / "1.txt")
    kept = 0

    def keep(job: Callable[[SourceKeeping], T]) -> T:
        nonlocal kept
        answer = job(desk.sources.keeping)
        kept += 1
        if kept == 2 + at:  # the short one, the beginning of the long one, its pieces
            work.cancel()
        return answer

    work = Work()
    outcome = desk.sources.import_paths([tmp_path / "0.txt", tmp_path / "1.txt"], work, keep=keep)
    assert outcome.stopped.startswith("The import was called off")
    assert [one.key for one in desk.sources.all()] == ["0.txt"]
    assert [one.key for one in outcome.sources] == ["0.txt"]
    assert (desk.info().passages, desk._library.unfinished.ids()) == (1, frozenset())
    assert desk.check() == []
    again = desk.sources.import_paths([tmp_path / "0.txt", tmp_path / "1.txt"])
    assert ([one.key for one in again.sources], again.present) == (["1.txt"], 1)


def test_a_disk_that_fills_leaves_no_half_source(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "0.txt").write_text("A short note.", "utf-8")
    report(tmp_path / "1.txt", 400)
    store, kept = desk._library._store, 0

    def keep(job: Callable[[SourceKeeping], T]) -> T:
        nonlocal kept
        kept += 1
        if kept == 6:
            # SQLite says of a file that may grow no more what it says of a full disk.
            store.value(f"PRAGMA max_page_count={store.value('PRAGMA page_count')}")
        return job(desk.sources.keeping)

    outcome = desk.sources.import_paths([tmp_path / "0.txt", tmp_path / "1.txt"], keep=keep)
    assert "disk is full" in outcome.stopped
    assert [one.key for one in outcome.sources] == ["0.txt"]
    assert [one.key for one in desk.sources.all()] == ["0.txt"]
    assert desk.check() == []
    store.value("PRAGMA max_page_count=1000000")
    again = desk.sources.import_paths([tmp_path / "1.txt"])
    assert [one.key for one in again.sources] == ["1.txt"]


def test_a_long_source_by_hand_is_undone_and_redone(desk: Desk, tmp_path: Path) -> None:
    choices = ImportChoices(undoable=True)
    [source] = desk.sources.import_paths([report(tmp_path / "a.txt")], None, choices).sources
    assert desk.history.undo_label() == "Add source"
    desk.history.undo()
    assert desk.sources.all() == ()
    assert desk.matching.search("river").hits == ()
    desk.history.redo()
    assert desk.sources.all() == (source,)
    assert len(desk.sources.passages(source.id)) == 95
    assert desk.matching.search("river").hits
    assert desk.check() == []


def test_a_long_source_is_compared_like_any_other(desk: Desk, tmp_path: Path) -> None:
    report(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text((tmp_path / "a.txt").read_text("utf-8") + "\n\nEnd.", "utf-8")
    outcome = desk.sources.import_paths([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert [(one.where, one.like.key) for one in outcome.duplicates] == [("b.txt", "a.txt")]
    assert [one.key for one in outcome.sources] == ["a.txt", "b.txt"]
