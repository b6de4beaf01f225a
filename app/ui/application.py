"""The window's start: this computer's settings, the library, one window, and a tidy end."""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication

from app import __version__
from app.host import crash, logs, paths, settings
from app.host.single_instance import LibraryInUse, LibraryLock
from app.model.errors import ClaimdeskError, NotFound
from app.ui.look.appearance import Appearance
from app.ui.session import Session
from app.ui.trouble import Trouble
from app.ui.wiring import Wiring

_log = logging.getLogger(__name__)


def run(wanted: Path | None = None) -> int:
    """Open the window on the library `wanted`, else on the one open last; returns the exit status
    when the window is closed."""
    crash.install(paths.logs_folder(), {"version": __version__})
    logs.start(paths.logs_folder())
    try:
        resources = paths.resources_folder()
    except FileNotFoundError as error:
        # Without its themes and fonts there is no window to tell it in.
        print(error, file=sys.stderr)
        return 1
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(sys.argv[:1])
    app.setApplicationName("claimdesk")
    app.setApplicationDisplayName("Claimdesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("claimdesk")
    kept, notice = settings.load()
    appearance = Appearance(
        resources,
        mode=kept.theme,  # type: ignore[arg-type]
        percent=kept.text_size,
    )
    appearance.apply_to(app)
    last = Path(kept.last_library) if kept.last_library else paths.default_library()
    library = wanted.absolute() if wanted else last
    try:
        library.parent.mkdir(parents=True, exist_ok=True)
        with LibraryLock.take(library):
            return _run_window(app, appearance, kept, library, notice)
    except LibraryInUse as error:
        return _tell_trouble(app, appearance, str(error), "Close the other window first.")
    except OSError as error:
        _log.warning("the library could not be opened: %s", type(error).__name__)
        sentence = f"The library {library} cannot be opened: {error.strerror or error}."
        return _tell_trouble(app, appearance, sentence, "")
    except ClaimdeskError as error:
        _log.warning("the library could not be opened: %s", type(error).__name__)
        return _tell_trouble(app, appearance, str(error), error.action)


def _run_window(
    app: QApplication,
    appearance: Appearance,
    kept: settings.Settings,
    library: Path,
    notice: str,
) -> int:
    session = Session.open(
        library, paths.resources_folder(), paths.seeds_folder(), reviewer=kept.reviewer
    )
    wiring = Wiring(session, appearance)
    window = wiring.window
    if kept.geometry:
        window.restore(QByteArray.fromBase64(kept.geometry.encode("ascii")))
    if kept.last_article:
        _go_on(wiring, kept.last_article)
    if notice:
        window.status.warn(notice)
    window.closing.connect(lambda: _keep(wiring, kept))
    window.show()
    try:
        return app.exec()
    finally:
        wiring.close()


def _go_on(wiring: Wiring, article_id: int) -> None:
    try:
        wiring.article.open(article_id)
    except NotFound:
        _log.info("the article open last is gone")


def _keep(wiring: Wiring, kept: settings.Settings) -> None:
    article = wiring.article.article
    geometry = wiring.window.saveGeometry().toBase64().data()
    now = replace(
        kept,
        theme=wiring.appearance.mode,
        text_size=wiring.appearance.percent,
        geometry=bytes(geometry).decode("ascii"),
        last_article=article.id if article else 0,
    )
    try:
        settings.save(now)
    except OSError:
        _log.warning("the settings could not be saved")


def _tell_trouble(app: QApplication, appearance: Appearance, sentence: str, action: str) -> int:
    print(sentence, file=sys.stderr)
    window = Trouble(appearance, sentence, action)
    window.show()
    app.exec()
    return 1
