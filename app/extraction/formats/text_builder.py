"""Puts the pieces that a reader finds together to a Document's text. Knows no format."""

from __future__ import annotations

import itertools
from typing import Any

from app.extraction.document import Document, Hint
from app.extraction.formats.kept_words import kept
from app.model.article import LeftOut, ProposedSource, WhyLeftOut, ZoneKind
from app.model.span import Span
from app.text.normal import normalise
from app.text.words import words as words_of

_BETWEEN = "\n\n"


class TextBuilder:
    """The text of a file while it is read, paragraph by paragraph, in reading order.

    Offsets that it answers are those of the finished text.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._hints: list[Hint] = []
        self._page_starts: list[int] = []
        self._proposals: list[ProposedSource] = []
        self._left_out: list[LeftOut] = []
        self._notices: dict[str, None] = {}

    @property
    def length(self) -> int:
        """How many characters have been taken in so far."""
        return self._length

    def add(self, words: str, kind: ZoneKind | None = None) -> Span:
        """Take in one paragraph, and say where it stands; `kind` is what the file says it is.

        Blanks at its edges are dropped, line breaks inside it stay. Words of nothing but blanks
        add nothing and answer an empty span.
        """
        text, notices = normalise(words)
        text = text.strip()
        self._notices.update(dict.fromkeys(notices))
        if not text:
            return Span(self._length, self._length)
        if self._length:
            self._pieces.append(_BETWEEN)
            self._length += len(_BETWEEN)
        span = Span(self._length, self._length + len(text))
        self._pieces.append(text)
        self._length = span.end
        if kind is not None:
            self._hints.append(Hint(span, kind))
        return span

    def begin_page(self) -> None:
        """The paragraphs that follow stand on the next page; a page may stay empty."""
        self._page_starts.append(self._length)

    def propose(self, span: Span, kind: str, text: str, url: str = "") -> None:
        """Keep a source that the file names for this stretch; see ProposedSource."""
        self._proposals.append(ProposedSource(span, kind, " ".join(text.split()), url))

    def leave_out(self, place: int, reason: WhyLeftOut, words: str) -> None:
        """Keep words that are not in the text, which stood behind this place of it."""
        text = normalise(words)[0].strip()
        if count := len(words_of(text)):
            self._left_out.append(LeftOut(place, reason, text, count))

    def notice(self, sentence: str) -> None:
        """Keep a sentence for the reviewer, once."""
        self._notices[sentence] = None

    def document(self, origin: str, **metadata: Any) -> Document:
        """The finished Document; `metadata` are its fields that come from the file's own record."""
        left_out, told = kept(self._left_out, self._length)
        if told:
            self.notice(told)
        return Document(
            text="".join(self._pieces),
            origin=origin,
            notices=tuple(self._notices),
            hints=tuple(self._hints),
            pages=self._pages(),
            proposals=tuple(self._proposals),
            left_out=left_out,
            **metadata,
        )

    def _pages(self) -> tuple[Span, ...]:
        # What stands before the first page belongs to it, so that pages partition the text.
        if not self._page_starts:
            return ()
        bounds = [0, *self._page_starts[1:], self._length]
        return tuple(Span(a, b) for a, b in itertools.pairwise(bounds))
