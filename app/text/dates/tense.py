"""Says of each place in a text whether its clause speaks of the past, the present or the future.

Rules over verb forms of English (and a few of other languages); knows no calendar. One pass a
sentence, then look-ups by bisection: linear in the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from app.model.span import Span
from app.text.dates.tokens import Tokens
from app.text.word_lists import listed

PAST, PRESENT, FUTURE = "past", "present", "future"
#: "Is meeting": what goes on now or, with another day, what is to come.
UNDER_WAY = "under way"

_MODALS = listed("will would shall should could can might must won ll wouldn")
_PAST_VERBS = listed(
    "was were had did said told met went came took gave made began held saw got found left"
    " fell hit sent spoke struck won lost ran became brought built bought broke chose drew"
    " drove flew fought kept knew meant paid rose sat shot stood taught thought threw wore"
    " wrote quit withdrew overthrew caught felt heard led lay swore sworn given taken seen"
    " done gone has have been ha habe hat wurde wurden war waren a été ont avait était fue"
    " fueron foi foram è stato был была были было прошел прошёл прошла"
)
_FUTURE_WORDS = listed(
    "wird werden soll sollen sera seront será serán serão sarà saranno terrà tiendra"
    " celebrará vai будет будут состоится пройдет пройдёт пройдут намерен намерена سوف"
    " upcoming forthcoming tomorrow"
)
#: Of verbs in Spanish, Portuguese and Italian; no other words end so.
_FUTURE_ENDS = ("ará", "erá", "irá", "arán", "erán", "irán", "arão", "erão", "irão", "erà", "irà",
                "eranno", "iranno")  # fmt: skip
#: "Due on Friday", "scheduled for Friday", "expected to": words that point forward by themselves.
_FORWARD = listed("due scheduled expected slated poised planned likely supposed")
#: Followed by "to" and a verb they speak of what is to come.
_INTENT = listed(
    "due scheduled expected slated poised planned plan plans planning likely supposed set"
    " agreed agree agrees hope hopes hoped hoping intend intends intended vow vows vowed"
    " pledge pledges pledged promise promises promised ready going propose proposes proposed"
    " decide decides decided prepare prepares preparing prepared aim aims meant about invited"
    " want wants wanted called calling urge urged is are was were be has have need needs"
    " threatened threatens order ordered expects expecting"
)
_PRESENT_VERBS = listed(
    "is are am says begins starts opens meets takes ends closes holds marks arrives faces"
    " runs remains travels visits votes goes comes leaves returns go turns turn takes expires"
    " expire resumes resume retires retire reopens reopen celebrates hosts hears meet begin come"
    " leave return plays retire departs arrive stages"
)
_NOT_PAST = listed(
    "united need speed indeed hundred sacred hatred naked wicked aged armed embed feed seed"
    " breed weed deed bed fed red led wed exceed proceed succeed proposed so-called alleged"
    " unprecedented occupied limited advanced wounded injured media ahmed mohammed muhammed"
    " hamed saeed"
)
_ASKING = listed(
    "ask call check come tune join meet visit see look wait watch stay bring save return stop send"
    " write phone ring book get give tell find follow expect remember keep try stand hold let"
)
#: Behind such a verb, lest it be a noun: "Call on Wednesday ended".
_ASKED = listed(
    "me us him her them you it the our your this back again in out up here there by until for"
)
_NO_VERB_AFTER_TO = listed(
    "the a an his her its their our my your this that these those him them us it each all"
    " some any which whom"
)
_SUBORDINATORS = listed(
    "that which who whom when while after before because although though if unless until"
    " since whether as but where following amid"
)
_CLAUSE_SIGNS = frozenset(',;:()–—"“”«»')
REPORTS = listed(
    "said says told confirmed announced stressed stated added noted reported declared claimed"
    " explained warned insisted argued promised vowed pledged revealed disclosed informed"
    " predicted tweeted wrote posted testified replied acknowledged admitted denied emphasized"
    " emphasised underlined reiterated recalled suggested"
)
#: All words that can begin a cue, and the ends of the others that can.
_CUES = (_MODALS | _FUTURE_WORDS | _ASKING | _INTENT | _FORWARD | _PRESENT_VERBS | _PAST_VERBS) | {
    "may",
    "d",
}
_CUE_ENDS = (*_FUTURE_ENDS, "ed")
#: How far ahead of a date its own little cue words may stand.
_FUTURE_LEADS = listed("next coming upcoming by until till bis nächsten nächste")
_PUT_OFF = listed("postponed adjourned moved delayed rescheduled deferred")
_PAST_LEADS = listed("last past previous since after following letzten letzte вчера")


@dataclass(slots=True)
class Sentence:
    """The verbs of one sentence: places of cues and their tense, clause starts, reporting verbs."""

    first: int
    last: int
    cues: list[int] = field(default_factory=list)
    tenses: list[str] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    reports: list[int] = field(default_factory=list)


def sentence_of(tokens: Tokens, bounds: list[Span], starts: list[int], at: int) -> Sentence:
    """The sentence around token `at`, read once by `read_sentence`."""
    place = max(0, bisect_right(starts, tokens.starts[at]) - 1)
    span = bounds[place] if bounds else Span(0, len(tokens.text))
    start, end = min(span.start, tokens.starts[at]), max(span.end, tokens.ends[at])
    first = bisect_left(tokens.starts, start)
    last = bisect_left(tokens.starts, end) - 1
    return read_sentence(tokens, first, last)


def read_sentence(tokens: Tokens, first: int, last: int) -> Sentence:
    """The verb cues, clause starts and reporting verbs between two tokens."""
    sentence = Sentence(first, last)
    at = first
    while at <= last:
        word = tokens.words[at]
        if at > first and _starts_clause(tokens, at):
            sentence.breaks.append(at)
        tense, width = _tense_at(tokens, at)
        if tense:
            sentence.cues.append(at)
            sentence.tenses.append(tense)
            passive = tokens.word(at - 1) in ("was", "were", "been", "being", "is", "are")
            if word in REPORTS and tense != FUTURE and not passive:
                sentence.reports.append(at)
        for skipped in range(at + 1, min(at + width, last + 1)):
            if _starts_clause(tokens, skipped):
                sentence.breaks.append(skipped)
        at += width
    return sentence


def _starts_clause(tokens: Tokens, at: int) -> bool:
    gap = tokens.gap(at - 1)
    if gap != " " and not _CLAUSE_SIGNS.isdisjoint(gap):
        return True
    return tokens.words[at] in _SUBORDINATORS


def _tense_at(tokens: Tokens, at: int) -> tuple[str, int]:
    """The tense that this token begins, or "", and how many tokens its verb group takes."""
    word = tokens.words[at]
    if word not in _CUES and not word.endswith(_CUE_ENDS):
        return "", 1
    if word in _MODALS or (word == "may" and not tokens.capital(at)) or word == "d":
        return _modal(tokens, at)
    if word in _FUTURE_WORDS or (word in _ASKING and _is_asked(tokens, at)):
        return FUTURE, 1
    if word.endswith(_FUTURE_ENDS) and len(word) > 5 and not tokens.capital(at):
        return FUTURE, 1
    following = tokens.word(at + 1)
    if word in _INTENT and _infinitive(tokens, at + 1):
        return FUTURE, 4 if tokens.word(at + 2) == "be" else 3
    if word in _FORWARD and following in ("on", "for", "in", "by", "to", "next", "this"):
        return FUTURE, 1
    if word in ("is", "are", "am") and tokens.capital(at) is False:
        ahead = following if following not in ("not", "also", "now") else tokens.word(at + 2)
        if ahead.endswith("ing") or ahead in _FORWARD or ahead in ("set", "going"):
            if ahead == "going" or ahead == "set":
                return FUTURE, 1
            return UNDER_WAY if ahead not in _FORWARD else "", 1
        if ahead in ("being", "believed", "said", "thought", "reported"):
            return PRESENT, 2
        return PRESENT, 1
    if word in _PRESENT_VERBS:
        return PRESENT, 1
    if word in _PAST_VERBS:
        return PAST, 1
    if len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST:
        hyphen = tokens.before(at) == "-"
        if not tokens.capital(at) and not hyphen:
            return PAST, 1
    return "", 1


def _is_asked(tokens: Tokens, at: int) -> bool:
    """Whether a verb asks or invites: "Ask me on Wednesday", "“Come back on Friday”"."""
    word = tokens.words[at]
    if word == "let":
        return tokens.word(at + 1) in ("s", "us")
    if tokens.word(at + 1) not in _ASKED or tokens.gap(at) != " ":
        return False
    gap = tokens.gap(at - 1)
    opens = tokens.capital(at) and (not gap or not gap.isspace() or "\n" in gap)
    return opens or tokens.word(at - 1) == "please"


def _modal(tokens: Tokens, at: int) -> tuple[str, int]:
    """ "Will meet" and "would be held" look forward, "could have been hit" looks back."""
    word = tokens.words[at]
    if word == "d" and tokens.before(at) not in ("'", "’"):
        return "", 1
    ahead = [tokens.word(at + step) for step in range(1, 4)]
    if "have" in ahead[:2] and word not in ("will", "shall", "won", "ll"):
        return PAST, 3
    if "be" in ahead:
        return FUTURE, ahead.index("be") + 3
    return FUTURE, 2


def _infinitive(tokens: Tokens, at: int) -> bool:
    """Whether "to" and a verb stand here."""
    if tokens.word(at) != "to" or at + 1 >= len(tokens):
        return False
    verb = tokens.words[at + 1]
    return (
        verb not in _NO_VERB_AFTER_TO
        and not tokens.capital(at + 1)
        and not verb[0].isdecimal()
        and not verb.endswith("ing")
    )


def tense_of(tokens: Tokens, sentence: Sentence, first: int, last: int) -> str:
    """The tense of what happens on the date between these tokens; "" where nothing tells.

    "last week" and "next week" stand for themselves, said right after the date or at the start.
    A word right beside the date decides ("next Friday", "since Friday"); else the nearest verb
    before it in its clause, then the nearest after it there, then those of the clauses around.
    """
    for lead in (last + 1, sentence.first):
        if tokens.word(lead + 1) == "week" and tokens.word(lead) in ("last", "next"):
            return f"{tokens.word(lead)} week"
    leads = [tokens.word(at) for at in range(max(sentence.first, first - 2), first)]
    if leads[-2:] == ["ahead", "of"] or (leads[-1:] and leads[-1] in _FUTURE_LEADS):
        # "By Friday 40 bodies had been found" looks back.
        done = leads[-1] == "by" and _tense_near(sentence, first, last) == PAST
        return PAST if done else FUTURE
    if leads[-1:] == ["to"] and leads[0] in _PUT_OFF:
        return FUTURE
    if leads[-1:] and leads[-1] in _PAST_LEADS:
        return PAST
    return _tense_near(sentence, first, last)


def _tense_near(sentence: Sentence, first: int, last: int) -> str:
    """The tense of the verb that governs these tokens, by clauses and nearness."""
    place = bisect_left(sentence.cues, first)
    clause = bisect_right(sentence.breaks, first)
    start = sentence.breaks[clause - 1] if clause else sentence.first
    if place and sentence.cues[place - 1] >= start:
        return sentence.tenses[place - 1]
    clause_end = bisect_right(sentence.breaks, last)
    end = sentence.breaks[clause_end] if clause_end < len(sentence.breaks) else sentence.last + 1
    after = bisect_right(sentence.cues, last)
    if after < len(sentence.cues) and sentence.cues[after] < end:
        return sentence.tenses[after]
    if place:
        return sentence.tenses[place - 1]
    return sentence.tenses[after] if after < len(sentence.cues) else ""


def names_statement(tokens: Tokens, sentence: Sentence, first: int, last: int) -> bool:
    """Whether the date between these tokens is the day on which the sentence's speaker spoke.

    "On Tuesday, X said …", "X confirmed to Y on Wednesday that …", "…, X said Friday."
    """
    if not sentence.reports:
        return False
    place = bisect_left(sentence.cues, first)
    before = sentence.cues[place - 1] if place else -1
    after = sentence.cues[place] if place < len(sentence.cues) else -1
    place_of_report = bisect_left(sentence.reports, first)
    if before < 0:
        return first - sentence.first <= 3 and after in sentence.reports[place_of_report:][:1]
    if before not in sentence.reports[max(0, place_of_report - 1) : place_of_report]:
        return False
    if any(before + 1 < at <= first for at in sentence.breaks[-50:]):
        return False
    closes = last >= sentence.last or _starts_clause(tokens, last + 1)
    return first - before <= 2 or (closes and first - before <= 14)
