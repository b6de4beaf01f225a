"""A step is all or nothing, and is told after its commit to those who listen."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from types import SimpleNamespace

import pytest

from app.library.library import Library
from app.model.changes import Changes
from app.model.errors import LibraryError, NotFound


@pytest.fixture
def told(filled: Library) -> list[Changes]:
    heard: list[Changes] = []
    filled.on_change(heard.append)
    return heard


def test_a_step_tells_all_that_it_touched_with_its_owners(
    make: SimpleNamespace, filled: Library, told: list[Changes]
) -> None:
    evidence = filled.reviews.link(make.evidence(filled, 2, 3))
    assert told.pop() == Changes(
        "Link source",
        {"evidence": frozenset({evidence.id}), "claim": frozenset({2})},
        2,
    )
    filled.sources.add(*make.source("new"))
    assert told.pop() == Changes(
        "Add source", {"source": frozenset({2}), "passage": frozenset({4, 5, 6})}
    )
    filled.articles.remove(1)
    assert told.pop().touched == {
        "article": frozenset({1}),
        "claim": frozenset({1, 2, 3}),
        "evidence": frozenset({evidence.id}),
    }


def test_nested_steps_are_one(filled: Library, told: list[Changes]) -> None:
    with filled.step("Do both"):
        with filled.step("First", 1):
            filled.reviews.set_rationale(1, "a")
        filled.reviews.set_flag(1, True)
        assert told == []
    assert [(one.label, one.claim_id) for one in told] == [("Do both", 1)]
    filled.history.undo()
    assert filled.reviews.get(1).rationale == ""


def test_nothing_is_kept_or_told_of_a_step_that_fails(
    make: SimpleNamespace, filled: Library, told: list[Changes]
) -> None:
    before, journal = make.dump(filled), filled.history.journal()
    with pytest.raises(NotFound), filled.step("Fail"):  # noqa: PT012
        filled.reviews.set_rationale(1, "a")
        filled.reviews.add_verdict(make.verdict(1))
        filled.reviews.set_flag(9, True)
    assert (make.dump(filled), filled.history.journal(), told) == (before, journal, [])
    assert filled.reviews.verdicts(1) == ()
    assert filled.history.undo_label() == "Add source"


def test_an_inner_step_that_fails_takes_nothing_else_with_it(
    filled: Library, told: list[Changes]
) -> None:
    with filled.step("Try"):
        filled.reviews.set_rationale(1, "kept")
        with pytest.raises(KeyError), filled.step("Inner"):  # noqa: PT012
            filled.reviews.set_rationale(2, "lost")
            raise KeyError
    assert told[0].ids("claim") == {1}
    assert (filled.reviews.get(1).rationale, filled.reviews.get(2).rationale) == ("kept", "")


def test_listeners_are_told_after_the_commit(filled: Library) -> None:
    reader = filled.reader()
    seen: list[tuple[str, int]] = []
    filled.on_change(
        lambda _: seen.append((reader.reviews.get(1).rationale, threading.get_ident()))
    )
    with filled.step("Write"):
        filled.reviews.set_rationale(1, "new")
        assert reader.reviews.get(1).rationale == ""
    assert seen == [("new", threading.get_ident())]
    reader.close()


def test_a_listener_may_write(filled: Library) -> None:
    def flag_it(changes: Changes) -> None:
        if changes.label == "Change rationale":
            filled.reviews.set_flag(1, True)

    filled.on_change(flag_it)
    filled.reviews.set_rationale(1, "a")
    assert [one.label for one in filled.history.journal(2)] == ["Flag claim", "Change rationale"]


def test_a_batch_tells_its_sources_alone(
    make: SimpleNamespace, filled: Library, told: list[Changes]
) -> None:
    with filled.batch("Import"):
        filled.sources.add_many(make.source(key) for key in "ab")
    assert told == [Changes("Import", {"source": frozenset({2, 3})})]
    assert filled.history.journal(1)[0].kind == "batch"


def test_a_reader_sees_a_commit_at_once_and_cannot_write(
    make: SimpleNamespace, filled: Library
) -> None:
    with closing(filled.reader()) as reader:
        verdict = filled.reviews.add_verdict(make.verdict(1))
        assert reader.reviews.get(1).verdict == verdict
        for write in (
            lambda: reader.reviews.set_flag(1, True),
            lambda: reader.sources.remove((1,)),
            lambda: reader.batch("x").__enter__(),
        ):
            with pytest.raises(LibraryError, match="reading only"):
                write()
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader._store.db.conn.execute("DELETE FROM sources")


def test_one_writer_serves_threads_in_turn(filled: Library) -> None:
    def write(number: int) -> None:
        for turn in range(20):
            with filled.step("Write"):
                filled.reviews.set_rationale(number, f"{turn}")
                filled.reviews.set_flag(number, bool(turn % 2))

    threads = [threading.Thread(target=write, args=(number,)) for number in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [filled.reviews.get(number).rationale for number in (1, 2, 3)] == ["19"] * 3
    assert len(filled.history.journal(1000)) == 2 + 60


def test_after_a_batch_passages_are_watched_again(
    make: SimpleNamespace, filled: Library, told: list[Changes]
) -> None:
    with filled.batch("Import"):
        filled.sources.add(*make.source("imported"))
    with pytest.raises(KeyError), filled.batch("Fail"):  # noqa: PT012
        filled.sources.add(*make.source("lost"))
        raise KeyError
    before = make.dump(filled)
    filled.sources.remove((1, 2))
    assert told[-1].ids("passage") == {1, 2, 3, 4, 5, 6}
    filled.history.undo()
    assert make.dump(filled) == before
    assert filled.check() == []
