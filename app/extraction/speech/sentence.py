"""Who says what inside one sentence: a verb of saying, its speaker, and what is said.

Clauses ("X stressed that …", "…, the company said"), quotations beside a verb, "according to X" and
"quoted as saying". Knows one sentence and its quotations, not the ones around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.extraction.speech.clauses import AFTER_VERB, MOST_MIDDLE, OPEN_TAIL, Clauses
from app.extraction.speech.masked import MASK, MaskedSentence, Quote
from app.extraction.speech.quotations import Quotation
from app.extraction.speech.sources import speaker_of, subject_before, subject_behind
from app.extraction.speech.verbs import (
    ALL,
    NOUNS_TOO,
    PARTICIPLES,
    QUOTE,
    TELL,
    TRAILING,
)
from app.model.reading import NameMention
from app.model.span import Span
from app.text.names.persons import is_person
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
_PASSIVE = listed("was were been being is are be get got gets wasn't weren't")
_BLOCKING = listed("to not never cannot could might may must should would can will")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?=\S)")
_QUOTED_AS = re.compile(r"(?:was|were|is|been) (?:quoted|cited)\b[^,;:]{0,80}? as (saying)\b")
_QUOTED_AS_OBJECT = re.compile(r"\b(?:quoted|quotes|quoting|cited) ([^,;:]{2,80}?) as (saying)\b")
#: What may stand right before "saying" when it tells what the sentence's subject says.
_PARTICIPLE_BEFORE = re.compile(
    r"(?:[,\x01]|statement|letter|report|email|message|tweet|note|memo|post|speech|filing) ?$"
)
_INSERTS = re.compile(
    r"(?:^|[ ,])(?:while|although|though|after|when|as|because|if)$", re.IGNORECASE
)
_ELIDED = re.compile(r"(?:^|[ ,])(?:and|but|then|or)(?: (?:also|later|then|has|had|\w+ly))?$")
_FULL_NAME = re.compile(r"[A-Z\d]")
_RELATIVE = re.compile(r" (?:who|which|that) ")
_WHOSE = re.compile(r", whose [\w -]{2,40}$")
_OF_BEFORE = re.compile(r"\b(?:of|for|by|with|and) $")
#: A noun phrase without a name behind a comma: "Irepodun, Kwara State, the minister, who said …".
_ROLE_AT_END = re.compile(r"(?:^|, )((?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir) [a-z][a-z -]{2,40})$")
_ING = re.compile(r"\w{3,}ing\b")
_WHEN_BEHIND = re.compile(r" (?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_PARTICIPLE = re.compile(r"\w{3,}ed |\bseen |\bshown |\bout ")
_NOUN_BEFORE = listed(
    "the a an these those such any some no all of and or for with his her its their false"
    " official police media news recent earlier several many into on about over from by amid"
    " despite"
)
#: A longer "sentence" is no prose that these rules could read; in a shorter one no verb finds room.
LONGEST_SENTENCE, SHORTEST_SENTENCE = 3_000, 4


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
    if not SHORTEST_SENTENCE <= len(sentence) <= LONGEST_SENTENCE:
        return []
    return _Finder(MaskedSentence(text, sentence, names, quotations)).speech()


class _Finder:
    """Reads one masked sentence verb by verb; places count in it until the end."""

    def __init__(self, line: MaskedSentence) -> None:
        self._line = line
        self._clauses = Clauses(line)
        self._found: list[Speech] = []

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
                one.content.shifted(self._line.at),
                one.source.shifted(self._line.at),
                one.cue.shifted(self._line.at),
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
        for word in _WORD.finditer(self._line.masked):
            if word.group() in ALL:
                yield Span(*word.span())

    def _by_verb(self, cue: Span) -> list[Speech]:
        verb = cue.of(self._line.masked)
        before = self._line.masked[max(0, cue.start - 24) : cue.start].split()
        last = before[-1] if before else ""
        quoted_as = verb == "saying" and self._quoted_as(cue)
        if not quoted_as and (last in _BLOCKING or last.endswith(("n't", "n’t"))):
            return []
        if last in _PASSIVE or (last.endswith("ly") and len(before) > 1 and before[-2] in _PASSIVE):
            return []
        if verb in NOUNS_TOO and (last.endswith(("ed", "ing")) or last in _NOUN_BEFORE):
            return []
        source = quoted_as or self._source(cue, verb)
        if source is None or " to " in source.of(self._line.masked):
            behind = self._inverted(cue, verb)
            if behind is not None:
                return self._said_before(cue, behind)
        found = self._quotes_beside(cue, verb, source)
        if source is None:
            return found
        lead = self._line.masked[: source.start].rstrip()
        inserted = _INSERTS.search(lead) is not None or last in ("who", "which")
        inserted = inserted or _WHOSE.search(self._line.masked, source.start, cue.start) is not None
        clauses = self._clauses.after(cue, verb, inserted=inserted)
        for content, quote in clauses:
            index = quote.index if quote is not None and content == quote.inside else -1
            quoted = quote is not None
            found.append(self._speech(content, source, cue, quoted=quoted, index=index))
        if not found and verb in TRAILING:
            return self._said_before(cue, source)
        return found

    def _said_before(self, cue: Span, source: Span) -> list[Speech]:
        content = self._clauses.before(cue, source)
        return [] if content is None else [self._speech(content, source, cue, quoted=False)]

    # Sources

    def _source(self, cue: Span, verb: str) -> Span | None:
        """The subject of the verb: before it, or shared with the verb or sentence before."""
        if verb in PARTICIPLES:
            tied = _PARTICIPLE_BEFORE.search(self._line.masked, 0, cue.start)
            return self._shared_subject(cue) if tied else None
        before = self._line.masked[max(0, cue.start - 40) : cue.start].rstrip()
        if _ELIDED.search(before):
            return self._shared_subject(cue)
        if before.endswith((" who", " which")):
            return self._antecedent(self._line.masked.rfind(" wh", 0, cue.start), cue)
        floor = max((q.span.end for q in self._line.quotes if q.span.end <= cue.start), default=0)
        floor = max([floor, *(one.cue.end for one in self._found if one.cue.end < cue.start)])
        return subject_before(self._line.masked, cue.start, floor)

    def _antecedent(self, relative: int, cue: Span) -> Span | None:
        """Whom "who" or "which" at this place means: what it stands right behind."""
        words = self._line.masked[:relative].rstrip(" ,")
        named = next((n for n in self._line.names if n.span.end == len(words)), None)
        free = named is None or words[: named.span.start].rstrip().endswith(",")
        if named is not None and (
            is_person(named.name) and not _OF_BEFORE.search(words, 0, named.span.start)
        ):
            return named.span
        role = _ROLE_AT_END.search(words)
        if free and role is not None and not self._is_beside_person(role.start(1)):
            return Span(*role.span(1))
        return subject_before(self._line.masked, relative) or self._shared_subject(cue)

    def _is_beside_person(self, start: int) -> bool:
        """Whether a person's name stands right before a noun phrase and its comma."""
        before = self._line.masked[:start].rstrip(" ,")
        return any(n.span.end == len(before) and is_person(n.name) for n in self._line.names)

    def _shared_subject(self, cue: Span) -> Span | None:
        """The source of the speech before this verb, else the subject of the sentence."""
        earlier = [one for one in self._found if one.cue.start < cue.start]
        if earlier:
            return earlier[-1].source
        clause = plain_clause(self._line.masked, 0, cue.start)
        if clause is None or clause.verb >= cue.start:
            return None
        return Span(clause.subject_start, clause.subject_end)

    def _quoted_as(self, cue: Span) -> Span | None:
        """Who said it in "X was quoted by Y as saying" and "Y quoted X as saying"."""
        for found in _QUOTED_AS.finditer(self._line.masked, 0, cue.end):
            if found.start(1) == cue.start:
                return subject_before(self._line.masked, found.start())
        for found in _QUOTED_AS_OBJECT.finditer(self._line.masked, 0, cue.end):
            if found.start(2) == cue.start:
                return Span(*found.span(1))
        return None

    def _inverted(self, cue: Span, verb: str) -> Span | None:
        """The subject behind the verb of "The birds have declined, said the authors"."""
        before = self._line.masked[: cue.start].rstrip()
        if verb not in TRAILING or not before.endswith(",") or before.endswith(MASK + ","):
            return None
        behind = self._behind(cue)
        if behind is None or self._line.masked[behind.end : behind.end + 1] not in (
            "",
            ".",
            ",",
            " ",
        ):
            return None
        closes = behind.end >= self._line.end or self._line.masked[behind.end] == ","
        return behind if closes or OPEN_TAIL.match(self._line.masked, behind.end) else None

    # Quotations

    def _quotes_beside(self, cue: Span, verb: str, source: Span | None) -> list[Speech]:
        if verb not in QUOTE:
            return []
        found = []
        before = self._quote_before(cue)
        if before is not None:
            between = self._line.masked[before.span.end : cue.start].strip(" ,")
            told = source if between else self._behind(cue)
            if told is not None and (not between or told.start >= before.span.end):
                source = told
                found.append(self._said(before, told, cue))
        after = self._quote_after(cue, verb, split=bool(found))
        if after is not None and source is not None:
            found.append(self._said(after, source, cue))
        return found

    def _said(self, quote: Quote, source: Span, cue: Span) -> Speech:
        return self._speech(quote.inside, source, cue, quoted=True, index=quote.index)

    def _behind(self, cue: Span) -> Span | None:
        return subject_behind(self._line.masked, cue.end, self._line.end, self._line.names)

    def _quote_before(self, cue: Span) -> Quote | None:
        """The quotation of "“…,” X said" and "“…,” said X"."""
        before = [quote for quote in self._line.quotes if quote.span.end <= cue.start]
        if not before or cue.start - before[-1].span.end > MOST_MIDDLE:
            return None
        quote = before[-1]
        between = self._line.masked[quote.span.end : cue.start].strip()
        if not quote.ends_open or re.search(r"[;:]| (?:and|but|that) ", between):
            return None
        opens = quote.span.start <= 1 or self._line.words[: quote.span.start].rstrip().endswith(
            (",", ":", ";", "—", "–", "-")
        )
        return quote if opens or not between else None

    def _quote_after(self, cue: Span, verb: str, *, split: bool) -> Quote | None:
        """The quotation of "X said: “…”", and the second half of "“…,” X said, “…”"."""
        after = [quote for quote in self._line.quotes if quote.span.start >= cue.end]
        if not after:
            return None
        quote = after[0]
        between = self._line.masked[cue.end : quote.span.start].strip()
        if len(between) > 140 or ";" in between:
            return None
        if split:
            plain = between in (",", ":", "") or AFTER_VERB.match(between.lstrip(", "))
            return quote if plain and not _ING.search(between) else None
        told = verb in TELL
        whole = _FULL_NAME.match(quote.inside.of(self._line.words)) is not None
        if between in ("", ",", ":"):
            return quote if between or whole or verb in PARTICIPLES else None
        if between.endswith((",", ":")):
            return quote if told or AFTER_VERB.match(between) or between.endswith(":") else None
        return quote if told and whole and len(between) < 60 else None

    # According to

    def _by_according_to(self) -> list[Speech]:
        """ "According to X, …" and "…, according to X"."""
        found = _ACCORDING.search(self._line.masked)
        if found is None:
            return []
        cue = Span(found.start(), found.end() - 1)
        if not self._line.masked[: found.start()].strip(MASK + " "):
            opens = self._opening_source(found.end())
            if opens is None:
                return []
            source, begin = opens
            content = Span(begin, self._line.end)
        else:
            source = self._closing_source(found.end())
            content = Span(0, len(self._line.masked[: found.start()].rstrip(" ,")))
        if not len(source) or content.end <= content.start:
            return []
        quote = self._line.quote_at(content.start)
        if quote is not None and quote.span.end >= content.end:
            return [self._said(quote, source, cue)]
        return [self._speech(content, source, cue, quoted=False)]

    def _closing_source(self, start: int) -> Span:
        """The source behind "…, according to", up to the next comma or bracket."""
        cut = re.search(r"[,;:(\x01—–]", self._line.masked[start : self._line.end])
        end = start + cut.start() if cut is not None else self._line.end
        relative = _RELATIVE.search(self._line.masked, start, end)
        end = relative.start() if relative is not None else end
        when = _WHEN_BEHIND.search(self._line.masked, start, end)
        if when is not None and not _PARTICIPLE.search(self._line.masked, start, when.start() + 1):
            end = when.start()
        return Span(start, max(start, len(self._line.masked[:end].rstrip())))

    def _opening_source(self, start: int) -> tuple[Span, int] | None:
        """The source that opens the sentence, and where the content begins behind its comma."""
        comma = self._line.masked.find(", ", start, self._line.end)
        while comma != -1 and comma - start < 200:
            rest = self._line.masked[comma + 2 : self._line.end]
            clause = plain_clause(self._line.masked, comma + 2, self._line.end)
            quote = self._line.quote_at(comma + 2)
            named = any(name.span.start == comma + 2 for name in self._line.names)
            closes = named and self._line.masked.find(", ", comma + 2, comma + 60) != -1
            if quote is not None or (
                clause is not None and not closes and not rest.startswith(("who ", "which "))
            ):
                first = self._line.masked.find(", ", start, self._line.end)
                return Span(start, first), comma + 2
            comma = self._line.masked.find(", ", comma + 2, self._line.end)
        first = self._line.masked.find(", ", start, self._line.end)
        return None if first == -1 else (Span(start, first), first + 2)

    def _speech(
        self, content: Span, source: Span, cue: Span, *, quoted: bool, index: int = -1
    ) -> Speech:
        speaker = speaker_of(self._line.words, source, self._line.names)
        words = content.of(self._line.words)  # French marks stand off by a blank
        start = content.start + len(words) - len(words.lstrip())
        content = Span(start, max(start, content.start + len(words.rstrip())))
        return Speech(content, source, cue, speaker, quoted, index)
