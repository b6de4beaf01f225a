"""Who says what: reported speech inside one sentence of English news. Rules only, no model.

Finds that-clauses ("X stressed that …"), bare clauses ("X said the talks …"), quotations before
and after their verb, and "according to X". Knows sentences and names, no claim.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.reading import NameMention
from app.model.span import Span


@dataclass(frozen=True, slots=True)
class Speech:
    """One attribution: the words of the content, of their source and of the verb.

    `speaker` is the source's fullest name, or the source's words where no name stands there.
    `content` has neither "that" nor quotation marks nor the final stop.
    """

    content: Span
    source: Span
    cue: Span
    speaker: str
    quoted: bool


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SAY = "said|says|say"
_TELL = "told|tells|informed|assured|reminded|warned|notified|convinced"
_THAT = (
    "added|adds|announced|announces|confirmed|confirms|stressed|stresses|claimed|claims|stated|"
    "states|argued|argues|warns|insisted|insists|noted|notes|explained|explains|declared|"
    "declares|admitted|admits|acknowledged|acknowledges|reported|reports|believes|believed|"
    "suggested|suggests|emphasized|emphasised|emphasizes|emphasises|reiterated|reiterates|"
    "revealed|reveals|disclosed|concluded|concludes|estimated|estimates|wrote|writes|tweeted|"
    "replied|responded|observed|remarked|recalled|underlined|underscored|maintained|maintains|"
    "asserted|asserts|alleged|alleges|complained|predicted|predicts|ruled|vowed|promised|pledged|"
    "testified|reasoned|commented|indicated|found|showed|shows|ordered|continued|pointed out|thinks"
)
_VERB = re.compile(rf"\b(?:{_SAY}|{_TELL}|{_THAT})\b")
_IS_SAY = frozenset(_SAY.split("|"))
_IS_TELL = frozenset(_TELL.split("|"))
# Verbs that may carry a quotation but are too common otherwise to count without "that".
_QUOTE_VERBS = _listed(
    "said says say told added adds wrote writes tweeted replied responded explained continued "
    "stated states declared insisted argued warned announced commented remarked noted concluded "
    "recalled stressed claimed confirmed admitted observed complained pointed out"
)
_QUOTES = re.compile(r"“[^“”]{1,3000}”|\"[^\"]{1,3000}\"|«[^«»]{1,3000}»|„[^„“]{1,3000}“")
_THAT_WORD = re.compile(r"\bthat ")
_AFTER_VERB = re.compile(
    r"(?:to|on|in|at|after|during|before|with|by|for|from|via|through|ahead|following|when|while|"
    r"as|over|about|late|early|earlier|later|last|this|again|also|however|today|yesterday|here|"
    r"publicly|repeatedly|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|,|\w+ly)\b|,"
)
_AUXILIARY = (
    r"is|are|was|were|has|have|had|will|would|could|should|may|might|can|must|did|does|do|be|been"
)
_NOT_CONTENT = re.compile(rf"(?:{_AUXILIARY}|\w+ed|came|took|led|made|went|ran|left|said)\b")
_FINITE = re.compile(rf"\b(?:{_AUXILIARY}|\w{{2,}}ed|\w+n['’]t|came|took|led|made|went|left)\b")
_TIME = re.compile(
    r"(?:(?:on|late|early|last|this) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|"
    r"yesterday|week|month|year|(?:morning|evening|night))\b(?: (?:that|morning|evening|night))?,? "
)
_BARE_CONTENT = re.compile(
    r"(?:the|a|an|he|she|it|they|we|I|his|her|its|their|our|there|this|these|those|no|some|many|"
    r"most|all|both|more|about|at least|nearly|almost|only|one|two|three|\d|[A-Z“\"]|"
    r"(?:police|people|\w{3,}(?:s|men))\b)"
)
_TRAILING = re.compile(
    r"(?:[ ](?:has|have|had|also|later|then|earlier|reportedly|previously|again|once|recently|"
    r"already|repeatedly|is|was|still|\w+ly|on \w+day|who))+$"
)
_LEADING = re.compile(
    r"^(?:(?:and|but|while|as|however|meanwhile|when|also|yet|so|although|because|then|where)\b"
    r",? ){1,2}",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:he|she|they|it|we|i|who|which)$", re.IGNORECASE)
_ACCORDING = re.compile(r"\b[Aa]ccording to (?=\S)")
_LINKING = _listed("of by from in at for to on with the a an and or s")
_STOPS = " \t\n\u00a0.!?…,;:"
_CLOSING = '"”»“'
#: A longer "sentence" is no prose that these rules could read.
_LONGEST_SENTENCE = 3_000
_MOST_MIDDLE = 220
_MOST_SUBJECT = 140


def find_speech(text: str, sentence: Span, names: Sequence[NameMention]) -> list[Speech]:
    """The attributions inside `sentence`, in order; `names` are those of the text, in order.

    Their contents do not overlap: speech inside reported speech is left to its speaker.
    """
    if len(sentence) > _LONGEST_SENTENCE:
        return []
    finder = _Finder(text, sentence, names)
    found: list[Speech] = []
    for speech in (*finder.by_verbs(), *finder.by_according_to()):
        inner = speech.content
        if len(inner.of(text).split()) < 3 or any(
            inner.overlaps(other.content) or other.content.covers(speech.cue) for other in found
        ):
            continue
        found.append(speech)
    return sorted(found, key=lambda speech: speech.content)


class _Finder:
    """One sentence with its quotations masked, so that no verb inside them counts."""

    def __init__(self, text: str, sentence: Span, names: Sequence[NameMention]) -> None:
        self._at = sentence.start
        self._words = re.sub(r"\s", " ", sentence.of(text))
        self._quotes = [Span(*found.span()) for found in _QUOTES.finditer(self._words)]
        masked = self._words
        for quote in self._quotes:
            masked = masked[: quote.start] + "\x01" * len(quote) + masked[quote.end :]
        self._masked = masked
        first = bisect_left(names, sentence.start, key=lambda name: name.span.start)
        last = bisect_left(names, sentence.end, key=lambda name: name.span.start)
        self._names = names[first:last]
        end = len(self._words)
        while end and self._words[end - 1] in _STOPS:
            end -= 1
        self._end = end

    def by_verbs(self) -> list[Speech]:
        found = []
        for verb in _VERB.finditer(self._masked):
            cue = Span(*verb.span())
            speech = self._quote_before(cue) or self._quote_after(cue) or self._clause_after(cue)
            if speech is not None:
                found.append(speech)
        return found

    # Clauses

    def _clause_after(self, cue: Span) -> Speech | None:
        """The content of "X said (on Friday) that …" and "X said the talks …"."""
        verb = self._masked[cue.start : cue.end]
        source = self._subject(cue)
        if source is None:
            return None
        begin = self._that_content(cue, verb)
        if begin is None and verb in _IS_SAY:
            begin = self._bare_content(cue.end + 1)
        if begin is None:
            return None
        content = Span(begin, self._end)
        quote = self._quote_at(begin)
        if quote is not None and quote.end >= self._end:
            content = self._inside(quote)
        return self._speech(content, source, cue, quoted=quote is not None)

    def _that_content(self, cue: Span, verb: str) -> int | None:
        """Where the content begins after the verb's "that", however far off it stands."""
        limit = min(self._end, cue.end + _MOST_MIDDLE)
        for that in _THAT_WORD.finditer(self._masked, cue.end, limit):
            middle = self._masked[cue.end : that.start()].strip()
            if "\x01" in middle or ";" in middle or ":" in middle:
                return None
            if middle and verb not in _IS_TELL and not _AFTER_VERB.match(middle):
                return None
            if not _NOT_CONTENT.match(self._masked, that.end()):
                return that.end()
        return None

    def _bare_content(self, begin: int) -> int | None:
        """Where the content begins that follows its verb without "that"."""
        when = _TIME.match(self._masked, begin)
        if when is not None:
            begin = when.end()
        rest = self._masked[begin : self._end]
        # A quotation of some words only ("said a “long talk” is needed") is part of the clause.
        opening = self._words[begin : begin + 30]
        if not _BARE_CONTENT.match(opening) or not _FINITE.search(rest):
            return None
        return begin

    # Quotations

    def _quote_before(self, cue: Span) -> Speech | None:
        """The quotation of "“…,” X said" and "“…,” said X"."""
        before = [quote for quote in self._quotes if quote.end <= cue.start]
        if not before or self._masked[cue.start : cue.end] not in _QUOTE_VERBS:
            return None
        quote = before[-1]
        between = self._masked[quote.end : cue.start].strip(" ,")
        content = self._inside(quote)
        ends_open = self._words[content.end : quote.end].strip(_CLOSING + " ") in {
            ",",
            "?",
            "!",
            "",
        }
        if len(content.of(self._words).split()) < 3 or not ends_open:
            return None
        if between:
            if quote.start > 1 and not self._opens_clause(quote.start):
                return None
            source = self._subject(cue, floor=quote.end)
        else:
            source = self._subject_behind(cue)
        return None if source is None else self._speech(content, source, cue, quoted=True)

    def _quote_after(self, cue: Span) -> Speech | None:
        """The quotation of "X said: “…”"."""
        if self._masked[cue.start : cue.end] not in _QUOTE_VERBS | _IS_TELL:
            return None
        after = [quote for quote in self._quotes if quote.start >= cue.end]
        if not after:
            return None
        quote = after[0]
        between = self._masked[cue.end : quote.start].strip()
        told = self._masked[cue.start : cue.end] in _IS_TELL
        direct = between in {"", ",", ":"} or (
            between.endswith((",", ":")) and (told or _AFTER_VERB.match(between) is not None)
        )
        content = self._inside(quote)
        if not direct or len(content.of(self._words).split()) < 3 or len(between) > _MOST_SUBJECT:
            return None
        source = self._subject(cue)
        return None if source is None else self._speech(content, source, cue, quoted=True)

    def _quote_at(self, begin: int) -> Span | None:
        return next((quote for quote in self._quotes if quote.start == begin), None)

    def _opens_clause(self, start: int) -> bool:
        return self._words[:start].rstrip().endswith((",", ":", ";", "—", "–"))

    def _inside(self, quote: Span) -> Span:
        """The words between the marks, without the stop or comma at their end."""
        start, end = quote.start + 1, quote.end - 1
        while end > start and self._words[end - 1] in _STOPS:
            end -= 1
        return Span(start, end)

    # Sources

    def by_according_to(self) -> list[Speech]:
        """ "According to X, …" and "…, according to X"."""
        found = _ACCORDING.search(self._masked)
        if found is None:
            return []
        cue = Span(found.start(), found.end() - 1)
        comma = self._masked.find(",", found.end(), self._end)
        if found.start() <= 1:
            if comma == -1:
                return []
            source = Span(found.end(), comma)
            content = Span(comma + 2, self._end)
        else:
            source = Span(found.end(), comma if comma != -1 else self._end)
            end = len(self._masked[: found.start()].rstrip(" ,"))
            content = Span(0, end)
            if source.end < self._end - 1 and comma != -1:
                return []
        if not len(source) or len(source) > _MOST_SUBJECT or content.end <= content.start:
            return []
        return [self._speech(content, source, cue, quoted=False)]

    def _subject(self, cue: Span, floor: int = 0) -> Span | None:
        """The noun phrase before the verb: from the last comma on, past one apposition."""
        start = max(floor, cue.start - 3 * _MOST_SUBJECT)
        left = self._masked[start : cue.start].rstrip()
        if left.endswith(","):
            if left[:-1].endswith(tuple(_CLOSING)):  # the end of a quotation that began earlier
                return None
            cut = left.rfind(",", 0, len(left) - 1)
            if cut == -1:
                return None
            left = left[:cut]
        trailing = _TRAILING.search(left)
        if trailing is not None:
            left = left[: trailing.start()]
        begin = max(
            (left.rfind(sign) for sign in (",", ";", ":", "\x01", "(", "—", "–")), default=-1
        )
        phrase = left[begin + 1 :]
        begin += 1 + len(phrase) - len(phrase.lstrip())
        leading = _LEADING.match(left[begin:])
        if leading is not None:
            begin += leading.end()
        phrase = left[begin:].rstrip()
        if (
            not phrase
            or len(phrase) > _MOST_SUBJECT
            or phrase.casefold() in {"it", "there", "that"}
        ):
            return None
        if self._is_clause(phrase):
            return None
        return Span(start + begin, start + begin + len(phrase))

    @staticmethod
    def _is_clause(phrase: str) -> bool:
        """Whether a supposed noun phrase holds a verb of its own, so that the guess is off."""
        first = phrase.split(" ", 1)[0]
        if first.casefold() in {"to", "of", "by", "be", "not", "as", "than"}:
            return True
        return re.search(rf" (?:{_AUXILIARY}) ", f" {phrase} ") is not None

    def _subject_behind(self, cue: Span) -> Span | None:
        """The noun phrase after an inverted verb ("…,” said the mayor of Ellery on Monday")."""
        rest = self._masked[cue.end : min(self._end, cue.end + _MOST_SUBJECT)]
        cut = re.search(r"[,;:.\x01(]| (?:on|in|at|after|during|when|as|while|to|before)\b", rest)
        phrase = rest[: cut.start()] if cut else rest
        start = cue.end + len(phrase) - len(phrase.lstrip())
        phrase = phrase.strip()
        return Span(start, start + len(phrase)) if phrase else None

    def _speech(self, content: Span, source: Span, cue: Span, *, quoted: bool) -> Speech:
        source = source.shifted(self._at)
        return Speech(
            content.shifted(self._at),
            source,
            cue.shifted(self._at),
            self._speaker(source),
            quoted,
        )

    def _speaker(self, source: Span) -> str:
        """The name at the end of the source's words, else these words."""
        words = self._words[source.start - self._at : source.end - self._at]
        inside = [name for name in self._names if source.covers(name.span)]
        if inside and inside[-1].span.end == source.end:
            name = inside[-1]
            before = self._words[source.start - self._at : name.span.start - self._at].split()
            if not before or before[-1].casefold().strip("'’") not in _LINKING:
                return name.name
            if before == ["the"] or before == ["The"]:
                return name.name
        return " ".join(words.split())


def is_pronoun(speaker: str) -> bool:
    """Whether a speaker is only "he", "she" or the like."""
    return _PRONOUN.match(speaker) is not None
