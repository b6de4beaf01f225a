"""The day of publication: stated, guessed with reasons, or unknown."""

from __future__ import annotations

from datetime import date

from app.extraction.publication import infer_publication
from app.model.article import DateSource, Publication, Zone, ZoneKind
from app.model.span import Span


def page(*parts: tuple[ZoneKind, str]) -> Publication:
    """The publication of a page made of these zones, a line each."""
    text, zones = "", []
    for kind, words in parts:
        start = len(text)
        text += words + "\n"
        zones.append(Zone(Span(start, len(text)), kind, True))
    return infer_publication(text, tuple(zones))


def test_a_byline_states_the_day() -> None:
    found = page((ZoneKind.BYLINE, "By A. Writer, 21 September 2016"), (ZoneKind.BODY, "They met."))
    assert (found.date, found.source) == (date(2016, 9, 21), DateSource.STATED)


def test_published_counts_and_updated_does_not() -> None:
    line = "Updated 22 September 2016 | Published 21 September 2016"
    assert page((ZoneKind.BYLINE, line)).date == date(2016, 9, 21)
    found = page((ZoneKind.BYLINE, "Updated 22 September 2016"), (ZoneKind.BODY, "They met."))
    assert (found.date, found.source) == (None, DateSource.NONE)
    assert "22 September 2016" in found.reasons[0]


def test_a_line_or_dateline_at_the_start_states_the_day() -> None:
    body = (ZoneKind.BODY, "The crane fell on Friday.")
    assert page((ZoneKind.LEDE, "Saturday, September 12, 2015"), body).date == date(2015, 9, 12)
    found = page((ZoneKind.LEDE, "KYIV, Ukraine, Sept. 21, 2016 (AP) — It fell on Monday."))
    assert found.date == date(2016, 9, 21)


def test_a_day_told_of_in_the_body_states_nothing() -> None:
    found = page((ZoneKind.BODY, "On 9 March 1950 he was born."))
    assert (found.date, found.inferred, found.source) == (None, None, DateSource.NONE)


def test_the_clock_of_the_page_is_only_the_latest_day() -> None:
    found = page(
        (ZoneKind.MASTHEAD, "10:15 GMT 5 March 2019"),
        (ZoneKind.LEDE, "The minister is holding talks in Vienna."),
        (ZoneKind.BODY, "Trade is the topic of the Tuesday talks. On 14 November, a deal failed."),
    )
    assert (found.date, found.source) == (None, DateSource.INFERRED)
    assert found.inferred == date(2018, 11, 20)
    assert found.reasons[0] == "The page's clock reads 5 March 2019; the article is not younger."
    assert all(reason.endswith(".") for reason in found.reasons)


def test_without_any_clue_nothing_is_guessed() -> None:
    assert page((ZoneKind.BODY, "They met and left.")) == Publication()
    assert infer_publication("", ()) == Publication()


def test_a_day_that_came_with_the_article_is_stated() -> None:
    found = infer_publication("They met.", (), date(2016, 9, 21))
    assert (found.date, found.source) == (date(2016, 9, 21), DateSource.STATED)


def test_the_sample_is_dated_by_inference(sample_text: str) -> None:
    lede = sample_text.index("Russian Foreign Minister Sergey")
    end = sample_text.index("Pentagon 'Succeeded")
    zones = (
        Zone(Span(0, 29), ZoneKind.MASTHEAD, False),
        Zone(Span(29, lede), ZoneKind.CAPTION, False),
        Zone(Span(lede, end), ZoneKind.BODY, True),
        Zone(Span(end, len(sample_text)), ZoneKind.COMMENTS, False),
    )
    found = infer_publication(sample_text, zones)
    assert (found.date, found.source) == (None, DateSource.INFERRED)
    assert found.inferred == date(2016, 9, 21)
    assert (
        found.reasons[0] == "The page's clock reads 20 February 2017; the article is not younger."
    )
