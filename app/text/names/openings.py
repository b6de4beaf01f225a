"""Whether the word that opens a sentence is a name's, though any word has a capital there.

Knows the words of one text, and which of them it writes small or large elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set

from app.text.names.places import ALIASES, PLACES
from app.text.names.tokens import Token
from app.text.names.words import (
    ADJECTIVES,
    BODIES,
    COMMON_ENDS,
    EVERYDAY,
    OPENING_ROLES,
    PLACE_LEADS,
    PORTFOLIOS,
    STARTERS,
    TITLE_LEADS,
    TITLES,
)
from app.text.verbs import PAST
from app.text.word_lists import listed

#: First words of names that are small words elsewhere: "La Paz", "Von Reuss".
_NAME_LEADS = listed("new united la le el los las san de al saint von van di bin ben abu del della")
_ADJECTIVE_ENDS = ("al", "an", "ic", "ary", "ish", "ior", "ern")
_LEADERS = listed("boss chief captain coach manager spokesman spokeswoman president chairman")
_VERBS = listed(
    "is was has had will would said says told did does also and or who which whose met went"
    " came took gave made began held got found left may can could should might must again"
    " later now denies plans wants hopes calls remains becomes became itself himself herself"
)


class Openings:
    """Judges the opening words of one text.

    `seen` are the words with a capital inside sentences, `small` those written without.
    """

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        seen: Set[str],
        small: Set[str],
        *,
        german: bool,
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._seen = seen
        self._small = small
        self._german = german

    def without(self, run: list[Token]) -> list[Token]:
        """The run without a first word that is only capitalised because a sentence begins."""
        while run and run[0].opens:
            token = run[0]
            follows = len(run) > 1
            if self._names_itself(token) or (follows and self._may_begin(token)):
                break
            if not follows and self._unknown_subject(token):
                break
            run = run[1:]
            if not run or not run[0].capital:
                run = _from_capital(run)
            break
        return run

    def _names_itself(self, token: Token) -> bool:
        """Whether an opening word is a name by all we know."""
        if token.word in STARTERS and not (token.upper and token.end - token.start > 1):
            return False
        known = token.word in PLACES or token.word in ALIASES or token.word in self._seen
        acronym = token.upper and token.end - token.start > 1 and not token.upper_line
        return known or acronym or ("-" in token.word and token.word.split("-")[0] in PLACES)

    def _may_begin(self, token: Token) -> bool:
        """Whether an opening word before another capital is part of that name."""
        word = token.word
        if word in TITLES or word in TITLE_LEADS or word in ADJECTIVES or word in PLACE_LEADS:
            return True
        if word in _NAME_LEADS:
            return True
        if word in OPENING_ROLES:
            return False
        return word not in STARTERS and not (word in self._small and word not in BODIES)

    def _unknown_subject(self, token: Token) -> bool:
        """Whether an unknown word that opens a sentence alone reads like a name."""
        word = token.word
        if self._german or word in STARTERS or word in EVERYDAY or word in self._small:
            return False
        if len(word) < 3 or word in TITLES or word in ADJECTIVES or word in BODIES:
            return False
        if word.endswith((*COMMON_ENDS, "men")) or (word.endswith("s") and not token.possessive):
            return False
        if token.possessive:
            return True
        following = self._following(token)
        if following is None:
            return True
        gap = self._text[token.end : following.start]
        if "." in gap or "\n" in gap:
            return True
        if "," in gap:
            return True
        if self._leads_role(token, following):
            return True
        verb = following.word in _VERBS or following.word in PAST or following.word.endswith("ed")
        return verb and not following.capital

    def _leads_role(self, token: Token, role: Token) -> bool:
        """Whether a body leads a role and its bearer: "Tesla boss Elon Marsh"."""
        known = token.word in PORTFOLIOS or token.word in TITLE_LEADS or token.word in OPENING_ROLES
        known = known or token.word.endswith(_ADJECTIVE_ENDS)
        bearer = self._following(role)
        lower = not role.capital and (role.word in OPENING_ROLES or role.word in _LEADERS)
        return not known and lower and bearer is not None and bearer.capital

    def _following(self, token: Token) -> Token | None:
        place = bisect_left(self._tokens, token.start, key=lambda other: other.start)
        return self._tokens[place + 1] if place + 1 < len(self._tokens) else None


def _from_capital(run: list[Token]) -> list[Token]:
    at = next((i for i, token in enumerate(run) if token.capital), len(run))
    return run[at:]
