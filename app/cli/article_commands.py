"""Commands about articles: take one in, list them, show claims. Knows no tool."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli import json_face, plain
from app.cli.claim_commands import stretch
from app.cli.face import LARGEST_ID, Face, day, say, say_json, shared_options
from app.model.article import Article
from app.model.claim import Claim
from app.model.errors import InputError
from app.model.inconsistency import Inconsistency
from app.model.ledger import Ledger
from app.model.reading import Reading

if TYPE_CHECKING:
    from app.desk.desk import Desk

Told = tuple[Article, tuple[Claim, ...], Reading, Ledger, tuple[Inconsistency, ...]]


@click.group("article", no_args_is_help=False)
def article_group() -> None:
    """Take articles in."""


@article_group.command("add", short_help="Take an article in from a file.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--published", type=day, metavar="DATE", help="The day it was published, where you know it."
)
@shared_options
@click.pass_obj
def add_article(face: Face, file: Path, published: date | None) -> None:
    """Take the article in FILE into the library and show its claims.

    An article that is there already is not taken in twice; --published then sets its day.
    """
    with face.desk() as desk:
        article = desk.articles.add_file(file, published)
        told = _told(desk, article.id)
    _show(face, *told)


@article_group.command("include", short_help="Put a zone or a stretch of an article in.")
@click.argument("article", type=click.IntRange(1, LARGEST_ID))
@click.argument("start", type=click.IntRange(0, LARGEST_ID))
@click.argument("end", type=click.IntRange(0, LARGEST_ID), required=False)
@shared_options
@click.pass_obj
def include(face: Face, article: int, start: int, end: int | None) -> None:
    """Put the zone of ARTICLE that begins at START in, or the stretch from START to END; its
    sentences become claims."""
    _include(face, article, start, end, included=True)


@article_group.command("exclude", short_help="Leave a zone or a stretch of an article out.")
@click.argument("article", type=click.IntRange(1, LARGEST_ID))
@click.argument("start", type=click.IntRange(0, LARGEST_ID))
@click.argument("end", type=click.IntRange(0, LARGEST_ID), required=False)
@shared_options
@click.pass_obj
def exclude(face: Face, article: int, start: int, end: int | None) -> None:
    """Leave the zone of ARTICLE that begins at START out, or the stretch from START to END. Claims
    that only the app found go with it; yours, and any you have worked on, stay."""
    _include(face, article, start, end, included=False)


@article_group.command("include-left-out", short_help="Put words in that the file does not show.")
@click.argument("article", type=click.IntRange(1, LARGEST_ID))
@click.argument("numbers", type=click.IntRange(1, LARGEST_ID), nargs=-1, required=True)
@shared_options
@click.pass_obj
def include_left_out(face: Face, article: int, numbers: tuple[int, ...]) -> None:
    """Put words that the file of ARTICLE does not show in, at its end; their sentences become
    claims. NUMBERS are those that `claims` gives them; `article exclude` leaves them out again."""
    with face.desk() as desk:
        desk.articles.include_left_out(article, [number - 1 for number in numbers], True)
        told = _told(desk, article)
    _show(face, *told)


@article_group.command("rescale", short_help="Tell the verdicts of an article on another scale.")
@click.argument("article", type=click.IntRange(1, LARGEST_ID))
@click.argument("scale")
@click.option(
    "--as",
    "answers",
    metavar="OLD=NEW",
    multiple=True,
    help="What a rating becomes that nothing on SCALE means exactly; may be given several times.",
)
@shared_options
@click.pass_obj
def rescale(face: Face, article: int, scale: str, answers: tuple[str, ...]) -> None:
    """Give every verdict of ARTICLE anew on SCALE, as one step. What means exactly the same is
    mapped, what does not is asked; the log keeps what was given before."""
    told = [one.partition("=") for one in answers]
    if bad := next((one for one in told if not one[0] or not one[2]), None):
        raise InputError(f"“{''.join(bad)}” is no answer; write partly_supported=mixture.")
    with face.desk() as desk:
        done = desk.rescaling.change(article, scale, {old: new for old, _, new in told})
        name = desk.scales.get(scale).name
    if face.as_json:
        say_json(json_face.rescaled(article, scale, done))
    else:
        say(f"{plain.counted(len(done), 'verdict')} given anew on the {name}.")


@click.command("articles")
@shared_options
@click.pass_obj
def list_articles(face: Face) -> None:
    """List the articles of the library."""
    with face.reader() as desk:
        found = desk.articles.all()
    if face.as_json:
        say_json(json_face.articles(found))
    else:
        say(plain.articles(found))


@click.command("claims", short_help="Show the claims of a stored article or of a file.")
@click.argument("article", metavar="ARTICLE")
@click.option(
    "--published", type=day, metavar="DATE", help="The day a FILE was published, for its weekdays."
)
@shared_options
@click.pass_obj
def show_claims(face: Face, article: str, published: date | None) -> None:
    """Show the claims of ARTICLE: the number of a stored article, or a file.

    A file is read and not stored; its claims are then numbered from 1. A file whose name is a
    number is written as ./12.
    """
    if article.isdecimal():
        if published is not None:
            raise InputError("--published goes with a file; a stored article has its day.")
        with face.reader() as desk:
            told = _told(desk, min(int(article[:20]), LARGEST_ID))
        _show(face, *told)
        return
    from app.desk.articles import read_article_file, read_inconsistencies, read_words

    read, found = read_article_file(Path(article), published)
    _show(face, read, found, *read_words(read, found), read_inconsistencies(read, found))


def _include(face: Face, article: int, start: int, end: int | None, *, included: bool) -> None:
    with face.desk() as desk:
        if end is None:
            desk.articles.include_zone(article, start, included)
        else:
            desk.articles.include_span(article, stretch(start, end), included)
        told = _told(desk, article)
    _show(face, *told)


def _told(desk: Desk, article_id: int) -> Told:
    articles = desk.articles
    return (
        articles.get(article_id),
        articles.claims(article_id),
        articles.reading(article_id),
        articles.ledger(article_id),
        articles.inconsistencies(article_id),
    )


def _show(
    face: Face,
    article: Article,
    claims: tuple[Claim, ...],
    reading: Reading,
    ledger: Ledger,
    inconsistencies: tuple[Inconsistency, ...],
) -> None:
    if face.as_json:
        say_json(json_face.claims(article, claims, reading, ledger, inconsistencies))
    else:
        say(plain.article(article, claims, ledger, inconsistencies))
