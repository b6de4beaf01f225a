"""Where sentences begin and end, by one scan over the stops. Knows text only, no zones, no claims.

Rules, not a model: abbreviations, initials, decimals, ellipses, closing quotes, list numbers and
the stops of other scripts. Every look round a stop is bounded, so that the work is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from app.model.span import Span

# Stops that can end nothing but a sentence, whatever follows (CJK, Arabic, Urdu, Indic, …).
_SURE_STOPS = frozenset("。！？｡؟۔।॥։።။៕")
_STOPS = frozenset(".!?…‥‼⁇⁈⁉．") | _SURE_STOPS
_CANDIDATE = re.compile(f"[{''.join(sorted(_STOPS))}]+|[\n\u2028\u2029\x0c][\\s\ufeff]*")
# What may close after a stop and still belongs to the sentence; footnote marks too.
_CLOSERS = re.compile("[\"'”’»›)\\]}」』】）》〉＂＇]*(?:\\[\\d{1,4}\\]){0,9}")
_MAY_CLOSE = frozenset("\"'”’»›)]}」』】）》〉＂＇[")
#: French sets a blank between its closing mark and the words.
_FRENCH_CLOSERS = (" »", "\u00a0»", "\u202f»")
# German and others close with “ or «; only without a space before them.
_LEFT_HAND_CLOSERS = frozenset("“«‘")
_OPENERS = frozenset("\"'“”„‘‚«»‹›([{¿¡「『【（《〈")
_BLANK = frozenset(" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u2028\u2029\u202f\u3000\ufeff\u200b")
_BULLETS = "•‣◦▪●–—*-·"


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Titles and the like: a name or number follows, so no sentence ends here.
_BEFORE_NAME = _listed(
    "mr mrs ms mx messrs dr prof gen lt col sgt capt cpt cmdr cdr adm maj brig cpl pvt sen rep gov "
    "pres hon rev fr sr sra supt det insp amb atty min pte mt ft mme mlle hr dir asst assoc "
    "vs v e.g i.e cf viz approx ca esp incl r.i.p"
)
# Followed by a number they count something; else an ordinary word may stand there ("He said no.").
_BEFORE_NUMBER = _listed(
    "no nos nr nº p pp vol vols art arts sec sect fig figs ch chap para par pt ver ed op est c tel "
    "ext rs bd abs str"
)
_MONTHS = _listed("jan feb mar apr jun jul aug sep sept oct nov dec")
_WEEKDAYS = _listed("mon tue tues wed weds thu thur thurs fri sat sun")
# May end a sentence or stand before a name: the next word decides.
_EITHER = _listed(
    "inc corp ltd co cos jr sr bros st ave blvd rd llc plc etc al dept univ assn intl natl mfg "
    "gmbh d.c ph.d m.d b.a m.a a.k.a a.d b.c"
)
# Words that begin a sentence and stand in no name, so that a stop before them is a full stop.
_STARTERS = _listed(
    "the a an in on at by for from with after before during since until while when where why how "
    "what who which if as but and or nor so yet it its he she his her they their we our you your i "
    "this that these those there here then now meanwhile however although though because despite "
    "both many most some several all no not one another other earlier later still also even just "
    "according once under over between into following about more my us him them"
)
_TIME_AFTER_CLOCK = (
    _listed(
        "est edt gmt utc bst cet cest et pt ct mt pst pdt cst cdt eastern central pacific local "
        "monday tuesday wednesday thursday friday saturday sunday"
    )
    | _MONTHS
)
_GERMAN_AFTER_ORDINAL = _listed(
    "januar februar märz april mai juni juli august september oktober november dezember "
    "jahrhundert jahrestag"
)
_SAID = (
    "said|says|asked|asks|added|adds|told|wrote|writes|replied|tweeted|shouted|wondered|joked|cried"
)
_NAME_SAID = re.compile(
    rf"[A-Z][\w.'’-]{{0,30}}(?:[ \u00a0][A-Z][\w.'’-]{{0,30}}){{0,4}}[ \u00a0](?:{_SAID})\b"
)
# A quotation that is the object of a verb of saying stays in its sentence, whatever stops it holds.
_SAYS_QUOTE = re.compile(
    r"\b(?:said|says|saying|say|added|adds|adding|asked|stated|states|stating|wrote|writes|writing|"
    r"replied|tweeted|told|argued|claimed|warned|explained|insisted|declared|stressed|announced|"
    r"responded|commented|concluded|noted|quoted|that)"
    r"(?:[ \u00a0][\w.’'-]{1,20}){0,4}?(?<!\.)[,:]?[ \u00a0]([\"“«„])"
)
_QUOTE_ENDS = {'"': '"', "“": "”", "«": "»", "„": "“"}
_LONGEST_KEPT_QUOTE = 400
_STAMP = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,[ \u00a0](?:[a-z]{3,9}[ \u00a0]\d{1,2},|"
    r"\d{1,2}[ \u00a0][a-z]{3,9}),?[ \u00a0]\d{4}(?=[ \u00a0])",
    re.IGNORECASE,
)
#: Before the state of a member of Congress: "Sen. Carla Ruiz, D-N.M."
_PARTY = ("D-", "R-", "I-")
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you"})
_WORD = re.compile(r"\w[\w'’-]{0,30}")
_NUMBERED = re.compile(r"(?:\d{1,3}|[ivxIVX]{1,4}|[A-Za-z])")
_LONGEST_NUMBER = 4
_LOOK_BACK = 32
_LOOK_AHEAD = 120
_WRAP_WIDTH = 120
_WRAP_SHARE = 0.75


def sentences(text: str, within: Span | None = None) -> list[Span]:
    """The sentences of `text` (or of the stretch `within`), in order, without outer blanks.

    Spans do not overlap; what lies between them is blank. A blank line always ends a sentence, a
    single newline does unless the text is hard-wrapped there. Linear in the length of the text.
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    end = min(end, len(text))
    lines = _Lines(text, start, end)
    kept = _kept_quotes(text, start, end)
    spans: list[Span] = []
    begin = _after_stamp(spans, text, start, end)
    for candidate in _CANDIDATE.finditer(text, start, end):
        at, stop = candidate.span()
        if at < begin:
            continue
        if text[at] in _STOPS:
            while kept and kept[-1][1] <= at:
                kept.pop()
            if kept and kept[-1][0] < at and stop < kept[-1][1]:
                continue
            cut = _end_at_stop(text, begin, at, stop, end)
            if cut is not None:
                _add_trimmed(spans, text, begin, cut)
                begin = cut
        elif lines.ends_sentence(at, stop):
            _add_trimmed(spans, text, begin, at)
            begin = _after_stamp(spans, text, stop, end)
    _add_trimmed(spans, text, begin, end)
    return spans


def _add_trimmed(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    if start < end:
        spans.append(Span(start, end))


def _after_stamp(spans: list[Span], text: str, start: int, end: int) -> int:
    """Where the words begin after a full date that opens a line ("Thursday, May 7, 2015 On …")."""
    stamp = _STAMP.match(text, start, start + _LOOK_AHEAD if start + _LOOK_AHEAD < end else end)
    if stamp is None or not text[stamp.end() + 1 : stamp.end() + 2].isupper():
        return start
    _add_trimmed(spans, text, start, stamp.end())
    return stamp.end()


def _kept_quotes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations that no stop inside may cut, last first: each its opening and closing mark."""
    kept: list[tuple[int, int]] = []
    marks = [text.find(mark, start, end) for mark in _QUOTE_ENDS]
    if max(marks) == -1:
        return kept
    # No verb of saying stands farther from the mark than this.
    at = max(start, min(mark for mark in marks if mark != -1) - _LOOK_AHEAD)
    while (verb := _SAYS_QUOTE.search(text, at, end)) is not None:
        opening = verb.start(1)
        limit = min(end, opening + _LONGEST_KEPT_QUOTE)
        closing = text.find(_QUOTE_ENDS[text[opening]], opening + 1, limit)
        if closing == -1 or text.find("\n", opening, closing) != -1:
            at = verb.end()
            continue
        kept.append((opening, closing))
        at = closing + 1
    kept.reverse()
    return kept


def _end_at_stop(text: str, begin: int, start: int, stop: int, limit: int) -> int | None:
    """Where the sentence ends that the stop at start–stop may close, or None when it goes on."""
    if stop >= limit:
        return stop
    after = stop
    if text[stop] in _MAY_CLOSE:
        closers = _CLOSERS.match(text, stop, limit)
        after = closers.end() if closers else stop
    if after < limit and text[after] in _LEFT_HAND_CLOSERS:
        beyond = after + 1
        if beyond >= limit or text[beyond] in _BLANK:
            after = beyond
    if text.startswith(_FRENCH_CLOSERS, after):
        beyond = after + 2  # "« Il a plu. » Puis il part."; what »opens« touches its word
        if beyond >= limit or text[beyond] in _BLANK or text[beyond] in ",.;":
            after = beyond
    if after >= limit:
        return after
    quoted = after > stop
    if text[stop - 1] in _SURE_STOPS:
        # Japanese quotes go on with a particle: 「…。」と述べた.
        return None if quoted and text[after] in "とってなのはがを、，,；;" else after
    if text[after] not in _BLANK:
        return after if _is_glued(text, start, stop, after, limit) else None
    following = after + 1
    while following < limit and text[following] in _BLANK:
        following += 1
    if following >= limit or (following > after + 1 and text.count("\n", after, following) > 1):
        return after
    return after if _begins_sentence(text, begin, start, stop, following, limit, quoted) else None


def _is_glued(text: str, start: int, stop: int, after: int, limit: int) -> bool:
    """Whether two sentences touch without a space ("was held.The meeting"), as on scraped pages."""
    if stop - start != 1 or start < 3 or not text[start - 3 : start].islower():
        return False
    word = _WORD.match(text, after, min(limit, after + _LOOK_AHEAD))
    if word is None or not word.group()[0].isupper() or word.group().casefold() not in _STARTERS:
        return False
    return word.end() < limit and text[word.end()] in " \u00a0"


def _begins_sentence(
    text: str, begin: int, start: int, stop: int, following: int, limit: int, quoted: bool
) -> bool:
    """Whether a new sentence begins at `following`, after the stop at start–stop and a blank."""
    opened = following
    while opened < limit and opened - following < 4 and text[opened] in _OPENERS:
        opened += 1
    if opened >= limit:
        return True
    sign = text[opened]
    if sign.islower():
        return False
    if opened == following and sign in ",;:–—-/&" and "\n" not in text[stop:following]:
        return False
    mark = text[start:stop]
    if mark == ".":
        return quoted or _full_stop(text, begin, start, opened, limit)
    return not (quoted or "!" in mark) or not _goes_on(text, mark, quoted, opened, limit)


def _word_at(text: str, at: int, limit: int) -> str:
    """The word that begins at `at`, folded, or "" where none does."""
    word = _WORD.match(text, at, at + _LOOK_AHEAD if at + _LOOK_AHEAD < limit else limit)
    return word.group().casefold() if word else ""


def _goes_on(text: str, mark: str, quoted: bool, at: int, limit: int) -> bool:
    """Whether a sentence goes on after a quoted question or cry ("Why?" Kerry said)."""
    following = _word_at(text, at, limit)
    if mark == "!" and following in {"inc", "news"}:  # Yahoo! Inc.
        return True
    if not quoted or following in _PRONOUNS:
        return False
    return _NAME_SAID.match(text, at, min(limit, at + _LOOK_AHEAD)) is not None


def _full_stop(text: str, begin: int, start: int, opened: int, limit: int) -> bool:
    """Whether the single dot at `start` ends a sentence, by the word before it and the next one.

    The next sentence would begin at `opened`.
    """
    token = _token_before(text, begin, start)
    if not token:
        return True
    bare = token.casefold()
    number_next = text[opened].isdigit()
    if _is_list_number(text, begin, start, token):
        return False
    if bare in _BEFORE_NAME:
        return bool(bare == "v" and not token.islower())
    if bare in _BEFORE_NUMBER and number_next:
        return False
    if bare in _MONTHS or (bare in _WEEKDAYS and token[0].isupper()):
        return not number_next and _word_at(text, opened, limit) not in _MONTHS
    if bare in {"a.m", "p.m"}:
        return _word_at(text, opened, limit) not in _TIME_AFTER_CLOCK
    if bare == "etc" or text[max(begin, start - len(token) - 2) : start - len(token)] in _PARTY:
        return True
    if bare in _EITHER or _is_initial(token) or _is_dotted(token):
        return _word_at(text, opened, limit) in _STARTERS
    if token.isdigit() and len(token) <= 2:
        return _word_at(text, opened, limit) not in _GERMAN_AFTER_ORDINAL
    return True


def _token_before(text: str, begin: int, start: int) -> str:
    """The word before the dot, with inner dots ("U.S", "p.m"), without opening marks."""
    floor = start - _LOOK_BACK if start - _LOOK_BACK > begin else begin
    if start > floor and text[start - 1].isalnum():
        plain = text[floor:start].rpartition(" ")[2]
        if plain.isalnum():
            return plain
    at = start
    while at > floor and (text[at - 1].isalnum() or text[at - 1] in ".º"):
        at -= 1
    return text[at:start].lstrip(".") if at < start else ""


def _is_list_number(text: str, begin: int, start: int, token: str) -> bool:
    """Whether the dot belongs to a list number at the very start of a sentence ("1. Talks")."""
    if len(token) > _LONGEST_NUMBER or start - len(token) - begin > _LOOK_BACK:
        return False
    if not _NUMBERED.fullmatch(token) or not text[begin : start - len(token)].isspace():
        return start - len(token) == begin and bool(_NUMBERED.fullmatch(token)) and token != "I"
    return token != "I"


def _is_initial(token: str) -> bool:
    """Whether the token is a person's initial: one capital letter of a script that has capitals."""
    return len(token) == 1 and token.isupper()


@lru_cache(maxsize=1 << 10)
def _is_dotted(token: str) -> bool:
    """Whether the token is letters with dots between them: U.S, e.g, J.K, т.е."""
    if "." not in token or len(token) > 12:
        return False
    return all(1 <= len(piece) <= 2 and piece.isalpha() for piece in token.split("."))


class _Lines:
    """Whether line breaks of one stretch end sentences or only wrap them.

    A text is hard-wrapped when none of its lines is longer than 120 characters; there a line that
    is nearly full goes on. Elsewhere each line is a paragraph of its own.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._end = end
        self._breaks = [start - 1]
        at = text.find("\n", start, end)
        while at != -1:
            self._breaks.append(at)
            at = text.find("\n", at + 1, end)
        self._breaks.append(end)
        self._width = max(
            later - earlier - 1
            for earlier, later in zip(self._breaks, self._breaks[1:], strict=False)
        )

    def ends_sentence(self, start: int, stop: int) -> bool:
        """Whether the run of blanks start–stop, which begins with a line break, ends a sentence."""
        text = self._text
        if text.count("\n", start, stop) > 1 or text[start] in "\u2029\x0c" or stop >= self._end:
            return True
        sign = text[stop]
        if sign in _BULLETS and stop + 1 < self._end and text[stop + 1] in _BLANK:
            return True
        if sign.islower() or sign in ",;:)]":
            return False
        if self._width > _WRAP_WIDTH:
            return True
        word = _WORD.match(text, stop, min(self._end, stop + _LOOK_AHEAD))
        needed = len(word.group()) if word else 1
        return self._line_length(start) + 1 + needed <= self._width * _WRAP_SHARE

    def _line_length(self, break_at: int) -> int:
        """The length of the line that ends at `break_at`, without counting its indent."""
        line_start = self._breaks[bisect_right(self._breaks, break_at - 1) - 1] + 1
        return break_at - line_start
