"""The command that matches a text, a claim or a whole batch against the library. Knows no tool."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

import click

from app.cli import json_face, plain
from app.cli.face import LARGEST_ID, Face, day, say, say_json, shared_options
from app.cli.progress import shown_work
from app.model.errors import InputError

#: A query longer than this is no claim (characters).
LONGEST_QUERY = 100_000


@click.command("match", short_help="Find passages that speak of a text or a claim.")
@click.argument("text", required=False)
@click.option("--claim", type=click.IntRange(1, LARGEST_ID), help="A stored claim's number.")
@click.option(
    "--batch",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help='One query a line, {"id": …, "text": …}; “-” reads the standard input.',
)
@click.option(
    "--limit",
    metavar="N",
    default=5,
    show_default=True,
    type=click.IntRange(1, 1000),
    help="How many candidates.",
)
@click.option(
    "--published", type=day, metavar="DATE", help="The day TEXT was published, for its weekdays."
)
@shared_options
@click.pass_obj
def match(
    face: Face,
    text: str | None,
    claim: int | None,
    batch: Path | None,
    limit: int,
    published: date | None,
) -> None:
    """Find the passages that speak of TEXT, of a stored claim, or of a batch of queries.

    Each answer says which words are shared and what differs. A batch is answered in JSON, one
    answer a line in the order of the queries.
    """
    if sum(given is not None for given in (text, claim, batch)) != 1:
        raise InputError("Give one of: a text, --claim NUMBER, --batch FILE.")
    if published is not None and text is None:
        raise InputError("--published goes with a text; a stored claim has its article’s day.")
    if batch is not None:
        _match_batch(face, batch, limit)
        return
    if text is not None:
        _check_query(text, "The text")
    with face.reader() as desk:
        if claim is not None:
            matches = desk.matching.for_claim(claim, limit)
        else:
            matches = desk.matching.for_text(text or "", limit, published)
    if face.as_json:
        say_json(json_face.match(matches))
    else:
        say(plain.matches(matches))


def _match_batch(face: Face, path: Path, limit: int) -> None:
    called = "the standard input" if str(path) == "-" else path.name
    with face.reader() as desk, _opened(path) as file, shown_work() as work:
        queries = _read_queries(file, called)
        for name, matches in desk.matching.batch(queries, limit, work):
            say_json(json_face.batch_answer(name, matches))


def _opened(path: Path) -> BinaryIO:
    if str(path) == "-":
        if sys.stdin is None:  # None where the caller closed it
            raise InputError("The standard input is closed; there is no query to read.")
        return sys.stdin.buffer
    if os.path.isdir(path):
        raise InputError(f"{path} is a folder, not a file of queries.")
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(f"{path} cannot be opened: {error.strerror}.") from error


def _read_queries(file: BinaryIO, name: str) -> Iterator[tuple[str | int, str]]:
    found = False
    for number, raw in enumerate(file, 1):
        if not raw.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        found = True
        yield _read_query(raw, f"Line {number} of {name}")
    if not found:
        raise InputError(f"There is no query in {name}.")


def _read_query(raw: bytes, where: str) -> tuple[str | int, str]:
    try:
        record = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where} is not JSON in UTF-8.") from error
    if not isinstance(record, dict):
        raise InputError(f'{where} is not of the form {{"id": …, "text": …}}.')
    key, text = record.get("id", record.get("_id")), record.get("text")
    if not isinstance(key, (str, int)) or not isinstance(text, str):
        raise InputError(f'{where} is not of the form {{"id": …, "text": …}}.')
    _check_query(text, where)
    return key, text


def _check_query(text: str, what: str) -> None:
    if not text.strip():
        raise InputError(f"{what} is empty.")
    if len(text) > LONGEST_QUERY:
        raise InputError(
            f"{what} is {len(text):,} characters long; a claim has at most {LONGEST_QUERY:,}."
        )
