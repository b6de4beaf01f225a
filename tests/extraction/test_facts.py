"""A claim gives a fact only where its clause is plainly read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.claims import find_claims
from app.extraction.facts import facts_of
from app.extraction.inconsistencies import find_inconsistencies
from app.extraction.offers import find_offers
from app.model.article import Article, DateSource, Publication, Zone, ZoneKind
from app.model.span import Span

DAY = Publication(date(2016, 9, 21), DateSource.REVIEWER)


def article_of(text: str) -> Article:
    zones = (Zone(Span(0, len(text)), ZoneKind.BODY, True),)
    return Article(0, "", text, "", zones, DAY, "")


def facts(text: str) -> list[tuple[str, str, str]]:
    article = article_of(text)
    claims = find_claims(text, article.zones, DAY)
    return [(fact.kind, fact.value, fact.act) for fact in facts_of(claims[0], ())]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The trial will begin on October 3.", [("day", "2016-10-03", "BEGIN")]),
        ("On October 3, the trial will begin.", [("day", "2016-10-03", "BEGIN")]),
        ("The law takes effect on October 3.", [("day", "2016-10-03", "FORCE")]),
        ("The trial runs until October 3.", []),
        ("The October 3 trial will begin soon.", []),
        ("A trial will begin on October 3.", []),
        ("He died on October 3.", []),
        (
            "The fair opens on October 3 and closes on October 7.",
            [("day", "2016-10-03", "BEGIN")],
        ),
        ("The hospital has 350 beds.", [("number", "350 ", "")]),
        ("The hospital has 12 of the beds.", []),
        ("The hospital won the 94 kg event.", []),
        ("The hospital lies at 59 Abbey Road.", []),
        ("General Ivan Petrov spoke.", [("role", "general", "")]),
        ("Former General Ivan Petrov spoke.", []),
        ("Anna Lind, 42, was saved.", [("age", "42", "")]),
    ],
)
def test_what_is_plain_is_read(sentence: str, found: list[tuple[str, str, str]]) -> None:
    assert facts(f"{sentence} And so on it went.") == found


PIECES = st.sampled_from(
    [
        *("The meeting will be held on Thursday", "on Friday", ".", ",", "and", "½", "the", "3%"),
        *("62 people", "$5", "were killed", "Anna Lind", "General Ivan Petrov", "42", "who", "he"),
        *(
            "42-year-old",
            "which was",
            "the group",
            ";",
            "“",
            "”",
            "said that",
            "\n\n",
            "—",
            "(",
            "at",
        ),
        *("Carter Group", "of the", "1,200", "-", "A"),
    ]
)


@given(st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_places_that_stand_in_it(text: str) -> None:
    article = article_of(text)
    claims = find_claims(text, article.zones, DAY)
    for found in find_inconsistencies(article, claims):
        for side in (found.first, found.second):
            assert side.span.of(text) == side.text
    for claim in claims:
        others = [one for one in claims if one is not claim]
        for offer in find_offers(article, claim, others):
            first = claim.span.start + (offer.kind == "split")
            assert first <= offer.at < claim.span.end
            assert offer.statement
