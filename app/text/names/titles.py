"""Takes the roles out of a run of capitalised words: "Foreign Minister", "Secretary of State".

Knows no text.
"""

from __future__ import annotations

from app.text.names.tokens import Token
from app.text.names.words import BODIES, ROLE_TAILS, TITLE_LEADS, TITLES
from app.text.word_lists import listed


def split_titles(run: list[Token]) -> list[list[Token]]:
    """What stands before, between and after the roles in a run."""
    pieces: list[list[Token]] = [[]]
    at = 0
    while at < len(run):
        after_of = at and run[at - 1].word == "of"  # "Department of Justice"
        width = 0 if after_of else _title_width(run, at)
        if width:
            pieces.append([])
            at += width
        else:
            pieces[-1].append(run[at])
            at += 1
    return [piece for piece in pieces if piece]


_DOUBTFUL_TITLES = listed(
    "general premier father justice chief major governor king queen prince director leader"
    " deputy speaker coach officer executive commander secretary"
)


def _title_width(run: list[Token], at: int) -> int:
    """How many tokens from `at` make a role ("Foreign Minister"); 0 for none."""
    end = at
    while end < len(run) and end - at < 5 and run[end].word in TITLE_LEADS:
        end += 1
    if end < len(run) and run[end].word in TITLES:
        end += 1
    elif end > at and run[end - 1].word in TITLES:
        pass
    else:
        return 0
    word = run[end - 1].word
    following = run[end].word if end < len(run) else ""
    if following in BODIES and word in _DOUBTFUL_TITLES and following != "press":
        return 0
    office = _office_end(run, end)
    if office > end:
        return office - at
    while end < len(run) and run[end].word in TITLES:
        end += 1
    return end - at


def _office_end(run: list[Token], end: int) -> int:
    """Where "of State", "for Work and Pensions" end behind a title; `end` where none follows."""
    while end + 1 < len(run) and run[end].word in ("of", "for"):
        tail = end + 1
        while tail < len(run) and run[tail].word in ROLE_TAILS:
            tail += 1
        if tail == end + 1:
            break
        end = tail
    return end
