"""The app's check of itself where it is installed: one line for each thing that must hold.

Works in a folder of its own that it removes, never on the reviewer's library.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, qVersion
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication

from app import __version__
from app.desk.articles import read_article_file
from app.desk.desk import Desk
from app.host import paths
from app.ui.collecting import Collector
from app.ui.look.appearance import Appearance
from app.ui.session import Session
from app.ui.wiring import Wiring

#: So often the window is painted, and by so much the count of references to None may drift:
#: a binding that loses one a paint would be off by thousands.
PAINTS, DRIFT = 10_000, 100
_LONGEST_WAIT = 30.0

Check = Callable[[Path], str]


class Failed(Exception):
    """A check did not hold; the message says what was found instead."""


def run() -> int:
    """Print a line for each check; the exit status is 0 where all hold, else 1."""
    print(f"Claimdesk {__version__} checks itself.")
    app = QApplication(sys.argv[:1])
    Collector(app).start()
    with tempfile.TemporaryDirectory(prefix="claimdesk-") as folder:
        held = all_hold(Path(folder))
    del app
    print("All checks hold." if held else "Claimdesk is not whole: install it again.")
    return 0 if held else 1


def all_hold(folder: Path) -> bool:
    """Run every check in this empty folder, one line each; whether all of them hold."""
    held = True
    for name, check in CHECKS:
        began = time.perf_counter()
        try:
            found = check(folder)
        except Exception as error:
            # Whatever goes wrong here is what this program is for: told, and the rest checked.
            held = False
            print(f"FAILED  {name}: {error or type(error).__name__}", flush=True)
        else:
            print(f"ok      {name}: {found} ({time.perf_counter() - began:.2f} s)", flush=True)
    return held


def _qt(_: Path) -> str:
    return f"Qt {qVersion()}, platform {QGuiApplication.platformName()}"


def _fonts(_: Path) -> str:
    appearance = Appearance(paths.resources_folder(), mode="light")
    families = {appearance.font(role).family() for role in ("body", "article")}
    if len(families) < 2:
        raise Failed(f"one family serves for everything: {families}")
    return ", ".join(sorted(families))


def _library(folder: Path) -> str:
    desk = _desk(folder)
    try:
        return f"SQLite {desk.info().sqlite}, full-text search, schema {desk.info().schema}"
    finally:
        desk.close()


def _sample(folder: Path) -> str:
    desk = _desk(folder)
    try:
        article = desk.sample.open()
        claims = desk.articles.claims(article.id)
        matches = [desk.matching.for_claim(claim.id) for claim in claims]
        if not claims or not all(found.candidates for found in matches):
            raise Failed("a claim of the sample finds no source")
        link = desk.review.toggle_link(claims[0].id, matches[0].candidates[0].passage.id)
        desk.review.give_verdict(claims[0].id, "supported", "Checked by the self-test.")
        if link is None or desk.review.get(claims[0].id).verdict is None:
            raise Failed("a verdict was not kept")
        return f"{len(claims)} claims, {desk.info().passages} passages, one verdict kept"
    finally:
        desk.close()


def _reports(folder: Path) -> str:
    desk = _desk(folder)
    try:
        article = desk.sample.open()
        formats = desk.reports.formats()
        for one in formats:
            path = folder / f"{one.key}{one.extension}"
            written = desk.reports.write(article.id, path, one.key)
            if not written.stat().st_size:
                raise Failed(f"the report {written.name} is empty")
        page = desk.reports.render(article.id, "html").decode("utf-8")
        if "Checked by the self-test." not in page:
            raise Failed("the report lacks the verdict")
        return f"{len(formats)} formats: {', '.join(one.key for one in formats)}"
    finally:
        desk.close()


def _readers(folder: Path) -> str:
    """What the reports check has written is read again, each in the process of its own."""
    read = []
    for key, ending in (("html", ".html"), ("pdf", ".pdf"), ("docx", ".docx"), ("memo", ".txt")):
        article, claims = read_article_file(folder / f"{key}{ending}")
        if not claims or "Lavrov" not in article.text:
            raise Failed(f"{len(claims)} claims were found in {key}{ending}")
        read.append(key)
    return f"{', '.join(read)}, each in a process of its own"


def _paints(folder: Path) -> str:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    corner = QRegion(0, 0, 40, 40)
    with _window(folder) as wiring:
        window = wiring.window
        panes = (window.evidence_pane.list.viewport(), window.claims_pane.list.viewport())
        painter = QPainter(image)

        def paint(times: int) -> None:
            for _ in range(times // len(panes)):
                for pane in panes:
                    pane.render(painter, QPoint(0, 0), corner)

        paint(10)  # what is laid out once is laid out now
        before = sys.getrefcount(None)
        paint(PAINTS)
        drift = abs(sys.getrefcount(None) - before)
        painter.end()
    if drift > DRIFT:
        raise Failed(f"{PAINTS:,} paints changed the count of references to None by {drift}")
    return f"{PAINTS:,} paints, references to None {drift} apart"


CHECKS: tuple[tuple[str, Check], ...] = (
    ("window system", _qt),
    ("fonts", _fonts),
    ("library", _library),
    ("sample, end to end", _sample),
    ("reports", _reports),
    ("files", _readers),
    ("paints", _paints),
)


def _desk(folder: Path) -> Desk:
    return Desk.open(
        folder / "check.claimdesk",
        paths.resources_folder(),
        paths.seeds_folder(),
        reviewer="self-test",
    )


@contextmanager
def _window(folder: Path) -> Iterator[Wiring]:
    """The real window on the checked library with the sample open and its candidates there."""
    session = Session.open(
        folder / "check.claimdesk", paths.resources_folder(), paths.seeds_folder()
    )
    appearance = Appearance(paths.resources_folder(), mode="light")
    appearance.apply_to(QApplication.instance())  # type: ignore[arg-type]
    wiring = Wiring(session, appearance)
    try:
        wiring.window.show()
        wiring.intake.open_sample()
        _wait_until(lambda: wiring.article.article is not None and not session.busy)
        yield wiring
    finally:
        wiring.window.close()
        wiring.close()
        wiring.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _wait_until(holds: Callable[[], bool]) -> None:
    loop, end = QEventLoop(), time.monotonic() + _LONGEST_WAIT
    while not holds():
        if time.monotonic() > end:
            raise Failed("the window did not answer")
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
