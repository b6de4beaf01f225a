"""Sources the reviewer adds: which road each takes, and what is asked before it comes in.

Files and texts that are one source come in at once; many are handed to the import. Nothing that
the library has much the same is added without a word. Knows no widget but the status line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.desk.desk import Desk
from app.desk.source_reading import holds_many
from app.model.address import web_address
from app.model.article import ProposedSource
from app.model.errors import ClaimdeskError
from app.model.intake import Duplicate, DuplicatePolicy, ImportChoices, SourceImport
from app.model.reference import Reference, TablePreview
from app.model.work import Work
from app.ui.session import Session, Write
from app.ui.settings.preferences import Preferences
from app.ui.sources.importing import Importing, through, told_added
from app.ui.status_line import StatusLine

_TEXTS = (
    "*.txt *.md *.markdown *.text *.html *.htm *.xhtml *.mhtml *.mht *.eml "
    "*.pdf *.docx *.odt *.rtf *.epub"
)
_RECORDS = "*.ris *.bib *.bibtex *.csv *.tsv *.json *.jsonld *.jsonl zotero.sqlite"
_SOURCES = f"Sources ({_TEXTS} {_RECORDS});;All files (*)"
#: The endings of files that may be tables.
_TABLES = (".csv", ".tsv", ".json")

#: What is named in more characters than this is a text and no title.
LONGEST_TITLE = 200

Job = Callable[[Desk, Write], SourceImport]


@dataclass(frozen=True)
class Question:
    """Something that the library has much the same; `add` adds it all the same."""

    alike: Duplicate
    add: Callable[[], None]


@dataclass(frozen=True)
class Table:
    """A table whose columns the reviewer is to look at before it comes in."""

    path: Path
    preview: TablePreview


class Adding(QObject):
    """`changed` tells that something else is asked; `sources_added` how many came in, and `brought`
    carries the sources that came in by themselves, not as one of many."""

    changed = Signal()
    sources_added = Signal(int)
    brought = Signal(object)

    def __init__(
        self,
        session: Session,
        importing: Importing,
        status: StatusLine,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__()
        self._session, self._importing = session, importing
        self._status, self._preferences, self._window = status, preferences, window
        self._work = Work()
        self.questions: list[Question] = []
        self.table: Table | None = None
        status.cancel.clicked.connect(lambda: self._work.cancel())
        importing.came.connect(self._import_came)

    # By hand

    def choose_files(self) -> None:
        """Ask for files and add them as sources."""
        names, _ = QFileDialog.getOpenFileNames(self._window, "Add sources", "", _SOURCES)
        self.add_files([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder and add all that is in it."""
        name = QFileDialog.getExistingDirectory(self._window, "Add a folder of sources")
        self.add_files([Path(name)] if name else [])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add these files and folders as sources; a table is looked at first."""
        only = paths[0] if len(paths) == 1 and not paths[0].is_dir() else None
        if only is not None and only.suffix.casefold() in _TABLES:
            self._look_at_table(only)
        elif only is not None and not holds_many(only):
            self._add_file(only, self._choices(undoable=True))
        elif paths:
            self._importing.bring(paths, self._choices())

    def paste(self) -> None:
        """Add the clipboard's text as a source."""
        self.add_text(QGuiApplication.clipboard().text())

    def add_text(self, text: str) -> None:
        """Add a text that was pasted or dropped."""
        self.add_written(Reference("", text=text))

    def add_named(self, named: ProposedSource) -> None:
        """Add the work that a footnote or a link of the article's file names: a reference, as its
        text is not here, unless so much is said that it is one."""
        told = " ".join(named.text.split())
        is_title = len(told) <= LONGEST_TITLE
        self.add_written(
            Reference(
                "",
                title=told if is_title else f"{told[:80]}…",
                url=named.url if web_address(named.url) else "",
                text="" if is_title else named.text,
            )
        )

    def add_written(
        self,
        written: Reference,
        taken: Callable[[], None] = lambda: None,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """Add a source that was written down. `taken` is called once it is in the library or asked
        about, `refused` is told a sentence where its fields cannot be used; else the status line
        is."""
        self._add_written(written, self._choices(undoable=True), taken, refused)

    # Asked

    def answer(self, *, add: bool) -> None:
        """Add what the first question is about all the same, or leave it out."""
        if self.questions:
            question = self.questions.pop(0)
            if add:
                question.add()
            self.changed.emit()

    def leave_all(self) -> None:
        """Leave out all that is asked about."""
        self.questions.clear()
        self.changed.emit()

    def take_table(self, mapping: dict[str, str]) -> None:
        """Import the table that was looked at, its columns taken for these fields."""
        table, self.table = self.table, None
        self.changed.emit()
        if table is not None:
            self._importing.bring([table.path], replace(self._choices(), mapping=mapping))

    def leave_table(self) -> None:
        """Do not import it."""
        self.table = None
        self.changed.emit()

    # Roads

    def _choices(self, *, undoable: bool = False) -> ImportChoices:
        keep = self._preferences.now.keep_files
        return ImportChoices(DuplicatePolicy.ASK, keep_files=keep, undoable=undoable)

    def _look_at_table(self, path: Path) -> None:
        work = self._begin(f"Looking at {path.name}…")

        def looked(preview: TablePreview | None) -> None:
            self._status.job_over()
            self._status.say("")
            if preview is None:
                self._importing.bring([path], self._choices())
            else:
                self.table = Table(path, preview)
                self.changed.emit()

        self._session.bring(
            lambda desk, _: desk.sources.preview_table(path, None, work), work, looked, self._fail
        )

    def _add_file(self, path: Path, choices: ImportChoices) -> None:
        work = self._begin(f"Adding {path.name}…")
        self._bring(
            lambda desk, write: desk.sources.import_paths(
                [path], work, choices, keep=through(write)
            ),
            choices,
            lambda: self._add_file(path, _all_the_same(choices)),
        )

    def _add_written(
        self,
        written: Reference,
        choices: ImportChoices,
        taken: Callable[[], None] = lambda: None,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        def fail(error: ClaimdeskError) -> None:
            self._fail(error)
            if refused is not None:
                self._status.say("")  # told where it was typed
                refused(error.advice)

        self._begin("Adding the source…")
        self._bring(
            lambda desk, write: desk.sources.add_written(written, choices, keep=through(write)),
            choices,
            lambda: self._add_written(written, _all_the_same(choices)),
            taken,
            fail,
        )

    def _add_left_out(self, one: Duplicate, choices: ImportChoices) -> None:
        """Add what an import left out, to the batch that it came with."""
        work = self._begin("Adding it…")
        batch_id = choices.batch_id or self._importing.outcome.batch_id
        choices = replace(choices, only=frozenset({one.where}), batch_id=batch_id)
        self._bring(
            lambda desk, write: desk.sources.import_paths(
                [one.path], work, choices, keep=through(write)
            ),
            choices,
            lambda: None,
        )

    def _import_came(self, came: SourceImport, choices: ImportChoices) -> None:
        wanted = replace(_all_the_same(choices), batch_id=came.batch_id)
        self._ask(came, lambda one: lambda: self._add_left_out(one, wanted))
        self.sources_added.emit(len(came.sources))

    def _begin(self, what: str) -> Work:
        self._work = Work()
        self._status.job(what, cancellable=True)
        return self._work

    def _bring(
        self,
        job: Job,
        choices: ImportChoices,
        again: Callable[[], None],
        taken: Callable[[], None] = lambda: None,
        otherwise: Callable[[ClaimdeskError], None] | None = None,
    ) -> None:
        work = self._work

        def answered(came: SourceImport) -> None:
            self._status.job_over()
            taken()
            self._tell(came, choices)
            self._ask(came, lambda _: again)
            if came.batch_id:
                self._importing.count_in(came)
            if came.sources:
                self._session.prepare()
                self.brought.emit(came.sources)
            self.sources_added.emit(len(came.sources))

        self._session.bring(job, work, answered, otherwise or self._fail)

    def _ask(self, came: SourceImport, adding: Callable[[Duplicate], Callable[[], None]]) -> None:
        asked = [Question(one, adding(one)) for one in came.duplicates if not one.added]
        if asked:
            self.questions += asked
            self.changed.emit()

    def _tell(self, came: SourceImport, choices: ImportChoices) -> None:
        left_out = [one for one in came.duplicates if not one.added]
        if came.sources:
            self._status.say(told_added(len(came.sources)), undo=choices.undoable)
        elif came.stopped:
            self._status.say(came.stopped)
        elif came.skipped:
            self._status.warn(came.skipped[0].reason)
        elif left_out:
            self._status.say(left_out[0].sentence)
        else:
            self._status.say("0 sources added. It is in your library already, word for word.")

    def _fail(self, error: ClaimdeskError) -> None:
        self._status.job_over()
        self._status.warn(error.advice)


def _all_the_same(choices: ImportChoices) -> ImportChoices:
    return replace(choices, duplicates=DuplicatePolicy.KEEP)
