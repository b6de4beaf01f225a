"""Ten thousand claims chosen, and a monkey at the keys: nothing grows, breaks or stalls.

Both are slow: `./run test -m slow -s tests/journeys/test_soak.py`. CLAIMDESK_MINUTES says how long
the monkey plays, one minute unless told; CLAIMDESK_SEED repeats what it did, and CLAIMDESK_ACTS
names a file that keeps all of it, for a fault that ends the process.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import random
import sys
import time
from collections import deque
from itertools import count
from pathlib import Path
from statistics import quantiles

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.exceptions import capture_exceptions

from app.ui.open_article import OpenArticle
from tests.journeys.reviewer import Reviewer
from tests.ui.long_article import long_article
from tests.ui.page import open_page

pytestmark = [pytest.mark.slow, pytest.mark.timeout(7200)]

SWITCHES, WARM = 10_000, 1_000

#: Megabytes that the process may grow by once it is warm.
GROWTH = 20

#: A stall longer than this is told (seconds of the clock), and one of more work than the second
#: fails (seconds of the processor).
STALL, FREEZE = 0.5, 2.0


def resident() -> float:
    """Megabytes of memory this process has now."""
    if not Path("/proc/self/statm").exists():
        pytest.skip("memory is read from /proc, which this system lacks")
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def test_ten_thousand_claims_chosen_leave_memory_as_it_was(reviewer: Reviewer) -> None:
    open_page(reviewer, long_article(200))
    reviewer.wiring.intake.open_sample()
    reviewer.settle()
    open_page(reviewer, long_article(200))
    claims, warm = reviewer.article.claims, 0.0
    taken: list[float] = []
    worked: list[float] = []  # what other programs do is not in it
    for number in range(SWITCHES):
        begun, at_work = time.perf_counter(), time.thread_time()
        reviewer.article.choose(claims[(number + 1) % len(claims)].id)
        QApplication.processEvents()
        taken.append(time.perf_counter() - begun)
        worked.append(time.thread_time() - at_work)
        if number % 100 == 0:
            reviewer.settle()
        if number == WARM:
            gc.collect()
            warm = resident()
    reviewer.settle()
    gc.collect()
    grown = resident() - warm
    print(f"\n{SWITCHES:,} claims chosen: grown by {grown:.1f} MB after the first {WARM:,}")
    for what, times in (("by the clock", taken), ("of the processor", worked)):
        cuts = quantiles(times[WARM:], n=100)
        p50, p95, p99 = (round(cuts[place] * 1000) for place in (49, 94, 98))
        print(f"p50 {p50} ms, p95 {p95} ms, p99 {p99} ms {what}")
    assert grown < GROWTH


@pytest.fixture
def alone(reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch) -> Reviewer:
    """A reviewer at the sample whose system has no chooser of files and opens nothing."""
    for name, answer in (("getOpenFileName", ("", "")), ("getOpenFileNames", ([], "")),
                         ("getExistingDirectory", "")):  # fmt: skip
        monkeypatch.setattr(QFileDialog, name, lambda *_, answer=answer, **__: answer)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    reviewer.open_sample()
    return reviewer


class Monkey:
    """Presses keys and clicks at random; remembers the last of what it did."""

    #: What would leave the window, or leave it with nothing to play with.
    SPARED = ("quit", "remove-sample", "close-article")

    def __init__(self, reviewer: Reviewer, seed: int) -> None:
        self._reviewer, self._dice = reviewer, random.Random(seed)
        self.last: deque[str] = deque(maxlen=12)
        self._log = os.environ.get("CLAIMDESK_ACTS", "")
        commands = reviewer.wiring.commands
        self._names = [one.name for one in commands.all() if one.name not in self.SPARED]
        for name in self.SPARED:
            commands.action(name).setShortcuts([])
        self._acts = [self._press] * 6 + [self._run, self._click, self._click, self._type,
                      self._resize]  # fmt: skip

    def act(self) -> None:
        """One thing, whatever comes of it."""
        self._dice.choice(self._acts)()

    def _note(self, act: str) -> None:
        self.last.append(act)
        if self._log:
            with open(self._log, "a", encoding="utf-8") as file:
                file.write(f"{act}\n")

    def _focus(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or self._reviewer.window

    def _press(self) -> None:
        keys = "ABCDE12345JKNFRHTLOXIZGPSM[]/?0"
        special = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space,
                   Qt.Key.Key_F6, Qt.Key.Key_F2, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Delete,
                   Qt.Key.Key_Backtab)  # fmt: skip
        held = self._dice.choice([Qt.KeyboardModifier.NoModifier] * 4
                                 + [Qt.KeyboardModifier.ShiftModifier])  # fmt: skip
        key = self._dice.choice(special) if self._dice.random() < 0.3 else None
        shown = str(key) if key else self._dice.choice(keys)
        self._note(f"press {shown} {held.name}")
        QTest.keyClick(self._focus(), key if key else shown, held)

    def _run(self) -> None:
        name = self._dice.choice(self._names)
        self._note(f"run {name}")
        self._reviewer.wiring.commands.run(name)

    def _click(self) -> None:
        popup = QApplication.activePopupWidget()
        window = popup or self._reviewer.window
        at = QPoint(self._dice.randrange(window.width()), self._dice.randrange(window.height()))
        target = window.childAt(at) or window
        self._note(f"click {type(target).__name__} {target.accessibleName()!r}")
        place = target.mapFrom(window, at) if target is not window else at
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=place)

    def _type(self) -> None:
        text = "".join(self._dice.choice('aeiou 19"<&é') for _ in range(5))
        self._note(f"type {text!r}")
        for letter in text:
            if letter.isascii():
                QTest.keyClick(self._focus(), letter)

    def _resize(self) -> None:
        width, height = self._dice.choice([(1280, 800), (960, 640), (1920, 1080), (1400, 700)])
        self._note(f"resize {width}x{height}")
        self._reviewer.window.resize(width, height)


class Stalls:
    """The times in which the window answered nobody: seconds of the clock, of the processor, and
    what the monkey did."""

    def __init__(self, monkey: Monkey) -> None:
        self.found: list[tuple[float, float, str]] = []
        self._monkey, self._clock, self._processor = monkey, time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(20)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        clock, processor = time.perf_counter(), time.thread_time()
        if clock - self._clock > STALL:
            last = self._monkey.last[-1] if self._monkey.last else ""
            self.found.append((clock - self._clock, processor - self._processor, last))
        self._clock, self._processor = clock, processor


def settle(reviewer: Reviewer) -> None:
    """Wait until nothing is under way; where that never comes, tell where every thread stands."""
    try:
        reviewer.settle()
    except BaseException:
        faulthandler.dump_traceback(sys.__stderr__, all_threads=True)
        raise


def play(
    reviewer: Reviewer, seconds: float, seed: int
) -> tuple[int, list[tuple[float, float, str]], list[str]]:
    """Let the monkey play so long; how much it did, the stalls, and what broke."""
    monkey = Monkey(reviewer, seed)
    until, acts, stalls = time.monotonic() + seconds, 0, Stalls(monkey)
    with capture_exceptions() as broken:
        for acts in count(1):
            try:
                monkey.act()
            except Exception as error:
                broken.append((type(error), error, error.__traceback__))
            QApplication.processEvents()
            if acts % 50 == 0:
                settle(reviewer)
            if broken or time.monotonic() > until:
                break
    told = [f"{error!r} after {acts} acts, seed {seed}: {', '.join(monkey.last)}"
            for _, error, _ in broken]  # fmt: skip
    return acts, stalls.found, told


def test_a_monkey_breaks_nothing(alone: Reviewer) -> None:
    minutes = float(os.environ.get("CLAIMDESK_MINUTES", "1"))
    seed = int(os.environ.get("CLAIMDESK_SEED", str(random.randrange(10_000))))
    acts, found, broken = play(alone, 60 * minutes, seed)
    print(f"\n{acts:,} acts in {minutes:g} min, seed {seed}; {len(found)} stalls over {STALL} s")
    for clock, processor, act in sorted(found, reverse=True)[:8]:
        print(f"{clock:.1f} s, {processor:.1f} of the processor: {act}")
    assert broken == []
    # What the clock says alone may be another program's doing.
    assert [act for _, processor, act in found if processor > FREEZE] == []


def test_a_planted_fault_is_found(alone: Reviewer, monkeypatch: pytest.MonkeyPatch) -> None:
    move = OpenArticle.move

    def faulty(self: OpenArticle, by: int) -> None:
        if self.current and self.current.position > 2:
            raise RuntimeError("planted")
        move(self, by)

    monkeypatch.setattr(OpenArticle, "move", faulty)
    _, _, broken = play(alone, 120, 1)
    assert len(broken) == 1
    assert "planted" in broken[0]
