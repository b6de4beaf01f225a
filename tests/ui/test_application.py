"""One window after the other on one library: a backup restored, a library nobody may write to."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from app.desk.backups import backups_of
from app.desk.desk import Desk
from app.host import settings
from app.host.single_instance import LibraryLock
from app.ui import application
from app.ui.article.source_tabs import SourceTabs
from app.ui.backups.backups_page import BackupsPage
from app.ui.look.appearance import Appearance
from app.ui.reading_only_bar import ReadingOnlyBar
from app.ui.settings.settings_page import SettingsPage
from app.ui.verdict.verdict_dock import VerdictDock
from app.ui.window import Window

Script = Iterator[Callable[[], Any]]


def window() -> Window | None:
    """The window that is open."""
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, Window)]
    return next((one for one in shown if one.isVisible()), None)


def child(kind: type[Any]) -> Any:
    """The only child of this kind that the open window has, or None."""
    at = window()
    return at.findChild(kind) if at else None


@pytest.fixture
def library(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample with a backup before its only verdict, closed."""
    monkeypatch.setenv("CLAIMDESK_HOME", str(tmp_path / "home"))
    desk = Desk.open(tmp_path / "desk.claimdesk", root / "resources", root / "seeds")
    claims = desk.articles.claims(desk.sample.open().id)
    desk.backups.make()
    desk.review.give_verdict(claims[0].id, "refuted")
    desk.close()
    return tmp_path / "desk.claimdesk"


def sit(appearance: Appearance, library: Path, script: Script) -> int:
    """Open the window and follow a script: each of its looks is repeated until it sees a thing."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wanted = next(script)

    def go_on() -> None:
        nonlocal wanted
        try:
            if wanted():
                wanted = next(script)
        except StopIteration:
            timer.stop()
        except BaseException:
            # Told by pytest-qt; without a window there is nothing to wait for any more.
            timer.stop()
            app.quit()
            raise

    timer = QTimer(interval=10)
    timer.timeout.connect(go_on)
    timer.start()
    try:
        return application._sit(app, appearance, library)
    finally:
        timer.stop()


def verdicts(library: Path, root: Path) -> int:
    desk = Desk.open_read_only(library, root / "resources", root / "seeds")
    count = desk.info().verdicts
    desk.close()
    return count


def test_a_backup_takes_the_librarys_place_in_a_new_window(
    appearance: Appearance, library: Path, root: Path
) -> None:
    oldest = backups_of(library)[-1]

    def script() -> Script:
        yield window
        first = window()
        first.findChild(QAction, "backups").trigger()
        yield lambda: child(BackupsPage).list.count()
        page = child(BackupsPage)
        page.list.setCurrentRow(page.list.count() - 1)
        page.restore.click()
        page.confirm.click()
        yield lambda: window() not in (None, first)
        assert "Restored the backup of" in window().status.said.text()
        window().close()

    assert sit(appearance, library, script()) == 0
    assert verdicts(library, root) == 0
    (aside,) = library.parent.glob("desk.claimdesk.replaced-*")
    assert verdicts(aside / library.name, root) == 1
    assert oldest in backups_of(library)


def test_the_article_and_the_sources_kept_open_are_there_again(
    appearance: Appearance, library: Path
) -> None:
    titles = []

    def tabs() -> list[str]:
        bar = child(SourceTabs)
        return [bar.tabText(at) for at in range(bar.count())] if bar else []

    def is_read() -> bool:
        if len(tabs()) < 2:  # its candidates may not have been found yet
            window().findChild(QAction, "read-in-context").trigger()
        return len(tabs()) == 2

    def leave() -> Script:
        yield window
        window().welcome.article_wanted.emit(1)
        yield is_read
        window().findChild(QAction, "keep-source").trigger()
        titles.extend(tabs())
        window().close()

    def come_back() -> Script:
        yield lambda: len(tabs()) == 2
        assert tabs() == titles
        assert child(SourceTabs).current is None  # the article is read
        window().close()

    assert sit(appearance, library, leave()) == 0
    assert sit(appearance, library, come_back()) == 0


def test_another_library_does_not_open_the_article_of_the_last_one(
    appearance: Appearance, library: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.claimdesk"
    shutil.copy(library, other)

    def read_here() -> Script:
        yield window
        window().welcome.article_wanted.emit(1)
        yield lambda: window().windowTitle() != "Claimdesk"
        window().close()

    def nothing_open() -> Script:
        yield window
        assert window().windowTitle() == "Claimdesk"
        window().close()

    assert sit(appearance, library, read_here()) == 0
    assert settings.load()[0].last_library == str(library)
    assert sit(appearance, other, nothing_open()) == 0


def test_a_library_in_use_is_only_read_and_says_so(
    appearance: Appearance, library: Path, root: Path
) -> None:
    lock = LibraryLock.take(library)

    def script() -> Script:
        yield window
        reader, bar = window(), child(ReadingOnlyBar)
        assert "Read only." in bar.told.text()
        assert reader.windowTitle() == "Read only · Claimdesk"
        reader.welcome.article_wanted.emit(1)
        yield lambda: reader.windowTitle().startswith("Read only · Lavrov, Kerry")
        reader.findChild(QAction, "verdict-not_checkable").trigger()
        yield lambda: "Nothing was changed." in reader.status.said.text()
        assert "process" in reader.status.said.text()
        assert not child(BackupsPage).make.isVisibleTo(child(BackupsPage))
        lock.release()
        bar.try_again.click()
        yield lambda: window() not in (None, reader)
        assert child(ReadingOnlyBar) is None
        window().close()

    assert sit(appearance, library, script()) == 0
    assert verdicts(library, root) == 1


@pytest.fixture(params=["file", "folder"])
def locked_away(request: pytest.FixtureRequest, library: Path) -> Iterator[Path]:
    """The library with its file, or its folder, set so that nobody may change it, not even root."""
    marked = library if request.param == "file" else library.parent
    chattr = shutil.which("chattr")
    if chattr is None or subprocess.run([chattr, "+i", marked], check=False).returncode:
        pytest.skip("nothing can be locked away here")
    yield library
    subprocess.run([chattr, "-i", marked], check=True)


def test_a_library_nobody_may_write_to_is_only_read_and_says_why(
    appearance: Appearance, locked_away: Path, root: Path
) -> None:
    before = locked_away.read_bytes()

    def script() -> Script:
        yield window
        reader, bar = window(), child(ReadingOnlyBar)
        assert "Read only." in bar.told.text()
        assert "is read-only" in bar.told.text()
        assert not bar.take_over.isVisible()
        reader.welcome.article_wanted.emit(1)
        yield lambda: reader.windowTitle() != "Claimdesk"
        reader.findChild(QAction, "verdict-not_checkable").trigger()
        yield lambda: "Nothing was changed." in reader.status.said.text()
        assert "is read-only" in reader.status.said.text()
        reader.close()

    assert sit(appearance, locked_away, script()) == 0
    assert locked_away.read_bytes() == before
    assert verdicts(locked_away, root) == 1


def choose_scale(name: str) -> None:
    """Choose this rating scale as the reviewer does, in the settings of the open window."""
    window().findChild(QAction, "settings").trigger()
    box = child(SettingsPage).scale
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


def ratings() -> list[str]:
    return [button.rating.name for button in child(VerdictDock).buttons]


def test_another_rating_scale_is_in_force_at_once(appearance: Appearance, library: Path) -> None:
    def script() -> Script:
        yield window
        first = window()
        first.welcome.article_wanted.emit(1)
        yield lambda: first.windowTitle() != "Claimdesk"
        before, title = ratings(), first.windowTitle()
        choose_scale("politifact")
        yield lambda: window() not in (None, first)
        second = window()
        assert second.page is child(SettingsPage)
        assert second.focusWidget() is child(SettingsPage).scale
        assert second.windowTitle() == title  # at the same article
        assert "Half True" in ratings() != before
        second.findChild(QAction, "back").trigger()
        second.findChild(QAction, "verdict-politifact_half_true").trigger()
        yield lambda: "Half True recorded" in second.status.said.text()
        second.close()

    assert sit(appearance, library, script()) == 0


def test_the_scale_waits_for_a_report_under_way(appearance: Appearance, library: Path) -> None:
    saved: list[str] = []

    def script() -> Script:
        yield window
        first = window()
        first.welcome.article_wanted.emit(1)
        yield lambda: first.windowTitle() != "Claimdesk"
        first.findChild(QAction, "export").trigger()
        choose_scale("politifact")
        first.status.said.setText = saved.append
        yield lambda: window() not in (None, first)
        window().close()

    assert sit(appearance, library, script()) == 0
    assert any(told.startswith("Saved ") for told in saved)
