"""One sentence with its quotations masked, so that no verb inside them counts. Knows no speaker."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from app.extraction.speech.quotations import Quotation, within
from app.model.reading import NameMention
from app.model.span import Span

#: Stands for every sign of a quotation.
MASK = "\x01"
_SPACE = re.compile(r"\s")
_STOPS = " \t\n\u00a0.!?…,;:"
_OPEN_ENDS = tuple(",?!…-—")


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a quotation in the sentence: with its marks, and the words inside.

    `index` is its place among the quotations of the text. `ends_open` says that "X said" may
    follow: the words end in a comma or a cry, not in a full stop.
    """

    span: Span
    inside: Span
    index: int
    ends_open: bool


class MaskedSentence:
    """The sentence's words on one line, the same masked, its quotes and names; places count in it.

    `at` is where it begins in the text, `end` where its words end before the final stop.
    """

    def __init__(
        self,
        text: str,
        sentence: Span,
        names: Sequence[NameMention],
        quotations: Sequence[Quotation],
    ) -> None:
        self.at = sentence.start
        self.words = _SPACE.sub(" ", sentence.of(text))
        self.end = len(self.words.rstrip(_STOPS))
        self.quotes = [
            self._quote(index, stretch.shifted(-self.at), quotations[index])
            for index, stretch in within(quotations, sentence)
        ]
        masked = self.words
        for quote in self.quotes:
            span = quote.span
            masked = masked[: span.start] + MASK * len(span) + masked[span.end :]
        self.masked = masked
        first = bisect_left(names, sentence.start, key=lambda name: name.span.start)
        last = bisect_left(names, sentence.end, key=lambda name: name.span.start)
        self.names = [
            NameMention(name.span.shifted(-self.at), name.text, name.name)
            for name in names[first:last]
        ]

    def quote_at(self, begin: int) -> Quote | None:
        """The quote whose opening mark stands at this place."""
        return next((quote for quote in self.quotes if quote.span.start == begin), None)

    def _quote(self, index: int, span: Span, quotation: Quotation) -> Quote:
        """The words between the marks, without the stop or comma at their end."""
        start, end = span.start, span.end
        if quotation.span.start == start + self.at:
            start += 1
        if quotation.closed and quotation.span.end == end + self.at:
            end -= 1
        said = self.words[start:end]
        stop = start + len(said.rstrip(_STOPS))
        tail = self.words[stop:end].strip() or self.words[span.end : span.end + 1].strip()
        return Quote(span, Span(start, stop), index, not tail or tail[0] in _OPEN_ENDS)
