"""What is read out of an article comes from its own words, with offsets into its text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.extraction.reading import article_sentences, article_words, read
from app.extraction.zones import find_zones
from app.model.article import DateSource, Publication, ZoneKind

TEXT = (
    "12:30 GMT 7 June 2022\n"
    "Lena Ford opens harbour bridge in Port Ellery\n\n"
    "• ELLERY, May 3 (Northwire) - The bridge opened on Monday. It cost $38 million.\n\n"
    "The mayor thanked the engineers of the city for their patience.\n\n"
    "Comments\nI saw Tom Hale there on Sunday.\n"
)


def test_sentences_begin_after_list_signs_and_datelines() -> None:
    found = [span.of(TEXT) for span in article_sentences(TEXT, find_zones(TEXT))]
    assert found == [
        "The bridge opened on Monday.",
        "It cost $38 million.",
        "The mayor thanked the engineers of the city for their patience.",
    ]


def test_days_and_names_of_clock_and_comments_are_not_the_articles() -> None:
    day = Publication(date(2021, 5, 3), DateSource.REVIEWER)
    reading = read(TEXT, find_zones(TEXT), day)
    assert ("Monday", "2021-05-03") in [(found.text, found.value) for found in reading.dates]
    assert not [found for found in reading.dates if "2022" in found.text]
    names = {name.text for name in reading.names}
    assert "Lena Ford" in names
    assert "Tom Hale" not in names
    for found in (*reading.dates, *reading.names):
        assert found.span.of(TEXT) == found.text


def test_a_guessed_day_settles_no_weekday() -> None:
    guess = Publication(None, DateSource.INFERRED, date(2021, 5, 3))
    values = [found.value for found in read(TEXT, find_zones(TEXT), guess).dates]
    assert not [value for value in values if value[:1].isdigit()]


def test_blanked_words_keep_their_places() -> None:
    words = article_words(TEXT, find_zones(TEXT), frozenset({ZoneKind.HEADLINE}))
    assert len(words) == len(TEXT)
    assert words.index("Lena Ford") == TEXT.index("Lena Ford")
    assert "Tom" not in words


def test_what_was_read_is_kept_until_zones_or_day_change() -> None:
    zones = find_zones(TEXT)
    day = Publication(date(2021, 5, 3), DateSource.REVIEWER)
    assert read(TEXT, zones, day) is read(TEXT, find_zones(TEXT), day)
    later = read(TEXT, zones, Publication(date(2021, 5, 10), DateSource.REVIEWER))
    assert [found.value for found in later.dates] != [
        found.value for found in read(TEXT, zones, day).dates
    ]
    all_in = tuple(replace(zone, included=True) for zone in zones)
    assert {found.name for found in read(TEXT, all_in, day).names} >= {"Tom Hale"}
    assert "Tom Hale" not in {found.name for found in read(TEXT, zones, day).names}
