"""The verb forms of English that carry a clause, and where a plain clause has its subject.

Knows words and no article: it says where subject and verb stand, or that the grammar is not plain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from app.text.word_lists import listed

AUXILIARIES = listed(
    "is are was were am has have had will would could should may might can must shall did does do"
    " isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't couldn't shouldn't can't"
    " cannot didn't doesn't don't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t won’t wouldn’t"
    " couldn’t shouldn’t can’t didn’t doesn’t don’t"
)
#: Past forms that are hardly ever anything else.
PAST = listed(
    "ate awoke became began bent bit blew broke brought built bought came caught chose clung crept"
    " dealt drank drew drove fell fed felt fled flew forbade forgot forgave fought found froze gave"
    " got grew heard held hid hung kept knelt knew laid lay led left lent lit lost made meant met"
    " overcame overtook paid ran rang rode rose said sang sank sat saw sent shone shook shot"
    " shrank slept slid sold sought spent spoke sprang stole stood struck stuck swam swept swore"
    " swung taught tore threw told took understood undertook went withdrew woke won wore wove wrote"
    " beat cost hit cut set shut split spread put let hurt quit burst cast"
)
#: Of these the past is written like the base form or a noun: only right after a subject.
_UNSURE = listed("beat cost hit cut set shut split spread put let hurt quit burst cast left felt")
#: Present forms that headlines and features use; nouns of the same spelling are left out.
_PRESENT = listed(
    "says tells thinks believes wants knows sees goes comes gets gives takes makes seems becomes"
    " remains leads keeps lies stands runs begins includes denies argues insists faces owns"
    " teaches writes expects hopes needs means requires allows contains belongs depends employs"
    " grows rises falls wins loses brings holds lives dies sells buys pays speaks meets serves"
    " expires ends starts opens closes produces provides exists chairs heads holds turns warns"
    " say think believe want know remain seem expect hope argue warn fear need live differ"
)
_NOTPAST = listed(
    "united need speed indeed hundred sacred hatred naked wicked aged armed red bed seed weed deed"
    " breed creed exceed proceed succeed so-called unprecedented limited alleged injured wounded"
    " supposed disputed occupied infrared shed sled"
)
#: After these an "-ed" word is a participle: "soldiers killed in the raid were buried".
_AFTER_PARTICIPLE = listed(
    "by in on at with from to as for near during since between after before under last when"
)
_AFTER_SURE_PARTICIPLE = listed("by near with as from")
_LEADS = listed(
    "in on at after before during for from by with since until under despite as while when if"
    " although though because amid among around asked following like near outside over through"
    " throughout to unlike without within according speaking citing once whether given across"
    " along inside beyond based prosecuting defending"
)
_CONJUNCTIONS = listed("and but or yet so nor then however meanwhile also still instead")
_RELATIVE = listed("who which whose whom that where")
_STOPS = frozenset(";:()—–\x01\n")
#: Longest stretch, in words, in which a subject ends.
_MOST_WORDS = 30

_TOKEN = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*\.?|[,;:()—–\x01\n]")
_CONTRACTED = re.compile(r"['’](?:ve|re|ll|d|m)$|^(?:that|it|there|he|she|what|who|here)['’]s$")
_TIME_LEAD = re.compile(
    r"(?:(?:on|late|early|last|this|next|late on|early on) )?(?:(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day|week|month|year|yesterday|today)(?: (?:morning|afternoon|evening|night))?,? ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PlainClause:
    """Places in a text: the subject (its head, without apposition), and where the verb begins."""

    subject_start: int
    subject_end: int
    verb: int


class _Token(NamedTuple):
    word: str
    plain: str
    start: int
    end: int


def has_verb(words: str) -> bool:
    """Whether a stretch holds a verb that carries a clause, by its forms alone."""
    tokens = _tokens(words, 0, len(words))
    return any(
        _is_finite(tokens, at)
        and not (
            tokens[at].plain.endswith("ed")
            and at + 1 < len(tokens)
            and tokens[at + 1].plain in _AFTER_SURE_PARTICIPLE
        )
        for at in range(1, len(tokens))
    )


def plain_clause(text: str, start: int, end: int) -> PlainClause | None:
    """Subject and verb of the clause at start–end, or None where they are not plainly to be seen.

    Openings ("On Monday", "After the vote, …", "But") are passed over; an apposition or a relative
    clause after the subject is no part of it.
    """
    tokens = _tokens(text, start, min(end, start + 40 * _MOST_WORDS))
    at = _subject_start(text, tokens, end)
    if at is None or at >= len(tokens) or not _opens_subject(tokens, at):
        return None
    return _from_subject(tokens, at)


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    return [
        _Token(word := found.group(), word.casefold().rstrip("."), *found.span())
        for found in _TOKEN.finditer(text, start, end)
    ]


def _subject_start(text: str, tokens: list[_Token], end: int) -> int | None:
    """The first token of the subject, after what opens the sentence."""
    at = 0
    while at < len(tokens) and (tokens[at].plain in _CONJUNCTIONS or tokens[at].word == ","):
        at += 1
    if at >= len(tokens):
        return None
    when = _TIME_LEAD.match(text, tokens[at].start, end)
    if when is not None:
        while at < len(tokens) and tokens[at].start < when.end():
            at += 1
        return at
    first = tokens[at].plain
    if first in _LEADS or (first.endswith("ing") and len(first) > 5):
        comma = next((i for i in range(at, len(tokens)) if tokens[i].word == ","), None)
        return None if comma is None else comma + 1
    return at


def _opens_subject(tokens: list[_Token], at: int) -> bool:
    token = tokens[at]
    if _CONTRACTED.search(token.plain) is not None:
        return False
    if not token.word[0].isalnum() or token.plain in _LEADS or token.plain in _RELATIVE - {"that"}:
        return False
    return token.plain not in AUXILIARIES and token.plain not in ("to", "not", "there", "it's")


def _from_subject(tokens: list[_Token], first: int) -> PlainClause | None:
    """Reads on from the first word of the subject to its verb."""
    head: int | None = None
    relative = False
    inserted = False
    for at in range(first + 1, min(len(tokens), first + _MOST_WORDS)):
        token = tokens[at]
        if token.word in _STOPS:
            return None
        if token.word == ",":
            if head is None:
                head = at
            inserted = not inserted
            relative = False
            continue
        led = token.plain == "that" and tokens[at - 1].plain in _LEADS
        if token.plain in _RELATIVE and not relative and not led:
            head = at if head is None else head
            relative = True
            continue
        if not _is_finite(tokens, at):
            continue
        if inserted:
            continue  # a verb of the apposition
        if relative:
            relative = False
            continue
        stop = head if head is not None else at
        while stop > first + 1 and _is_adverb(tokens[stop - 1].plain):
            stop -= 1
        if tokens[stop - 1].plain in _LEADS | {"of", "the", "a", "an", "and"}:
            return None
        return PlainClause(tokens[first].start, tokens[stop - 1].end, token.start)
    return None


def _is_adverb(word: str) -> bool:
    return (word.endswith("ly") and word not in _NOUNS_IN_LY) or word in _ADVERBS


_ADVERBS = listed("also then now never always often still just soon ever once again even all both")
_NOUNS_IN_LY = listed("family assembly ally supply reply july italy monopoly anomaly")


def _is_finite(tokens: list[_Token], at: int) -> bool:
    """Whether the word at this place is a verb that has a subject."""
    token = tokens[at]
    word = token.plain
    before = tokens[at - 1].plain if at else ""
    if word in AUXILIARIES:
        return token.word != "May" and token.word != "Will"
    if token.word[0].isupper() or before in ("the", "a", "an", "of", "to", "his", "her", "its"):
        return False
    if word in _UNSURE:
        return before not in ("and", "was", "were", "is", "be", "been", "by", "for", "in")
    if word in PAST or word in _PRESENT:
        return before not in ("be", "been", "being")
    if len(word) > 4 and word.endswith("ed") and word not in _NOTPAST and "-" not in word:
        following = tokens[at + 1].plain if at + 1 < len(tokens) else ""
        return following not in _AFTER_PARTICIPLE or not _verb_ahead(tokens, at + 1)
    return False


def _verb_ahead(tokens: list[_Token], at: int) -> bool:
    """Whether a surer verb follows in the same clause."""
    for token in tokens[at : at + 14]:
        if not token.word[0].isalnum() or token.plain in _RELATIVE or token.plain in ("and", "but"):
            return False
        if token.plain in AUXILIARIES or (token.plain in PAST and token.plain not in _UNSURE):
            return True
        if token.plain.endswith("ed") and token.plain not in _NOTPAST and len(token.plain) > 4:
            return True
    return False
