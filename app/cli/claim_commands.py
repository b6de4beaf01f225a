"""Commands that make and change claims by hand. Knows no tool.

Places are code points of the stored text, as “claimdesk claims ARTICLE --json” gives them.
"""

from __future__ import annotations

import click

from app.cli import json_face, plain
from app.cli.face import LARGEST_ID, Face, say, say_json, shared_options
from app.model.claim import Claim
from app.model.errors import InputError
from app.model.span import Span

NUMBER = click.IntRange(1, LARGEST_ID)
PLACE = click.IntRange(0, LARGEST_ID)


@click.group("claim", no_args_is_help=False)
def claim_group() -> None:
    """Make, reword, split, merge and remove claims."""


@claim_group.command("new", short_help="Make a claim of a stretch of an article.")
@click.argument("article", type=NUMBER)
@click.argument("start", type=PLACE)
@click.argument("end", type=PLACE)
@shared_options
@click.pass_obj
def new_claim(face: Face, article: int, start: int, end: int) -> None:
    """Make a claim of ARTICLE's text from START to END, grown to whole words."""
    with face.desk() as desk:
        made = desk.claims.create(article, stretch(start, end))
    _show(face, made)


@claim_group.command("reword", short_help="Say a claim in your own words.")
@click.argument("claim", type=NUMBER)
@click.argument("statement")
@shared_options
@click.pass_obj
def reword_claim(face: Face, claim: int, statement: str) -> None:
    """Let claim number CLAIM read STATEMENT; an empty one goes back to the article's words."""
    with face.desk() as desk:
        changed = desk.claims.reword(claim, statement)
    _show(face, changed)


@claim_group.command("split", short_help="Make two claims of one.")
@click.argument("claim", type=NUMBER)
@click.argument("at", type=PLACE)
@shared_options
@click.pass_obj
def split_claim(face: Face, claim: int, at: int) -> None:
    """Split claim number CLAIM where AT stands in the article's text; the first half keeps its
    number."""
    with face.desk() as desk:
        halves = desk.claims.split(claim, at)
    _show(face, *halves)


@claim_group.command("merge", short_help="Make one claim of two.")
@click.argument("claim", type=NUMBER)
@click.argument("other", type=NUMBER, required=False)
@shared_options
@click.pass_obj
def merge_claims(face: Face, claim: int, other: int | None) -> None:
    """Merge claim number CLAIM with OTHER, else with the next claim whose words stand after its
    own; CLAIM keeps its number."""
    with face.desk() as desk:
        merged = desk.claims.merge(claim, other or 0)
    _show(face, merged)


@claim_group.command("remove", short_help="Take a claim out.")
@click.argument("claim", type=NUMBER)
@shared_options
@click.pass_obj
def remove_claim(face: Face, claim: int) -> None:
    """Take claim number CLAIM out with the work on it; “claimdesk undo” brings it back."""
    with face.desk() as desk:
        desk.claims.remove(claim)
    if face.as_json:
        say_json(json_face.changed_claims((), removed=claim))
    else:
        say(f"Claim {claim} is removed.")


def stretch(start: int, end: int) -> Span:
    """The stretch from START to END. Raises InputError where it ends before it begins."""
    if end <= start:
        raise InputError("END must lie behind START.")
    return Span(start, end)


def _show(face: Face, *claims: Claim) -> None:
    if face.as_json:
        say_json(json_face.changed_claims(claims))
    else:
        for claim in claims:
            say(plain.claim(claim))
