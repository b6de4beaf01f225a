"""Commands about the library itself, and the sample that shows it at work. Knows no tool."""

from __future__ import annotations

import click

from app.cli import json_face, plain
from app.cli.face import Face, say, say_json, shared_options


@click.group("library", no_args_is_help=False)
def library_group() -> None:
    """Look at the library."""


@library_group.command("info")
@shared_options
@click.pass_obj
def library_info(face: Face) -> None:
    """Tell where the library is and what it holds."""
    with face.reader() as desk:
        info = desk.info()
    if face.as_json:
        say_json(json_face.library_info(info))
    else:
        say(plain.library(info))


@library_group.command("check")
@shared_options
@click.pass_context
def library_check(context: click.Context) -> None:
    """Look whether every row is still what was written; ends with status 1 where one is not."""
    face = context.ensure_object(Face)
    with face.reader() as desk:
        findings = desk.check()
    if face.as_json:
        say_json(json_face.findings(findings))
    else:
        say(plain.findings(findings))
    context.exit(1 if findings else 0)


@click.command("sample", short_help="Add the sample article and its sources, or remove them.")
@click.option("--remove", is_flag=True, help="Take the sample out again, in one step.")
@shared_options
@click.pass_obj
def sample(face: Face, remove: bool) -> None:
    """Put the sample article and its sources into the library, and show its claims."""
    with face.desk() as desk:
        if remove:
            gone = desk.sample.remove()
            if face.as_json:
                kept = [source.key for source in gone.kept]
                say_json({"sources": gone.sources, "articles": gone.articles, "kept": kept})
            else:
                say(plain.clean(gone.sentence))
            return
        article = desk.sample.open()
        claims = desk.articles.claims(article.id)
        reading, ledger = desk.articles.reading(article.id), desk.articles.ledger(article.id)
        sources = desk.sources.count()
    if face.as_json:
        say_json(json_face.claims(article, claims, reading, ledger))
        return
    say(plain.article(article, claims, ledger))
    say()
    say(f"The library has {plain.counted(sources, 'source')}. Next:")
    if claims:
        say(f"  claimdesk match --claim {claims[-1].id}")
    say(f"  claimdesk report {article.id} -o report.html")
