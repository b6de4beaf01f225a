"""Commands about the library itself, and the sample that shows it at work. Knows no tool."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from app.cli import json_face, plain
from app.cli.face import Face, is_there, say, say_json, shared_options
from app.model.errors import InputError, LibraryError


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
@click.pass_obj
def library_check(face: Face) -> None:
    """Look whether every row is still what was written; ends with status 1 where one is not."""
    with face.reader() as desk:
        findings = desk.check()
    if face.as_json:
        say_json(json_face.findings(findings))
    else:
        say(plain.findings(findings))
    if findings:
        raise LibraryError(
            f"The library is damaged: {plain.counted(len(findings), 'finding')}.",
            "Recover it: claimdesk library recover. Or restore: claimdesk library backups.",
        )


@library_group.command("backup")
@shared_options
@click.pass_obj
def library_backup(face: Face) -> None:
    """Back the library up now, beside itself, with every row verified."""
    with face.reader() as desk:
        made = desk.backups.make()
    if face.as_json:
        say_json(json_face.backups([made]))
    else:
        say(f"Backed up: {plain.clean(str(made.path))}")


@library_group.command("backups")
@shared_options
@click.pass_obj
def library_backups(face: Face) -> None:
    """List the backups of the library, the newest first."""
    from app.desk.backups import backups_of

    found = backups_of(face.path())
    if face.as_json:
        say_json(json_face.backups(found))
    else:
        say(plain.backups(found))


@library_group.command("restore", short_help="Put a backup in the place of the library.")
@click.argument("name")
@click.option("--preview", is_flag=True, help="Only tell what the backup holds.")
@shared_options
@click.pass_obj
def library_restore(face: Face, name: str, preview: bool) -> None:
    """Put the backup NAME in the place of the library, which is set aside and not lost."""
    from app.desk.backups import backup_named, preview_backup, restore_backup

    if preview:
        info = preview_backup(backup_named(face.path(), name).path)
        if face.as_json:
            say_json(json_face.library_info(info))
        else:
            say(plain.library(info))
        return
    with _alone(face):
        chosen, aside = restore_backup(face.path(), name)
    if face.as_json:
        say_json({"restored": str(chosen.path), "aside": str(aside)})
    else:
        say(f"Restored {chosen.path.name}. What was there lies in {plain.clean(str(aside))}")


@library_group.command("recover")
@shared_options
@click.pass_obj
def library_recover(face: Face) -> None:
    """Make a damaged library work again; its damaged files are set aside untouched."""
    from app.desk.backups import recover_library

    with _alone(face):
        told = recover_library(face.path())
    if face.as_json:
        backup = str(told.backup) if told.backup else None
        say_json({"aside": str(told.aside), "backup": backup, "lost": list(told.lost)})
        return
    say(f"The library works again. The damaged files lie in {plain.clean(str(told.aside))}")
    for sentence in told.lost or ("Nothing was lost but the steps to undo.",):
        say(plain.clean(sentence))


@contextmanager
def _alone(face: Face) -> Iterator[None]:
    """Hold the lock that a window holds, so that none has the library open meanwhile."""
    from app.host.single_instance import LibraryInUse, LibraryLock

    path = face.path()
    if not is_there(path):
        raise InputError(f"There is no library at {path}.")
    try:
        lock = LibraryLock.take(path)
    except LibraryInUse as error:
        raise LibraryError(str(error), "Close that window first.") from error
    except OSError as error:
        raise LibraryError(
            f"The library {path} cannot be replaced: {error.strerror or error}.",
            "Allow writing in its folder, or copy the library elsewhere first.",
        ) from error
    with lock:
        yield


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
