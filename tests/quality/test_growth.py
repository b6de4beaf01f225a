"""Reading takes time in proportion to the text, whatever the text; processor time, with slack."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from app.extraction.claims import find_claims
from app.extraction.speech.quotations import find_quotations
from app.model.article import Publication, Zone, ZoneKind
from app.model.span import Span
from app.text.dates.find import find_dates
from app.text.names.find import find_names
from app.text.quantities import find_quantities
from app.text.sentences import sentences

SHORT, LONG = 60_000, 300_000
#: Five times the text may take this many times the time; quadratic work would take 25 times.
GROWTH = 15.0
#: Differences below this many seconds are noise of the clock.
NOISE = 0.2

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


def seconds(reader: Callable[[str], object], unit: str, length: int, runs: int = 2) -> float:
    """The least processor time of some runs over a text of this length."""
    text = (unit * (length // len(unit) + 1))[:length]
    times = []
    for _ in range(runs):
        begun = process_time()
        reader(text)
        times.append(process_time() - begun)
    return min(times)


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("reader", [*READERS, claims], ids=lambda reader: reader.__name__)
def test_five_times_the_text_takes_about_five_times_the_time(
    reader: Callable[[str], object], unit: str
) -> None:
    short = seconds(reader, UNITS[unit], SHORT)
    long = seconds(reader, UNITS[unit], LONG)
    assert long <= GROWTH * short + NOISE


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_a_megabyte_is_read_in_moments(reader: Callable[[str], object], unit: str) -> None:
    # About a second on an idle core; a slow and busy one gets slack.
    assert seconds(reader, UNITS[unit], 1_000_000, runs=1) < 20


def test_ten_times_the_news_takes_about_ten_times_the_time() -> None:
    short = seconds(claims, UNITS["news"], 10_000)
    long = seconds(claims, UNITS["news"], 100_000, runs=1)
    print(f"\n10,000 characters {short:.3f} s, 100,000 {long:.3f} s")
    # How close to ten is measured by bench_extraction.py; a hundred times would be quadratic work.
    assert long <= 40 * short
