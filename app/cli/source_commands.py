"""Commands about sources: add them from files, list them. Knows no tool."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli import json_face, plain
from app.cli.face import Face, note, say, say_json, shared_options
from app.cli.progress import shown_work
from app.model.errors import InputError
from app.model.intake import SourceImport

#: So many skipped lines are named one by one; the rest are counted.
NAMED = 5


@click.group("sources", no_args_is_help=False)
def sources_group() -> None:
    """Fill and list the library of sources."""


@sources_group.command("add", short_help="Add sources from files.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@shared_options
@click.pass_obj
def add_sources(face: Face, files: tuple[Path, ...]) -> None:
    """Add the sources in FILES: texts (.txt, .md), or .jsonl with one source a line.

    A line of .jsonl is {"_id": …, "title": …, "text": …}; publisher, author, published, kind,
    language and url are kept where they stand beside these. A file that cannot be used is told and
    passed over; the others are added.
    """
    added = present = skipped = 0
    unusable = 0
    with face.desk() as desk, shown_work() as work:
        for file in files:
            try:
                outcome = desk.sources.import_file(file, work)
            except InputError as error:
                if len(files) == 1:
                    raise
                unusable += 1
                note(f"{file.name} was passed over: {error}")
                continue
            added += len(outcome.sources)
            present += outcome.present
            skipped += len(outcome.skipped)
            _name_skipped(file, outcome)
        count = desk.sources.count()
    if face.as_json:
        say_json({"added": added, "present": present, "skipped": skipped, "sources": count})
    else:
        known = f", {present:,} there already" if present else ""
        lost = f", {plain.counted(skipped, 'line')} skipped" if skipped else ""
        total = plain.counted(count, "source")
        say(f"{plain.counted(added, 'source')} added{known}{lost}; the library has {total}.")
    if unusable:
        raise InputError(f"{unusable} of the {len(files)} files could not be used.")


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


def _name_skipped(file: Path, outcome: SourceImport) -> None:
    for one in outcome.skipped[:NAMED]:
        note(f"{file.name}, {one.where}, was skipped: {plain.clean(one.reason)}")
    if len(outcome.skipped) > NAMED:
        rest = len(outcome.skipped) - NAMED
        note(f"{plain.counted(rest, 'more line')} of {file.name} skipped.")
