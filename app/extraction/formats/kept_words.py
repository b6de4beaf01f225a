"""Which of the words that a reader left out are kept beside the text, to be shown and put in.

Knows no format. All that is not kept is counted, and told in one sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.model.article import LeftOut
from app.text.words import words

#: So many stretches are kept, and so many characters of each and of all: a page can hide another
#: page, or the whole of its script's data.
MOST_STRETCHES, LONGEST_STRETCH, MOST_CHARACTERS = 200, 20_000, 100_000
_BETWEEN = "\n\n"


def kept(found: Iterable[LeftOut], length: int) -> tuple[tuple[LeftOut, ...], str]:
    """What is kept, in order of place, and a sentence about the rest; "" where nothing is missing.

    Neighbours at one place become one stretch; words that are hidden again and again are kept
    where they first stood. Of too many the longest are kept. `length` is that of the text.
    """
    whole = _once(_joined(found, length))
    cut = [_cut(one) for one in whole]
    room = MOST_CHARACTERS
    chosen: set[int] = set()
    for row in sorted(range(len(cut)), key=lambda row: -len(cut[row].text)):
        if len(cut[row].text) <= room and len(chosen) < MOST_STRETCHES:
            room -= len(cut[row].text)
            chosen.add(row)
    answer = tuple(cut[row] for row in sorted(chosen))
    missing = sum(one.words for one in whole) - sum(one.words for one in answer)
    if not missing:
        return answer, ""
    are = (
        "word that the file does not show is"
        if missing == 1
        else ("words that the file does not show are")
    )
    return answer, (
        f"{missing:,} more {are} not listed here: at most {MOST_STRETCHES} stretches and "
        f"{MOST_CHARACTERS:,} characters are. Look at them in the file itself."
    )


def _joined(found: Iterable[LeftOut], length: int) -> list[LeftOut]:
    joined: list[list[LeftOut]] = []
    for one in sorted(found, key=lambda one: one.place):
        last = joined[-1][0] if joined else None
        if last is not None and (last.place, last.reason) == (one.place, one.reason):
            joined[-1].append(one)
        else:
            joined.append([one])
    return [
        replace(
            run[0],
            place=min(run[0].place, length),
            text=_BETWEEN.join(dict.fromkeys(one.text for one in run)),
            words=sum({one.text: one.words for one in run}.values()),
        )
        for run in joined
    ]


def _once(found: list[LeftOut]) -> list[LeftOut]:
    first: dict[tuple[str, str], LeftOut] = {}
    for one in found:
        first.setdefault((one.reason, " ".join(one.text.casefold().split())), one)
    return list(first.values())


def _cut(one: LeftOut) -> LeftOut:
    if len(one.text) <= LONGEST_STRETCH:
        return one
    end = one.text.rfind(" ", LONGEST_STRETCH // 2, LONGEST_STRETCH)
    text = one.text[: end if end > 0 else LONGEST_STRETCH].rstrip()
    return replace(one, text=text, words=len(words(text)))
