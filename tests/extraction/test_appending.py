"""Words that a file does not show come behind the end of the text, and no offset moves."""

from __future__ import annotations

from app.extraction.appending import NOTICE, append_left_out
from app.extraction.article import make_article
from app.extraction.document import Document
from app.model.article import Article, LeftOut, WhyLeftOut, Zone, ZoneKind
from app.model.span import Span
from app.text.normal import digest

TEXT = "The mill was sold on Monday for 250,000 euros.\n\nThe mayor said that it was old."


def article() -> Article:
    left_out = tuple(
        LeftOut(46, WhyLeftOut.HIDDEN, words, 3)
        for words in ("The price fell.", "Two members resigned.", "Nobody asked why.")
    )
    pages = (Span(0, 48), Span(48, len(TEXT)))
    return make_article(Document(TEXT, "mill.html", left_out=left_out, pages=pages))


def test_stretches_become_zones_behind_the_text() -> None:
    before = article()
    after = append_left_out(before, (2, 0))
    assert after.text == f"{TEXT}\n\nThe price fell.\n\nNobody asked why."
    assert after.digest == digest(after.text)
    first, second, third = after.left_out
    assert second.span is None
    assert [one.span.of(after.text) for one in (first, third)] == [first.text, third.text]
    # The blank line before a zone belongs to the zone before it, as everywhere.
    assert after.zones[-2:] == (
        Zone(Span(first.span.start, third.span.start), ZoneKind.HIDDEN, included=False),
        Zone(third.span, ZoneKind.HIDDEN, included=False),
    )
    assert "".join(zone.span.of(after.text) for zone in after.zones) == after.text
    assert "".join(page.of(after.text) for page in after.pages) == after.text
    assert after.zones[: len(before.zones) - 1] == before.zones[:-1]
    assert after.notices == (*before.notices, NOTICE)


def test_what_stands_there_stays_there() -> None:
    once = append_left_out(article(), (1,))
    assert append_left_out(once, (1,)) == once
    both = append_left_out(once, (0, 1))
    assert both.text.startswith(once.text)
    assert both.left_out[1] == once.left_out[1]
    assert both.notices == once.notices
