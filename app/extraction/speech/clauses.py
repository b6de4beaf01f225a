"""The clauses in which a sentence tells what somebody says: round the verb of saying.

"X stressed that …", "X said the talks …", "X told the chamber she …", "…, the company said". Knows
one masked sentence and where its verb and its speaker stand, not who that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.extraction.speech.masked import MASK, MaskedSentence, Quote
from app.extraction.speech.verbs import BARE, PARTICIPLES, SAY, TELL, THAT
from app.model.span import Span
from app.text.verbs import plain_clause

_WORD = re.compile(r"[A-Za-z]+")
_THAT = re.compile(r"\bthat ")
_AND_THAT = re.compile(r",? and that (?=\w)")
#: What may stand between a verb of saying and its "that" or quotation.
AFTER_VERB = re.compile(
    r"(?:to|on|in|at|after|during|before|with|by|for|from|via|through|ahead|following|when|while|"
    r"as|over|about|late|early|earlier|later|last|this|again|also|however|today|yesterday|here|"
    r"publicly|repeatedly|under|out|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\w+ly)"
    r"\b|,"
)
_TIME = re.compile(
    r"(?:(?:on|late|early|last|this|late on|early on) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|"
    r"Sun)day|today|yesterday|week|month|year|(?:morning|evening|night))\b"
    r"(?: (?:that|morning|evening|night|afternoon))?,? |in (?:a|an|its|his|her|their) (?:\w+ )?"
    r"(?:statement|report|letter|e-?mail|interview|note|speech|tweet|post|memo|release|filing) "
)
_CONTENT_START = re.compile(
    r"(?:(?:the|a|an|he|she|it|they|we|I|you|his|her|its|their|our|my|there|this|these|those|no|"
    r"some|many|most|all|both|more|about|at least|nearly|almost|only|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|if|when|nobody|none|any|each|every|such|few|several|half|up to|over|"
    r"around|as (?:many|much|few) as|another|other|neither|what|everyone|everybody|anyone|"
    r"people|police|(?!during)\w{3,}(?:s|men|ing))\b|\d|[A-Z“\"‘$£€]|"
    r"\w+ (?:\w+ )?(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should)\b)"
)
_PREPOSITION = re.compile(r"(?:at|in|on|by|for|to|of|from|with)\b")
_NOUN_AT_END = re.compile(r"\b(?:a|an|the|his|her|its|their) (?:[\w-]+ )?[\w-]+$")
_ASKED = re.compile(
    r"(?:that|what|which|who|whom|whose|why|how|where|whether|when)\b"
    r"|(?:yes|no)(?=$|[,.]| when\b| to\b)"
)
_SURE_START = re.compile(
    r"(?:the|a|an|he|she|it|they|we|I|his|her|its|their|our|my|there|no|some|many|most|all)\b"
)
_NOT_CONTENT = re.compile(
    r"(?:is|are|was|were|has|have|had|will|would|could|should|may|might|can|must|\w+ed|came|took|"
    r"led|made|went|ran|left|said)\b"
)
#: What may follow a verb of saying whose content went before.
OPEN_TAIL = re.compile(
    r"(?:$|[,;.]| (?:on|in|at|after|during|late|early|last|this|by|via|through|when|as|to|ahead|"
    r"earlier|later|following|recently|reporters|lawmakers|journalists|state|local|national|today|"
    r"yesterday|who|speaking|citing|quoting|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
#: What may stand between the verb and the comma behind which the said clause goes on.
_GOES_ON = re.compile(
    r"(?: (?:reporters|lawmakers|journalists|parliament|on \w+day|\w+day|in an? \w+))?, "
)
_TO_DO = re.compile(r"^[A-Z][\w’' -]{1,60} to [a-z]+\b")
_SAID = r"(?:said|says|say|added|adds|insisted|warned|told|argued|claimed|thinks|believes|replied)"
_NEXT_SPEECH = re.compile(
    rf",? (?:but|and) (?:also |later |then |has )?{_SAID}\b"
    rf"|, (?:but|and|while|although|whereas|though) (?:[\w.'’-]{{1,20}} ){{1,6}}{_SAID}\b"
    r"|,? (?:adding|saying|warning|arguing|noting)(?: that\b|:|,)"
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
#: Furthest that a verb stands from what it tells, in characters.
MOST_MIDDLE = 240

#: How near to a doubtful beginning the verb of a said clause stands.
_NEAR = 60


class Clauses:
    """The said clauses of one sentence."""

    def __init__(self, line: MaskedSentence) -> None:
        self._line = line

    def after(
        self, cue: Span, verb: str, *, inserted: bool = False
    ) -> list[tuple[Span, Quote | None]]:
        """The contents of "X said (on Friday) that …" and "X said the talks …".

        Each with the quote that it begins with, if any; where the quote is all, without its marks.
        `inserted` says that a main clause follows the content ("While X said …, Y argued").
        """
        begin = self._that_content(cue, verb)
        if begin is None and (verb in SAY or verb in PARTICIPLES):
            begin = self._bare_content(cue.end + 1, plain=verb in ("says", "say"))
        elif begin is None and verb in BARE:
            begin = self._plain_content(cue.end + 1)
        elif begin is None and verb in TELL:
            begin = self._told_content(cue.end + 1)
        if begin is None:
            return []
        stop = self._content_end(begin, inserted=inserted)
        found = []
        for content in self._parted(Span(begin, stop)):
            quote = self._line.quote_at(content.start)
            if quote is not None and not self._goes_on(quote, content):
                content = quote.inside
            found.append((content, quote))
        return found

    def _content_end(self, begin: int, *, inserted: bool) -> int:
        """Where a said clause ends: before "…: “quotation”" and before "but said …"."""
        part = self._line.masked.find("; ", begin, self._line.end)
        stop = self._line.end if part == -1 else part
        comma = self._line.masked.find(", ", begin, stop) if inserted else -1
        stop = stop if comma == -1 else comma
        for quote in self._line.quotes:
            lead = self._line.masked[begin : quote.span.start].rstrip()
            if quote.span.start > begin and lead.endswith(":"):
                stop = min(stop, begin + len(lead) - 1)
        following = _NEXT_SPEECH.search(self._line.masked, begin, stop)
        return following.start() if following else stop

    def _parted(self, content: Span) -> Iterator[Span]:
        """ "… that A, and that B" says two things."""
        begin = content.start
        for found in _AND_THAT.finditer(self._line.masked, content.start, content.end):
            yield Span(begin, found.start())
            begin = found.end()
        yield Span(begin, content.end)

    def _goes_on(self, quote: Quote, content: Span) -> bool:
        """Whether a clause that opens with a quote has it as its subject: "“the law” is dead"."""
        after = self._line.masked[quote.span.end : content.end]
        return _FINITE.match(after.lstrip()) is not None

    def _that_content(self, cue: Span, verb: str) -> int | None:
        """Where the content begins after the verb's "that", however far off it stands."""
        if verb not in THAT and verb not in SAY and verb not in TELL and verb not in PARTICIPLES:
            return None
        limit = min(self._line.end, cue.end + MOST_MIDDLE)
        for that in _THAT.finditer(self._line.masked, cue.end, limit):
            middle = self._line.masked[cue.end : that.start()].strip()
            if MASK in middle or ";" in middle or ":" in middle:
                return None
            if middle and verb not in TELL and not AFTER_VERB.match(middle):
                return None
            if _NOUN_AT_END.search(middle) and not self._opens_clause(that.end()):
                return None  # "said during a hearing that at times was loud"
            if not _NOT_CONTENT.match(self._line.masked, that.end()):
                return that.end()
        return None

    def _opens_clause(self, begin: int) -> bool:
        led = _PREPOSITION.match(self._line.words, begin) is not None
        if led:
            return plain_clause(self._line.masked, begin, self._line.end) is not None
        return _CONTENT_START.match(self._line.words, begin) is not None

    def _bare_content(self, begin: int, *, plain: bool) -> int | None:
        """Where the content begins that follows "said" without "that".

        `plain` says that the verb takes hardly anything but a clause ("he says").
        """
        when = _TIME.match(self._line.masked, begin)
        if when is not None:
            begin = when.end()
        # A quotation of some words only ("said a “long talk” is needed") is part of the clause.
        opening = self._line.words[begin : begin + 40]
        if _ASKED.match(opening):
            return None
        if not _CONTENT_START.match(opening):  # "said profit rose"
            clause = plain_clause(self._line.masked, begin, self._line.end)
            near = clause is not None and clause.subject_start == begin
            return begin if clause and near and clause.verb - begin < _NEAR else None
        return begin if plain or self._has_clause(begin) else None

    def _plain_content(self, begin: int) -> int | None:
        """The same after a verb that often takes a mere object: only a plain clause counts."""
        quote = self._line.quote_at(begin)
        if quote is not None:
            return begin if len(quote.inside) > 20 else None
        if not _CONTENT_START.match(self._line.words[begin : begin + 40]):
            return None
        clause = plain_clause(self._line.masked, begin, self._line.end)
        return begin if clause is not None and clause.verb - begin < 120 else None

    def _told_content(self, begin: int) -> int | None:
        """Where the content begins after "told the chamber she had …"."""
        words = list(_WORD.finditer(self._line.masked, begin, min(self._line.end, begin + 80)))
        for word in words[1:8]:
            gap = self._line.masked[begin : word.start()]
            if MASK in gap or "," in gap or ":" in gap:
                return None
            if not _SURE_START.match(self._line.masked, word.start()):
                continue
            if self._line.masked[max(0, word.start() - 4) : word.start()] in (
                " of ",
                " in ",
                " at ",
            ):
                continue
            clause = plain_clause(self._line.masked, word.start(), self._line.end)
            if clause is not None and clause.verb - word.start() < 60:
                return word.start()
        return None

    def _has_clause(self, begin: int) -> bool:
        rest = self._line.words[begin : self._line.end].replace("“", " ").replace("”", " ")
        if plain_clause(rest, 0, len(rest)) is not None:
            return True
        return _FINITE.search(self._line.masked, begin, self._line.end) is not None

    def before(self, cue: Span, source: Span) -> Span | None:
        """The content of "The plant will open in 2026, the company said (on Friday)"."""
        comma = self._line.masked.rfind(", ", 0, source.start)
        verb_first = source.start > cue.end
        if verb_first:
            comma = cue.start - 2
        lead = self._line.masked[comma + 2 : min(source.start, cue.start)].strip()
        if comma < 4 or (lead and not verb_first and not _LEAD_WORDS.fullmatch(lead)):
            return None
        if not verb_first and not OPEN_TAIL.match(self._line.masked[cue.end : self._line.end]):
            return None
        words = self._line.words[:comma]
        clause = plain_clause(self._line.masked, 0, comma)
        if clause is None and not _FINITE.search(self._line.masked, 0, comma):
            return self._around(cue, source, comma)
        if _NO_MAIN_CLAUSE.match(words) and ", " not in words:
            return self._around(cue, source, comma)
        start = 1 if words[:1] in tuple('“"') and not self._line.quotes else 0
        return Span(start, comma)

    def _around(self, cue: Span, source: Span, comma: int) -> Span | None:
        """The content of "The bank, analysts say, had lost money": all round the verb with it."""
        headline = _TO_DO.search(self._line.masked, 0, comma)
        if headline is not None:
            return Span(0, comma)
        behind = _GOES_ON.match(self._line.masked, cue.end)
        if behind is None or source.start > cue.start:
            return None
        rest = self._line.masked[behind.end() : self._line.end]
        if not _FINITE.match(rest):
            clause = plain_clause(rest, 0, len(rest))
            if clause is None or _NO_MAIN_CLAUSE.match(rest) or clause.subject_start > 0:
                return None
        return Span(0, self._line.end)
