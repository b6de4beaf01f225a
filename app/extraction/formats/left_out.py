"""What a reader leaves out of a text: the hidden words themselves, with their places, and sentences
for the reviewer about all of it. Knows no format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.extraction.formats.marked_text import MarkedText, Point
from app.extraction.formats.text_builder import TextBuilder
from app.model.article import WhyLeftOut

_MOST_NAMED = 12

#: What was counted, and the sentence for one of them and for many.
_TOLD = {
    "deletions": (
        "One deletion of the tracked changes was left out.",
        "{n} deletions of the tracked changes were left out.",
    ),
    "hidden": (
        "Hidden text was left out in one place.",
        "Hidden text was left out in {n} places.",
    ),
    "pictures": (
        "One picture was left out: look at it in the file itself.",
        "{n} pictures were left out: look at them in the file itself.",
    ),
    "charts": (
        "One chart or diagram was left out, with any words in it.",
        "{n} charts or diagrams were left out, with any words in them.",
    ),
    "embedded documents": (
        "One embedded document was left out: open it by itself.",
        "{n} embedded documents were left out: open them by themselves.",
    ),
    "chapters": (
        "One chapter is missing from the file.",
        "{n} chapters are missing from the file.",
    ),
    "signs": (
        "One sign of a picture font stands as “□”.",
        "{n} signs of picture fonts stand as “□”.",
    ),
}


@dataclass(slots=True)
class _Run:
    """Words with nothing visible between them: the paragraph they stand in, and where."""

    paragraph: MarkedText
    at: int
    point: Point
    reason: WhyLeftOut
    pieces: list[str]


class UnseenWords:
    """The words that a walker passes over, gathered where they stand."""

    def __init__(self) -> None:
        self._runs: list[_Run] = []

    def add(self, paragraph: MarkedText, reason: WhyLeftOut, words: str) -> None:
        """Take in words that would stand at the end of what `paragraph` holds so far."""
        last = self._runs[-1] if self._runs else None
        if (
            last is None
            or last.paragraph is not paragraph
            or (last.at, last.reason)
            != (
                len(paragraph),
                reason,
            )
        ):
            last = _Run(paragraph, len(paragraph), paragraph.point(), reason, [])
            self._runs.append(last)
        last.pieces.append(words)

    def hand_to(self, builder: TextBuilder) -> None:
        """Give all of them to the builder, once the paragraphs are there."""
        for run in self._runs:
            builder.leave_out(run.point.place, run.reason, "".join(run.pieces))


def tell_left_out(builder: TextBuilder, counts: Mapping[str, int]) -> None:
    """Give the builder a notice for each sort of thing that was left out, with how many."""
    for sort, (one, many) in _TOLD.items():
        number = counts.get(sort, 0)
        if number:
            builder.notice(one if number == 1 else many.format(n=number))


def pages_named(numbers: Iterable[int]) -> str:
    """ "Page 3", "Pages 2 and 5", "Pages 1–4, 7 and 9": runs are drawn together."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told = [words for first, last in runs for words in _run(first, last)]
    if len(told) > _MOST_NAMED:
        told = [*told[: _MOST_NAMED - 1], f"{len(told) - _MOST_NAMED + 1} more"]
    words = f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else told[0]
    single = len(runs) == 1 and runs[0][0] == runs[0][1]
    return f"{'Page' if single else 'Pages'} {words}"


def _run(first: int, last: int) -> list[str]:
    if last - first < 2:
        return [str(number) for number in range(first, last + 1)]
    return [f"{first}–{last}"]
