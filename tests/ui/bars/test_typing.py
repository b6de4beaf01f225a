"""Bar 6: whatever is typed in a text field is inserted there and triggers nothing."""

from __future__ import annotations

import string

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app.ui.settings.keys_section import KeyField
from tests.journeys.reviewer import Reviewer
from tests.ui.bars.states import run, told

PRINTABLE = string.digits + string.ascii_letters + string.punctuation + " "

#: Letters that no key of Qt is named after.
FOREIGN = "éжש中"


def fields(reviewer: Reviewer) -> set[QWidget]:
    """Every field that takes text, shown or not; what Qt puts into its own widgets is Qt's."""
    return {
        field
        for kind in (QLineEdit, QPlainTextEdit, QTextEdit)
        for field in reviewer.window.findChildren(kind)
        if not field.isReadOnly()
        and not isinstance(field, KeyField)
        and not field.objectName().startswith("qt_")
    }


def typed_into(field: QWidget, reviewer: Reviewer) -> str:
    """What stands in an emptied field after every printable character was pressed in it."""
    field.clear()
    field.setFocus()
    reviewer.type(PRINTABLE)
    for letter in FOREIGN:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def test_bar_06_typing_in_every_field_inserts_and_triggers_nothing(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    window, wiring = reviewer.window, reviewer.wiring
    triggered: list[str] = []
    claim_id = reviewer.article.current.id
    form = wiring.import_panel.form
    to_see = {
        window.dock.rationale: lambda: None,
        window.evidence_pane.search: lambda: None,
        window.claims_pane.words: window.claims_pane.ask_words,
        window.evidence_pane.claim.editor.field: lambda: run(reviewer, "edit-claim"),
        window.article_pane.excuse.field: lambda: window.article_pane.excuse.ask(
            reviewer.article.current.span, "words"
        ),
        wiring.palette.field: wiring.palette.open,
        **dict.fromkeys((*form.fields.values(), form.text), lambda: run(reviewer, "write-source")),
        wiring.settings.reviewer: wiring.pages.show_settings,
        wiring.settings.keys.finder: wiring.pages.show_settings,
    }
    forgotten = [told(field) for field in fields(reviewer) - to_see.keys()]
    assert forgotten == [], "fields that this test does not try"
    for one in wiring.commands.all():
        action = wiring.commands.action(one.name)
        action.triggered.connect(lambda _=False, name=one.name: triggered.append(name))
    for field, show in to_see.items():
        show()
        assert field.isVisible(), field.accessibleName()
        assert typed_into(field, reviewer) == PRINTABLE + FOREIGN, field.accessibleName()
        if field is window.evidence_pane.claim.editor.field:
            window.evidence_pane.claim.editor.leave()
        elif field is window.article_pane.excuse.field:
            window.article_pane.excuse.close_bar()
        elif field is wiring.palette.field:
            wiring.palette.close_overlay()
    window.leave_page()
    reviewer.settle()
    assert triggered == []
    assert reviewer.article.current.id == claim_id
    review = reviewer.article.review(claim_id)
    assert not review.evidence
    assert review.verdict is None


def test_bar_06_letters_in_a_field_of_a_day_do_nothing(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    run(reviewer, "publication-date")
    claim_id = reviewer.article.current.id
    day = reviewer.window.article_pane.findChild(QDateEdit)
    day.setFocus()
    reviewer.type(PRINTABLE)
    reviewer.settle()
    assert day.hasFocus()
    assert reviewer.article.current.id == claim_id
    assert not reviewer.article.review(claim_id).has_work
