"""The commands that change claims and say which words are accounted for, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.ui.commands.command import Command


@dataclass(frozen=True)
class ClaimActs:
    """What the reviewer can do to the current claim and to the words of the article."""

    create: Callable[[], object]
    edit: Callable[[], object]
    reset: Callable[[], object]
    split: Callable[[], object]
    merge: Callable[[], object]
    move: Callable[[], object]
    remove: Callable[[], object]
    go_to_other: Callable[[], object]
    put_in_or_out: Callable[[], object]
    excuse: Callable[[], object]
    take_back_excuse: Callable[[], object]
    next_open: Callable[[int], object]
    show_ledger: Callable[[], object]
    ledger_is_shown: Callable[[], bool]
    fold_outside: Callable[[], object]
    article_is_open: Callable[[], bool]
    has_claim: Callable[[], bool]
    is_reworded: Callable[[], bool]
    does_not_fit: Callable[[], bool]


def claim_commands(acts: ClaimActs) -> list[Command]:
    """New, reworded, split, merged, moved, removed; in the order of the menu."""
    has = acts.has_claim
    return [
        Command("new-claim", "New claim", "Claim", ("Ctrl+N",), acts.create,
                icon="plus", group="Claims", available=acts.article_is_open),
        Command("edit-claim", "Edit claim text", "Claim", ("F2",), acts.edit, icon="edit",
                group="Claims", available=has, section=True),
        Command("reset-claim", "Reset to article wording", "Claim", ("Shift+F2",), acts.reset,
                icon="undo", available=acts.is_reworded),
        Command("split-claim", "Split claim", "Claim", ("S",), acts.split, icon="split",
                group="Claims", available=has, section=True),
        Command("merge-claim", "Merge with next claim", "Claim", ("M",), acts.merge, icon="merge",
                group="Claims", available=has),
        Command("move-claim", "Move claim to selection", "Claim", ("Shift+M",), acts.move,
                icon="arrow", available=has),
        Command("remove-claim", "Remove claim", "Claim", ("Del",), acts.remove, icon="trash",
                group="Claims", available=has),
        Command("other-claim", "Go to the claim it does not fit", "Claim", ("G",),
                acts.go_to_other, icon="warning", available=acts.does_not_fit, section=True),
    ]  # fmt: skip


def word_commands(acts: ClaimActs) -> list[Command]:
    """Which words belong to the article, which need no check, and which are still open."""
    is_open = acts.article_is_open
    return [
        Command("put-in-or-out", "Put lines in or out", "Claim", ("I",),
                acts.put_in_or_out, icon="import", group="Words", available=is_open, section=True),
        Command("excuse-words", "Words need no check…", "Claim", ("X",), acts.excuse,
                icon="check", group="Words", available=is_open),
        Command("take-back-excuse", "Words need a check again", "Claim", ("Shift+X",),
                acts.take_back_excuse, icon="undo", available=is_open),
        Command("next-open", "Next open words", "Go", ("O",), lambda: acts.next_open(1),
                icon="arrow", group="Words", available=is_open, section=True),
        Command("previous-open", "Previous open words", "Go", ("Shift+O",),
                lambda: acts.next_open(-1), available=is_open),
        Command("ledger", "Ledger of words", "View", ("L",), acts.show_ledger,
                icon="eye", group="Words", available=is_open, checked=acts.ledger_is_shown,
                section=True),
        Command("fold-outside", "Fold what is outside", "View", ("Z",),
                acts.fold_outside, icon="chevron_down", group="Words", available=is_open),
    ]  # fmt: skip
