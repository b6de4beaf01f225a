"""Days, weekdays and years of two texts held against each other."""

from __future__ import annotations

from datetime import date

import pytest

from app.matching.date_differences import date_differences
from app.matching.side import read_side

PUBLISHED = date(2016, 9, 21)
ATTACK = "On Wednesday, Lavrov stressed that the September 16 attacks violated the truce."

Told = tuple[str, str, str | None, str | None]


def told(
    claim: str, passage: str, claim_day: date | None = None, passage_day: date | None = None
) -> list[Told]:
    return [
        (
            one.kind.value,
            one.relation.value,
            one.claim and one.claim.text,
            one.passage and one.passage.text,
        )
        for one in date_differences(read_side(claim, claim_day), read_side(passage, passage_day))
    ]


@pytest.mark.parametrize("day", [PUBLISHED, None])
def test_the_day_of_speaking_does_not_swallow_the_day_spoken_of(day: date | None) -> None:
    found = told(ATTACK, "Planes hit army posts on Saturday 17 September.", day)
    assert ("date", "different", "September 16", "Saturday 17 September") in found
    assert ("weekday", "not_mentioned", "Wednesday", None) in found


def test_a_weekday_is_settled_by_the_day_of_publication() -> None:
    [first, *_] = date_differences(
        read_side(ATTACK, PUBLISHED),
        read_side("The posts were hit on Saturday.", date(2016, 9, 17)),
    )
    assert first.note == "Saturday is 17 September 2016"
    assert first.claim is not None
    assert first.claim.text == "September 16"


def test_an_equal_date_settles_it_whatever_else_is_there() -> None:
    found = told("It fell on 12 September.", "After 9 September came 12 September.")
    assert found == [("date", "same", "12 September", "12 September")]


def test_a_date_that_is_same_differs_from_nothing_else() -> None:
    claim = "The plan of 9 September came into force on 12 September."
    found = told(claim, "It was agreed on Friday (9 September).")
    assert ("date", "not_mentioned", "12 September", None) in found


def test_another_year_is_a_year() -> None:
    assert told("Born on 3 June 1961.", "Born on 3 June 1962.")[0][:2] == ("year", "different")
    assert told("It opened in 2012.", "It opened in 2021.")[0][:2] == ("year", "different")


def test_decades_differ_in_each_others_place_and_hold_their_years() -> None:
    ours = "The mine closed in the 1970s."
    found = told(ours, "The mine closed in the 1980s.")
    assert [one[:2] for one in found] == [("year", "different")]
    assert [one[:2] for one in told(ours, "The mine closed in 1974.")] == [("year", "same")]
    assert told(ours, "The mine closed at last.") == []


def test_a_month_holds_its_days_and_a_year_its_months() -> None:
    assert told("In September 2016 it fell.", "It fell on 17 September 2016.")[0][1] == "same"
    assert told("In 2016 it fell.", "It fell in September 2016.")[0][1] == "same"
    assert told("In September 2016 it fell.", "It fell on 2 May 2016.")[0][1] == "different"


def test_a_month_without_a_year_is_the_month_of_any() -> None:
    note, autumn = "It says the September ceasefire had collapsed.", date(2016, 10, 15)
    assert told(note, note, None, autumn) == [("date", "same", "September", "September")]


def test_weekdays_without_a_calendar() -> None:
    assert told("They meet on Friday.", "They meet on Friday.")[0][:2] == ("weekday", "same")
    assert told("They meet on Friday.", "They meet on Monday.")[0][:2] == ("weekday", "different")


def test_a_far_date_is_not_held_against_a_weekday() -> None:
    found = told("They meet on Thursday.", "He was born on 27 January 2017.", PUBLISHED)
    assert found == [("weekday", "not_mentioned", "Thursday", None)]


def test_other_languages_name_days_too() -> None:
    claim = "The raid was on September 16, 2016."
    days = "Der Angriff war am 17. September 2016.", "O ataque foi em 17 de setembro de 2016."
    for passage in days:
        assert told(claim, passage)[0][1] == "different"


def test_another_weekday_of_the_same_day_is_told() -> None:
    found = told("He died on Monday 20 February 2017.", "He died on Friday 20 February 2017.")
    assert [one[:2] for one in found] == [("weekday", "different")]


def test_a_day_that_the_passage_has_twice_is_missed_in_its_own_place() -> None:
    found = told("He served in Bern from 1994 to 2004.", "He served in Bern from 2004 to 2004.")
    assert ("year", "different", "1994", "2004") in found


def test_years_of_another_matter_are_not_compared() -> None:
    found = told("The dam was built in 1974.", "Ana Brandt won the regatta of Haldis in 1989.")
    assert [one[1] for one in found] == ["not_mentioned"]


def test_a_weekday_in_two_texts_of_one_day_is_one_day() -> None:
    for claim in ("They will meet on Tuesday.", "They met on Tuesday."):
        found = told(claim, "The ministers met on Tuesday.", PUBLISHED, PUBLISHED)
        assert [one[1] for one in found] == ["same"]
