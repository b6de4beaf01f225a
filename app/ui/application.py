"""The window's start: this computer's settings, the library, one window, and a tidy end."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication

from app import __version__
from app.desk.scales import HOUSE_FILE
from app.host import crash, logs, paths, places, settings
from app.host.single_instance import LibraryInUse, LibraryLock
from app.model.errors import ClaimdeskError, InputError, NotFound
from app.ui.collecting import Collector
from app.ui.look.appearance import Appearance
from app.ui.safekeeping import Safekeeping
from app.ui.session import Session
from app.ui.settings.preferences import Preferences
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
    Collector(app).start()
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
    session, scale_trouble = _open_session(library, kept)
    preferences = Preferences(kept, settings.save)
    wiring = Wiring(session, appearance, preferences)
    session.prepare()
    window = wiring.window
    if kept.geometry:
        window.restore(QByteArray.fromBase64(kept.geometry.encode("ascii")))
    if kept.last_article:
        _go_on(wiring, kept.last_article)
    place = places.warning(library)
    if told := " ".join(filter(None, (notice, scale_trouble, place))):
        window.status.warn(told)
    safekeeping = Safekeeping(session, window.status.warn)
    safekeeping.start()
    window.closing.connect(lambda: _keep(wiring))
    window.show()
    try:
        return app.exec()
    finally:
        safekeeping.back_up()
        wiring.close()


def _open_session(library: Path, kept: settings.Settings) -> tuple[Session, str]:
    """The session, and a sentence where its rating scale is not the one that was chosen."""

    def on(scale: str) -> Session:
        return Session.open(
            library, paths.resources_folder(), paths.seeds_folder(), reviewer=kept.reviewer,
            house_scales=paths.settings_folder() / HOUSE_FILE, scale=scale,
        )  # fmt: skip

    try:
        return on(kept.scale), ""
    except InputError:
        # The house file may be damaged instead; then the usual scale fails the same way.
        session = on("")
        return session, f"There is no rating scale “{kept.scale}” any more; the usual one is used."


def _go_on(wiring: Wiring, article_id: int) -> None:
    try:
        wiring.article.open(article_id)
    except NotFound:
        _log.info("the article open last is gone")


def _keep(wiring: Wiring) -> None:
    article = wiring.article.article
    geometry = wiring.window.saveGeometry().toBase64().data()
    wiring.preferences.set(
        theme=wiring.appearance.mode,
        text_size=wiring.appearance.percent,
        geometry=bytes(geometry).decode("ascii"),
        last_article=article.id if article else 0,
    )


def _tell_trouble(app: QApplication, appearance: Appearance, sentence: str, action: str) -> int:
    print(sentence, file=sys.stderr)
    window = Trouble(appearance, sentence, action)
    window.show()
    app.exec()
    return 1
