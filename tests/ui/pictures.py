"""Make pictures of the real window on the sample: python tests/ui/pictures.py FOLDER [NAME…]

The README's screenshots come from here, and every look at a change of the window.
"""

from __future__ import annotations

import os
import socket
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QSize, Qt  # noqa: E402
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from app.desk.articles import read_article  # noqa: E402
from app.host.single_instance import Holder  # noqa: E402
from app.model.article import ProposedSource  # noqa: E402
from app.model.span import Span  # noqa: E402
from app.ui.look.appearance import Appearance  # noqa: E402
from app.ui.reading_only_bar import ReadingOnlyBar, told_holder  # noqa: E402
from app.ui.session import Session  # noqa: E402
from app.ui.sources.importing import Phase  # noqa: E402
from app.ui.wiring import Wiring  # noqa: E402
from tests.ui import files  # noqa: E402

Act = Callable[[Wiring], None]


def settle(wiring: Wiring) -> None:
    """Let everything that is under way come to its end."""
    loop = QEventLoop()
    while wiring.session.busy and not wiring.importing.resting:
        wiring.session.idle.connect(loop.quit)
        loop.exec()
        wiring.session.idle.disconnect(loop.quit)
    QApplication.processEvents()


def choose(wiring: Wiring, words: str) -> None:
    """Make the claim that holds these words current."""
    claim = next(c for c in wiring.article.claims if words in c.statement)
    wiring.article.choose(claim.id)
    settle(wiring)


def run(wiring: Wiring, *names: str) -> None:
    """Run these commands, each to its end."""
    for name in names:
        wiring.commands.run(name)
        settle(wiring)


def decide_some(wiring: Wiring) -> None:
    """A desk in the middle of its work."""
    run(wiring, "open-sample")
    article = wiring.article.article
    assert article is not None
    day = article.publication.inferred
    wiring.session.do(lambda desk: desk.articles.set_published(article.id, day))
    settle(wiring)
    for row, (letters, rating) in enumerate(
        [("AB", "supported"), ("", "not_enough_evidence"), ("A", "partly_supported"),
         ("B", "supported")]
    ):  # fmt: skip
        wiring.article.choose(wiring.article.claims[row].id)
        settle(wiring)
        run(wiring, *[f"link-{letter}" for letter in letters], f"verdict-{rating}")
        if wiring.deciding.question is not None:
            run(wiring, "link-highlighted")
    choose(wiring, "Deir ez-Zor")


def ask_conflict(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "link-A", "verdict-supported")


def read_in_context(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "read-in-context")


def keep_sources_open(wiring: Wiring) -> None:
    """Two sources are kept open, and a third is looked into."""
    decide_some(wiring)
    for _ in range(2):
        run(wiring, "read-in-context", "keep-source", "read-in-context", "next-candidate")
        run(wiring, "next-candidate")
    run(wiring, "read-in-context")


def open_palette(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "palette")
    QTest.keyClicks(wiring.palette.field, "re")


def show_keys(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "keys")


def show_about(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "about")


def search_nothing(wiring: Wiring) -> None:
    decide_some(wiring)
    wiring.candidates.search("xylophone zebra")
    settle(wiring)


def search_library(wiring: Wiring) -> None:
    """What was typed is found as it is typed, with a filter."""
    decide_some(wiring)
    run(wiring, "search-library")
    QTest.keyClicks(wiring.window.evidence_pane.search, "kind:news Kerry")
    QTest.qWait(100)
    settle(wiring)
    run(wiring, "link-B")


def search_parts(wiring: Wiring) -> None:
    """Nothing has all of the words, and some occur."""
    decide_some(wiring)
    run(wiring, "search-library")
    words = 'Kerry xylophone "Deir ez-Zor" ceasefire'
    QTest.keyClicks(wiring.window.evidence_pane.search, words)
    QTest.qWait(100)


def show_history(wiring: Wiring) -> None:
    decide_some(wiring)
    choose(wiring, "second")
    run(wiring, "verdict-not_checkable")
    choose(wiring, "second")
    run(wiring, "history")


def judged_before(wiring: Wiring) -> None:
    """Another article says nearly the same, and was decided."""
    decide_some(wiring)
    article = wiring.article.article
    assert article is not None
    wiring.intake.open_text(
        "News\n\nOn Wednesday, Lavrov stressed that the September 17 attacks by US-led coalition "
        "forces on Syrian army positions at a military airport near Deir ez-Zor were a flagrant "
        "violation of the ceasefire agreement.\n"
    )
    settle(wiring)
    wiring.window.dock.rationale.setText("All agencies say 17 September.")
    run(wiring, "link-A", "verdict-refuted")
    wiring.article.open(article.id)
    settle(wiring)
    choose(wiring, "Deir ez-Zor")


def filter_claims(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "filter-to-review")


def say_stances(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "link-A", "contradict-B")


def just_opened(wiring: Wiring) -> None:
    run(wiring, "open-sample")


#: A short page with words that no sentence accounts for, and lines around its article.
PAGE = """Home | World | Sport
Subscribe to our newsletter

Council sells the old mill

By Ada Lind

The council sold the old mill on Monday, and the buyer paid 250,000 euros for it.

Some 40 people protested outside the hall on Tuesday. Who will pay for the roof? The mayor said \
that the money would go to schools.

The sale was approved on Wednesday by nine votes to four.

More on this
Old mill to be sold, council says
Mill buyer named
"""


def remove_one(wiring: Wiring) -> None:
    """The ledger shown, with open words where a claim was."""
    wiring.intake.open_text(PAGE)
    settle(wiring)
    choose(wiring, "40 people")
    run(wiring, "remove-claim", "ledger")


def go_to_open_words(wiring: Wiring) -> None:
    remove_one(wiring)
    run(wiring, "next-open")


def say_why(wiring: Wiring) -> None:
    go_to_open_words(wiring)
    run(wiring, "excuse-words")


def select_words(wiring: Wiring) -> None:
    decide_some(wiring)
    view = wiring.window.article_pane.view
    start = view.text.index("which included a new ceasefire")
    view.select(Span(start, start + len("which included a new ceasefire that came into force")))


def edit_claim(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "edit-claim")


def split_claim(wiring: Wiring) -> None:
    decide_some(wiring)
    choose(wiring, "September 9")
    run(wiring, "split-claim")


def put_comments_in(wiring: Wiring) -> None:
    run(wiring, "open-sample")
    view = wiring.window.article_pane.view
    zone = next(zone for zone in view.folds.foldable() if zone.kind == "comments")
    bar = view.bars.bar_of(zone)
    assert bar is not None
    bar.put.click()
    settle(wiring)
    view.bring(zone.span)


def show_the_end(wiring: Wiring) -> None:
    run(wiring, "open-sample", "last-claim", "ledger")
    bar = wiring.window.article_pane.view.verticalScrollBar()
    bar.setValue(bar.value() + 240)


def look_here(wiring: Wiring) -> None:
    """The sample gives two days for one meeting."""
    decide_some(wiring)
    choose(wiring, "reconvene on Friday")
    run(wiring, "next-claim")


def told_by_the_file(wiring: Wiring) -> None:
    """An article of three pages whose file names sources and could not be kept whole."""
    article, claims = read_article(PAGE, "mill.pdf")
    second = article.text.index("Some 40")
    third = article.text.index("The sale was")
    end = len(article.text)
    paged = replace(
        article,
        notices=("Two pictures on page 2 hold no text that can be read.",),
        pages=(Span(0, second), Span(second, third), Span(third, end)),
        proposals=(
            ProposedSource(Span(second, second + 7), "footnote",
                           "Police press notice, 16 September 2016.", ""),
            ProposedSource(Span(third, third + 8), "link", "minutes",
                           "https://council.example/minutes"),
        ),
    )  # fmt: skip
    wiring.session.do(
        lambda desk: desk.articles.store(paged, claims),
        lambda stored: wiring.article.open(stored.id),
    )
    settle(wiring)
    settle(wiring)
    run(wiring, "file-says")


def open_file(wiring: Wiring, make: Callable[[Path], Path]) -> None:
    """Open a real file as dropping it does."""
    with tempfile.TemporaryDirectory() as folder:
        loop = QEventLoop()
        wiring.article.opened.connect(loop.quit)
        wiring.intake.open_file(make(Path(folder)))
        loop.exec()
        wiring.article.opened.disconnect(loop.quit)
    settle(wiring)
    settle(wiring)


def opened(make: Callable[[Path], Path], *names: str) -> Act:
    """Open this file and run these commands."""

    def act(wiring: Wiring) -> None:
        open_file(wiring, make)
        run(wiring, *names)

    return act


def put_hidden_words_in(wiring: Wiring) -> None:
    """One of the sentences that the page hides stands at the article's end."""
    open_file(wiring, files.hiding_page)
    run(wiring, "file-says")
    bar = wiring.window.article_pane.file_bar
    bar.left_out.list.setCurrentRow(1)
    bar.include.click()
    settle(wiring)
    run(wiring, "ledger")
    view = wiring.window.article_pane.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())


def preview(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "preview")
    settle(wiring)


def mark_confidential(wiring: Wiring) -> None:
    """A linked passage and the source of another are kept out of reports."""
    decide_some(wiring)
    run(wiring, "link-A", "confidential-evidence", "next-candidate", "confidential-source")


def preview_withheld(wiring: Wiring) -> None:
    """The report leaves out what is confidential, and warns of a rationale that repeats it."""
    mark_confidential(wiring)
    match = wiring.candidates.rows()[0]
    claim = wiring.article.current
    assert claim is not None
    words = " ".join(match.passage.text.split()[:12])
    wiring.session.do(
        lambda desk: desk.review.give_verdict(claim.id, "refuted", f"It says {words}")
    )
    settle(wiring)
    run(wiring, "preview")


def preview_table(wiring: Wiring) -> None:
    preview(wiring)
    wiring.report.options.formats.button(4).click()
    settle(wiring)


def show_settings(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "settings")


def put_on_other_scale(wiring: Wiring) -> None:
    """What some ratings become is said, what others become is asked."""
    decide_some(wiring)
    run(wiring, "verdict-not_checkable", "verdict-not_checkable", "rescale")
    page = wiring.rescaling
    page.scale.setCurrentIndex(page.scale.findData("averitec"))
    settle(wiring)


def put_all_on_other_scale(wiring: Wiring) -> None:
    """All is answered."""
    put_on_other_scale(wiring)
    for row in wiring.rescaling.rows.rows:
        if row.choice is not None:
            row.choice.setCurrentIndex(1)


def show_backups(wiring: Wiring) -> None:
    """A morning's backups, made as often as the work went on."""
    decide_some(wiring)
    for _ in range(3):
        wiring.session.do(lambda desk: desk.backups.make())
        settle(wiring)
        run(wiring, "next-unreviewed", "verdict-not_checkable")
    run(wiring, "backups")
    settle(wiring)


def ask_restore(wiring: Wiring) -> None:
    show_backups(wiring)
    wiring.backups.restore.click()


def read_only(wiring: Wiring) -> None:
    """Another window has the library, and a key of a verdict is pressed here."""
    decide_some(wiring)
    holder = Holder(4711, socket.gethostname(), datetime.now(UTC).isoformat(timespec="seconds"))
    bar = ReadingOnlyBar(holder, wiring.appearance)
    wiring.window.put_above(bar)
    wiring.window.status.warn(f"Nothing was changed. {told_holder(holder)}")


def unseen(wiring: Wiring) -> None:
    """A page with characters that are not seen, and the question before an address is opened."""
    wiring.intake.open_text(
        "Bank warns of pay\u202elap letters\n\nThe bank said on Monday that 62 cus\u200btomers had "
        "been told to pay 1,200 euros at ex\u200dample.org, a page that is not its own.\n"
    )
    settle(wiring)
    wiring.opening.ask("https://аррle.com/login?next=1")


def _papers(place: Path, count: int) -> Path:
    """A folder of reports, some of which cannot be read, and one that is nearly another."""
    place.mkdir()
    for number in range(count):
        told = f"In village {number} some {number + 7} people saw the dam break on 4 May."
        (place / f"report {number}.txt").write_text(f"Report {number}\n\n{told}", "utf-8")
    story = " ".join(f"On day {n} the crews of the boats went out {n} times." for n in range(9))
    for name in ("dam.txt", "dam, second edition.txt"):
        (place / name).write_text(f"The night at the dam\n\n{story}", "utf-8")
    for name in ("scan 1.png", "scan 2.png", "cover.jpg"):
        (place / name).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (place / "empty note.txt").write_bytes(b"")
    return place


def import_many(wiring: Wiring) -> None:
    """In the midst of an import, which rests while the picture is made."""
    decide_some(wiring)
    papers = _papers(wiring.session.read.path.parent / "papers", 6_000)
    wiring.adding.add_files([papers])
    loop = QEventLoop()
    wiring.importing.ticked.connect(lambda: wiring.importing.pace.rate and loop.quit())
    loop.exec()
    wiring.importing.pause()


def import_running(wiring: Wiring) -> None:
    import_many(wiring)
    wiring.importing.phase = Phase.RUNNING  # as it looked a moment before
    wiring.importing.changed.emit()


def import_done(wiring: Wiring) -> None:
    """Over, with the list of what was skipped."""
    decide_some(wiring)
    wiring.adding.add_files([_papers(wiring.session.read.path.parent / "papers", 40)])
    settle(wiring)
    wiring.adding.leave_all()
    wiring.import_panel.show_skipped.click()
    wiring.import_panel.list.topLevelItem(0).setExpanded(True)


def import_done_at_start(wiring: Wiring) -> None:
    wiring.adding.add_files([_papers(wiring.session.read.path.parent / "papers", 40)])
    settle(wiring)


def ask_duplicate(wiring: Wiring) -> None:
    decide_some(wiring)
    wiring.adding.add_files([_papers(wiring.session.read.path.parent / "papers", 4)])
    settle(wiring)
    wiring.importing.close()


def one_origin(wiring: Wiring) -> None:
    """Two papers have the words of one agency."""
    decide_some(wiring)
    words = wiring.candidates.rows()[1].passage.text
    for paper in ("The Courier", "The Evening Post"):
        wiring.session.do(
            lambda desk, paper=paper: desk.sources.add_text(f"{paper}\n\n{words}", paper)
        )
    settle(wiring)


def map_table(wiring: Wiring) -> None:
    decide_some(wiring)
    path = wiring.session.read.path.parent / "press cuttings 2016.csv"
    path.write_text(
        "No,Headline,Paper,Day,Full wording,Seen by,Link\n"
        "1,Dam breaks above the town,The Courier,2016-05-04,"
        "Sixty-two people were brought to safety.,Ada,https://courier.example/1\n"
        "2,Crack was known,The Post,2016-05-06,Engineers had warned of it.,Bert,\n",
        "utf-8",
    )
    wiring.adding.add_files([path])
    settle(wiring)


def write_source_down(wiring: Wiring) -> None:
    """A source half written down, and why it cannot be added yet."""
    decide_some(wiring)
    run(wiring, "write-source")
    form = wiring.import_panel.form
    for name, told in (("Title", "Statement of the air force"), ("Publisher", "Ministry"),
                       ("Date", "03/04/2016")):  # fmt: skip
        form.fields[name].setText(told)
    form.add.click()


def write_source_at_start(wiring: Wiring) -> None:
    run(wiring, "write-source")


def source_written_down(wiring: Wiring) -> None:
    """What was added stands on top, and is not linked."""
    write_source_down(wiring)
    wiring.import_panel.form.fields["Date"].setText("18 September 2016")
    wiring.import_panel.form.add.click()


def ask_before_quitting(wiring: Wiring) -> None:
    """The window is closed in the midst of an import."""
    import_many(wiring)
    wiring.window.close()


#: Name, width, height, theme, text size, and what is done before the picture.
PICTURES: tuple[tuple[str, int, int, str, int, Act], ...] = (
    ("first-run-light-1280", 1280, 800, "light", 100, lambda _: None),
    ("opened-light-1280", 1280, 800, "light", 100, just_opened),
    ("main-light-1280", 1280, 800, "light", 100, decide_some),
    ("main-dark-1280", 1280, 800, "dark", 100, decide_some),
    ("main-light-1920", 1920, 1080, "light", 100, decide_some),
    ("main-dark-1920", 1920, 1080, "dark", 100, decide_some),
    ("main-light-150", 1280, 800, "light", 150, decide_some),
    ("main-light-200", 1920, 1080, "light", 200, decide_some),
    ("main-light-200-1280", 1280, 800, "light", 200, decide_some),
    ("main-light-960", 960, 640, "light", 100, decide_some),
    ("conflict-light-1280", 1280, 800, "light", 100, ask_conflict),
    ("context-light-1280", 1280, 800, "light", 100, read_in_context),
    ("context-dark-1280", 1280, 800, "dark", 100, read_in_context),
    ("tabs-light-1280", 1280, 800, "light", 100, keep_sources_open),
    ("tabs-dark-1280", 1280, 800, "dark", 100, keep_sources_open),
    ("palette-light-1280", 1280, 800, "light", 100, open_palette),
    ("keys-light-1280", 1280, 800, "light", 100, show_keys),
    ("keys-light-150", 1280, 800, "light", 150, show_keys),
    ("about-light-1280", 1280, 800, "light", 100, show_about),
    ("about-dark-150", 1280, 800, "dark", 150, show_about),
    ("none-light-1280", 1280, 800, "light", 100, search_nothing),
    ("search-light-1280", 1280, 800, "light", 100, search_library),
    ("search-dark-1280", 1280, 800, "dark", 100, search_library),
    ("search-light-150", 1280, 800, "light", 150, search_library),
    ("parts-light-1280", 1280, 800, "light", 100, search_parts),
    ("parts-light-960", 960, 640, "light", 100, search_parts),
    ("history-light-1280", 1280, 800, "light", 100, show_history),
    ("history-dark-150", 1280, 800, "dark", 150, show_history),
    ("earlier-light-1280", 1280, 800, "light", 100, judged_before),
    ("earlier-light-960", 960, 640, "light", 100, judged_before),
    ("filter-light-1280", 1280, 800, "light", 100, filter_claims),
    ("filter-dark-1280", 1280, 800, "dark", 100, filter_claims),
    ("stances-light-1280", 1280, 800, "light", 100, say_stances),
    ("ledger-light-1280", 1280, 800, "light", 100, remove_one),
    ("ledger-dark-1280", 1280, 800, "dark", 100, remove_one),
    ("ledger-light-150", 1280, 800, "light", 150, remove_one),
    ("ledger-light-960", 960, 640, "light", 100, remove_one),
    ("ledger-sample-light-1280", 1280, 800, "light", 100, show_the_end),
    ("open-words-light-1280", 1280, 800, "light", 100, go_to_open_words),
    ("open-words-dark-1280", 1280, 800, "dark", 100, go_to_open_words),
    ("excuse-light-1280", 1280, 800, "light", 100, say_why),
    ("excuse-light-150", 1280, 800, "light", 150, say_why),
    ("select-light-1280", 1280, 800, "light", 100, select_words),
    ("select-dark-1280", 1280, 800, "dark", 100, select_words),
    ("select-light-150", 1280, 800, "light", 150, select_words),
    ("edit-light-1280", 1280, 800, "light", 100, edit_claim),
    ("edit-dark-1280", 1280, 800, "dark", 100, edit_claim),
    ("edit-light-150", 1280, 800, "light", 150, edit_claim),
    ("edit-light-960", 960, 640, "light", 100, edit_claim),
    ("split-light-1280", 1280, 800, "light", 100, split_claim),
    ("look-here-light-1280", 1280, 800, "light", 100, look_here),
    ("look-here-dark-1280", 1280, 800, "dark", 100, look_here),
    ("look-here-light-150", 1280, 800, "light", 150, look_here),
    ("file-says-light-1280", 1280, 800, "light", 100, told_by_the_file),
    ("file-says-dark-1280", 1280, 800, "dark", 100, told_by_the_file),
    ("file-says-light-150", 1280, 800, "light", 150, told_by_the_file),
    ("hidden-light-1280", 1280, 800, "light", 100, opened(files.hiding_page, "file-says")),
    ("hidden-dark-1280", 1280, 800, "dark", 100, opened(files.hiding_page, "file-says")),
    ("hidden-in-light-1280", 1280, 800, "light", 100, put_hidden_words_in),
    ("hidden-in-light-150", 1280, 800, "light", 150, put_hidden_words_in),
    ("pdf-light-1280", 1280, 800, "light", 100, opened(files.pdf_file, "ledger")),
    ("pdf-dark-1280", 1280, 800, "dark", 100, opened(files.pdf_file, "ledger")),
    ("docx-light-1280", 1280, 800, "light", 100, opened(files.word_file, "ledger")),
    ("docx-dark-1280", 1280, 800, "dark", 100, opened(files.word_file, "ledger")),
    (
        "docx-light-150",
        1280,
        800,
        "light",
        150,
        opened(files.word_file, "ledger", "file-says"),
    ),
    ("arabic-light-1280", 1280, 800, "light", 100, opened(files.arabic_page, "ledger")),
    (
        "arabic-dark-1280",
        1280,
        800,
        "dark",
        100,
        opened(files.arabic_page, "ledger", "file-says"),
    ),
    ("filter-light-960", 960, 640, "light", 100, filter_claims),
    ("main-contrast-1920", 1920, 1080, "contrast", 100, decide_some),
    ("preview-light-1280", 1280, 800, "light", 100, preview),
    ("preview-dark-1280", 1280, 800, "dark", 100, preview),
    ("preview-light-150", 1280, 800, "light", 150, preview),
    ("preview-light-960", 960, 640, "light", 100, preview),
    ("confidential-light-1280", 1280, 800, "light", 100, mark_confidential),
    ("confidential-dark-1280", 1280, 800, "dark", 100, mark_confidential),
    ("preview-withheld-light-1280", 1280, 800, "light", 100, preview_withheld),
    ("preview-withheld-dark-1280", 1280, 800, "dark", 100, preview_withheld),
    ("preview-table-light-1280", 1280, 800, "light", 100, preview_table),
    ("settings-light-1280", 1280, 800, "light", 100, show_settings),
    ("settings-dark-1280", 1280, 800, "dark", 100, show_settings),
    ("settings-light-150", 1280, 800, "light", 150, show_settings),
    ("settings-light-960", 960, 640, "light", 100, show_settings),
    ("import-light-1280", 1280, 800, "light", 100, import_running),
    ("import-dark-1280", 1280, 800, "dark", 100, import_running),
    ("import-light-150", 1280, 800, "light", 150, import_running),
    ("import-light-960", 960, 640, "light", 100, import_running),
    ("import-paused-light-1280", 1280, 800, "light", 100, import_many),
    ("import-done-light-1280", 1280, 800, "light", 100, import_done),
    ("import-done-dark-1280", 1280, 800, "dark", 100, import_done),
    ("import-start-light-1280", 1280, 800, "light", 100, import_done_at_start),
    ("duplicate-light-1280", 1280, 800, "light", 100, ask_duplicate),
    ("duplicate-dark-1280", 1280, 800, "dark", 100, ask_duplicate),
    ("origin-light-1280", 1280, 800, "light", 100, one_origin),
    ("mapping-light-1280", 1280, 800, "light", 100, map_table),
    ("mapping-dark-1280", 1280, 800, "dark", 100, map_table),
    ("mapping-light-960", 960, 640, "light", 100, map_table),
    ("write-light-1280", 1280, 800, "light", 100, write_source_down),
    ("write-dark-1280", 1280, 800, "dark", 100, write_source_down),
    ("write-light-150", 1280, 800, "light", 150, write_source_down),
    ("write-light-960", 960, 640, "light", 100, write_source_down),
    ("write-start-light-1280", 1280, 800, "light", 100, write_source_at_start),
    ("written-light-1280", 1280, 800, "light", 100, source_written_down),
    ("leaving-light-1280", 1280, 800, "light", 100, ask_before_quitting),
    ("leaving-dark-1280", 1280, 800, "dark", 100, ask_before_quitting),
    ("main-contrast-1280", 1280, 800, "contrast", 100, decide_some),
    ("preview-contrast-1280", 1280, 800, "contrast", 100, preview),
    ("settings-contrast-1280", 1280, 800, "contrast", 100, show_settings),
    ("backups-light-1280", 1280, 800, "light", 100, show_backups),
    ("backups-dark-1280", 1280, 800, "dark", 100, show_backups),
    ("restore-light-1280", 1280, 800, "light", 100, ask_restore),
    ("restore-dark-1280", 1280, 800, "dark", 100, ask_restore),
    ("restore-light-150", 1280, 800, "light", 150, ask_restore),
    ("rescale-light-1280", 1280, 800, "light", 100, put_on_other_scale),
    ("rescale-dark-1280", 1280, 800, "dark", 100, put_on_other_scale),
    ("rescale-light-150", 1280, 800, "light", 150, put_on_other_scale),
    ("rescale-all-light-1280", 1280, 800, "light", 100, put_all_on_other_scale),
    ("read-only-light-1280", 1280, 800, "light", 100, read_only),
    ("read-only-dark-1280", 1280, 800, "dark", 100, read_only),
    ("unseen-light-1280", 1280, 800, "light", 100, unseen),
    ("unseen-dark-1280", 1280, 800, "dark", 100, unseen),
    ("put-in-light-1280", 1280, 800, "light", 100, put_comments_in),
)


def take(picture: tuple[str, int, int, str, int, Act], folder: Path) -> Path:
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
        settle(wiring)
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
