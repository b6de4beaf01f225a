"""Make pictures of the real window on the sample: python tests/ui/pictures.py FOLDER [NAME…]

The README's screenshots come from here, and every look at a change of the window. What each shows
is set up in scenes/.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QSize, Qt  # noqa: E402
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from app.ui.look.appearance import Appearance  # noqa: E402
from app.ui.session import Session  # noqa: E402
from app.ui.wiring import Wiring  # noqa: E402
from tests.ui import files  # noqa: E402
from tests.ui.scenes import article, desk, pages, sources, stage  # noqa: E402

#: Name, width, height, theme, text size, and what is done before the picture.
PICTURES: tuple[tuple[str, int, int, str, int, stage.Act], ...] = (
    ("first-run-light-1280", 1280, 800, "light", 100, lambda _: None),
    ("opened-light-1280", 1280, 800, "light", 100, desk.just_opened),
    ("main-light-1280", 1280, 800, "light", 100, stage.decide_some),
    ("main-dark-1280", 1280, 800, "dark", 100, stage.decide_some),
    ("main-light-1920", 1920, 1080, "light", 100, stage.decide_some),
    ("main-dark-1920", 1920, 1080, "dark", 100, stage.decide_some),
    ("main-light-150", 1280, 800, "light", 150, stage.decide_some),
    ("main-light-200", 1920, 1080, "light", 200, stage.decide_some),
    ("main-light-200-1280", 1280, 800, "light", 200, stage.decide_some),
    ("main-light-960", 960, 640, "light", 100, stage.decide_some),
    ("conflict-light-1280", 1280, 800, "light", 100, desk.ask_conflict),
    ("context-light-1280", 1280, 800, "light", 100, desk.read_in_context),
    ("context-dark-1280", 1280, 800, "dark", 100, desk.read_in_context),
    ("tabs-light-1280", 1280, 800, "light", 100, desk.keep_sources_open),
    ("tabs-dark-1280", 1280, 800, "dark", 100, desk.keep_sources_open),
    ("palette-light-1280", 1280, 800, "light", 100, desk.open_palette),
    ("keys-light-1280", 1280, 800, "light", 100, desk.show_keys),
    ("keys-light-150", 1280, 800, "light", 150, desk.show_keys),
    ("about-light-1280", 1280, 800, "light", 100, desk.show_about),
    ("about-dark-150", 1280, 800, "dark", 150, desk.show_about),
    ("none-light-1280", 1280, 800, "light", 100, desk.search_nothing),
    ("search-light-1280", 1280, 800, "light", 100, desk.search_library),
    ("search-dark-1280", 1280, 800, "dark", 100, desk.search_library),
    ("search-light-150", 1280, 800, "light", 150, desk.search_library),
    ("parts-light-1280", 1280, 800, "light", 100, desk.search_parts),
    ("parts-light-960", 960, 640, "light", 100, desk.search_parts),
    ("history-light-1280", 1280, 800, "light", 100, desk.show_history),
    ("history-dark-150", 1280, 800, "dark", 150, desk.show_history),
    ("earlier-light-1280", 1280, 800, "light", 100, desk.judged_before),
    ("earlier-light-960", 960, 640, "light", 100, desk.judged_before),
    ("filter-light-1280", 1280, 800, "light", 100, desk.filter_claims),
    ("filter-dark-1280", 1280, 800, "dark", 100, desk.filter_claims),
    ("stances-light-1280", 1280, 800, "light", 100, desk.say_stances),
    ("ledger-light-1280", 1280, 800, "light", 100, article.remove_one),
    ("ledger-dark-1280", 1280, 800, "dark", 100, article.remove_one),
    ("ledger-light-150", 1280, 800, "light", 150, article.remove_one),
    ("ledger-light-960", 960, 640, "light", 100, article.remove_one),
    ("ledger-sample-light-1280", 1280, 800, "light", 100, article.show_the_end),
    ("open-words-light-1280", 1280, 800, "light", 100, article.go_to_open_words),
    ("open-words-dark-1280", 1280, 800, "dark", 100, article.go_to_open_words),
    ("excuse-light-1280", 1280, 800, "light", 100, article.say_why),
    ("excuse-light-150", 1280, 800, "light", 150, article.say_why),
    ("select-light-1280", 1280, 800, "light", 100, article.select_words),
    ("select-dark-1280", 1280, 800, "dark", 100, article.select_words),
    ("select-light-150", 1280, 800, "light", 150, article.select_words),
    ("edit-light-1280", 1280, 800, "light", 100, desk.edit_claim),
    ("edit-dark-1280", 1280, 800, "dark", 100, desk.edit_claim),
    ("edit-light-150", 1280, 800, "light", 150, desk.edit_claim),
    ("edit-light-960", 960, 640, "light", 100, desk.edit_claim),
    ("split-light-1280", 1280, 800, "light", 100, desk.split_claim),
    ("look-here-light-1280", 1280, 800, "light", 100, desk.look_here),
    ("look-here-dark-1280", 1280, 800, "dark", 100, desk.look_here),
    ("look-here-light-150", 1280, 800, "light", 150, desk.look_here),
    ("file-says-light-1280", 1280, 800, "light", 100, article.told_by_the_file),
    ("file-says-dark-1280", 1280, 800, "dark", 100, article.told_by_the_file),
    ("file-says-light-150", 1280, 800, "light", 150, article.told_by_the_file),
    ("hidden-light-1280", 1280, 800, "light", 100, article.opened(files.hiding_page, "file-says")),
    ("hidden-dark-1280", 1280, 800, "dark", 100, article.opened(files.hiding_page, "file-says")),
    ("hidden-in-light-1280", 1280, 800, "light", 100, article.put_hidden_words_in),
    ("hidden-in-light-150", 1280, 800, "light", 150, article.put_hidden_words_in),
    ("pdf-light-1280", 1280, 800, "light", 100, article.opened(files.pdf_file, "ledger")),
    ("pdf-dark-1280", 1280, 800, "dark", 100, article.opened(files.pdf_file, "ledger")),
    ("docx-light-1280", 1280, 800, "light", 100, article.opened(files.word_file, "ledger")),
    ("docx-dark-1280", 1280, 800, "dark", 100, article.opened(files.word_file, "ledger")),
    (
        "docx-light-150",
        1280,
        800,
        "light",
        150,
        article.opened(files.word_file, "ledger", "file-says"),
    ),
    ("arabic-light-1280", 1280, 800, "light", 100, article.opened(files.arabic_page, "ledger")),
    (
        "arabic-dark-1280",
        1280,
        800,
        "dark",
        100,
        article.opened(files.arabic_page, "ledger", "file-says"),
    ),
    ("filter-light-960", 960, 640, "light", 100, desk.filter_claims),
    ("main-contrast-1920", 1920, 1080, "contrast", 100, stage.decide_some),
    ("preview-light-1280", 1280, 800, "light", 100, pages.preview),
    ("preview-dark-1280", 1280, 800, "dark", 100, pages.preview),
    ("preview-light-150", 1280, 800, "light", 150, pages.preview),
    ("preview-light-960", 960, 640, "light", 100, pages.preview),
    ("confidential-light-1280", 1280, 800, "light", 100, desk.mark_confidential),
    ("confidential-dark-1280", 1280, 800, "dark", 100, desk.mark_confidential),
    ("preview-withheld-light-1280", 1280, 800, "light", 100, pages.preview_withheld),
    ("preview-withheld-dark-1280", 1280, 800, "dark", 100, pages.preview_withheld),
    ("preview-table-light-1280", 1280, 800, "light", 100, pages.preview_table),
    ("settings-light-1280", 1280, 800, "light", 100, pages.show_settings),
    ("settings-dark-1280", 1280, 800, "dark", 100, pages.show_settings),
    ("settings-light-150", 1280, 800, "light", 150, pages.show_settings),
    ("settings-light-960", 960, 640, "light", 100, pages.show_settings),
    ("import-light-1280", 1280, 800, "light", 100, sources.import_running),
    ("import-dark-1280", 1280, 800, "dark", 100, sources.import_running),
    ("import-light-150", 1280, 800, "light", 150, sources.import_running),
    ("import-light-960", 960, 640, "light", 100, sources.import_running),
    ("import-paused-light-1280", 1280, 800, "light", 100, sources.import_many),
    ("import-done-light-1280", 1280, 800, "light", 100, sources.import_done),
    ("import-done-dark-1280", 1280, 800, "dark", 100, sources.import_done),
    ("import-start-light-1280", 1280, 800, "light", 100, sources.import_done_at_start),
    ("duplicate-light-1280", 1280, 800, "light", 100, sources.ask_duplicate),
    ("duplicate-dark-1280", 1280, 800, "dark", 100, sources.ask_duplicate),
    ("origin-light-1280", 1280, 800, "light", 100, desk.one_origin),
    ("mapping-light-1280", 1280, 800, "light", 100, sources.map_table),
    ("mapping-dark-1280", 1280, 800, "dark", 100, sources.map_table),
    ("mapping-light-960", 960, 640, "light", 100, sources.map_table),
    ("write-light-1280", 1280, 800, "light", 100, sources.write_source_down),
    ("write-dark-1280", 1280, 800, "dark", 100, sources.write_source_down),
    ("write-light-150", 1280, 800, "light", 150, sources.write_source_down),
    ("write-light-960", 960, 640, "light", 100, sources.write_source_down),
    ("write-start-light-1280", 1280, 800, "light", 100, sources.write_source_at_start),
    ("written-light-1280", 1280, 800, "light", 100, sources.source_written_down),
    ("leaving-light-1280", 1280, 800, "light", 100, sources.ask_before_quitting),
    ("leaving-dark-1280", 1280, 800, "dark", 100, sources.ask_before_quitting),
    ("main-contrast-1280", 1280, 800, "contrast", 100, stage.decide_some),
    ("preview-contrast-1280", 1280, 800, "contrast", 100, pages.preview),
    ("settings-contrast-1280", 1280, 800, "contrast", 100, pages.show_settings),
    ("backups-light-1280", 1280, 800, "light", 100, pages.show_backups),
    ("backups-dark-1280", 1280, 800, "dark", 100, pages.show_backups),
    ("restore-light-1280", 1280, 800, "light", 100, pages.ask_restore),
    ("restore-dark-1280", 1280, 800, "dark", 100, pages.ask_restore),
    ("restore-light-150", 1280, 800, "light", 150, pages.ask_restore),
    ("rescale-light-1280", 1280, 800, "light", 100, pages.put_on_other_scale),
    ("rescale-dark-1280", 1280, 800, "dark", 100, pages.put_on_other_scale),
    ("rescale-light-150", 1280, 800, "light", 150, pages.put_on_other_scale),
    ("rescale-all-light-1280", 1280, 800, "light", 100, pages.put_all_on_other_scale),
    ("read-only-light-1280", 1280, 800, "light", 100, desk.read_only),
    ("read-only-dark-1280", 1280, 800, "dark", 100, desk.read_only),
    ("unseen-light-1280", 1280, 800, "light", 100, article.unseen),
    ("unseen-dark-1280", 1280, 800, "dark", 100, article.unseen),
    ("put-in-light-1280", 1280, 800, "light", 100, article.put_comments_in),
)


def take(picture: tuple[str, int, int, str, int, stage.Act], folder: Path) -> Path:
    """Make one picture in a library of its own."""
    name, width, height, mode, percent, act = picture
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as place:
        appearance = Appearance(ROOT / "resources", mode=mode, percent=percent)  # type: ignore[arg-type]
        appearance.apply_to(app)
        session = Session.open(
            Path(place) / "desk.claimdesk", ROOT / "resources", ROOT / "seeds", reviewer="A. Lind"
        )
        wiring = Wiring(session, appearance)
        window = wiring.window
        window.resize(QSize(width, height))
        window.show()
        act(wiring)
        stage.settle(wiring)
        QTest.qWait(50)  # the style settles in two rounds
        ratio = window.devicePixelRatio()
        image = QImage(window.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.white)
        window.render(image)
        path = folder / f"{name}.png"
        image.save(str(path))
        window.close()
        wiring.close()
    return path


def main() -> None:
    """Make the pictures named, or all."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        if len(sys.argv) < 3 or picture[0] in sys.argv[2:]:
            print(take(picture, folder))


if __name__ == "__main__":
    main()
