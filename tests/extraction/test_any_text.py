"""Whatever is handed in: zones and ledger part it exactly, and every claim stands where it says."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from app.desk.articles import read_article, read_inconsistencies, read_words
from app.model.errors import InputError

#: What news is made of, and what takes rules apart when it stands in the wrong place.
_NEWS = (
    'said that , . “ ” " according to he She Kerry Lavrov on Monday told reporters “No,” the '
    "minister — ( ) : ; who which September 16 2016 million 5 % denied Mr. Dr. U.S. ' ’s and but "
    "quoted as saying … ? ! New York • - – 3 May «x» »y« „z“ NATO (NATO) The group « » 日本 مرحبا "
    "e.g. No. 7 in 2010s \n \n\n # * |"
)
PIECES = _NEWS.split(" ")


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map(" ".join),
        st.text(max_size=300),
    ),
    st.sampled_from([None, date(2016, 9, 21)]),
)
def test_nothing_is_lost_and_nothing_stands_elsewhere(text: str, day: date | None) -> None:
    try:
        article, claims = read_article(text, "any", day)
    except InputError:
        return  # no word in it
    assert "".join(zone.span.of(article.text) for zone in article.zones) == article.text
    for claim in claims:
        assert claim.span.of(article.text) == claim.quote
        for part in claim.parts:
            assert part.span.of(article.text) == part.text
            assert claim.span.covers(part.span)
    _, ledger = read_words(article, claims)
    assert ledger.words == ledger.claimed + ledger.excused + ledger.furniture + ledger.open
    read_inconsistencies(article, claims)
