"""Finds the persons, bodies and places that a text names, each under its fullest form there.

Knows one text and no register of persons; `same_name` compares names of two texts.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from app.model.reading import NameMention
from app.model.span import Span
from app.text.names.persons import is_person_words
from app.text.names.places import ALIASES, PLACES
from app.text.names.same import sound_key
from app.text.names.scan import NameScan
from app.text.names.tokens import Token

Words = tuple[str, ...]


def find_names(text: str) -> tuple[NameMention, ...]:
    """All mentions of names in order of place, none overlapping.

    Found by capitals, so in Latin, Cyrillic and Greek letters only. A mention's `name` is the
    fullest form in the same text: a surname becomes the full name, an acronym the long name that
    the text gives with it, spelling variants the form the running text prefers. Roles ("Foreign
    Minister"), days, months and adjectives of peoples are no names. Linear in the text.
    """
    runs = NameScan(text).runs
    names = [_words(run) for run in runs]
    forms = _Forms(text, runs, names)
    fullest = {words: forms.fullest(words) for words in set(names)}
    mentions = []
    for run, words in zip(runs, names, strict=True):
        span = Span(run[0].start, run[-1].end)
        mentions.append(NameMention(span, span.of(text), fullest[words]))
    return tuple(mentions)


class _Forms:
    """The forms of the names of one text, and which is the fullest of each.

    `names` are the words of each run.
    """

    def __init__(self, text: str, runs: list[list[Token]], names: list[Words]) -> None:
        self._text = text
        self._written: dict[Words, Counter[str]] = {}
        self._weight: Counter[Words] = Counter()
        for run, words in zip(runs, names, strict=True):
            shown = self._shown(run, words)
            # Running text is edited with more care than headlines, captions and tags.
            weight = 1 if run[0].title_line else 10
            self._weight[words] += weight
            self._written.setdefault(words, Counter())[shown] += weight
        self._acronyms = self._read_acronyms(runs)
        self._fuller = self._read_fuller()

    def _shown(self, run: list[Token], words: Words) -> str:
        """The name as it is written, on one line, a place in capitals only as usually written."""
        shown = " ".join(self._text[run[0].start : run[-1].end].split())
        if len(shown) > 3 and shown.isupper() and " ".join(words) in PLACES:
            return shown.title()
        return shown

    def _read_acronyms(self, runs: list[list[Token]]) -> dict[Words, Words]:
        """ "Long Name (LN)" and "LN (Long Name)": the short form to the long one."""
        acronyms: dict[Words, Words] = {}
        for first, second in pairwise(runs):
            between = self._text[first[-1].end : min(second[0].start, first[-1].end + 4)]
            if between.strip() not in ("(", "[", ", or", "(the") or "\n" in between:
                continue
            short, long = (second, first) if len(second) == 1 else (first, second)
            pair = len(short) == 1 and self._is_acronym(short[0]) and len(long) > 1
            if pair and _fits(self._capitals(short[0]), long):
                acronyms.setdefault(_words(short), _words(long))
        return acronyms

    def _is_acronym(self, token: Token) -> bool:
        """Whether a word is mostly capitals: "WHO", "AfDB", "MoD"."""
        raw = self._text[token.start : token.end]
        return token.upper or (len(raw) <= 6 and sum(sign.isupper() for sign in raw) >= 2)

    def _capitals(self, token: Token) -> str:
        """The letters that stand for words, folded: those of "AfDB" are "adb"."""
        raw = self._text[token.start : token.end]
        capitals = "".join(sign for sign in raw if sign.isupper())
        return token.word if token.upper else capitals.casefold()

    def _read_fuller(self) -> dict[Words, Words]:
        """Each shorter form or variant to the form that stands for it."""
        fuller: dict[Words, Words] = {}
        by_ending: dict[Words, Words] = {}
        by_sound: dict[tuple[str, ...], Words] = {}
        by_first: dict[str, Words | None] = {}
        ordered = sorted(self._weight, key=lambda words: -self._weight[words])
        for words in ordered:
            if len(words) < 2:
                continue
            person = is_person_words(words)
            if person:
                known = by_sound.setdefault(sound_key(words), words)
                if known != words:
                    fuller[words] = known
                    continue
                first = words[0]
                by_first[first] = None if first in by_first else words
            for at in range(1, len(words)):
                ending = words[at:]
                if person or len(ending) > 1:
                    by_ending.setdefault(ending, words)
        by_last_sound = {sound_key(words)[-1:]: words for words in reversed(by_sound.values())}
        for words in ordered:
            plain = " ".join(words)
            if words in fuller or plain in PLACES or plain in ALIASES:
                continue
            target = by_ending.get(words)
            if target is None and len(words) == 1:
                heard = by_last_sound.get(sound_key(words)) if len(words[0]) > 3 else None
                target = heard or by_first.get(words[0])
            if target is not None and target != words:
                fuller[words] = target
        return fuller

    def fullest(self, words: Words) -> str:
        """The fullest form of this name in its text."""
        for _ in range(3):  # an acronym's long name may itself have a variant
            further = self._acronyms.get(words) or self._fuller.get(words)
            if further is None or further == words:
                break
            words = further
        return self._written[words].most_common(1)[0][0]


def _words(run: list[Token]) -> Words:
    return tuple(token.word for token in run)


def _fits(short: str, long: list[Token]) -> bool:
    """Whether an acronym takes its letters, in order, from the words of the long name."""
    letters = [sign for sign in short if sign.isalnum()]
    initials = [token.word[0] for token in long]
    if not letters or letters[0] not in initials[:2]:
        return False
    at = 0
    for word in (token.word for token in long):
        if at < len(letters) and word[0] == letters[at]:
            at += 1
    return at >= max(2, len(letters) - 2)
