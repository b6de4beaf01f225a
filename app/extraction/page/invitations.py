"""Finds the boxes that invite to a newsletter or a subscription. Knows looks of lines, no zone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from app.extraction.page.words import Look, Sort

#: What a line is about that opens such a box, and one that closes it: a field or a button.
_OPENS = re.compile(
    r"newsletter|sign up|subscri|inbox|bulletin|boletín|bolet[ií]m|infolettre|abonn|inscri|suscr"
    r"|assine|iscriviti|рассылк|подпис|підпис|subskryb|bülten|النشرة|اشترك|ニュースレター|뉴스레터",
)
_CLOSES = re.compile(rf"{_OPENS.pattern}|e-?mail|mail|thank|privacy|terms|register|log ?in|submit")
_MOST_LINES, _MOST_WORDS = 6, 25


def invitations(looks: Sequence[Look], line: Callable[[int], str]) -> set[int]:
    """The lines of such boxes, from the one that invites to the button that is to be pressed.

    `looks` are those of a page's lines, and `line` gives the words of one.
    """

    def is_control(index: int, about: re.Pattern[str]) -> bool:
        furniture = looks[index].sort is Sort.FURNITURE
        return furniture and about.search(line(index).lower()) is not None

    found: set[int] = set()
    for index in range(len(looks)):
        if index in found or not is_control(index, _OPENS):
            continue
        end = index
        for at in range(index + 1, min(len(looks), index + _MOST_LINES)):
            if looks[at].words > _MOST_WORDS or looks[at].heading:
                break
            if is_control(at, _CLOSES):
                end = at
        found.update(range(index, end + 1))
    return found
