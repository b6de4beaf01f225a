"""How fast the window answers, on a large library and a long article. Judges nothing.

    python tests/benchmarks/bench_window.py [FOLDER] [PASSAGES]

Makes the library that FOLDER (a temporary one unless given) does not have yet, of 30,000 passages
unless told otherwise. Bars 2, 3 and 4 of the window, in milliseconds from the act to the end of the
paint that shows its answer, drawn into memory. Then ten million characters in one line: seconds
until they can be read and until their claims are there, and how long the window's thread was away
at once, in time and in the processor's time of its own.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from app.library.library import Library  # noqa: E402
from app.ui.evidence.candidates import Finding  # noqa: E402
from app.ui.look.appearance import Appearance  # noqa: E402
from app.ui.session import Session  # noqa: E402
from app.ui.wiring import Wiring  # noqa: E402
from tests.benchmarks.big_library import fill, passages, texts_at_hand  # noqa: E402
from tests.ui.long_article import long_article, one_line  # noqa: E402

PASSAGES, ROUNDS, FRAMES = 30_000, 100, 300
SHORT, LONG = 200, 2_000
LINE = 10_000_000


def main() -> None:
    """Measure each bar in turn."""
    given = sys.argv[1:]
    count = int(given[1]) if len(given) > 1 else PASSAGES
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(given[0]) if given else Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        library = folder / f"window-{count}.claimdesk"
        if not library.exists():
            store = Library.create_or_open(library)
            fill(store, passages(texts_at_hand(), count))
            store.close()
        app = QApplication([])
        appearance = Appearance(ROOT / "resources", mode="light")
        appearance.apply_to(app)
        session = Session.open(library, ROOT / "resources", ROOT / "seeds")
        wiring = Wiring(session, appearance)
        wiring.window.resize(1280, 800)
        wiring.window.show()
        session.prepare()
        _settle(wiring)
        print(f"library of {session.read.sources.count():,} sources")
        for claims in (SHORT, LONG):
            _measure_article(wiring, claims)
        _measure_line(wiring, folder)
        wiring.window.close()
        wiring.close()


def _measure_article(wiring: Wiring, claims: int) -> None:
    begun = perf_counter()
    wiring.intake.open_text(long_article(claims))
    _settle(wiring)
    took = perf_counter() - begun
    print(f"\narticle of {len(wiring.article.claims):,} claims, read and shown in {took:.1f} s")
    _tell("bar 2, a claim far away, candidates painted", _far_claims(wiring))
    _tell("bar 2, the claim matched ahead", _next_claims(wiring))
    _tell("bar 3, verdict key to next claim painted", _verdicts(wiring))
    _tell("bar 4, one frame of scrolling the article", _frames(wiring))


def _measure_line(wiring: Wiring, folder: Path) -> None:
    path = folder / "line.txt"
    path.write_text(one_line(LINE), encoding="utf-8")
    article, begun, opened = wiring.article, perf_counter(), [0.0]
    article.opened.connect(lambda: opened.append(perf_counter()))
    with _Pulse() as pulse:
        wiring.intake.open_file(path)
        _settle(wiring)
    took = perf_counter() - begun
    print(f"\na line of {LINE:,} characters, readable after {opened[-1] - begun:.2f} s")
    print(f"{len(article.claims):,} claims after {took:.1f} s")
    pulse.tell("away while opening and finding claims")
    with _Pulse() as pulse:
        _frames(wiring)
    pulse.tell("away while scrolling to any part")
    with _Pulse() as pulse:
        _far_claims(wiring)
    pulse.tell("away while choosing claims far off")
    with _Pulse() as pulse:
        for _ in range(10):
            _press(wiring, Qt.Key.Key_4)
            _settle(wiring)
    pulse.tell("away while deciding")


class _Pulse:
    """How long the window's thread was away from its events, each time, within a `with`."""

    def __init__(self) -> None:
        self._away: list[float] = []
        self._own: list[float] = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> _Pulse:
        self._last = perf_counter(), thread_time()
        self._timer.start(1)
        return self

    def __exit__(self, *_: object) -> None:
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now = perf_counter(), thread_time()
        self._away.append((now[0] - self._last[0]) * 1000)
        self._own.append((now[1] - self._last[1]) * 1000)
        self._last = now

    def tell(self, what: str) -> None:
        """Print the longest, and how long it usually was."""
        _tell(what, self._away)
        print(f"{'':48} longest {max(self._away):.0f} ms, of its own {max(self._own):.0f} ms")


def _far_claims(wiring: Wiring) -> list[float]:
    claims = wiring.article.claims
    step = 37 if len(claims) % 37 else 41
    chosen = [claims[(number * step + 11) % len(claims)].id for number in range(ROUNDS)]
    return [_until_painted(wiring, lambda c=c: wiring.article.choose(c)) for c in chosen]  # type: ignore[misc]


def _next_claims(wiring: Wiring) -> list[float]:
    wiring.article.choose(wiring.article.claims[0].id)
    _settle(wiring)
    taken = []
    for _ in range(min(ROUNDS, len(wiring.article.claims) - 1)):
        taken.append(_until_painted(wiring, lambda: _press(wiring, Qt.Key.Key_J)))
        _settle(wiring)
    return taken


def _verdicts(wiring: Wiring) -> list[float]:
    wiring.article.choose(wiring.article.claims[0].id)
    _settle(wiring)
    taken = []
    for _ in range(min(ROUNDS, len(wiring.article.claims) - 1)):
        taken.append(_until_painted(wiring, lambda: _press(wiring, Qt.Key.Key_4)))
        _settle(wiring)
    return taken


def _frames(wiring: Wiring) -> list[float]:
    view = wiring.window.article_pane.view
    bar = view.verticalScrollBar()
    taken = []
    for number in range(FRAMES):
        bar.setValue(0)
        QApplication.processEvents()
        begun = perf_counter()
        bar.setValue(bar.maximum() * number // FRAMES)
        view.viewport().repaint()
        taken.append((perf_counter() - begun) * 1000)
    return taken


def _press(wiring: Wiring, key: Qt.Key) -> None:
    QTest.keyClick(wiring.window.evidence_pane.list, key)


class _Paints(QObject):
    """Calls `then` after each paint of a widget."""

    def __init__(self, watched: QWidget, then: Callable[[], None]) -> None:
        super().__init__(watched)
        self._then = then
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._then)
        return False


def _until_painted(wiring: Wiring, act: Callable[[], None]) -> float:
    """Milliseconds from the act until another claim's candidates have been painted."""
    loop, shown = QEventLoop(), wiring.article.current
    candidates, viewport = wiring.candidates, wiring.window.evidence_pane._pages

    def painted() -> None:
        found = candidates.state in (Finding.FOUND, Finding.NONE)
        if found and wiring.article.current is not shown:
            loop.quit()

    watches = [_Paints(one, painted) for one in
               (viewport, wiring.window.evidence_pane.list.viewport())]  # fmt: skip
    begun = perf_counter()
    act()
    QTimer.singleShot(10_000, loop, loop.quit)
    loop.exec()
    took = (perf_counter() - begun) * 1000
    for watch in watches:
        watch.setParent(None)
        watch.deleteLater()
    return took


def _settle(wiring: Wiring) -> None:
    loop = QEventLoop()
    while wiring.session.busy:
        wiring.session.idle.connect(loop.quit)
        loop.exec()
        wiring.session.idle.disconnect(loop.quit)
    QApplication.processEvents()


def _tell(what: str, taken: list[float]) -> None:
    cuts = quantiles(taken, n=100, method="inclusive")
    print(f"{what:48} p50 {cuts[49]:7.1f}  p95 {cuts[94]:7.1f}  p99 {cuts[98]:7.1f}", flush=True)


if __name__ == "__main__":
    main()
