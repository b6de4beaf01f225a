"""Commands about articles: take one in, list them, show claims. Knows no tool."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from app.cli import json_face, plain
from app.cli.face import LARGEST_ID, Face, day, say, say_json, shared_options
from app.model.article import Article
from app.model.claim import Claim
from app.model.errors import InputError
from app.model.ledger import Ledger
from app.model.reading import Reading


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
        claims = desk.articles.claims(article.id)
        reading, ledger = desk.articles.reading(article.id), desk.articles.ledger(article.id)
    _show(face, article, claims, reading, ledger)


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
            number = min(int(article[:20]), LARGEST_ID)
            stored = desk.articles.get(number)
            claims = desk.articles.claims(number)
            reading, ledger = desk.articles.reading(number), desk.articles.ledger(number)
        _show(face, stored, claims, reading, ledger)
        return
    from app.desk.articles import read_article_file, read_words

    read, found = read_article_file(Path(article), published)
    _show(face, read, found, *read_words(read, found))


def _show(
    face: Face, article: Article, claims: tuple[Claim, ...], reading: Reading, ledger: Ledger
) -> None:
    if face.as_json:
        say_json(json_face.claims(article, claims, reading, ledger))
    else:
        say(plain.article(article, claims, ledger))
