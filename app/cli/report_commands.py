"""Commands about reports: write one in any format, take a review in again. Knows no format."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli import json_face, plain
from app.cli.face import LARGEST_ID, Face, note, say, say_json, shared_options
from app.cli.progress import shown_work
from app.model.errors import InputError


@click.command("report", short_help="Write the report on an article, in any format.")
@click.argument("article", type=click.IntRange(1, LARGEST_ID))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write; one that exists is kept, and “ (2)” is added to the name.",
)
@click.option(
    "--format",
    "format_key",
    metavar="NAME",
    default="",
    help="One of those that “claimdesk formats” lists; else the ending of FILE says.",
)
@click.option(
    "--option",
    "options",
    metavar="NAME=VALUE",
    multiple=True,
    help="An option of the format, as “claimdesk formats” lists them; may be given several times.",
)
@shared_options
@click.pass_obj
def write_report(
    face: Face, article: int, output: Path, format_key: str, options: tuple[str, ...]
) -> None:
    """Write the report on article number ARTICLE.

    What the reader of the file should know is noted beside; it never keeps the file from being
    written.
    """
    chosen = dict(map(_option, options))
    with face.reader() as desk, shown_work() as work:
        key = format_key or desk.reports.format_for(output).key
        written = desk.reports.write(article, output, key, chosen, work)
        warnings = desk.reports.warnings(article, key, chosen)
    if face.as_json:
        say_json(json_face.report(article, written, key, warnings))
        return
    for warning in warnings:
        word = "Error" if warning.grave else "Note"
        claims = ", ".join(map(str, warning.claims))
        note(f"{word}: {plain.clean(warning.sentence)}{f' (claims {claims})' if claims else ''}")
    say(f"Saved {written}")


@click.command("formats")
@shared_options
@click.pass_obj
def list_formats(face: Face) -> None:
    """List the formats of a report and their options."""
    from app.desk.reports import list_formats

    found = list_formats()
    if face.as_json:
        say_json(json_face.formats(found))
        return
    for one in found:
        say(f"{one.key:<16}{one.extension:<20}{one.purpose}")
        for option in one.options:
            choices = f" ({', '.join(option.choices)})" if option.choices else ""
            usual = f"; {option.default} unless told otherwise" if option.default else ""
            say(f"{'':<16}  {option.key}={'…'}  {option.name}{choices}{usual}")


@click.command("import", short_help="Take in a review that was exported as a JSON dossier.")
@click.argument("file", type=click.Path(path_type=Path))
@shared_options
@click.pass_obj
def import_review(face: Face, file: Path) -> None:
    """Take in the review in FILE, a dossier that “claimdesk report --format json” wrote.

    The article comes with its claims, evidence, sources and the whole log of verdicts, as one step.
    An article that is in the library already is left as it is.
    """
    with face.desk() as desk, shown_work() as work:
        done = desk.import_review(file, work)
    if face.as_json:
        say_json(json_face.review_import(done))
        return
    for notice in done.notices:
        note(f"Note: {plain.clean(notice)}")
    say(
        f"Article {done.article_id}: {plain.counted(done.claims, 'claim')}, "
        f"{plain.counted(done.verdicts, 'verdict')}, "
        f"{plain.counted(done.sources_added, 'source')} added. Digest {done.digest_here}."
    )


def _option(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign:
        raise InputError(f"“{text}” is no option; write NAME=VALUE.")
    return key.strip(), value
