"""Garbage dies in the window's thread, however much a lane allocates."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.collecting import Collector


class Knot:
    """A widget in a circle that only the collector can undo."""

    def __init__(self) -> None:
        self.widget = QWidget()
        self.itself = self


def forget_a_knot(died_in: list[int]) -> None:
    knot = Knot()
    weakref.finalize(knot, lambda: died_in.append(threading.get_ident()))


def in_a_lane(job: Callable[[], object]) -> None:
    lane = threading.Thread(target=job)
    lane.start()
    lane.join()


def allocate() -> None:
    kept = [[number] for number in range(200_000)]
    assert kept


def test_what_a_lane_allocates_collects_nothing_there(qtbot: QtBot, collector: Collector) -> None:
    died_in: list[int] = []
    forget_a_knot(died_in)
    in_a_lane(allocate)
    assert died_in == []
    collector.start()
    kept = [[number] for number in range(2000)]
    qtbot.waitUntil(lambda: bool(died_in))
    assert kept
    assert died_in == [threading.get_ident()]


@pytest.mark.usefixtures("collector")
def test_without_the_collector_it_would_have_died_there() -> None:
    died_in: list[int] = []

    class Circle:
        def __init__(self) -> None:
            self.itself = self

    weakref.finalize(Circle(), lambda: died_in.append(threading.get_ident()))
    gc.enable()
    try:
        in_a_lane(allocate)
    finally:
        gc.disable()
    assert died_in
    assert died_in[0] != threading.get_ident()


def test_the_oldest_garbage_is_collected_too(collector: Collector) -> None:
    died_in: list[int] = []
    forget_a_knot(died_in)
    gc.collect(1)
    kept = []
    # Ten of the youngest make one of the middle due, ten of those one of the oldest.
    for _ in range(130):
        kept.append([[number] for number in range(1000)])
        collector.look()
    assert died_in == [threading.get_ident()]
