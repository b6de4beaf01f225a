"""Who says what through a whole article: quotations that run on, and whom "he" and "it" mean.

Knows sentences, names and quotations; no claim.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.extraction.speech.quotations import find_quotations, within
from app.extraction.speech.sentence import SHORTEST_SENTENCE, Speech, find_speech
from app.extraction.speech.sources import is_pronoun, speaker_of
from app.extraction.speech.transcript import find_turns
from app.model.reading import NameMention
from app.model.span import Span
from app.text.names.given_names import pronoun_of
from app.text.names.persons import is_person
from app.text.names.places import PLACES
from app.text.names.words import BODIES, PARTICLES
from app.text.verbs import plain_clause
from app.text.word_lists import listed
from app.text.words import fold

#: A pronoun may mean somebody named so many sentences before, and not further back.
MEMORY = 3
#: Quoted so often and nobody else: whatever is quoted next without a name is theirs too.
_OFTEN = 2
_FEWEST_WORDS, _FEWEST_QUOTED = 3, 2
_STOPS = " \t\n\u00a0.!?…,;:"
_MARKS = "\"“”„«»‘’'"
_HE = listed("mr sir lord king prince father brother husband son spokesman chairman he his him")
_SHE = listed(
    "mrs ms miss lady dame queen princess baroness mother sister wife daughter widow spokeswoman"
    " chairwoman actress she her"
)
_WORD = re.compile(r"[a-z]+")


def speech_of_article(
    text: str, sentences: Sequence[Span], names: Sequence[NameMention]
) -> dict[Span, list[Speech]]:
    """The attributions of each sentence that has some; all arguments in order of place.

    A quotation of several sentences has one speaker, and so have quotations that follow each other
    without another voice between. "He", "she" and "it" get the name of the latest fitting subject
    or speaker of the last `MEMORY` sentences; else the pronoun stays. Linear.
    """
    return _Article(text, sentences, names).read()


@dataclass(slots=True)
class _Voice:
    """Who was heard or spoken of last: the name or words, and in which sentence.

    `person` is None where nothing tells, as with a single word ("Thomas", "Shell").
    """

    speaker: str
    person: bool | None
    sentence: int
    spoke: bool = False


class _Article:
    """One pass over the sentences, with what the pronouns and open quotations need to know."""

    def __init__(self, text: str, sentences: Sequence[Span], names: Sequence[NameMention]) -> None:
        self._text = text
        self._sentences = sentences
        self._names = names
        self._quotations = find_quotations(text, sentences)
        self._voices: list[_Voice] = []
        self._sexes: dict[str, str] = {}
        self._said: dict[int, Speech] = {}
        self._found: dict[Span, list[Speech]] = {}

    def read(self) -> dict[Span, list[Speech]]:
        """The attributions by sentence."""
        number = 0
        for sentence in self._sentences:
            # While somebody is quoted nobody else is spoken of: such sentences take no time.
            number += self._whole_quotation(sentence) is None
            found = find_speech(self._text, sentence, self._names, self._quotations)
            settled = [self._settled(speech, sentence, number) for speech in found]
            kept = [speech for speech in settled if speech.speaker.casefold() != "it"]
            for speech in kept:
                self._hear(speech.speaker, number)
                if speech.quotation >= 0:
                    self._said.setdefault(speech.quotation, speech)
            if not kept:
                self._notice_subject(sentence, number)
            if kept:
                self._found[sentence] = kept
        self._go_on()
        self._hear_turns()
        telling = {
            sentence: [speech for speech in found if self._tells(speech)]
            for sentence, found in self._found.items()
        }
        return {sentence: found for sentence, found in telling.items() if found}

    def _tells(self, speech: Speech) -> bool:
        """Whether the content is long enough to assert something."""
        fewest = _FEWEST_QUOTED if speech.quotation >= 0 else _FEWEST_WORDS
        return len(speech.content.of(self._text).split()) >= fewest

    # Pronouns

    def _settled(self, speech: Speech, sentence: Span, number: int) -> Speech:
        """The speech with the name that its pronoun stands for, where that is safe."""
        word = speech.speaker.casefold()
        if not is_pronoun(word):
            return speech
        word = {"him": "he", "her": "she", "them": "they"}.get(word, word)
        voice = self._meant(word, number)
        speaker = voice.speaker if voice is not None else ""
        if word in ("he", "she"):
            speaker = speaker or self._in_sentence(word, speech, sentence)
            if speaker:
                self._sexes.setdefault(speaker, word)
        return replace(speech, speaker=speaker) if speaker else speech

    def _meant(self, word: str, number: int) -> _Voice | None:
        """The latest voice that the pronoun fits."""
        for voice in reversed(self._voices[-4:]):
            if number - voice.sentence > MEMORY:
                break
            if word in ("he", "she"):
                known = self._sexes.get(voice.speaker) or _sex_of(voice.speaker)
                maybe = voice.person or (voice.person is None and voice.spoke)
                if known == word or (not known and maybe):
                    return voice
            elif word == "it" and not voice.person and not _is_plural(voice.speaker):
                return voice
            elif word in ("they", "who") and voice.spoke:
                return voice if word == "who" or _is_plural(voice.speaker) else None
        return None

    def _in_sentence(self, word: str, speech: Speech, sentence: Span) -> str:
        """The one person named before the verb in this sentence, or ""."""
        first = bisect_left(self._names, sentence.start, key=lambda name: name.span.start)
        last = bisect_left(self._names, speech.cue.start, key=lambda name: name.span.start)
        told = {
            name.name
            for name in self._names[first:last]
            if (self._sexes.get(name.name) or _sex_of(name.name)) in ("", word)
            and (is_person(name.name) or (last - first == 1 and not name.text.isupper()))
            and not self._is_quoted(name.span, sentence)
        }
        return told.pop() if len(told) == 1 else ""

    def _is_quoted(self, span: Span, sentence: Span) -> bool:
        return any(stretch.covers(span) for _, stretch in within(self._quotations, sentence))

    def _hear(self, speaker: str, number: int) -> None:
        if is_pronoun(speaker):
            return
        person: bool | None = is_person(speaker) or _sex_of(speaker) != "" or _is_role(speaker)
        if not person and _is_one_name(speaker):
            person = None
        self._voices.append(_Voice(speaker, person, number, spoke=True))

    def _notice_subject(self, sentence: Span, number: int) -> None:
        """Remembers the subject of a sentence in which nobody speaks."""
        if len(sentence) < SHORTEST_SENTENCE:
            return
        words = sentence.of(self._text)[:400]
        if words[:1] in tuple(_MARKS):
            return
        clause = plain_clause(words, 0, len(words))
        if clause is None:
            return
        first = bisect_left(self._names, sentence.start, key=lambda name: name.span.start)
        last = bisect_left(self._names, sentence.end, key=lambda name: name.span.start)
        near = [
            NameMention(name.span.shifted(-sentence.start), name.text, name.name)
            for name in self._names[first:last]
        ]
        span = Span(clause.subject_start, clause.subject_end)
        subject = speaker_of(words, span, near)
        if is_pronoun(subject.rpartition(" ")[2]) or len(subject.split()) > 8:
            return
        self._note_sex(words, near)
        known = _sex_of(subject) != "" or subject in self._sexes
        # "Blue Harbour was opened": what something is done to need not be a person.
        acts = words[clause.verb : clause.verb + 4].split(" ")[0] not in ("was", "is", "are", "has")
        acts = acts or _is_role(span.of(words))
        self._voices.append(_Voice(subject, known or (acts and is_person(subject)), number))

    def _note_sex(self, words: str, near: Sequence[NameMention]) -> None:
        """Learns from "Mr" and "Ms" before a name who "he" and "she" can be."""
        for name in near:
            before = _WORD.findall(words[max(0, name.span.start - 12) : name.span.start].casefold())
            sex = _sex_of(before[-1]) if before else ""
            if sex:
                self._sexes[name.name] = sex

    # Transcripts

    def _hear_turns(self) -> None:
        """Gives the sentences of a transcript's turns to who speaks there."""
        for turn in find_turns(self._text, self._sentences, self._names):
            first = bisect_left(self._sentences, turn.label.start, key=lambda one: one.start)
            for sentence in self._sentences[first:]:
                if sentence.start >= turn.words.end:
                    break
                start = max(sentence.start, turn.words.start)
                end = start + len(self._text[start : sentence.end].rstrip(_STOPS))
                if sentence not in self._found and end > start:
                    content = Span(start, end)
                    self._found[sentence] = [
                        Speech(content, turn.label, turn.label, turn.speaker, quoted=True)
                    ]

    # Quotations without a verb of their own

    def _go_on(self) -> None:
        """Gives sentences that are nothing but quotation the speaker who is still heard."""
        last: Speech | None = None
        previous: Span | None = None
        for sentence in self._sentences:
            found = self._found.get(sentence)
            whole = self._whole_quotation(sentence)
            if whole is not None and not found:
                index, content = whole
                speech = self._said.get(index) or self._heard(sentence, previous, last)
                if speech is not None:
                    last = replace(speech, content=content, quoted=True, quotation=index)
                    self._said.setdefault(index, last)
                    self._found[sentence] = [last]
                else:
                    last = None
            else:
                last = found[-1] if found else None
            previous = sentence

    def _heard(self, sentence: Span, previous: Span | None, last: Speech | None) -> Speech | None:
        """Whoever spoke right before, in the same paragraph or at the end of the one before; else
        the one voice that the article has quoted all along."""
        if previous is None:
            return None
        gap = self._text[previous.end : sentence.start]
        if last is not None:
            return last if last.quoted or "\n" not in gap else None
        quoted = [said for said in self._said.values() if said.cue.end <= sentence.start]
        alone = len(quoted) >= _OFTEN and len({said.speaker for said in quoted}) == 1
        return quoted[-1] if alone and "\n" in gap else None

    def _whole_quotation(self, sentence: Span) -> tuple[int, Span] | None:
        """The quotation that is all of this sentence, and the said words without mark and stop."""
        stretches = within(self._quotations, sentence) if self._quotations else []
        if len(stretches) != 1:
            return None
        index, stretch = stretches[0]
        outside = (
            self._text[sentence.start : stretch.start] + self._text[stretch.end : sentence.end]
        )
        if outside.strip(_STOPS + _MARKS):
            return None
        quotation = self._quotations[index]
        start, end = stretch.start, stretch.end
        if quotation.span.start == start:
            start += 1
        if quotation.closed and quotation.span.end == end:
            end -= 1
        while end > start and (self._text[end - 1] in _STOPS or self._text[end - 1].isspace()):
            end -= 1
        while start < end and self._text[start].isspace():
            start += 1
        return (index, Span(start, end)) if end > start else None


def _sex_of(words: str) -> str:
    """ "he" or "she" where a word of a speaker tells, else ""."""
    for word in _WORD.findall(words.casefold())[:6]:
        if word in _SHE:
            return "she"
        if word in _HE:
            return "he"
    return pronoun_of(words)


_PERSONS = listed(
    "minister president director lawyer spokesperson spokesman spokeswoman official officer doctor"
    " engineer captain judge coach leader chief head farmer author professor researcher analyst"
    " commander mayor governor senator candidate resident neighbour neighbor witness driver student"
    " teacher worker chairman editor owner manager secretary person man woman boy girl aide adviser"
)


def _is_role(words: str) -> bool:
    return not _PERSONS.isdisjoint(_WORD.findall(words.casefold())[:5])


def _is_one_name(words: str) -> bool:
    """Whether a speaker is one capitalised word that could be a surname as well as a firm."""
    *before, plain = words.split() or [""]
    if any(fold(word) not in PARTICLES for word in before):
        return False
    known = fold(plain) in PLACES or fold(plain) in BODIES
    return plain.isalpha() and plain[:1].isupper() and not plain.isupper() and not known


def _is_plural(words: str) -> bool:
    last = words.casefold().split()[-1] if words.split() else ""
    first = words.split(" of ", 1)[0].casefold()
    return " and " in words or (
        first.endswith("s") and not first.endswith("ss") and not first[:1].isupper() and last != ""
    )
