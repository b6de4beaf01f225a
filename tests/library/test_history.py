"""Undo and redo give back every row as it was, whatever was done, also after a restart."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.library.index import index_is_whole
from app.library.library import Library
from app.library.steps import UNDO_DEPTH
from app.model.errors import LibraryError
from app.model.review import ReviewState, Stance

Verb = tuple[str, int, int]

NAMES = (
    *("article", "drop article", "source", "drop source", "link", "unlink", "stance", "verdict"),
    *("clear", "rationale", "flag", "update", "undo", "redo", "reopen"),
)

# Each step is one to three verbs; "undo", "redo" and "reopen" count only as the first of them.
STEPS = st.lists(
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.integers(0, 5), st.integers(0, 5)),
        min_size=1,
        max_size=3,
    ),
    max_size=25,
)


def pick(ids: list[int], number: int) -> int | None:
    return ids[number % len(ids)] if ids else None


def do(make: SimpleNamespace, library: Library, verb: Verb) -> None:
    """One verb on whatever is there; nothing where there is nothing to do it on."""
    name, first, second = verb
    store = library._store
    claim = pick([row[0] for row in store.rows("SELECT id FROM claims ORDER BY id")], first)
    passage = pick([row[0] for row in store.rows("SELECT id FROM passages ORDER BY id")], second)
    evidence = pick([row[0] for row in store.rows("SELECT id FROM evidence ORDER BY id")], first)
    article = pick([row[0] for row in store.rows("SELECT id FROM articles ORDER BY id")], first)
    if name == "article":
        library.articles.add(make.article(), make.claims())
    elif name == "drop article" and article:
        library.articles.remove(article)
    elif name == "source" and library.sources.by_key(f"{first}") is None:
        library.sources.add(*make.source(f"{first}"))
    elif name == "drop source":
        ids = [one.id for one in library.sources.all()]
        library.sources.remove(set(ids) - set(library.sources.linked(ids)))
    elif name == "link" and claim and passage:
        library.reviews.link(make.evidence(library, claim, passage))
    elif name == "unlink" and evidence:
        library.reviews.unlink(evidence)
    elif name == "stance" and evidence:
        library.reviews.set_stance(evidence, list(Stance)[second % 4] if second else None)
    elif name in ("verdict", "clear") and claim:
        library.reviews.add_verdict(make.verdict(claim, "refuted" if name == "verdict" else ""))
    elif name == "rationale" and claim:
        library.reviews.set_rationale(claim, f"Because of {second}.")
    elif name == "flag" and claim:
        library.reviews.set_flag(claim, bool(second % 2))
    elif name == "update" and claim:
        known = library.claims.get(claim)
        library.claims.update(replace(known, speaker=f"{second}", parts=known.parts[:second]))


def newest_step(library: Library) -> int | None:
    return library._store.value("SELECT max(id) FROM undo_steps")


@given(STEPS)
@settings(max_examples=15, deadline=None)
def test_undo_and_redo_are_each_others_inverse(
    make: SimpleNamespace, steps: list[list[Verb]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library"
        library = Library.create_or_open(path)
        # What the library held before and after each step that can be undone, and after redo.
        past, future = [make.dump(library)], list[dict[str, list[object]]]()
        for verbs in steps:
            if verbs[0][0] == "reopen":
                library.close()
                library = Library.create_or_open(path)
            elif verbs[0][0] == "undo":
                assert (library.history.undo() is None) == (len(past) == 1)
                if len(past) > 1:
                    future.append(past.pop())
            elif verbs[0][0] == "redo":
                assert (library.history.redo() is None) == (not future)
                if future:
                    past.append(future.pop())
            else:
                recorded = newest_step(library)
                with library.step("Do"):
                    for verb in verbs:
                        do(make, library, verb)
                # A step whose verbs cancel out is a step all the same.
                if newest_step(library) != recorded:
                    past.append(make.dump(library))
                    future.clear()
            assert make.dump(library) == past[-1]
        done = len(past) - 1
        while library.history.undo() is not None:
            future.append(past.pop())
            assert make.dump(library) == past[-1]
        assert len(past) == 1
        for _ in range(done):
            assert library.history.redo() is not None
            past.append(future.pop())
            assert make.dump(library) == past[-1]
        assert index_is_whole(library._store)
        assert library.check() == []
        library.close()


def test_a_hundred_and_twenty_steps_go_back_after_a_restart(
    make: SimpleNamespace, filled: Library, open_library: Callable[[], Library]
) -> None:
    before = make.dump(filled)
    states = []
    for number in range(120):
        filled.reviews.set_rationale(1 + number % 3, f"Word {number}")
        states.append(make.dump(filled))
    filled.close()
    again = open_library()
    for state in reversed(states):
        assert make.dump(again) == state
        assert again.history.undo() is not None
    assert make.dump(again) == before
    again.close()
    once_more = open_library()
    for state in states:
        assert once_more.history.redo() is not None
        assert make.dump(once_more) == state
    assert once_more.history.redo() is None


def test_undo_tells_where_to_look(make: SimpleNamespace, filled: Library) -> None:
    told = []
    filled.on_change(told.append)
    with filled.step("Give verdict", 2):
        filled.reviews.add_verdict(make.verdict(2))
    assert (filled.history.undo_label(), filled.history.redo_label()) == ("Give verdict", "")
    undone = filled.history.undo()
    assert undone == told[-1]
    assert (undone.kind, undone.label, undone.claim_id) == ("undo", "Give verdict", 2)
    assert undone.touched == {
        "verdict": frozenset({1}),
        "review": frozenset({2}),
        "claim": frozenset({2}),
    }
    assert (filled.history.undo_label(), filled.history.redo_label()) == (
        "Add source",
        "Give verdict",
    )
    redone = filled.history.redo()
    assert redone == told[-1]
    assert (redone.kind, redone.touched) == ("redo", undone.touched)
    assert [(one.kind, one.label, one.claim_id) for one in filled.history.journal(3)] == [
        ("redo", "Give verdict", 2),
        ("undo", "Give verdict", 2),
        ("do", "Give verdict", 2),
    ]


def test_undoing_a_verdict_keeps_it_in_the_log(make: SimpleNamespace, filled: Library) -> None:
    first = filled.reviews.add_verdict(make.verdict(1, "supported"))
    second = filled.reviews.add_verdict(make.verdict(1, "refuted"))
    filled.history.undo()
    assert filled.reviews.get(1).verdict == first
    filled.history.undo()
    assert filled.reviews.get(1).verdict is None
    assert filled.reviews.verdicts(1) == (first, second)
    filled.history.redo()
    filled.history.redo()
    assert filled.reviews.get(1).verdict == second
    assert filled.check() == []


def test_removing_an_article_is_undone_with_all_work_on_it(
    make: SimpleNamespace, filled: Library
) -> None:
    filled.reviews.link(make.evidence(filled, 1, 1))
    filled.reviews.add_verdict(make.verdict(1))
    before = make.dump(filled)
    with filled.step("Remove all"):
        filled.articles.remove(1)
        filled.sources.remove((1,))
    assert filled.search.best_passages(["dam"]) == []
    filled.history.undo()
    assert make.dump(filled) == before
    assert len(filled.search.best_passages(["dam"])) == 1
    filled.history.redo()
    assert index_is_whole(filled._store)
    filled.history.undo()
    assert make.dump(filled) == before


def test_a_new_step_forgets_what_could_be_redone(filled: Library) -> None:
    filled.reviews.set_rationale(1, "a")
    filled.history.undo()
    filled.reviews.set_rationale(1, "b")
    assert filled.history.redo() is None
    assert filled.reviews.get(1).rationale == "b"


def test_a_step_that_changes_nothing_is_no_step(filled: Library) -> None:
    filled.reviews.set_rationale(1, "a")
    filled.history.undo()
    told = []
    filled.on_change(told.append)
    journal = filled.history.journal()
    with filled.step("Nothing", 1):
        filled.claims.update(filled.claims.get(1))
    assert (told, filled.history.journal()) == ([], journal)
    assert filled.history.redo_label() == "Change rationale"


def test_an_import_is_not_undone_and_hinders_no_undo(
    make: SimpleNamespace, filled: Library
) -> None:
    filled.reviews.set_rationale(1, "a")
    with filled.batch("Import"):
        filled.sources.add(*make.source("imported"))
    assert filled.history.undo_label() == "Change rationale"
    filled.history.undo()
    assert filled.reviews.get(1).rationale == ""
    assert filled.sources.by_key("imported") is not None


def test_what_an_import_stands_in_the_way_of_cannot_be_undone(
    make: SimpleNamespace, filled: Library
) -> None:
    filled.sources.remove((1,))
    with filled.batch("Import"):
        filled.sources.add(*make.source())
    before = make.dump(filled)
    with pytest.raises(LibraryError, match="can no longer be undone"):
        filled.history.undo()
    assert make.dump(filled) == before
    assert filled.history.undo_label() == ""


def test_another_writers_commit_clears_the_undo_log(
    filled: Library, open_library: Callable[[], Library]
) -> None:
    other = open_library()
    assert filled.history.undo_label() == "Add source"
    filled.reviews.set_rationale(1, "mine")
    other.reviews.set_rationale(1, "theirs")
    assert filled.history.undo() is None
    assert filled.reviews.get(1).rationale == "theirs"
    filled.reviews.set_flag(1, True)
    assert other.history.undo() is None
    assert other.reviews.get(1).state is ReviewState.FLAGGED


def test_a_reader_does_not_hinder_undo(filled: Library) -> None:
    reader = filled.reader()
    assert reader.history.undo_label() == "Add source"
    with pytest.raises(LibraryError, match="reading only"):
        reader.history.undo()
    reader.close()
    assert filled.history.undo() is not None


def test_the_oldest_steps_are_forgotten(filled: Library) -> None:
    for number in range(UNDO_DEPTH + 5):
        filled.reviews.set_rationale(1, f"{number}")
    assert filled._store.value("SELECT count(*) FROM undo_steps") == UNDO_DEPTH
    assert filled._store.value("SELECT count(DISTINCT step_id) FROM undo_rows") == UNDO_DEPTH
    undone = 0
    while filled.history.undo():
        undone += 1
    assert undone == UNDO_DEPTH
    assert filled.reviews.get(1).rationale == "4"
