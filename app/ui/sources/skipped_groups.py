"""What an import skipped, put together by the reason: one line a reason, with its count. Knows no
widget."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.model.intake import Skipped

# What differs between two reasons of one sort: numbers, and what is quoted.
_OWN = re.compile(r"“[^”]{0,300}”|\d[\d.,]*\d|\d")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


@dataclass
class SkippedGroup:
    """All that was skipped for one reason. `reason` tells it of one of them ("It is empty."), and
    `files` where each stood."""

    reason: str
    files: list[str] = field(default_factory=list)

    @property
    def told(self) -> str:
        """ "14 files: each is a PNG picture." """
        first = self._sentences()[0]
        if len(self.files) == 1:
            return f"1 file: {_uncapitalised(first)}"
        told = re.sub(r"^It\b", "each", first)
        return f"{len(self.files):,} files: {_uncapitalised(told)}"

    @property
    def advice(self) -> str:
        """What can be done about each; may be empty."""
        return self._sentences()[1]

    def _sentences(self) -> tuple[str, str]:
        end = _SENTENCE_END.search(self.reason)
        at = end.end() if end else len(self.reason)
        return self.reason[:at], self.reason[at:].strip()


class SkippedGroups:
    """The groups, in the order in which their reasons were met first."""

    def __init__(self) -> None:
        self._groups: dict[str, SkippedGroup] = {}

    def take(self, skipped: Iterable[Skipped]) -> None:
        """Put these to their groups."""
        for one in skipped:
            reason = _without_name(one)
            shape = _OWN.sub("…", reason)
            group = self._groups.get(shape)
            if group is None:
                group = self._groups[shape] = SkippedGroup(reason)
            elif group.reason != reason:
                group.reason = shape
            group.files.append(one.where)

    def clear(self) -> None:
        """Forget all of them."""
        self._groups.clear()

    def all(self) -> list[SkippedGroup]:
        """The groups, the largest first."""
        return sorted(self._groups.values(), key=lambda group: -len(group.files))


def _without_name(one: Skipped) -> str:
    """The reason as it is told of any file: “It is empty.” for “note.txt is empty.”"""
    # Of “papers.csv, line 3” the reason may name the file alone.
    for name in (one.where, one.where.partition(", ")[0]):
        if name and one.reason.startswith(name):
            return f"It{one.reason[len(name) :]}"
        if name and name in one.reason:
            return one.reason.replace(name, "it")
    return one.reason


def _uncapitalised(sentence: str) -> str:
    first = sentence.split(maxsplit=1)[0] if sentence.strip() else ""
    # Not what is a name or an abbreviation.
    return f"{sentence[0].lower()}{sentence[1:]}" if first in _OPENING else sentence


_OPENING = frozenset(("It", "There", "The", "Its", "Too", "No", "A", "An", "This"))
