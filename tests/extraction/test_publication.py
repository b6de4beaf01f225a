"""The day of publication: stated, guessed with reasons, or unknown."""

from __future__ import annotations

import time
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


def test_a_label_may_stand_on_the_line_above() -> None:
    body = (ZoneKind.BODY, "They met.")
    assert page((ZoneKind.BYLINE, "Published\n3 March 2021"), body).date == date(2021, 3, 3)
    assert page((ZoneKind.BYLINE, "Updated\n3 March 2021"), body).date is None


def test_a_labelled_day_above_the_headline_is_stated_and_a_clock_is_not() -> None:
    rest = ((ZoneKind.HEADLINE, "They meet"), (ZoneKind.BODY, "They met."))
    clock, labelled = "Monday, 5 March 2019", "Posted on 3 March 2019"
    assert page((ZoneKind.MASTHEAD, f"{clock}\n{labelled}"), *rest).date == date(2019, 3, 3)
    assert page((ZoneKind.MASTHEAD, clock), *rest).date is None


def test_a_day_alone_above_the_headline_is_stated_unless_it_may_be_a_clock() -> None:
    rest = ((ZoneKind.HEADLINE, "They meet"), (ZoneKind.BODY, "They met."))
    found = page((ZoneKind.MASTHEAD, "The Post\n11 May 2017\n"), *rest)
    assert (found.date, found.source) == (date(2017, 5, 11), DateSource.STATED)
    assert found.reasons == ("The article is headed by “11 May 2017”.",)
    found = page((ZoneKind.MASTHEAD, "The Post\nThursday, 11 May 2017"), *rest)
    assert (found.date, found.inferred) == (None, date(2017, 5, 11))
    for clock in ("11 May 2017 10:15", "The Post of 11 May 2017 in print", "11 May 2017\nNews"):
        assert page((ZoneKind.MASTHEAD, clock), *rest).date is None, clock


def test_a_source_or_a_day_of_change_behind_a_day_shows_that_it_is_of_publication() -> None:
    rest = ((ZoneKind.HEADLINE, "They meet"), (ZoneKind.BODY, "They met."))
    for line in (
        "2022-07-19 08:16:40 来源：港口日报",
        "JULY 19, 2022 Updated JULY 20, 2022",
        "19.07.2022, 08:16 | Aktualisiert: 20.07.2022",
    ):
        assert page((ZoneKind.MASTHEAD, line), *rest).date == date(2022, 7, 19), line
    body = (ZoneKind.BODY, "Its rules of 19 July 2022 updated in haste did not hold. They met.")
    assert page(body).date is None


def test_the_days_of_an_endless_line_are_read_in_linear_time() -> None:
    def seconds(days: int) -> float:
        words = "On 9 March 1950, " * days
        took = []
        for _ in range(3):
            begun = time.process_time()
            page((ZoneKind.BODY, words))
            took.append(time.process_time() - begun)
        return min(took)

    assert seconds(5_000) < 40 * seconds(500)


def test_a_day_between_the_paragraphs_is_stated_by_its_label_only() -> None:
    first, reply = (ZoneKind.BODY, "They met."), (ZoneKind.BODY, "They left.")
    assert page(first, (ZoneKind.DATELINE, "3 March 2021"), reply).date is None
    assert page(first, (ZoneKind.DATELINE, "Published 3 March 2021"), reply).date is not None


def test_figures_of_which_either_may_be_the_month_are_offered_only() -> None:
    found = page((ZoneKind.BYLINE, "Published: 03/04/2021"), (ZoneKind.BODY, "They met."))
    assert (found.date, found.source) == (None, DateSource.INFERRED)
    assert "4 March 2021" in found.reasons[0]
    found = page((ZoneKind.BYLINE, "Published: 13/04/2021"), (ZoneKind.BODY, "They met."))
    assert found.date == date(2021, 4, 13)


def test_other_languages_state_their_days() -> None:
    for line in ("2021年3月3日 10:15", "Opublikowano 3 marca 2021", "פורסם: 03.03.2021"):
        found = page((ZoneKind.DATELINE, line), (ZoneKind.BODY, "They met."))
        assert found.date == date(2021, 3, 3), line


def test_a_text_that_knows_later_years_is_not_guessed_to_be_old() -> None:
    words = "It was climbed on 3 August 1868. The hut on 12 May was closed. A road came in 1937."
    assert page((ZoneKind.BODY, words)).inferred is None
