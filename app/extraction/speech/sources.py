"""The words that name a speaker, beside a verb of saying; and which name they give.

Knows one sentence at a time, with its quotations masked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from app.extraction.speech.masked import MASK
from app.model.reading import NameMention
from app.model.span import Span
from app.text.names.persons import is_person
from app.text.names.words import TITLE_LEADS, TITLES
from app.text.verbs import AUXILIARIES, has_verb
from app.text.word_lists import listed
from app.text.words import fold

_MOST_SUBJECT = 160
_MOST_PIECES = 8

_TRAILING = re.compile(
    r"(?:[ ](?:has|have|had|also|later|then|earlier|reportedly|previously|again|once|recently|"
    r"already|repeatedly|is|was|were|still|since|today|yesterday|now|has been|on \w+day|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|who|"
    r"(?!family|assembly|ally|supply|reply|monopoly|anomaly)[a-z]\w*ly))+$"
)
_LEADING = re.compile(
    r"^(?:(?:and|but|while|as|however|meanwhile|when|also|yet|so|although|because|then|where|that|"
    r"if|or|nor|still)\b,? ){1,3}",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\([^()\x01]{1,60}\)")
_BRACKET_AT_END = re.compile(r" ?\([^()]{1,60}\)$")
_NO_SIGNS = str.maketrans(";:,—–", "     ")
_CONJUNCTION = re.compile(r" (?:and|but|while|as|because|so|that|which|after|before|when) ")
_TIME = re.compile(
    r"^(?:(?:on|late|early|last|this|later|earlier)[ ]){0,2}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|"
    r"Sun)day|today|yesterday|week|month|year)(?: (?:morning|evening|night|afternoon))?,? ",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"^(?:in|on|at|after|during|before|with|by|for|from|since|under(?! secretary)|amid|following|"
    r"despite|asked|speaking|citing|to|of|as|when|given|like|unlike)\b",
    re.IGNORECASE,
)
_INSERTED = re.compile(
    r"^(?:who|which|whose|whom|where|when|of|from|at|in|with|for|on|after|as|to|by|asked|speaking|"
    r"citing|quoting|himself|herself|itself|now|then|also|however|too|\d|[DRI]-|\w+ing\b|\w+ed\b)"
)
_NO_HEAD = re.compile(
    r"^(?:in|on|at|after|during|before|with|by|for|from|since|under(?! secretary)|amid|following|"
    r"despite|asked|speaking|when|while|if|as|although|because|late|early|last|earlier|later|meanwhile|however|"
    r"but|and|yet|still|according)\b",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"^(?:the|a|an|its|his|her|their|one|another|our|my)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"[ ](?:that|who|which|whose|whom|reached|contacted|speaking|briefed|interviewed|polled|seen|"
    r"published|released|carried|obtained|familiar)[ ]"
)
_NOBODY = listed(
    "it there that this what which nothing nobody none these those here i'm who whom how why one"
    " no-one"
)
_NO_ONE = re.compile(r"(?:no|neither|nobody|none|not|few|nothing)\b", re.IGNORECASE)
_LINKING = listed("of by from in at for to on with the a an and or s near outside")
_AFTER_NAME = re.compile(
    r"^(?:['’]s\b)?,? ?(?:of|from|at|for|in|on|with|the|a|an|who|QC|KC|MP)\b|^,"
)
_ENDS_OPEN = re.compile(r"(?:^|[ ])(?:to|not|never|of|the|a|an|by|\w+n['’]t|denied|rejected)$")
_BEHIND_STOP = re.compile(
    r"[,;:(\x01—–]| (?:on|in|at|after|during|when|as|while|to|before|who|that|late|early|by|via|"
    r"last|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|through|following|and that)\b"
)
_HOLDS_OFFICE_OF = re.compile(r" (?:of|in|for|at|on)$")
_PRONOUN = re.compile(r"^(?:he|she|they|it|we|i|who|which|him|her|them)$", re.IGNORECASE)


def is_pronoun(words: str) -> bool:
    """Whether a speaker is only "he", "she" or the like."""
    return _PRONOUN.match(words) is not None


def subject_before(masked: str, cue: int, floor: int = 0) -> Span | None:
    """The noun phrase that is the subject of the verb at `cue`: its head, without appositions."""
    start = max(floor, cue - 4 * _MOST_SUBJECT)
    left = masked[start:cue].rstrip()
    inserted = left.endswith(",")
    trailing = _TRAILING.search(left.rstrip(","))
    if trailing is not None:
        left = left[: trailing.start()]
        inserted = left.endswith(",")
    # The sign of a share in brackets, "(OSE: HALV)", parts no clause.
    left = _BRACKETED.sub(lambda found: found[0].translate(_NO_SIGNS), left)
    begin = max(left.rfind(sign) for sign in (";", ":", MASK, "—", "–")) + 1
    bracket = left.rfind("(", begin)
    if bracket != -1 and left.find(")", bracket) == -1:
        begin = bracket + 1
    pieces = _pieces(left, begin)
    inserted = inserted or (bool(pieces) and _RELATIVE.match(" " + pieces[-1].of(left)) is not None)
    if inserted and pieces:
        at = len(pieces) - 1
        while at > 0 and _is_insertion(left, pieces, at):
            at -= 1
        piece = pieces[at]
    elif pieces:
        piece = pieces[-1]
    else:
        return None
    head = _head(left, piece)
    return None if head is None else head.shifted(start)


def _pieces(left: str, begin: int) -> list[Span]:
    """The stretches between commas, at most the last few; a comma inside a number parts none."""
    pieces: list[Span] = []
    end = len(left)
    while end > begin and len(pieces) < _MOST_PIECES:
        comma = left.rfind(", ", begin, end)
        if comma == -1 and left[end - 1] == ",":
            end -= 1
            continue
        start = begin if comma == -1 else comma + 2
        if left[start:end].strip(" ,"):
            pieces.append(Span(start, len(left[:end].rstrip(" ,"))))
        end = start - 2 if comma != -1 else begin
    return pieces[::-1]


def _is_insertion(left: str, pieces: list[Span], at: int) -> bool:
    """Whether a stretch between commas stands beside the subject before it."""
    words = pieces[at].of(left)
    before = _LEADING.sub("", pieces[at - 1].of(left))
    if _INSERTED.match(words):
        return True
    if _NO_HEAD.match(before):
        return False
    lower = words[:1].islower() or _DETERMINED.match(words) is not None
    lower = lower or fold(words.split(" ", 1)[0]) in TITLES | TITLE_LEADS
    if lower:
        return any(word[:1].isupper() for word in before.split())
    return _DETERMINED.match(before) is not None or "'s " in before or "’s " in before


def _head(left: str, piece: Span) -> Span | None:
    """The noun phrase in a piece: without openings and clauses before it; None for no subject."""
    begin = piece.start
    words = left[begin : piece.end]
    for opening in (_LEADING, _TIME, _LEADING):
        found = opening.match(words)
        if found is not None:
            begin += found.end()
            words = left[begin : piece.end]
    relative = _RELATIVE.search(words)
    if relative is not None and not has_verb(words[: relative.start()]):
        words = words[: relative.start()]
    if has_verb(words):
        cuts = [found.end() for found in _CONJUNCTION.finditer(words)]
        if not cuts or has_verb(words[cuts[-1] :]):
            return None
        begin += cuts[-1]
        words = words[cuts[-1] :]
    if _PREPOSITION.match(words):
        return None
    words = _BRACKET_AT_END.sub("", words.rstrip())
    if (
        not words
        or len(words) > _MOST_SUBJECT
        or _NO_ONE.match(words)
        or words.casefold().strip() in _NOBODY - {"it"}
    ):
        return None
    last = words.rsplit(" ", 1)[-1].casefold()
    if _ENDS_OPEN.search(words) or last in AUXILIARIES or not any(c.isalpha() for c in words):
        return None
    lead = len(words) - len(words.lstrip())
    return Span(begin + lead, begin + len(words))


def subject_behind(masked: str, start: int, end: int, names: Sequence[NameMention]) -> Span | None:
    """The noun phrase after an inverted verb ("…,” said the mayor of Ellery on Monday").

    `names` are those of the sentence, with places in `masked`.
    """
    rest = masked[start : min(end, start + _MOST_SUBJECT)]
    lead = len(rest) - len(rest.lstrip())
    at = lead
    while True:
        cut = _BEHIND_STOP.search(rest, at)
        if cut is None:
            stop = len(rest)
            break
        # "the minister of state for trade in London": only before a name may it go on.
        inside = next(
            (n for n in names if n.span.start - start < cut.start() < n.span.end - start), None
        )
        if inside is None:
            stop = cut.start()
            break
        at = inside.span.end - start
    phrase = rest[lead:stop].rstrip()
    first = phrase.split(" ", 1)[0].casefold() if phrase else ""
    if not phrase or first in _LINKING - {"the", "a", "an", "one"} or first in AUXILIARIES:
        return None
    if phrase.casefold() in _NOBODY or has_verb(phrase) or is_pronoun(first):
        return None
    return Span(start + lead, start + lead + len(phrase))


def speaker_of(words: str, source: Span, names: Sequence[NameMention]) -> str:
    """The speaker that the words at `source` name: a name's fullest form, else the words.

    A name counts where it is the head ("Mayor Ann Reed", "Ken Ito of the University of Sendai")
    or stands beside a head without one ("Its lawyer, Ann Reed, said").
    """
    plain = " ".join(source.of(words).split())
    inside = [name for name in names if source.covers(name.span)]
    headed = _headed(words, source, inside)
    if headed is not None:
        return headed.name
    if any(is_person(name.name) for name in inside) and not _is_of(words, source, inside):
        return plain
    beside = _beside(words, source, names)
    return beside.name if beside is not None else plain


def _headed(words: str, source: Span, inside: Sequence[NameMention]) -> NameMention | None:
    if not inside or _several(words, inside):
        return None
    for name in (inside[-1], inside[0]):
        before = words[source.start : name.span.start].split()
        after = words[name.span.end : source.end]
        at_end = not after.strip(" .)") or after.strip().casefold() in _LATE_TITLES
        if name is inside[0] and not at_end:
            at_end = _AFTER_NAME.match(after) is not None or after.lstrip().startswith("(")
            at_end = at_end and (is_person(name.name) or "(" in after)
        lone = before in (["the"], ["The"])
        if at_end and (not before or lone or before[-1].casefold().strip("'’") not in _LINKING):
            return name
    return None


def _several(words: str, inside: Sequence[NameMention]) -> bool:
    """Whether two persons are named, joined by "and"."""
    return any(" and " in words[one.span.end : other.span.start] for one, other in pairwise(inside))


_LATE_TITLES = listed("qc kc mp phd md jr sr obe cbe sc")


def _is_of(words: str, source: Span, inside: Sequence[NameMention]) -> bool:
    """Whether the names inside only say of what or whom the head is: "the lawyer of Ann Reed"."""
    before = words[source.start : inside[0].span.start]
    return _HOLDS_OFFICE_OF.search(before.rstrip()) is not None or words[
        inside[0].span.end : inside[0].span.end + 2
    ] in ("'s", "’s")


def _beside(words: str, source: Span, names: Sequence[NameMention]) -> NameMention | None:
    """The person named right after the source, between commas or at the end."""
    following = words[source.end : source.end + 60]
    if not following.startswith(", "):
        return None
    for name in names:
        lead = words[source.end + 2 : name.span.start]
        if name.span.start < source.end + 2:
            continue
        if len(lead) > 24 or "," in lead or (lead and not lead[:1].isupper()):
            return None
        after = words[name.span.end : name.span.end + 4]
        ended = not after.strip(" .") or after[:1] in ",;(" or after.lstrip()[:2] in ("QC", "KC")
        return name if ended else None
    return None
