"""Commands about sources: add them from files, list them. Knows no tool."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from app.cli import json_face, plain
from app.cli.face import Face, note, say, say_json, shared_options
from app.cli.progress import shown_work
from app.model.errors import InputError, LibraryError
from app.model.intake import DuplicatePolicy, ImportChoices, SourceImport
from app.model.reference import Reference
from app.model.source import SourceKind

#: So many skipped records are named one by one; the rest are counted.
NAMED = 5


#: What is asked wherever sources come in.
_duplicates = click.option(
    "--duplicates",
    type=click.Choice([one.value for one in DuplicatePolicy]),
    default=DuplicatePolicy.KEEP.value,
    show_default=True,
    help="What to do with what the library has much the same: add it, or leave it out. "
    "With ask it is left out and listed.",
)
_confidential = click.option(
    "--confidential", is_flag=True, help="Keep what is added out of all reports from the start."
)


@click.group("sources", no_args_is_help=False)
def sources_group() -> None:
    """Fill and list the library of sources."""


@sources_group.command("add", short_help="Add sources from files and folders.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_duplicates
@click.option("--keep-files", is_flag=True, help="Keep the files beside the library.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Which column of a table is which field, such as text=Body. Else it is guessed.",
)
@_confidential
@shared_options
@click.pass_obj
def add_sources(
    face: Face,
    paths: tuple[Path, ...],
    duplicates: str,
    keep_files: bool,
    columns: tuple[str, ...],
    confidential: bool,
) -> None:
    """Add the sources in PATHS: files, or folders with all that is in them.

    Texts of any format that is read are one source each. Many sources are in RIS, BibTeX, CSL
    JSON, CSV and JSON tables, ClaimReview files (checks by others), a zotero.sqlite, and .jsonl of
    {"_id": …, "title": …, "text": …} one a line. What cannot be used is told and passed over.
    """
    mapping = _mapping(columns)
    with face.desk() as desk, shown_work() as work:
        choices = ImportChoices(DuplicatePolicy(duplicates), keep_files, mapping)
        outcome = desk.sources.import_paths(paths, work, choices)
        if confidential:
            desk.sources.set_all_confidential(one.id for one in outcome.sources)
        count = desk.sources.count()
    nothing = not (outcome.sources or outcome.present or outcome.duplicates)
    if nothing and outcome.failed and len(paths) == 1 and not outcome.stopped:
        [first, *more] = outcome.skipped
        of_many = f"There is nothing to add in {paths[0].name}. {first.where}: "
        raise InputError(plain.clean((of_many if more else "") + first.reason))
    _name_skipped(outcome)
    _say_added(face, outcome, count)
    if outcome.stopped:
        raise LibraryError(outcome.stopped)
    if outcome.failed:
        raise InputError(f"{plain.counted(outcome.failed, 'file')} could not be used.")


@sources_group.command("new", short_help="Add one source by its title, date and link.")
@click.option("--title", default="", help="Needed where there is no text.")
@click.option("--publisher", default="", help="Who published it.")
@click.option("--author", default="", help="Who wrote it.")
@click.option("--date", "day", default="", help="When: 2016-09-16, 2016-09, 2016 or in words.")
@click.option("--link", default="", help="Its address on the web; nothing is fetched from there.")
@click.option("--kind", type=click.Choice([one.value for one in SourceKind]), help="What it is.")
@click.option("--text", default="", help="Its text, or - to read it from standard input.")
@_duplicates
@_confidential
@shared_options
@click.pass_obj
def new_source(
    face: Face,
    title: str,
    publisher: str,
    author: str,
    day: str,
    link: str,
    kind: str | None,
    text: str,
    duplicates: str,
    confidential: bool,
) -> None:
    """Add one source that is written down here.

    Without a text it stays a reference, marked “text missing”: its title can be searched, and
    nothing is fetched.
    """
    written = Reference(
        "", type=kind or "", title=title, author=author, issued=day, publisher=publisher,
        url=link, text=_standard_input() if text == "-" else text,
    )  # fmt: skip
    with face.desk() as desk:
        choices = ImportChoices(DuplicatePolicy(duplicates), undoable=True)
        outcome = desk.sources.add_written(written, choices)
        if confidential:
            desk.sources.set_all_confidential(one.id for one in outcome.sources)
        count = desk.sources.count()
    _say_added(face, outcome, count)


@sources_group.command("remove-batch", short_help="Take out what one import brought.")
@click.argument("batch", type=int)
@shared_options
@click.pass_obj
def remove_batch(face: Face, batch: int) -> None:
    """Take out the sources that import BATCH brought, as `sources add` named it.

    Sources that evidence quotes stay. `undo` brings the others back.
    """
    with face.desk() as desk:
        outcome = desk.sources.remove_batch(batch)
    if face.as_json:
        say_json(json_face.batch_removed(outcome))
    else:
        say(plain.clean(outcome.sentence))


@sources_group.command("confidential", short_help="Keep a source out of all reports.")
@click.argument("source")
@click.option("--off", is_flag=True, help="Let it into reports again.")
@shared_options
@click.pass_obj
def set_confidential(face: Face, source: str, off: bool) -> None:
    """Keep SOURCE, as “sources list” names it, and all that is linked of it out of reports.

    Reports say how many items of evidence were withheld; `--option withhold=no` lets them in.
    `undo` takes the mark back.
    """
    with face.desk() as desk:
        known = desk.sources.named(source)
        desk.sources.set_confidential(known.id, not off)
        marked = desk.sources.get(known.id)
    if face.as_json:
        say_json(json_face.sources([marked])["sources"][0])
    else:
        now = "may be in reports again" if off else "is kept out of all reports"
        say(f"“{plain.clean(marked.title)}” {now}.")


@sources_group.command("list")
@shared_options
@click.pass_obj
def list_sources(face: Face) -> None:
    """List the sources of the library."""
    with face.reader() as desk:
        found = desk.sources.all()
    if face.as_json:
        say_json(json_face.sources(found))
    else:
        say(plain.sources(found))


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig") if sys.stdin is not None else ""
    except UnicodeDecodeError as error:
        raise InputError("What comes in is no text in UTF-8.") from error


def _say_added(face: Face, outcome: SourceImport, count: int) -> None:
    for one in outcome.duplicates[:NAMED]:
        note(plain.clean(one.sentence))
    if face.as_json:
        say_json(json_face.sources_added(outcome, count))
    else:
        say(_told(outcome, count))


def _mapping(columns: tuple[str, ...]) -> dict[str, str] | None:
    mapping: dict[str, str] = {}
    for told in columns:
        field, sign, column = told.partition("=")
        if not sign or not column:
            raise InputError(f"“{told}” is not FIELD=COLUMN, such as text=Body.")
        mapping[field.strip()] = column
    return mapping or None


def _told(outcome: SourceImport, count: int) -> str:
    known = f", {outcome.present:,} there already" if outcome.present else ""
    left = sum(1 for one in outcome.duplicates if not one.added)
    alike = f", {plain.counted(left, 'duplicate')} left out" if left else ""
    lost = len(outcome.skipped) - outcome.failed
    skipped = f", {plain.counted(lost, 'record')} skipped" if lost else ""
    batch = f" It is batch {outcome.batch_id}." if outcome.batch_id else ""
    added = plain.counted(len(outcome.sources), "source")
    total = plain.counted(count, "source")
    return f"{added} added{known}{alike}{skipped}; the library has {total}.{batch}"


def _name_skipped(outcome: SourceImport) -> None:
    for one in outcome.skipped[:NAMED]:
        note(f"{plain.clean(one.where)} was passed over: {plain.clean(one.reason)}")
    if len(outcome.skipped) > NAMED:
        note(f"{len(outcome.skipped) - NAMED:,} more passed over.")
