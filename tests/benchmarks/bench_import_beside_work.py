"""How soon the window answers while thousands of files come in. Prints figures, judges nothing.

    python tests/benchmarks/bench_import_beside_work.py [FILES]

From a verdict key to the next claim on the screen, with its candidates, with and without an import
going on; and from Cancel to the end of the import.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, Qt, SignalInstance  # noqa: E402 (checkout not installed)
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from app.ui.evidence.candidates import Finding  # noqa: E402
from app.ui.look.appearance import Appearance  # noqa: E402
from app.ui.session import Session  # noqa: E402
from app.ui.wiring import Wiring  # noqa: E402
from tests.benchmarks.big_library import passages, texts_at_hand  # noqa: E402

ROUNDS = 40


def main() -> None:
    """Measure on the sample, in a library of its own."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    app = QApplication([])
    appearance = Appearance(ROOT / "resources", mode="light")
    appearance.apply_to(app)
    with tempfile.TemporaryDirectory() as place:
        folder = _files(Path(place) / "papers", files)
        session = Session.open(
            Path(place) / "desk.claimdesk", ROOT / "resources", ROOT / "seeds", reviewer="A. Lind"
        )
        wiring = Wiring(session, appearance)
        wiring.window.show()
        wiring.intake.open_sample()
        _until(session.idle, lambda: not session.busy)
        wiring.intake.open_text(_article())
        _until(session.idle, lambda: not session.busy)
        _tell("verdict, alone", _decide(wiring, lambda: True))
        wiring.adding.add_files([folder])
        _until(wiring.importing.ticked, lambda: wiring.importing.progress[0] > 100)
        begun, before = perf_counter(), wiring.importing.progress[0]
        _tell("verdict, during an import", _decide(wiring, lambda: wiring.importing.running))
        done, took = wiring.importing.progress[0] - before, perf_counter() - begun
        print(f"{'files meanwhile':28} {done:6,} ({done / took:,.0f} files/s)")
        begun = perf_counter()
        wiring.import_panel.cancel.click()
        shown = perf_counter() - begun
        _until(wiring.importing.running_changed, lambda: not wiring.importing.running)
        over = perf_counter() - begun
        print(f"{'Cancel':28} {shown * 1000:6.1f} ms shown, {over * 1000:6.1f} ms until all stands")
        wiring.window.close()
        wiring.close()


def _decide(wiring: Wiring, while_: Callable[[], bool]) -> list[float]:
    article, candidates, took = wiring.article, wiring.candidates, []
    for _ in range(ROUNDS):
        if not while_():
            break
        claim = article.current
        assert claim is not None
        begun = perf_counter()
        QTest.keyClick(QApplication.focusWidget() or wiring.window, Qt.Key.Key_4)
        _until(
            candidates.changed,
            lambda claim=claim: (
                article.current != claim  # type: ignore[misc]
                and candidates.state is not Finding.SEARCHING
            ),
        )
        wiring.window.repaint()
        took.append(perf_counter() - begun)
    return took


def _article() -> str:
    """One of more claims than are decided here."""
    told = [
        f"On {day} May the delegation of {day + 3} ministers met {place} for the {day}th time."
        for place in (
            "Lavrov in Moscow",
            "Kerry in Geneva",
            "the envoy in New York",
            "both in Vienna",
        )
        for day in range(4, 31)
    ]
    return "The talks\n\n" + "\n\n".join(told) + "\n"


def _until(signal: SignalInstance, happened: Callable[[], bool]) -> None:
    """Let the window go on until this has happened, looked at whenever the signal comes."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    while not happened():
        loop.exec()
    signal.disconnect(loop.quit)


def _tell(name: str, took: list[float]) -> None:
    worst = quantiles(took, n=20)[-1] if len(took) > 1 else took[0]
    print(
        f"{name:28} {median(took) * 1000:6.1f} ms median, {worst * 1000:6.1f} ms p95, "
        f"{len(took)} verdicts",
        flush=True,
    )


def _files(folder: Path, count: int) -> Path:
    folder.mkdir()
    parts = list(passages(texts_at_hand(), count * 3))
    for number in range(count):
        text = "\n\n".join(parts[number * 3 : number * 3 + 3])
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return folder


if __name__ == "__main__":
    main()
