"""A long job as the code that does it sees it."""

from __future__ import annotations

import threading

import pytest

from app.model.work import Cancelled, Work


def test_a_tick_reports_and_a_cancelled_job_stops_at_the_next() -> None:
    told: list[tuple[int, int, str]] = []
    work = Work(lambda *how_far: told.append(how_far))
    work.tick(1, 2, "a")
    work.cancel()
    with pytest.raises(Cancelled):
        work.tick(2, 2)
    assert told == [(1, 2, "a")]
    assert work.cancelled


def test_a_job_rests_while_it_is_paused() -> None:
    work, went_on = Work(), threading.Event()
    work.pause()
    assert work.paused
    job = threading.Thread(target=lambda: (work.rest(), went_on.set()))
    job.start()
    assert not went_on.is_set()
    work.resume()
    job.join(10)
    assert went_on.is_set()
    assert not work.paused


def test_a_paused_job_can_be_called_off() -> None:
    work = Work()
    work.pause()
    work.cancel()
    with pytest.raises(Cancelled):
        work.rest()


def test_a_job_gives_way_before_it_goes_on() -> None:
    given: list[str] = []
    Work(give_way=lambda: given.append("way")).rest()
    assert given == ["way"]
