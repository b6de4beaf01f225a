"""Commands that decide: a verdict with its evidence, and taking steps back. Knows no tool."""

from __future__ import annotations

import click

from app.cli import json_face, plain
from app.cli.face import LARGEST_ID, Face, note, say, say_json, shared_options
from app.model.errors import InputError
from app.model.review import Stance


@click.command("verdict", short_help="Give a claim its verdict, with evidence.")
@click.argument("claim", type=click.IntRange(1, LARGEST_ID))
@click.argument("rating")
@click.option("--rationale", metavar="TEXT", help="Your reasons, in your words.")
@click.option(
    "--evidence",
    metavar="PASSAGE[:STANCE]",
    multiple=True,
    help="A passage to link, as “match” numbers it; may be given several times. STANCE is "
    "supports, contradicts, qualifies or mentions; without one it follows the verdict.",
)
@click.option(
    "--acknowledge",
    is_flag=True,
    help="Record that you know the evidence speaks against the rating, where it does.",
)
@click.option("--scale", metavar="KEY", default="", help="The scale; else that of the settings.")
@shared_options
@click.pass_obj
def give_verdict(
    face: Face,
    claim: int,
    rating: str,
    rationale: str | None,
    evidence: tuple[str, ...],
    acknowledge: bool,
    scale: str,
) -> None:
    """Give claim number CLAIM the verdict RATING, with its evidence, as one step.

    RATING is supported, partly_supported, refuted, not_enough_evidence or not_checkable, or its
    number; other scales have ratings of their own. Where linked evidence speaks against the rating
    the verdict is recorded all the same and a note says so; with --acknowledge the note is recorded
    with the verdict.
    """
    links = [_link(one) for one in evidence]
    with face.desk(scale) as desk:
        given, objection = desk.review.settle(
            claim, rating, rationale, links, acknowledge=acknowledge
        )
        name = desk.scale.rating(given.rating).name
        linked = len(desk.review.get(claim).evidence)
    if objection is not None:
        known = " Noted as read." if given.acknowledged else ""
        hint = "" if given.acknowledged or not objection.asks else " (--acknowledge records this.)"
        note(f"Note: {plain.clean(objection.sentence)}{known}{hint}")
    if face.as_json:
        say_json(json_face.verdict(given, objection))
    else:
        say(f"Claim {claim}: {name}, with {plain.counted(linked, 'linked passage')}.")


@click.command("undo")
@shared_options
@click.pass_obj
def undo(face: Face) -> None:
    """Take the last step back."""
    _travel(face, back=True)


@click.command("redo")
@shared_options
@click.pass_obj
def redo(face: Face) -> None:
    """Do the step again that was taken back last."""
    _travel(face, back=False)


def _travel(face: Face, *, back: bool) -> None:
    with face.desk() as desk:
        changes = desk.history.undo() if back else desk.history.redo()
    label = changes.label if changes else ""
    if face.as_json:
        say_json({"done": changes is not None, "label": label})
    elif changes is None:
        say("Nothing to undo." if back else "Nothing to redo.")
    else:
        say(f"{'Undone' if back else 'Done again'}: {label}.")


def _link(text: str) -> tuple[int, Stance | None]:
    number, colon, stance = text.partition(":")
    if not number.isdecimal() or not 0 < int(number[:20]) <= LARGEST_ID:
        raise InputError(f"“{text}” names no passage; write 12 or 12:contradicts.")
    if not colon:
        return int(number), None
    try:
        return int(number), Stance(stance.strip().casefold())
    except ValueError as error:
        known = ", ".join(one.value for one in Stance)
        raise InputError(f"“{stance}” is not a stance. There are: {known}.") from error
