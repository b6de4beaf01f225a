"""Who says what inside one sentence: clauses and quotations beside a verb of saying.

Finds that-clauses ("X stressed that …"), bare clauses ("X said the talks …"), clauses before their
verb ("…, the company said"), quotations round it, "according to X" and "quoted as saying". Knows
one sentence and its quotations, not the ones around it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.extraction.speech.quotations import Quotation, within
from app.extraction.speech.sources import MASK, speaker_of, subject_before, subject_behind
from app.extraction.speech.verbs import (
    ALL,
    BARE,
    DENYING,
    NOUNS_TOO,
    PARTICIPLES,
    QUOTE,
    SAY,
    TELL,
    THAT,
    TRAILING,
)
from app.model.reading import NameMention
from app.model.span import Span
from app.text.verbs import plain_clause
from app.text.word_lists import listed


@dataclass(frozen=True, slots=True)
class Speech:
    """One attribution: the words of the content, of their source and of the verb.

    `speaker` is the source's fullest name, or the source's words where no name stands there.
    `content` has neither "that" nor quotation marks nor the final stop. `quotation` is the index
    of the quotation that the content is or lies in, -1 for none.
    """

    content: Span
    source: Span
    cue: Span
    speaker: str
    quoted: bool
    quotation: int = -1


_WORD = re.compile(r"[A-Za-z]+")
_THAT = re.compile(r"\bthat ")
_AND_THAT = re.compile(r",? and that (?=\w)")
_AFTER_VERB = re.compile(
    r"(?:to|on|in|at|after|during|before|with|by|for|from|via|through|ahead|following|when|while|"
    r"as|over|about|late|early|earlier|later|last|this|again|also|however|today|yesterday|here|"
    r"publicly|repeatedly|under|out|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\w+ly)"
    r"\b|,"
)
_TIME = re.compile(
    r"(?:(?:on|late|early|last|this|late on|early on) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|"
    r"Sun)day|today|yesterday|week|month|year|(?:morning|evening|night))\b"
    r"(?: (?:that|morning|evening|night|afternoon))?,? |in (?:a|an|its|his|her|their) (?:\w+ )?"
    r"(?:statement|report|letter|email|interview|note|speech|tweet|post) "
)
_CONTENT_START = re.compile(
    r"(?:the|a|an|he|she|it|they|we|I|you|his|her|its|their|our|my|there|this|these|those|no|some|"
    r"many|most|all|both|more|about|at least|nearly|almost|only|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|if|when|nobody|none|any|each|every|such|few|several|half|up to|\d|[A-Z“\"‘$£€]|"
    r"(?:police|people|\w{3,}(?:s|men|ing)\b|\w+ \w+ (?:is|are|was|were|has|have|had|will|would)\b)|"
    r"\w+ (?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should)\b)"
)
_ASKED = re.compile(r"(?:that|what|which|who|whom|whose|why|how|where|whether|when|yes|no)\b(?! one)")
_SURE_START = re.compile(
    r"(?:the|a|an|he|she|it|they|we|I|his|her|its|their|our|my|there|no|some|many|most|all)\b"
)
_NOT_CONTENT = re.compile(
    r"(?:is|are|was|were|has|have|had|will|would|could|should|may|might|can|must|\w+ed|came|took|"
    r"led|made|went|ran|left|said)\b"
)
_OPEN_TAIL = re.compile(
    r"(?:$|[,;.]| (?:on|in|at|after|during|late|early|last|this|by|via|through|when|as|to|ahead|"
    r"earlier|later|following|recently|reporters|lawmakers|journalists|state|local|national|today|"
    r"yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_PASSIVE = listed("was were been being is are be get got gets wasn't weren't")
_BLOCKING = listed("to not never cannot could might may must should would can will")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?=\S)")
_QUOTED_AS = re.compile(r"(?:was|were|is|been) (?:quoted|cited)\b[^,;:]{0,80}? as (saying)\b")
_ELIDED = re.compile(r"(?:^|[ ,])(?:and|but|then|or)(?: (?:also|later|then|has|had|\w+ly))?$")
_FULL_NAME = re.compile(r"[A-Z\d]")
_TO_DO = re.compile(r"^[A-Z][\w’' -]{1,60} to [a-z]+\b")
_RELATIVE = re.compile(r" (?:who|which|that) ")
_ING = re.compile(r"\w{3,}ing\b")
_WHEN_BEHIND = re.compile(r" (?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_PARTICIPLE = re.compile(r"\w{3,}ed |\bseen |\bshown |\bout ")
_STOPS = " \t\n\u00a0.!?…,;:"
_CLOSING = '"”»“’\''
#: A longer "sentence" is no prose that these rules could read.
LONGEST_SENTENCE = 3_000
_MOST_MIDDLE = 240


def find_speech(
    text: str,
    sentence: Span,
    names: Sequence[NameMention],
    quotations: Sequence[Quotation],
) -> list[Speech]:
    """The attributions inside `sentence`, in order; names and quotations are those of the text.

    Their contents do not overlap: speech inside reported speech is left to its speaker. What
    somebody denies or rejects is asserted by nobody and left out. Contents of a word or two are
    given as well: they tell who is heard.
    """
    if len(sentence) > LONGEST_SENTENCE:
        return []
    return _Sentence(text, sentence, names, quotations).speech()


@dataclass(frozen=True, slots=True)
class _Quote:
    """A stretch of a quotation in the sentence: with its marks, and the words inside."""

    span: Span
    inside: Span
    index: int
    ends_open: bool


class _Sentence:
    """One sentence with its quotations masked, so that no verb inside them counts."""

    def __init__(
        self,
        text: str,
        sentence: Span,
        names: Sequence[NameMention],
        quotations: Sequence[Quotation],
    ) -> None:
        self._at = sentence.start
        self._words = re.sub(r"\s", " ", sentence.of(text))
        end = len(self._words)
        while end and self._words[end - 1] in _STOPS:
            end -= 1
        self._end = end
        self._quotes = [
            self._quote(index, stretch.shifted(-self._at), quotations[index])
            for index, stretch in within(quotations, sentence)
        ]
        masked = self._words
        for quote in self._quotes:
            span = quote.span
            masked = masked[: span.start] + MASK * len(span) + masked[span.end :]
        self._masked = masked
        first = bisect_left(names, sentence.start, key=lambda name: name.span.start)
        last = bisect_left(names, sentence.end, key=lambda name: name.span.start)
        self._names = [
            NameMention(name.span.shifted(-self._at), name.text, name.name)
            for name in names[first:last]
        ]
        self._found: list[Speech] = []

    def _quote(self, index: int, span: Span, quotation: Quotation) -> _Quote:
        """The words between the marks, without the stop or comma at their end."""
        start, end = span.start, span.end
        if quotation.span.start == span.start + self._at:
            start += 1
        if quotation.closed and quotation.span.end == span.end + self._at:
            end -= 1
        ends = end
        while end > start and self._words[end - 1] in _STOPS:
            end -= 1
        tail = self._words[end:ends].strip() or self._words[span.end : span.end + 1].strip()
        return _Quote(span, Span(start, max(start, end)), index, tail[:1] in tuple(",?!…-—") or not tail)

    # All

    def speech(self) -> list[Speech]:
        """The attributions, by place."""
        self._found = []
        for cue in self._cues():
            if any(one.content.covers(cue) for one in self._found):
                continue
            for one in self._by_verb(cue):
                self._add(one)
        for one in self._by_according_to():
            self._add(one)
        shifted = [
            Speech(
                one.content.shifted(self._at),
                one.source.shifted(self._at),
                one.cue.shifted(self._at),
                one.speaker,
                one.quoted,
                one.quotation,
            )
            for one in self._found
        ]
        return sorted(shifted, key=lambda one: one.content)

    def _add(self, one: Speech) -> None:
        if not any(one.content.overlaps(other.content) for other in self._found):
            self._found.append(one)

    def _cues(self) -> Iterator[Span]:
        for word in _WORD.finditer(self._masked):
            if word.group() in ALL:
                yield Span(*word.span())

    def _by_verb(self, cue: Span) -> list[Speech]:
        verb = cue.of(self._masked)
        before = self._masked[max(0, cue.start - 24) : cue.start].split()
        last = before[-1] if before else ""
        quoted_as = verb == "saying" and self._quoted_as(cue)
        if not quoted_as and (last in _BLOCKING or last.endswith(("n't", "n’t"))):
            return []
        if last in _PASSIVE or (last.endswith("ly") and len(before) > 1 and before[-2] in _PASSIVE):
            return []
        if verb in NOUNS_TOO and (last.endswith(("ed", "ing")) or last in _NOUN_BEFORE):
            return []
        source = quoted_as or self._source(cue, verb)
        if source is None or " to " in source.of(self._masked):
            behind = self._inverted(cue, verb)
            if behind is not None:
                return self._clause_before(cue, behind)
        found = self._quotes_beside(cue, verb, source)
        if source is None:
            return found
        clause = self._clause_after(cue, verb, source)
        if clause:
            return found + clause
        if not found and verb in TRAILING:
            return self._clause_before(cue, source)
        return found

    # Sources

    def _source(self, cue: Span, verb: str) -> Span | None:
        """The subject of the verb: before it, or shared with the verb or sentence before."""
        if verb in PARTICIPLES:
            return self._shared_subject(cue)
        before = self._masked[max(0, cue.start - 40) : cue.start].rstrip()
        if _ELIDED.search(before) or before.endswith(" who"):
            return self._shared_subject(cue)
        floor = max((q.span.end for q in self._quotes if q.span.end <= cue.start), default=0)
        floor = max([floor, *(one.cue.end for one in self._found if one.cue.end < cue.start)])
        return subject_before(self._masked, cue.start, floor)

    def _shared_subject(self, cue: Span) -> Span | None:
        """The source of the speech before this verb, else the subject of the sentence."""
        earlier = [one for one in self._found if one.cue.start < cue.start]
        if earlier:
            return earlier[-1].source
        clause = plain_clause(self._masked, 0, cue.start)
        if clause is None or clause.verb >= cue.start:
            return None
        subject = Span(clause.subject_start, clause.subject_end)
        verb = self._masked[clause.verb : clause.verb + 12].split(" ", 1)[0]
        return None if verb in DENYING else subject

    def _quoted_as(self, cue: Span) -> Span | None:
        """The subject of "X was quoted by Y as saying"."""
        for found in _QUOTED_AS.finditer(self._masked, 0, cue.end):
            if found.start(1) == cue.start:
                return subject_before(self._masked, found.start())
        return None

    def _inverted(self, cue: Span, verb: str) -> Span | None:
        """The subject behind the verb of "The birds have declined, said the authors"."""
        before = self._masked[: cue.start].rstrip()
        if verb not in TRAILING or not before.endswith(",") or before.endswith(MASK + ","):
            return None
        behind = self._behind(cue)
        if behind is None or self._masked[behind.end : behind.end + 1] not in ("", ".", ",", " "):
            return None
        closes = behind.end >= self._end or self._masked[behind.end] == ","
        return behind if closes or _OPEN_TAIL.match(self._masked, behind.end) else None

    # Clauses

    def _clause_after(self, cue: Span, verb: str, source: Span) -> list[Speech]:
        """The content of "X said (on Friday) that …" and "X said the talks …"."""
        begin = self._that_content(cue, verb)
        if begin is None and (verb in SAY or verb in PARTICIPLES):
            begin = self._bare_content(cue.end + 1, plain=verb in ("says", "say"))
        elif begin is None and verb in BARE:
            begin = self._plain_content(cue.end + 1)
        elif begin is None and verb in TELL:
            begin = self._told_content(cue.end + 1)
        if begin is None:
            return []
        stop = self._content_end(begin)
        found = []
        for content in self._parted(Span(begin, stop)):
            quote = self._quote_at(content.start)
            quoted = quote is not None
            index = -1
            if quote is not None and (quote.span.end >= content.end or self._says_all(quote)):
                content, index = quote.inside, quote.index
            found.append(self._speech(content, source, cue, quoted=quoted, index=index))
        return found

    def _content_end(self, begin: int) -> int:
        """Where a said clause ends: before "…: “quotation”" and before "but said …"."""
        stop = self._end
        for quote in self._quotes:
            lead = self._masked[begin : quote.span.start].rstrip()
            if quote.span.start > begin and lead.endswith(":"):
                stop = min(stop, begin + len(lead) - 1)
        following = _NEXT_SPEECH.search(self._masked, begin, stop)
        return following.start() if following else stop

    def _parted(self, content: Span) -> Iterator[Span]:
        """ "… that A, and that B" says two things."""
        begin = content.start
        for found in _AND_THAT.finditer(self._masked, content.start, content.end):
            yield Span(begin, found.start())
            begin = found.end()
        yield Span(begin, content.end)

    def _says_all(self, quote: _Quote) -> bool:
        """Whether a quotation is all that is said: "that “…,” signalling …"."""
        return self._words[quote.inside.end : quote.span.end].startswith(",")

    def _that_content(self, cue: Span, verb: str) -> int | None:
        """Where the content begins after the verb's "that", however far off it stands."""
        if verb not in THAT and verb not in SAY and verb not in TELL and verb not in PARTICIPLES:
            return None
        limit = min(self._end, cue.end + _MOST_MIDDLE)
        for that in _THAT.finditer(self._masked, cue.end, limit):
            middle = self._masked[cue.end : that.start()].strip()
            if MASK in middle or ";" in middle or ":" in middle:
                return None
            if middle and verb not in TELL and not _AFTER_VERB.match(middle):
                return None
            if not _NOT_CONTENT.match(self._masked, that.end()):
                return that.end()
        return None

    def _bare_content(self, begin: int, *, plain: bool) -> int | None:
        """Where the content begins that follows "said" without "that".

        `plain` says that the verb takes hardly anything but a clause ("he says").
        """
        when = _TIME.match(self._masked, begin)
        if when is not None:
            begin = when.end()
        # A quotation of some words only ("said a “long talk” is needed") is part of the clause.
        opening = self._words[begin : begin + 40]
        if not _CONTENT_START.match(opening) or _ASKED.match(opening):
            return None
        return begin if plain or self._has_clause(begin) else None

    def _plain_content(self, begin: int) -> int | None:
        """The same after a verb that often takes a mere object: only a plain clause counts."""
        quote = self._quote_at(begin)
        if quote is not None:
            return begin if len(quote.inside) > 20 else None
        if not _CONTENT_START.match(self._words[begin : begin + 40]):
            return None
        clause = plain_clause(self._masked, begin, self._end)
        return begin if clause is not None and clause.verb - begin < 120 else None

    def _told_content(self, begin: int) -> int | None:
        """Where the content begins after "told the chamber she had …"."""
        words = list(_WORD.finditer(self._masked, begin, min(self._end, begin + 80)))
        for word in words[1:8]:
            gap = self._masked[begin : word.start()]
            if MASK in gap or "," in gap or ":" in gap:
                return None
            if not _SURE_START.match(self._masked, word.start()):
                continue
            if self._masked[max(0, word.start() - 4) : word.start()] in (" of ", " in ", " at "):
                continue
            clause = plain_clause(self._masked, word.start(), self._end)
            if clause is not None and clause.verb - word.start() < 60:
                return word.start()
        return None

    def _has_clause(self, begin: int) -> bool:
        rest = self._words[begin : self._end].replace("“", " ").replace("”", " ")
        if plain_clause(rest, 0, len(rest)) is not None:
            return True
        return _FINITE.search(self._masked, begin, self._end) is not None

    def _clause_before(self, cue: Span, source: Span) -> list[Speech]:
        """The content of "The plant will open in 2026, the company said (on Friday)." """
        comma = self._masked.rfind(", ", 0, source.start)
        verb_first = source.start > cue.end
        if verb_first:
            comma = cue.start - 2
        lead = self._masked[comma + 2 : min(source.start, cue.start)].strip()
        if comma < 4 or (lead and not verb_first and not _LEAD_WORDS.fullmatch(lead)):
            return []
        if not verb_first and not _OPEN_TAIL.match(self._masked[cue.end : self._end]):
            return []
        words = self._words[:comma]
        clause = plain_clause(self._masked, 0, comma)
        if clause is None and not _FINITE.search(self._masked, 0, comma):
            return self._clause_around(cue, source, comma)
        if _NO_MAIN_CLAUSE.match(words) and ", " not in words:
            return []
        start = 1 if words[:1] in tuple("“\"") and not self._quotes else 0
        return [self._speech(Span(start, comma), source, cue, quoted=False)]

    def _clause_around(self, cue: Span, source: Span, comma: int) -> list[Speech]:
        """The content of "The bank, analysts say, had lost money": all round the verb with it."""
        headline = _TO_DO.search(self._masked, 0, comma)
        if headline is not None:
            return [self._speech(Span(0, comma), source, cue, quoted=False)]
        goes_on = self._masked[cue.end : cue.end + 2] == ", " and source.start < cue.start
        if not goes_on or not _FINITE.match(self._masked, cue.end + 2):
            return []
        return [self._speech(Span(0, self._end), source, cue, quoted=False)]

    # Quotations

    def _quotes_beside(self, cue: Span, verb: str, source: Span | None) -> list[Speech]:
        if verb not in QUOTE:
            return []
        found = []
        before = self._quote_before(cue)
        if before is not None:
            between = self._masked[before.span.end : cue.start].strip(" ,")
            told = source if between else self._behind(cue)
            if told is not None and (not between or told.start >= before.span.end):
                source = told
                found.append(self._said(before, told, cue))
        after = self._quote_after(cue, verb, split=bool(found))
        if after is not None and source is not None:
            found.append(self._said(after, source, cue))
        return found

    def _said(self, quote: _Quote, source: Span, cue: Span) -> Speech:
        return self._speech(quote.inside, source, cue, quoted=True, index=quote.index)

    def _behind(self, cue: Span) -> Span | None:
        return subject_behind(self._masked, cue.end, self._end, self._names)

    def _quote_before(self, cue: Span) -> _Quote | None:
        """The quotation of "“…,” X said" and "“…,” said X"."""
        before = [quote for quote in self._quotes if quote.span.end <= cue.start]
        if not before or cue.start - before[-1].span.end > _MOST_MIDDLE:
            return None
        quote = before[-1]
        between = self._masked[quote.span.end : cue.start].strip()
        if not quote.ends_open or re.search(r"[;:]| (?:and|but|that) ", between):
            return None
        opens = quote.span.start <= 1 or self._words[: quote.span.start].rstrip().endswith(
            (",", ":", ";", "—", "–", "-")
        )
        return quote if opens or not between else None

    def _quote_after(self, cue: Span, verb: str, *, split: bool) -> _Quote | None:
        """The quotation of "X said: “…”", and the second half of "“…,” X said, “…”"."""
        after = [quote for quote in self._quotes if quote.span.start >= cue.end]
        if not after:
            return None
        quote = after[0]
        between = self._masked[cue.end : quote.span.start].strip()
        if len(between) > 140 or ";" in between:
            return None
        if split:
            plain = between in (",", ":", "") or _AFTER_VERB.match(between.lstrip(", "))
            return quote if plain and not _ING.search(between) else None
        told = verb in TELL
        whole = _FULL_NAME.match(quote.inside.of(self._words)) is not None
        if between in ("", ",", ":"):
            return quote if between or whole or verb in PARTICIPLES else None
        if between.endswith((",", ":")):
            return quote if told or _AFTER_VERB.match(between) or between.endswith(":") else None
        return quote if told and whole and len(between) < 60 else None

    def _quote_at(self, begin: int) -> _Quote | None:
        return next((quote for quote in self._quotes if quote.span.start == begin), None)

    # According to

    def _by_according_to(self) -> list[Speech]:
        """ "According to X, …" and "…, according to X"."""
        found = _ACCORDING.search(self._masked)
        if found is None:
            return []
        cue = Span(found.start(), found.end() - 1)
        if not self._masked[: found.start()].strip(MASK + " "):
            opens = self._opening_source(found.end())
            if opens is None:
                return []
            source, begin = opens
            content = Span(begin, self._end)
        else:
            source = self._closing_source(found.end())
            content = Span(0, len(self._masked[: found.start()].rstrip(" ,")))
        if not len(source) or content.end <= content.start:
            return []
        quote = self._quote_at(content.start)
        if quote is not None and quote.span.end >= content.end:
            return [self._said(quote, source, cue)]
        return [self._speech(content, source, cue, quoted=False)]

    def _closing_source(self, start: int) -> Span:
        """The source behind "…, according to", up to the next comma or bracket."""
        cut = re.search(r"[,;:(\x01—–]", self._masked[start : self._end])
        end = start + cut.start() if cut is not None else self._end
        relative = _RELATIVE.search(self._masked, start, end)
        end = relative.start() if relative is not None else end
        when = _WHEN_BEHIND.search(self._masked, start, end)
        if when is not None and not _PARTICIPLE.search(self._masked, start, when.start() + 1):
            end = when.start()
        return Span(start, len(self._masked[:end].rstrip()))

    def _opening_source(self, start: int) -> tuple[Span, int] | None:
        """The source that opens the sentence, and where the content begins behind its comma."""
        comma = self._masked.find(", ", start, self._end)
        while comma != -1 and comma - start < 200:
            rest = self._masked[comma + 2 : self._end]
            clause = plain_clause(self._masked, comma + 2, self._end)
            quote = self._quote_at(comma + 2)
            named = any(name.span.start == comma + 2 for name in self._names)
            closes = named and self._masked.find(", ", comma + 2, comma + 60) != -1
            if quote is not None or (
                clause is not None and not closes and not rest.startswith(("who ", "which "))
            ):
                first = self._masked.find(", ", start, self._end)
                return Span(start, first), comma + 2
            comma = self._masked.find(", ", comma + 2, self._end)
        first = self._masked.find(", ", start, self._end)
        return None if first == -1 else (Span(start, first), first + 2)

    def _speech(
        self, content: Span, source: Span, cue: Span, *, quoted: bool, index: int = -1
    ) -> Speech:
        speaker = speaker_of(self._words, source, self._names)
        return Speech(content, source, cue, speaker, quoted, index)


_SAID = r"(?:said|says|say|added|adds|insisted|warned|told|argued|claimed|thinks|believes|replied)"
_NEXT_SPEECH = re.compile(
    rf",? (?:but|and) (?:also |later |then |has )?{_SAID}\b"
    rf"|, (?:but|and|while|although|whereas|though) (?:[\w.'’-]{{1,20}} ){{1,6}}{_SAID}\b"
    r"|,? (?:adding|saying|warning|arguing|noting)(?: that\b|:|,)"
)
_NOUN_BEFORE = listed(
    "the a an these those such any some no all of and or for with his her its their false"
    " official police media news recent earlier several many into on about over from by amid"
    " despite"
)
_LEAD_WORDS = re.compile(r"(?:and|but|as|so|however|meanwhile),?", re.IGNORECASE)
_NO_MAIN_CLAUSE = re.compile(
    r"(?:if|when|while|although|though|because|as|after|before|since|asked|speaking|in|on|at|"
    r"meanwhile|however|but|and)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|should|may|might|can|must|did|does|do|"
    r"\w{2,}ed|\w+n['’]t|came|took|led|made|went|left|won|lost|fell|rose|died|began|cut|hit)\b"
)
