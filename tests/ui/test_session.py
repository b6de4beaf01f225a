"""The lanes: who waits for whom, where errors go, and what closing leaves behind."""

from __future__ import annotations

import threading
import weakref
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.model.changes import Changes
from app.model.errors import ClaimdeskError, InputError, NotFound
from app.model.work import Work
from app.ui.session import Session, Write
from tests.ui.bench import ARTICLE, Bench


def refuse(_: object) -> NoReturn:
    raise InputError("No.")


def test_answers_of_a_lane_come_in_its_order_and_in_the_window_s_thread(bench: Bench) -> None:
    told: list[tuple[int, bool]] = []
    window = QThread.currentThread()
    for number in range(20):
        bench.session.do(
            lambda _desk, number=number: number,
            lambda answer: told.append((answer, QThread.currentThread() is window)),
        )
        assert len(told) == 0  # never inside the call that asks
    bench.settle()
    assert told == [(number, True) for number in range(20)]


def test_what_is_handed_over_never_dies_in_a_lane(bench: Bench) -> None:
    class Owner:
        def ask(self, _: Desk) -> None:
            pass

        def take(self, _: None) -> None:
            pass

    died_in: list[int] = []
    for _ in range(500):
        owner = Owner()
        weakref.finalize(owner, lambda: died_in.append(threading.get_ident()))
        bench.session.do(owner.ask, owner.take)
        bench.session.search(owner.ask, owner.take)
        del owner
        bench.settle()
    assert died_in == [threading.get_ident()] * 500


def test_a_search_does_not_wait_for_a_long_step(bench: Bench, qtbot: QtBot) -> None:
    found, gate = [], threading.Event()
    bench.session.do(lambda _: gate.wait(10))
    bench.session.search(lambda desk: desk.sources.count(), found.append)
    try:
        qtbot.waitUntil(lambda: found == [0])
        assert bench.session.busy
    finally:
        gate.set()
    bench.settle()


def test_the_search_lane_and_the_reader_see_what_was_committed(bench: Bench) -> None:
    found: list[int] = []
    bench.do(lambda desk: desk.sources.add_text("The mill was sold."))
    bench.session.search(lambda desk: desk.sources.count(), found.append)
    bench.settle()
    assert found == [1] == [bench.session.read.sources.count()]


def test_a_committed_step_is_told_before_it_is_answered(bench: Bench) -> None:
    told: list[str] = []
    window = QThread.currentThread()

    def follow(changes: Changes) -> None:
        assert QThread.currentThread() is window
        told.append(changes.label)

    bench.session.changed.connect(follow)
    bench.session.do(lambda desk: desk.articles.add_text(ARTICLE), lambda _: told.append("answer"))
    bench.settle()
    assert told == ["Open article", "answer"]


def test_an_error_goes_to_otherwise_or_to_failed(bench: Bench, qtbot: QtBot) -> None:
    taken: list[ClaimdeskError] = []
    bench.session.do(refuse, otherwise=taken.append)
    bench.settle()
    assert [str(error) for error in taken] == ["No."]
    with qtbot.waitSignal(bench.session.failed) as failed:
        bench.session.search(lambda desk: desk.articles.get(77), taken.append)
    assert isinstance(failed.args[0], NotFound)
    assert len(taken) == 1


def test_the_desk_works_on_after_an_error(bench: Bench) -> None:
    bench.session.do(refuse, otherwise=lambda _: None)
    assert bench.do(lambda desk: desk.sources.count()) == 0


def test_a_bug_is_raised_in_the_window_s_thread(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.capture_exceptions() as raised:
        bench.session.do(lambda _: 1 // 0)
        bench.settle()
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert not bench.session.busy


def test_a_job_tells_how_far_it_is(bench: Bench) -> None:
    told: list[object] = []

    def job(work: Work) -> str:
        work.tick(1, 2, "half")
        return "done"

    bench.session.work(job, told.append, on_tick=lambda *ticked: told.append(ticked))
    bench.settle()
    assert told == [(1, 2, "half"), "done"]


def test_a_job_called_off_tells_nothing_more(bench: Bench) -> None:
    told: list[object] = []
    ticked = threading.Event()

    def job(work: Work) -> None:
        work.tick(1)
        ticked.set()

    work = bench.session.work(job, told.append, on_tick=lambda *how_far: told.append(how_far))
    assert ticked.wait(10)
    work.cancel()  # its news is under way
    bench.settle()
    assert told == []


@pytest.mark.parametrize("looks", [True, False])
def test_cancelled_work_answers_nothing(bench: Bench, looks: bool) -> None:
    told: list[object] = []
    started, gate = threading.Event(), threading.Event()

    def job(work: Work) -> str:
        started.set()
        gate.wait(10)
        if looks:
            work.tick(1)
        return "done"

    work = bench.session.work(job, told.append, told.append)
    assert started.wait(10)
    work.cancel()
    gate.set()
    bench.settle()
    assert told == []


def test_closing_finishes_what_was_handed_over(
    session: Session, tmp_path: Path, root: Path
) -> None:
    told: list[object] = []
    session.do(lambda desk: desk.articles.add_text(ARTICLE), told.append)
    session.close()
    session.close()
    session.do(lambda desk: desk.articles.all(), told.append)
    QApplication.processEvents()
    assert told == []
    desk = Desk.open(tmp_path / "desk.claimdesk", root / "resources", root / "seeds")
    assert len(desk.articles.all()) == 1
    desk.close()


def test_closing_calls_off_long_work(session: Session) -> None:
    calls: list[Work] = []
    started = threading.Event()

    def job(work: Work) -> None:
        calls.append(work)
        started.set()
        while True:
            work.tick(0)

    session.work(job, calls.append)
    assert started.wait(10)
    session.close()
    assert calls[0].cancelled


def test_a_library_that_cannot_be_opened_is_an_error_of_the_user(
    tmp_path: Path, root: Path
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database", encoding="utf-8")
    with pytest.raises(ClaimdeskError):
        Session.open(path, root / "resources", root / "seeds")
    assert path.read_text(encoding="utf-8") == "not a database"


def test_changes_name_what_was_touched(bench: Bench) -> None:
    told: list[Changes] = []
    article = bench.add_article()
    claim = bench.session.read.articles.claims(article)[0].id
    bench.session.changed.connect(told.append)
    bench.do(lambda desk: desk.review.set_flag(claim, True))
    assert told[0].claim_id == claim
    assert told[0].ids("claim") == {claim}


def test_a_part_of_an_import_is_written_in_the_lane_that_may_write(bench: Bench) -> None:
    came: list[tuple[str, str, int]] = []

    def job(desk: Desk, write: Write) -> tuple[str, str, int]:
        reading = threading.current_thread().name
        writing = write(lambda _: threading.current_thread().name)
        write(lambda own: own.sources.add_text("The mill was sold."))
        return reading, writing, desk.sources.count()

    bench.session.bring(job, Work(), came.append, many=True)
    bench.settle()
    assert came == [("import_0", "library_0", 1)]


def test_an_import_gives_way_while_an_answer_is_waited_for(bench: Bench) -> None:
    gate, told = threading.Event(), []
    bench.session.give_way()  # at once, where nobody waits
    bench.session.do(lambda _: gate.wait(10), lambda _: told.append("verdict"))
    assert not bench.session._nobody_waits.is_set()
    gate.set()
    bench.settle()
    assert told == ["verdict"]
    assert bench.session._nobody_waits.is_set()


def test_an_import_that_was_called_off_tells_what_it_kept(bench: Bench) -> None:
    work, came = Work(), []
    work.cancel()
    bench.session.bring(lambda _desk, _write: "kept", work, came.append)
    bench.settle()
    assert came == ["kept"]


def test_errors_of_an_import_go_where_others_do(bench: Bench) -> None:
    taken: list[ClaimdeskError] = []
    bench.session.bring(lambda desk, _: refuse(desk), Work(), lambda _: None, taken.append)
    bench.settle()
    assert [str(error) for error in taken] == ["No."]
