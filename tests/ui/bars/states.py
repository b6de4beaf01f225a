"""The states of the window that the bars look at, and how to see what is in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.desk.articles import read_article, read_article_file
from app.model.article import ProposedSource
from app.model.span import Span
from app.ui.sources.source_form import DATE, TITLE
from tests.journeys.reviewer import Reviewer
from tests.ui.files import word_file
from tests.ui.page import PAGE, open_page


def decide(reviewer: Reviewer) -> None:
    """The sample at the claim whose day the sources dispute."""
    reviewer.open_sample()
    reviewer.claim_with("Deir ez-Zor")


def ask(reviewer: Reviewer) -> None:
    decide(reviewer)
    run(reviewer, "link-A", "verdict-supported")
    assert reviewer.window.dock.question.isVisible()


def read_in_context(reviewer: Reviewer) -> None:
    decide(reviewer)
    reviewer.press("Space")
    assert reviewer.window.article_pane.in_context


def keep_sources(reviewer: Reviewer) -> None:
    """Two sources in tabs that stay, and a preview."""
    decide(reviewer)
    for row in (0, 1):
        reviewer.candidates.highlight(row)
        run(reviewer, "read-in-context", "keep-source", "read-in-context")
    reviewer.candidates.highlight(len(reviewer.candidates.rows()) - 1)
    run(reviewer, "read-in-context")
    assert reviewer.window.article_pane.tabs.count() == 4


def write_source(reviewer: Reviewer) -> None:
    """A source half written down, and why it cannot be added yet."""
    decide(reviewer)
    run(reviewer, "write-source")
    form = reviewer.wiring.import_panel.form
    form.fields[TITLE].setText("Statement of the air force")
    form.fields[DATE].setText("03/04/2016")
    form.add.click()
    reviewer.settle()
    assert form.trouble.isVisible()


def find_nothing(reviewer: Reviewer) -> None:
    decide(reviewer)
    reviewer.candidates.search("xylophone zebra")
    reviewer.settle()


def search(reviewer: Reviewer) -> None:
    decide(reviewer)
    reviewer.press("/")
    reviewer.settle()


def show_keys(reviewer: Reviewer) -> None:
    decide(reviewer)
    reviewer.press("?")


def open_palette(reviewer: Reviewer) -> None:
    decide(reviewer)
    reviewer.press("Ctrl+K")


def ask_day(reviewer: Reviewer) -> None:
    decide(reviewer)
    run(reviewer, "publication-date")


def edit(reviewer: Reviewer) -> None:
    decide(reviewer)
    reviewer.press("F2")
    assert reviewer.window.evidence_pane.claim.editor.isVisible()


def split(reviewer: Reviewer) -> None:
    decide(reviewer)
    reviewer.claim_with("September 9")
    reviewer.press("S")
    assert reviewer.window.evidence_pane.claim.splits.isVisible()


def show_ledger(reviewer: Reviewer) -> None:
    decide(reviewer)
    for key in ("Del", "L", "O"):
        reviewer.press(key)


def excuse(reviewer: Reviewer) -> None:
    show_ledger(reviewer)
    reviewer.press("X")
    assert reviewer.window.article_pane.excuse.isVisible()


def look_here(reviewer: Reviewer) -> None:
    decide(reviewer)
    article = reviewer.article.article
    day = article.publication.inferred
    reviewer.session.do(lambda desk: desk.articles.set_published(article.id, day))
    reviewer.settle()
    reviewer.claim_with("reconvene on Friday")
    assert reviewer.window.evidence_pane.claim.notes.isVisible()


def told_by_the_file(reviewer: Reviewer) -> None:
    """An article whose file named sources and could not be kept whole."""
    article, claims = read_article(PAGE, "mill.docx")
    at = article.text.index("Some 40")
    named = ProposedSource(Span(at, at + 4), "footnote", "The police counted forty people. " * 9)
    told = replace(article, notices=("Two pictures hold no text.",), proposals=(named,))
    reviewer.session.do(
        lambda desk: desk.articles.store(told, claims),
        lambda stored: reviewer.article.open(stored.id),
    )
    reviewer.settle()
    reviewer.press("P")
    assert reviewer.window.article_pane.file_bar.sources.list.isVisible()


def listed_by_the_file(reviewer: Reviewer) -> None:
    """The ledger of a Word file, and the list of the words that it hides."""
    article, claims = read_article_file(word_file(reviewer.session.read.path.parent))
    reviewer.session.do(
        lambda desk: desk.articles.store(article, claims),
        lambda stored: reviewer.article.open(stored.id),
    )
    reviewer.settle()
    reviewer.press("L")
    reviewer.press("P")
    assert reviewer.window.article_pane.ledger_line.isVisible()
    assert reviewer.window.article_pane.file_bar.left_out.list.isVisible()


def every_bar_of_the_article(reviewer: Reviewer) -> None:
    """What the file said, the day that is asked, and the ledger, one over the other."""
    told_by_the_file(reviewer)
    reviewer.press("Esc")
    reviewer.press("L")
    assert reviewer.window.article_pane.ledger_line.isVisible()


def see_history(reviewer: Reviewer) -> None:
    decide(reviewer)
    for key in ("4", "K", "5", "K", "H"):
        reviewer.press(key)
    assert reviewer.window.evidence_pane.history.isVisible()


def filtered(reviewer: Reviewer) -> None:
    decide(reviewer)
    run(reviewer, "filter-to-review", "filter-words")


def no_sources(reviewer: Reviewer) -> None:
    open_page(reviewer)


def at_settings(reviewer: Reviewer) -> None:
    decide(reviewer)
    reviewer.press("Ctrl+,")


def at_other_scale(reviewer: Reviewer) -> None:
    """What some ratings become is said, of others it is asked."""
    decide(reviewer)
    for key in ("2", "4", "5", "5"):
        reviewer.press(key)
    run(reviewer, "rescale")
    page = reviewer.wiring.rescaling
    page.scale.setCurrentIndex(page.scale.findData("averitec"))
    reviewer.settle()
    page.rows.rows[0].choice.setCurrentIndex(1)
    assert page.rows.left_open == 1


def at_report(reviewer: Reviewer) -> None:
    decide(reviewer)
    reviewer.press("4")
    reviewer.press("Ctrl+P")


def run(reviewer: Reviewer, *names: str) -> None:
    """Run these commands, each to its end."""
    for name in names:
        reviewer.wiring.commands.run(name)
        reviewer.settle()


STATES: dict[str, Callable[[Reviewer], object]] = {
    "welcome": lambda _: None,
    "deciding": decide,
    "asking": ask,
    "in context": read_in_context,
    "kept tabs": keep_sources,
    "writing": write_source,
    "nothing found": find_nothing,
    "searching": search,
    "keys": show_keys,
    "palette": open_palette,
    "other day": ask_day,
    "editing": edit,
    "splitting": split,
    "ledger": show_ledger,
    "excusing": excuse,
    "look here": look_here,
    "file says": told_by_the_file,
    "file hides": listed_by_the_file,
    "every bar": every_bar_of_the_article,
    "history": see_history,
    "filtered": filtered,
    "no sources": no_sources,
    "settings": at_settings,
    "report": at_report,
    "other scale": at_other_scale,
}


def lay_out() -> None:
    """Let the layouts settle: what wraps asks for its height in a second round."""
    for _ in range(5):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def visible(reviewer: Reviewer, kind: type) -> list[QWidget]:
    """Everything of this kind that can be seen; what Qt puts into its own widgets is Qt's."""
    found = reviewer.window.findChildren(kind)
    return [w for w in found if w.isVisible() and not w.objectName().startswith("qt_")]


def focus_takers(reviewer: Reviewer) -> list[QWidget]:
    """What Tab may stop at."""
    return [
        w
        for w in visible(reviewer, QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled() and w.focusProxy() is None
    ]


def told(widget: QWidget) -> str:
    """A widget as a failure names it."""
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.accessibleName()!r} {words!r}"


def in_scroll_area(widget: QWidget) -> bool:
    """Whether a part of it may be out of sight and can be brought in."""
    parent = widget.parentWidget()
    while parent is not None and parent.objectName() != "qt_scrollarea_viewport":
        parent = parent.parentWidget()
    return parent is not None


def place_in(window: QWidget, widget: QWidget) -> QRect:
    """Where a widget stands in its window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
