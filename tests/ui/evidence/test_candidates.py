"""Four states that never look alike, fetched ahead, never stale and never out of order."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.evidence.candidates import AHEAD, Candidates, Finding
from app.ui.open_article import OpenArticle
from tests.ui.bench import SOURCE, Bench


@pytest.fixture
def candidates(bench: Bench, article: OpenArticle) -> Candidates:
    """The candidates of the short article with one source in the library."""
    bench.do(lambda desk: desk.sources.add_text(SOURCE))
    found = Candidates(bench.session, article)
    found.again()
    bench.settle()
    return found


@pytest.fixture
def states(candidates: Candidates) -> list[Finding]:
    seen: list[Finding] = []
    candidates.changed.connect(lambda: seen.append(candidates.state))
    return seen


@pytest.fixture
def hold(bench: Bench) -> Callable[[], threading.Event]:
    """Makes the lanes of searching wait until the event answered is set."""

    def wait() -> threading.Event:
        gate = threading.Event()
        for lane in (bench.session.search, bench.session.find):
            lane(lambda _: gate.wait(10), lambda _: None)
        return gate

    return wait


@contextmanager
def damaged_sources(library: Path) -> Iterator[None]:
    """As a failing disk would leave the records of the sources."""
    with closing(sqlite3.connect(library)) as db, db:
        db.execute("UPDATE sources SET kind = '?' || kind")
    yield
    with closing(sqlite3.connect(library)) as db, db:
        db.execute("UPDATE sources SET kind = substr(kind, 2)")


def in_search_lane(bench: Bench, sql: str) -> None:
    """Run this on the connection of the search lane."""
    bench.session.search(
        lambda desk: desk._library._store.db.conn.execute(sql).fetchall(), lambda _: None
    )


def test_searching_then_found_then_none(
    bench: Bench, article: OpenArticle, candidates: Candidates, states: list[Finding]
) -> None:
    assert candidates.state is Finding.FOUND
    assert candidates.highlighted == 0
    candidates.search("xylophone")
    bench.settle()
    assert states == [Finding.SEARCHING, Finding.NONE]
    assert candidates.searched.hits == ()
    assert candidates.highlighted == -1
    candidates.search("")
    assert candidates.state is Finding.FOUND
    article.close()
    assert candidates.state is Finding.IDLE


def test_a_failure_is_told_and_asked_again(
    bench: Bench, candidates: Candidates, tmp_path: Path
) -> None:
    with damaged_sources(tmp_path / "desk.claimdesk"):
        candidates.search("mill")
        bench.settle()
        assert candidates.state is Finding.FAILED
        assert candidates.trouble
        assert candidates.rows() == ()
    candidates.again()
    assert candidates.query == "mill"
    bench.settle()
    assert candidates.state is Finding.FOUND


def test_the_next_three_are_there_without_waiting(
    article: OpenArticle, candidates: Candidates, states: list[Finding]
) -> None:
    for _ in range(AHEAD):
        article.move(1)
    assert len(states) == AHEAD
    assert Finding.SEARCHING not in states
    assert candidates.matches.query == article.current.statement
    article.move(2)
    assert states[-1] is Finding.SEARCHING


def test_new_sources_are_asked_at_once(bench: Bench, candidates: Candidates) -> None:
    bench.do(lambda desk: desk.sources.add_text("On Monday the council sold the old mill."))
    assert len({match.source.id for match in candidates.rows()}) == 2


def test_an_answer_from_before_the_new_source_is_not_kept(
    bench: Bench,
    article: OpenArticle,
    candidates: Candidates,
    hold: Callable[[], threading.Event],
    qtbot: QtBot,
) -> None:
    # A transaction lets the search lane see the library as it was, and the gate lets its answer
    # come after the news.
    in_search_lane(bench, "BEGIN")
    in_search_lane(bench, "SELECT count(*) FROM sources")
    gate = hold()
    article.choose(article.claims[-1].id)  # not asked yet
    in_search_lane(bench, "COMMIT")
    with qtbot.waitSignal(bench.session.changed):
        bench.session.do(
            lambda desk: desk.sources.add_text("The sale of the mill was approved by nine votes.")
        )
    gate.set()
    bench.settle()
    assert ["nine votes" in match.passage.text for match in candidates.rows()] == [True]


def test_a_day_given_asks_again(bench: Bench, article: OpenArticle, candidates: Candidates) -> None:
    before = candidates.matches
    bench.do(lambda desk: desk.articles.set_published(article.article.id, date(2024, 5, 2)))
    assert candidates.state is Finding.FOUND
    assert candidates.matches is not before


def test_only_the_last_search_is_answered(
    bench: Bench, candidates: Candidates, hold: Callable[[], threading.Event]
) -> None:
    gate = hold()
    candidates.search("xylophone")
    candidates.search("protested")
    candidates.search("mill")
    gate.set()
    bench.settle()
    assert candidates.query == "mill"
    assert [word.text for word in candidates.searched.query.wanted] == ["mill"]


def test_a_search_answered_after_the_claim_changed_is_dropped(
    bench: Bench, article: OpenArticle, candidates: Candidates, hold: Callable[[], threading.Event]
) -> None:
    gate = hold()
    candidates.search("xylophone")
    article.move(1)
    gate.set()
    bench.settle()
    assert candidates.query == ""
    assert candidates.matches.query == article.current.statement


def test_a_linked_passage_outside_the_list_is_fetched(
    bench: Bench, article: OpenArticle, candidates: Candidates, qtbot: QtBot
) -> None:
    source = bench.do(lambda desk: desk.sources.add_text("Nothing of that kind.")).sources[0]
    passage = bench.session.read.sources.passages(source.id)[0]
    with qtbot.waitSignal(candidates.linked_changed):
        bench.session.do(lambda desk: desk.review.link(article.current.id, passage.id))
    bench.settle()
    evidence = article.review(article.current.id).evidence[0]
    assert candidates.letter_of(evidence) == ""
    assert candidates.links.of(evidence).source.id == source.id
    assert [match.passage.id for match in candidates.links.all()] == [passage.id]


def test_letters_and_highlight_stay_inside_the_list(candidates: Candidates) -> None:
    assert candidates.row_of_letter("A") is candidates.rows()[0]
    assert candidates.row_of_letter("E") is None
    assert candidates.row_of_letter("Z") is None
    candidates.highlight(9)
    assert candidates.highlighted == len(candidates.rows()) - 1
    candidates.highlight(-3)
    assert candidates.highlighted == 0


def test_a_typed_search_obeys_its_filters_and_is_linked_by_letter(
    bench: Bench, article: OpenArticle, candidates: Candidates
) -> None:
    bench.do(lambda desk: desk.sources.add_text("The mill was built in 1850.", "History of it"))
    candidates.search("mill in:history")
    bench.settle()
    [match] = candidates.rows()
    assert match.source.title == "History of it"
    assert [shared.of(match.passage.text) for _, shared in match.shared] == ["mill"]
    assert candidates.row_of_letter("A") is match
    bench.do(lambda desk: desk.review.toggle_link(article.current.id, match.passage.id))
    [evidence] = article.review(article.current.id).evidence
    assert candidates.letter_of(evidence) == "A"
    candidates.go_back()
    assert candidates.state is Finding.FOUND
    assert not candidates.elsewhere


def test_where_nothing_has_all_the_words_those_that_occur_are_counted(
    bench: Bench, candidates: Candidates
) -> None:
    candidates.search("mill xylophone protested")
    bench.settle()
    assert candidates.state is Finding.NONE
    assert candidates.occurring == (("mill", 1), ("protested", 1))


def test_parts_of_a_claim_that_occur_are_told_where_nothing_matches(
    bench: Bench, article: OpenArticle
) -> None:
    bench.do(lambda desk: desk.sources.add_text("The price was 250,000 euros."))
    other = bench.add_article("Title\n\nBuyers from Tromsø gave 250,000 kroner to 31 schools.\n")
    article.open(other)
    candidates = Candidates(bench.session, article)
    seen: list[tuple[str, ...]] = []
    candidates.changed.connect(lambda: seen.append(tuple(t for t, _ in candidates.occurring)))
    candidates.again()
    bench.settle()
    if candidates.state is Finding.NONE:
        assert any("250,000" in part for part in candidates.occurring[0])
    else:
        assert candidates.occurring == ()


LONG = "\n\n".join(
    f"The council sold the old mill on Monday, part {part} of the minutes says."
    for part in range(9)
)


def test_further_passages_of_a_source_are_opened_and_left(
    bench: Bench, candidates: Candidates
) -> None:
    bench.do(lambda desk: desk.sources.add_text(LONG, "Minutes"))
    row = next(n for n, match in enumerate(candidates.rows()) if match.more)
    match = candidates.rows()[row]
    candidates.highlight(row)
    candidates.open_more()
    bench.settle()
    assert [m.passage.id for m in candidates.rows()] == [
        match.passage.id, *(one.id for one in match.more),
    ]  # fmt: skip
    assert {m.source.id for m in candidates.rows()} == {match.source.id}
    candidates.open_more()
    assert candidates.opened is None
    assert candidates.highlighted_match() is match
