"""The window's start: this computer's settings, the library, one window, and a tidy end."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication

from app import __version__
from app.desk.backups import restore_backup
from app.desk.scales import HOUSE_FILE
from app.host import crash, logs, paths, places, settings
from app.host.single_instance import Holder, LibraryInUse, LibraryLock
from app.model.errors import ClaimdeskError, InputError, NotFound, WritingRefused
from app.ui.backups.told import told_moment
from app.ui.collecting import Collector
from app.ui.look.appearance import Appearance
from app.ui.reading_only_bar import ReadingOnlyBar, told_holder
from app.ui.safekeeping import Safekeeping
from app.ui.scale_change import ScaleChange
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
    kept, _ = settings.load()
    appearance = Appearance(
        resources,
        mode=kept.theme,  # type: ignore[arg-type]
        percent=kept.text_size,
    )
    appearance.apply_to(app)
    last = Path(kept.last_library) if kept.last_library else None
    if last is None or not last.is_file():
        last = paths.default_library()
    library = wanted.absolute() if wanted else last
    try:
        library.parent.mkdir(parents=True, exist_ok=True)
        return _sit(app, appearance, library)
    except OSError as error:
        _log.warning("the library could not be opened: %s", type(error).__name__)
        sentence = f"The library {library} cannot be opened: {error.strerror or error}."
        return _tell_trouble(app, appearance, sentence, "")
    except ClaimdeskError as error:
        _log.warning("the library could not be opened: %s", type(error).__name__)
        return _tell_trouble(app, appearance, str(error), error.action)


@dataclass
class _Ending:
    """How a window was left: for good, or to open the library again, a backup restored before that
    or the lock taken that another computer left. `at_settings` where a setting asked for it."""

    status: int = 0
    again: bool = False
    at_settings: bool = False
    by_force: bool = False
    restore: str = ""


def _sit(app: QApplication, appearance: Appearance, library: Path) -> int:
    """Windows on one library, one after the other, until one is closed for good."""
    by_force, told, at_settings = False, "", False
    while True:
        try:
            with _locked(library, by_force=by_force):
                ending = _run_window(app, appearance, library, told, at_settings)
                told = _restore(library, ending.restore) if ending.restore else ""
        except LibraryInUse as error:
            why = f"{told_holder(error.holder)} Close it there to work here."
            ending = _run_reader(app, appearance, library, why, error.holder)
        except WritingRefused as error:
            ending = _run_reader(app, appearance, library, error.advice)
        if not ending.again:
            return ending.status
        by_force, at_settings = ending.by_force, ending.at_settings


def _locked(library: Path, *, by_force: bool) -> LibraryLock:
    """The lock of a library. Raises WritingRefused where one that is there lets nobody lock it."""
    try:
        return LibraryLock.take(library, by_force=by_force)
    except OSError as error:
        if not library.is_file():
            raise
        sentence = f"The folder {library.parent} is read-only, so the library cannot be changed."
        raise WritingRefused(sentence, "Copy the library elsewhere to work on it.") from error


def _run_window(
    app: QApplication, appearance: Appearance, library: Path, told: str, at_settings: bool
) -> _Ending:
    kept, notice = settings.load()
    session, scale_trouble = _open_session(library, kept)
    preferences = Preferences(kept, settings.save)
    wiring = Wiring(session, appearance, preferences)
    session.prepare()
    window, ending = wiring.window, _Ending()
    if kept.geometry:
        window.restore(QByteArray.fromBase64(kept.geometry.encode("ascii")))
    _go_on(wiring, kept, library)
    place = places.warning(library)
    if warning := " ".join(filter(None, (notice, scale_trouble, place))):
        window.status.warn(warning)
    elif told:
        window.status.say(told)
    safekeeping = Safekeeping(session, window.status.warn)
    safekeeping.start()
    window.closing.connect(lambda: _keep(wiring, library))

    def restore(name: str) -> None:
        ending.restore, ending.again = name, True
        window.close()

    def stay() -> None:
        ending.restore, ending.again, ending.at_settings = "", False, False

    wiring.backups.restore_wanted.connect(restore)
    wiring.leaving.stayed.connect(stay)
    change = ScaleChange(wiring)

    def use_scale() -> None:
        ending.again = ending.at_settings = True
        window.close()

    change.due.connect(use_scale)
    window.show()
    if at_settings:
        wiring.pages.show_settings(at_scale=True)
    try:
        ending.status = app.exec()
    finally:
        safekeeping.back_up()
        wiring.close()
        window.deleteLater()
    return ending


def _run_reader(
    app: QApplication,
    appearance: Appearance,
    library: Path,
    why: str,
    holder: Holder | None = None,
) -> _Ending:
    """A window that only reads, while another one has the library or nobody may write to it."""
    session = Session.open_read_only(
        library, paths.resources_folder(), paths.seeds_folder(), f"Nothing was changed. {why}",
        paths.settings_folder() / HOUSE_FILE,
    )  # fmt: skip
    kept, _ = settings.load()
    wiring = Wiring(session, appearance, Preferences(kept))
    window, bar, ending = wiring.window, ReadingOnlyBar(holder, appearance, why), _Ending()
    window.put_above(bar)
    _go_on(wiring, kept, library)

    def again(by_force: bool) -> None:
        ending.again, ending.by_force = True, by_force
        window.close()

    bar.again.connect(again)
    window.show()
    try:
        ending.status = app.exec()
    finally:
        wiring.close()
        window.deleteLater()
    return ending


def _restore(library: Path, name: str) -> str:
    """Put a backup in the place of the library, which nobody has open; answers what came of it."""
    try:
        chosen, aside = restore_backup(library, name)
    except ClaimdeskError as error:
        return f"The backup was not restored. {error.advice}"
    return f"Restored the backup of {told_moment(chosen.made)}. What was here lies in {aside}"


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


def _go_on(wiring: Wiring, kept: settings.Settings, library: Path) -> None:
    """Open what was open last in this library: the article and the sources kept beside it."""
    if not kept.last_article or kept.last_library != str(library):
        return
    try:
        wiring.article.open(kept.last_article)
    except NotFound:
        _log.info("the article open last is gone")
        return
    wiring.sources.restore(kept.open_sources)


def _keep(wiring: Wiring, library: Path) -> None:
    article = wiring.article.article
    geometry = wiring.window.saveGeometry().toBase64().data()
    wiring.preferences.set(
        theme=wiring.appearance.mode,
        text_size=wiring.appearance.percent,
        geometry=bytes(geometry).decode("ascii"),
        last_library=str(library),
        last_article=article.id if article else 0,
        open_sources=wiring.sources.kept_places(),
    )


def _tell_trouble(app: QApplication, appearance: Appearance, sentence: str, action: str) -> int:
    print(sentence, file=sys.stderr)
    window = Trouble(appearance, sentence, action)
    window.show()
    app.exec()
    return 1
