"""Reading takes time in proportion to the text, whatever the text; processor time, with slack."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.extraction.claims import find_claims
from app.extraction.speech.quotations import find_quotations
from app.model.article import Publication, Zone, ZoneKind
from app.model.span import Span
from app.text.dates.find import find_dates
from app.text.names.find import find_names
from app.text.quantities import find_quantities
from app.text.sentences import sentences
from tests.growth import MOST_GROWTH, growth

UNITS = {
    "one sentence": "the man of the town saw it and ",
    "capitals": "THE MAN SAID NO ",
    "digits": "0123456789",
    "days": "12 2016 5 May ",
    "straight marks": '"',
    "opening marks": "“",
    "apostrophes": "' 'a ",
    "stops": ".",
    "spaced stops": ". ",
    "initials": "Mr. A. ",
    "said": "said ",
    "said that": "X, said that ",
    "said a quotation": "said “a ",
    "one word": "a",
    "brackets": "( ",
    "lines": "Ann Reed said\n",
    "news": "“We kept our word,” Ann Reed said on Monday. “It was hard.” He left. ",
}

#: The words and signs at which a reader looks closer, each alone and unclosed; marks and scripts.
TRIGGERS = {
    "ellipses": "… ", "cries": "?! ", "closing marks": "”", "low marks": "„a“ ", "notes": "[1] ",
    "numbered": "No. 5 ", "months": "Jan. 5, ", "clocks": "10:30 ", "slashes": "12/05/2016 ",
    "years": "2016 ", "decades": "1990s ", "ranges": "5-6 May ", "day lists": "4, 5, 7 and 9 May ",
    "weekdays": "Monday (26 September) ", "ago": "3 days ago ", "next": "next Friday ",
    "grouped": "1 000 ", "worded": "one hundred and ", "tens": "twenty-", "money": "$5 ",
    "shares": "5% ", "at least": "at least ", "particles": "van der ", "of": "University of ",
    "roles": "Minister for ", "portfolios": "Secretary of State for ", "peoples": "Syrian army ",
    "ampersands": "A & ", "pairs": "Lavrov-Kerry ", "acronyms": "(WHO) ", "states": "D-N.M. ",
    "according": "according to ", "told": "told Anna that ", "who": ", who ", "turns": "MR. X: a\n",
    "causes": "because ", "comparisons": "more than ", "posts": "Posted on May 5, 2016\n",
    "comments": "Anna 5 May 2016 at 10:30\n", "buttons": "Share\n", "tables": "| a | b |\n",
    "bullets": "• a\n  b\n", "accents": "e\u0301", "bare accents": "\u0301", "joined": "a\u200d",
    "families": "👨\u200d👩\u200d👧", "ideographs": "漢字。", "no stops": "漢", "Korean": "한국 ",
    "Indic": "क्", "Arabic": "أيلول/سبتمبر ", "turned": "\u202e", "soft": "\xad", "Roman": "Ⅳ ",
}  # fmt: skip


def quotations(text: str) -> object:
    return find_quotations(text, sentences(text))


READERS: list[Callable[[str], object]] = [
    sentences,
    find_dates,
    find_names,
    find_quantities,
    quotations,
]


def claims(text: str) -> object:
    zones = (Zone(Span(0, len(text)), ZoneKind.BODY, included=True),)
    return find_claims(text, zones, Publication())


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("reader", [*READERS, claims], ids=lambda reader: reader.__name__)
def test_a_megabyte_takes_about_ten_times_a_tenth_of_it(
    reader: Callable[[str], object], unit: str
) -> None:
    assert growth(reader, UNITS[unit], 1_000_000) < MOST_GROWTH


@pytest.mark.slow
@pytest.mark.parametrize("unit", TRIGGERS)
@pytest.mark.parametrize("reader", [*READERS, claims], ids=lambda reader: reader.__name__)
def test_what_readers_look_for_takes_no_more_again_and_again(
    reader: Callable[[str], object], unit: str
) -> None:
    assert growth(reader, TRIGGERS[unit], 100_000) < MOST_GROWTH


def test_ten_times_the_news_takes_about_ten_times_the_time() -> None:
    assert growth(claims, UNITS["news"], 100_000) < MOST_GROWTH
