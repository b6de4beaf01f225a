"""Statements say the days that the article leaves open, once each, in brackets."""

from __future__ import annotations

from datetime import date

import pytest

from app.extraction.statement import self_contained
from app.model.span import Span
from app.text.dates.find import find_dates


@pytest.mark.parametrize(
    ("quote", "statement"),
    [
        ("They met on Wednesday.", "They met on Wednesday [21 September 2016]."),
        ("The September 16 attacks.", "The September 16 [2016] attacks."),
        ("The 16 September attacks.", "The 16 September [2016] attacks."),
        ("On September 16, 2015 they met.", "On September 16, 2015 they met."),
        ("Wednesday's talks ended.", "Wednesday's [21 September 2016] talks ended."),
        (
            "They met on Monday and left Monday.",
            "They met on Monday [19 September 2016] and left Monday.",
        ),
        ("They met Tuesday night.", "They met Tuesday night [20 September 2016]."),
        ("They met Monday through Friday.", "They met Monday through Friday."),
        ("In the Sept. 11 attacks of 2001 many died.",) * 2,
        ("The Monday Club met in Rome.",) * 2,
        ("Он прибыл в среду.", "Он прибыл в среду [2016-09-21]."),
        ("It ended on Tuesday (local time).", "It ended on Tuesday (local time)."),
        ("They meet in 2017.", "They meet in 2017."),
        ("They\u00a0met\n  here.", "They met here."),
    ],
)
def test_open_days_are_said(quote: str, statement: str) -> None:
    dates = find_dates(quote, date(2016, 9, 21))
    assert self_contained(quote, Span(0, len(quote)), dates) == statement


def test_nothing_is_said_without_a_day_of_publication() -> None:
    quote = "They met on Wednesday and on September 16."
    assert self_contained(quote, Span(0, len(quote)), find_dates(quote)) == quote


def test_a_week_ago_and_a_lone_day_are_told_as_days() -> None:
    for words, told in (
        ("It broke out a week ago.", "It broke out a week ago [about 14 September 2016]."),
        ("It broke out on the 3rd.", "It broke out on the 3rd [3 September 2016]."),
        ("It broke out in the 1990s.", "It broke out in the 1990s."),
    ):
        dates = find_dates(words, date(2016, 9, 21))
        assert self_contained(words, Span(0, len(words)), dates) == told
