"""How far a name reaches: what ties capitalised words, and which small ones stand among them.

Knows the words of one text; whether a run is a name is decided in scan.py.
"""

from __future__ import annotations

from itertools import pairwise

from app.text.names.places import PLACES
from app.text.names.tokens import Token
from app.text.names.words import (
    ADJECTIVES,
    BODIES,
    BODIES_FOR,
    FORCES,
    MONTHS_AND_DAYS,
    OWNED,
    PARTICLES,
    PORTFOLIOS,
    ROLE_TAILS,
    STARTERS,
    TITLES,
)
from app.text.word_lists import listed

#: No name has more words; bounds what one run can cost.
LONGEST = 12
SPACES = frozenset((" ", "\u00a0", "  ", "\u202f"))
_ABBREVIATED = listed("st dr mr mrs ms gen lt col sgt sen rep gov jr sr prof rev mt ft")
#: Particles of names that are everyday words of English.
_ENGLISH = listed("at as an ten")
#: The first small word that can stand inside a name.
_BRIDGES = PARTICLES | listed("of for and")


class Runs:
    """The runs of capitalised words of one text."""

    def __init__(self, text: str, tokens: list[Token], *, german: bool) -> None:
        self.text = text
        self.tokens = tokens
        self.german = german

    def particles_before(self, at: int) -> list[Token]:
        """The "van der" of "van der Berg said", where no first name stands before it."""
        tokens = self.tokens
        if self.german or tokens[at].word in PLACES:
            return []
        for width in (2, 1):
            if at < width or tokens[at - width].word not in ("van", "von"):
                continue
            led_by = tokens[at - width : at]
            words = [token.word for token in led_by]
            if led_by[0].capital:
                continue
            if width == 1 or words[1] in ("der", "den", "de"):
                tied = all(
                    self.text[x.end : y.start] in SPACES for x, y in pairwise([*led_by, tokens[at]])
                )
                return led_by if tied else []
        return []

    def run_from(self, at: int) -> tuple[list[Token], int]:
        """The longest run of capitalised words from `at`, with particles and "of" inside."""
        tokens = self.tokens
        run = [tokens[at]]
        at += 1
        while at < len(tokens) and not tokens[at].title_line and len(run) < LONGEST:
            last, token = run[-1], tokens[at]
            if last.possessive and not self._owned(last, token):
                break
            if not last.possessive and not self.tied(last, token):
                break
            if token.capital:
                run.append(token)
                at += 1
                continue
            width = self.bridge(run, at) or self._common_noun(run, at)
            if not width:
                break
            run.extend(tokens[at : at + width])
            at += width
        return run, at

    def _owned(self, last: Token, token: Token) -> bool:
        """Whether a possessive stands inside a name: "Guy's Hospital", "Miners' Union"."""
        gap = self.text[last.end : token.start]
        if not token.capital or last.word in PLACES:
            return False
        return (token.word in OWNED and gap in ("'s ", "’s ")) or (
            token.word in BODIES and gap in ("' ", "’ ")
        )

    def _common_noun(self, run: list[Token], at: int) -> int:
        """How many small words end a name like "Syrian army" or "US-led coalition"; 0 for none."""
        token = self.tokens[at]
        if run[-1].word in ADJECTIVES and token.word in FORCES:
            return 1
        if token.joined and at + 1 < len(self.tokens) and token.word in ("led", "backed"):
            after = self.tokens[at + 1]
            if after.word in FORCES and self.tied(token, after):
                return 2
        return 0

    def tied(self, last: Token, token: Token) -> bool:
        gap = self.text[last.end : token.start]
        if gap in SPACES or (token.joined and gap == "-" and not token.capital):
            return True
        if gap in (" & ", "&"):
            return last.capital and token.capital
        initial = len(last.word) == 1 or last.word in _ABBREVIATED
        return gap == ". " and initial and last.capital

    def bridge(self, run: list[Token], at: int) -> int:
        """How many words from `at` on go on with the name after small words; 0 for none."""
        tokens = self.tokens
        if at >= len(tokens) or tokens[at].word not in _BRIDGES:
            return 0
        for width in (1, 2):
            ahead = tokens[at : at + width + 1]
            if len(ahead) <= width or any(t.title_line != run[0].title_line for t in ahead):
                return 0
            small, after = ahead[:-1], ahead[-1]
            ties = all(self.text[x.end : y.start] in SPACES for x, y in pairwise(ahead))
            if not ties or any(t.capital for t in small):
                return 0
            if not after.capital or after.word in MONTHS_AND_DAYS:
                continue
            words = [t.word for t in small]
            small_name = all(word in PARTICLES and word not in _ENGLISH for word in words)
            if small_name and run[-1].word not in STARTERS:
                return width + 1
            body = run[-1].word in BODIES and run[-1].word not in TITLES
            if words in (["of"], ["of", "the"]) and body:
                return width + 1
            if words == ["for"] and run[-1].word in BODIES_FOR and len(run) < 4:
                return width + 1
            joined = any(t.word in ("of", "for") for t in run) and after.word in PORTFOLIOS
            if words == ["and"] and joined:
                return width + 1
            titled = run[-1].word in TITLES
            if words in (["of"], ["for"]) and titled and after.word in ROLE_TAILS:
                return width + 1
        return 0
