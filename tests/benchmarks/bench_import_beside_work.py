"""How soon the window answers while sources come in. Prints figures, judges nothing.

    python tests/benchmarks/bench_import_beside_work.py [FILES [MEGABYTES]]

From a verdict key to the next claim on the screen, which comes once the verdict is kept, and to its
candidates: alone, while thousands of files come in, and while one long text does; and from Cancel
to the end of each import.
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

from app.model.intake import DuplicatePolicy, ImportChoices  # noqa: E402
from app.ui.evidence.candidates import Finding  # noqa: E402
from app.ui.look.appearance import Appearance  # noqa: E402
from app.ui.session import Session  # noqa: E402
from app.ui.wiring import Wiring  # noqa: E402
from tests.benchmarks.big_library import passages, texts_at_hand  # noqa: E402

ROUNDS = 40


def main() -> None:
    """Measure on the sample, in a library of its own."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    megabytes = int(sys.argv[2]) if len(sys.argv) > 2 else 45
    app = QApplication([])
    appearance = Appearance(ROOT / "resources", mode="light")
    appearance.apply_to(app)
    with tempfile.TemporaryDirectory() as place:
        folder = _files(Path(place) / "papers", files)
        long = _long_text(Path(place) / "long.txt", megabytes)
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
        _import(wiring, "files", folder, lambda: wiring.importing.progress[0] > 100)
        _until(session.idle, lambda: not session.busy)
        wiring.intake.open_text(_article("once more"))
        _until(session.idle, lambda: not session.busy)
        _import(
            wiring, "one text", long,
            lambda: wiring.importing.progress[2].startswith("Adding"),
        )  # fmt: skip
        wiring.window.close()
        wiring.close()


def _import(wiring: Wiring, what: str, path: Path, begun: Callable[[], bool]) -> None:
    importing = wiring.importing
    importing.bring([path], ImportChoices(DuplicatePolicy.ASK))
    _until(importing.ticked, lambda: begun() or not importing.running)
    began, before, of = perf_counter(), importing.progress[0], importing.progress[1]
    _tell(f"verdict, beside {what}", _decide(wiring, lambda: importing.running))
    done, took = importing.progress[0] - before, perf_counter() - began
    print(f"{'came in meanwhile':34} {done:6,} of {of:,} ({done / took:,.0f} a second)")
    if not importing.running:
        return
    began = perf_counter()
    wiring.import_panel.cancel.click()
    shown = perf_counter() - began
    _until(importing.running_changed, lambda: not importing.running)
    over = perf_counter() - began
    print(f"{'Cancel':34} {shown * 1000:6.1f} ms shown, {over * 1000:6.1f} ms until all stands")


def _decide(wiring: Wiring, while_: Callable[[], bool]) -> list[tuple[float, float]]:
    """How long each verdict took until the next claim stood there, and its candidates."""
    article, candidates, took = wiring.article, wiring.candidates, []
    for _ in range(ROUNDS):
        if not while_():
            break
        claim = article.current
        assert claim is not None
        begun = perf_counter()
        QTest.keyClick(QApplication.focusWidget() or wiring.window, Qt.Key.Key_4)
        _until(article.current_changed, lambda claim=claim: article.current != claim)  # type: ignore[misc]
        kept = perf_counter() - begun
        _until(candidates.changed, lambda: candidates.state is not Finding.SEARCHING)
        wiring.window.repaint()
        took.append((kept, perf_counter() - begun))
    return took


def _article(title: str = "The talks") -> str:
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
    return f"{title}\n\n" + "\n\n".join(told) + "\n"


def _until(signal: SignalInstance, happened: Callable[[], bool]) -> None:
    """Let the window go on until this has happened, looked at whenever the signal comes."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    while not happened():
        loop.exec()
    signal.disconnect(loop.quit)


def _tell(name: str, took: list[tuple[float, float]]) -> None:
    for what, times in zip(("kept", "candidates"), zip(*took, strict=True), strict=True):
        worst = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
        print(
            f"{name + ', ' + what:34} {median(times) * 1000:6.1f} ms median, "
            f"{worst * 1000:6.1f} ms p95, {len(times)} verdicts",
            flush=True,
        )


def _files(folder: Path, count: int) -> Path:
    folder.mkdir()
    parts = list(passages(texts_at_hand(), count * 3))
    for number in range(count):
        text = "\n\n".join(parts[number * 3 : number * 3 + 3])
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return folder


def _long_text(path: Path, megabytes: int) -> Path:
    left, parts = megabytes * 1_000_000, texts_at_hand()
    with path.open("w", encoding="utf-8") as file:
        while left > 0:
            for part in parts:
                left -= file.write(f"{part}\n\n")
                if left <= 0:
                    break
    return path


if __name__ == "__main__":
    main()
