"""A sentence on one line: quotations masked, names and quotes at their places in it."""

from __future__ import annotations

from app.extraction.speech.masked import MASK, MaskedSentence
from app.extraction.speech.quotations import find_quotations
from app.model.span import Span
from app.text.names.find import find_names

TEXT = "It rained. “We\nleft,” Ann Reed told us. “It was late.” "


def test_places_count_in_the_sentence() -> None:
    span = Span(11, 39)
    line = MaskedSentence(TEXT, span, find_names(TEXT), find_quotations(TEXT, [span]))
    assert line.words == "“We left,” Ann Reed told us."
    assert line.masked == MASK * 10 + " Ann Reed told us."
    assert line.words[: line.end].endswith("told us")
    (quote,) = line.quotes
    assert quote.inside.of(line.words) == "We left"
    assert quote.ends_open
    assert line.quote_at(0) == quote
    assert line.quote_at(1) is None
    assert [name.span.of(line.words) for name in line.names] == ["Ann Reed"]


def test_a_quote_with_a_full_stop_is_not_open() -> None:
    span = Span(40, 54)
    (quote,) = MaskedSentence(TEXT, span, (), find_quotations(TEXT, [Span(11, 39), span])).quotes
    assert quote.inside.of(span.of(TEXT)) == "It was late"
    assert not quote.ends_open
