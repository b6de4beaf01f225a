"""Days found in invented sentences, and what each means."""

from __future__ import annotations

from datetime import date

import pytest

from app.model.span import Span
from app.text.dates.find import date_tenses, find_dates
from tests.growth import LENGTHS, MOST_GROWTH, growth

WEDNESDAY = date(2016, 9, 21)


def values(text: str, anchor: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(mention.text, mention.value) for mention in find_dates(text, anchor)]


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("on 17 September 2016 in", "17 September 2016", "2016-09-17"),
        ("Sept. 16, 2016:", "Sept. 16, 2016", "2016-09-16"),
        ("the 17th of September", "17th of September", "--09-17"),
        ("em 16 de setembro de 2016", "16 de setembro de 2016", "2016-09-16"),
        ("17 Eylül Cumartesi günü", "17 Eylül Cumartesi", "--09-17"),
        ("بحسب ما نشر يوم السبت 17 أيلول.", "السبت 17 أيلول", "--09-17"),
        ("غارة السبت 17 أيلول/سبتمبر 2016", "السبت 17 أيلول/سبتمبر 2016", "2016-09-17"),
        ("5 تشرين الأول 2016", "5 تشرين الأول 2016", "2016-10-05"),
        ("17 сентября 2016 года", "17 сентября 2016", "2016-09-17"),
        ("le 1er septembre 2016", "1er septembre 2016", "2016-09-01"),
        ("am Samstag, den 17. September 2016", "Samstag, den 17. September 2016", "2016-09-17"),
        ("am 20. September (Ortszeit)", "20. September", "--09-20"),
        ("na quarta-feira, 21 de setembro", "quarta-feira, 21 de setembro", "--09-21"),
        ("el 12 de mayo de 2016", "12 de mayo de 2016", "2016-05-12"),
        ("il 16 settembre 2016", "16 settembre 2016", "2016-09-16"),
        ("2016-09-16T05:00Z", "2016-09-16", "2016-09-16"),
        ("am 16.09.2016", "16.09.2016", "2016-09-16"),
        ("Wednesday, September 21, 2016", "Wednesday, September 21, 2016", "2016-09-21"),
        ("since October 2015", "October 2015", "2015-10"),
        ("the 1991 Hajj", "1991", "1991"),
        ("in 2016 soldiers came", "2016", "2016"),
        ("04:44 GMT +320 February 2017", "20 February 2017", "2017-02-20"),
    ],
)
def test_a_written_date_is_found_without_an_anchor(text: str, found: str, value: str) -> None:
    assert values(text, None) == [(found, value)]


@pytest.mark.parametrize(
    "text",
    [
        "He may come and they march on.",
        "Theresa May said April Jones met August Wilson.",
        "the 71st session, the second of 16, at 17:50",
        "2016 soldiers, $2016, 1,426 people, the 1995s, at 2000 GMT",
        "Black Friday at The Sunday Times, every Monday",
        "99 May, Sun Tzu, Sat down, Resolution 2016",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert values(text) == []


def test_without_an_anchor_nothing_is_settled_that_the_text_leaves_open() -> None:
    day, weekday, month = find_dates("On 9 May, a Friday; in September", None)
    assert (day.value, day.granularity) == ("--05-09", "day")
    assert (weekday.value, weekday.granularity, weekday.weekday) == ("", "weekday", 4)
    assert (month.value, month.granularity) == ("--09", "month")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Tuesday, they met.", ["2016-09-20"]),
        ("They met on Wednesday.", ["2016-09-21"]),
        ("The vote is scheduled for Friday.", ["2016-09-23"]),
        ("They will meet next Wednesday.", ["2016-09-28"]),
        ("They met last Wednesday.", ["2016-09-14"]),
        ("They met on Monday last week.", ["2016-09-12"]),
        ("Kerry said Tuesday the group would meet Friday.", ["2016-09-20", "2016-09-23"]),
        ("It would reconvene on Tuesday, he said on Monday.", ["2016-09-20", "2016-09-19"]),
        (
            "He told the council on Monday that the vote would be held on November 8.",
            ["2016-09-19", "2016-11-08"],
        ),
        ("The truce came into force on 12 September.", ["2016-09-12"]),
        ("Talks are to begin on 3 October.", ["2016-10-03"]),
        ("It collapsed on 3 October.", ["2015-10-03"]),
        ("It ended on Monday (26 September).", ["2016-09-26", "2016-09-26"]),
        ("“We meet tomorrow,” he said on Monday.", ["2016-09-20", "2016-09-19"]),
        ("Yesterday it rained; three days ago it snowed.", ["2016-09-20", "2016-09-18"]),
        ("He left last year, in June.", ["2015", "2016-06"]),
    ],
)
def test_with_an_anchor_the_tense_settles_the_day(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text)] == expected


def test_a_statement_with_its_full_date_anchors_what_it_says() -> None:
    text = "On Tuesday, 20 September 2016, he said that they would meet on Friday."
    assert values(text, None)[1] == ("Friday", "2016-09-23")


def test_each_day_of_a_range_is_a_mention() -> None:
    assert values("September 4 and 5, 9-10 September") == [
        ("September 4", "2016-09-04"),
        ("5", "2016-09-05"),
        ("9", "2016-09-09"),
        ("10 September", "2016-09-10"),
    ]
    assert values("from 20 to 28 September 2015", None)[0] == ("20", "2015-09-20")
    assert values("On September 4 and 5 people died.") == [("September 4", "2016-09-04")]


def test_the_other_reading_is_kept() -> None:
    (friday,) = find_dates("They met on Friday.", WEDNESDAY)
    assert (friday.value, friday.alternative) == ("2016-09-16", "2016-09-23")
    (doubtful,) = find_dates("04/05/2016", None)
    assert {doubtful.value, doubtful.alternative} == {"2016-05-04", "2016-04-05"}


def test_a_weekday_that_does_not_fit_its_date_is_told() -> None:
    (mention,) = find_dates("Wednesday, September 20, 2016", None)
    assert (mention.value, mention.alternative) == ("2016-09-20", "2016-09-21")
    assert "does not fit" in mention.rule


def test_spans_count_code_points() -> None:
    text = "🕊️ le 5 août 2016"
    (mention,) = find_dates(text)
    assert mention.span == Span(text.index("5"), len(text))
    assert mention.span.of(text) == mention.text


def test_tenses_are_told_for_each_mention() -> None:
    told = date_tenses("Talks open on Friday. It was hit on 9 May. They will meet on 3 June.")
    assert [(m.text, tense) for m, tense in told][1:] == [("9 May", "past"), ("3 June", "future")]


@pytest.mark.parametrize("unit", ["1234567890", "12 ", "September ", "May ", "1.1.", "4 and "])
@pytest.mark.parametrize("length", LENGTHS)
def test_the_time_grows_with_the_text(unit: str, length: int) -> None:
    assert growth(lambda text: find_dates(text, WEDNESDAY), unit, length) < MOST_GROWTH


def test_on_a_day_comes_before_what_is_counted() -> None:
    said = "The strikes on September 16 killed 62. In March 12 soldiers died."
    assert [mention.text for mention in find_dates(said)] == ["September 16", "March"]


@pytest.mark.parametrize(
    ("text", "found", "value", "other"),
    [
        # Counted from Wednesday 21 September 2016.
        ("He was held last Tuesday.", "last Tuesday", "2016-09-20", "2016-09-13"),
        ("Talks resume next Monday.", "next Monday", "2016-09-26", "2016-10-03"),
        ("By Monday 40 bodies had been found.", "Monday", "2016-09-19", "2016-09-26"),
        ("The aid will arrive by Monday.", "Monday", "2016-09-26", "2016-09-19"),
        ("The law takes effect in November.", "November", "2016-11", "2015-11"),
        ("He spent Christmas Eve in a cell.", "Christmas Eve", "2015-12-24", "2016-12-24"),
        ("It closes on New Year’s Day 2018.", "New Year’s Day 2018", "2018-01-01", ""),
        ("It was signed on the Fourth of July.", "Fourth of July", "2016-07-04", "2017-07-04"),
    ],
)
def test_little_words_and_feasts(text: str, found: str, value: str, other: str) -> None:
    (mention,) = find_dates(text, WEDNESDAY)
    assert (mention.text, mention.value, mention.alternative) == (found, value, other)


def test_a_weekday_without_a_tense_says_so_and_gives_both_readings() -> None:
    (mention,) = find_dates("Fire in the harbour, Monday.", WEDNESDAY)
    assert (mention.value, mention.alternative) == ("2016-09-19", "2016-09-26")
    assert "without a word on its tense" in mention.rule


@pytest.mark.parametrize(
    "text",
    ["Call 0800 555 1990 for help.", "Ring 020 7946 2015 now.", "from 1,980 to 2015 pesos"],
)
def test_telephone_numbers_and_sums_are_no_years(text: str) -> None:
    assert values(text) == []


def test_what_was_put_off_is_to_come() -> None:
    assert values("The vote was postponed to Friday.") == [("Friday", "2016-09-23")]


@pytest.mark.parametrize("anchor", [date.min, date.max])
@pytest.mark.parametrize("text", ["yesterday", "next Friday", "on Monday", "3 May", "90 years ago"])
def test_at_the_ends_of_the_calendar_nothing_is_counted(text: str, anchor: date) -> None:
    assert [mention.value[:1] for mention in find_dates(text, anchor)] in ([""], ["-"])


def test_a_statement_at_the_end_of_the_calendar_counts_nothing() -> None:
    (_, later) = find_dates("He said on 31 December 9999 that it would open on Friday.", None)
    assert later.value == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She said she would repay the money by next September.", "2017-09"),
        ("He was told that it was planned for next June.", "2017-06"),
        ("They confirmed it last September with a telescope.", "2015-09"),
        ("They confirmed it last June with a telescope.", "2016-06"),
    ],
)
def test_last_and_next_say_which_month(text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Counted from Wednesday 21 September 2016.
        ("Mills closed in the 1990s.", [("1990s", "199X", "decade")]),
        ("From the mid-1970s to the early 2000s", [("1970s", "197X", "decade"),
                                                   ("2000s", "200X", "decade")]),
        ("In den 1990er Jahren", [("1990er", "199X", "decade")]),
        ("It was the sound of the ’80s.", [("’80s", "198X", "decade")]),
        ("A fire broke out a week ago.", [("a week ago", "2016-09-14", "week")]),
        ("They left three weeks ago.", [("three weeks ago", "2016-08-31", "week")]),
        ("He was held on the 3rd.", [("the 3rd", "2016-09-03", "day")]),
        ("He was held on the 23rd and freed.", [("the 23rd", "2016-08-23", "day")]),
        ("The rent is due on the 3rd.", [("the 3rd", "2016-10-03", "day")]),
        ("They will vote on the 28th of the month.", [("the 28th", "2016-09-28", "day")]),
        ("They met on Saturday the 3rd.", [("Saturday the 3rd", "2016-09-03", "day")]),
        ("“Ask me on Friday,” the coach said.", [("Friday", "2016-09-23", "day")]),
        ("Come back on Monday for the results.", [("Monday", "2016-09-26", "day")]),
        ("She is running for the council in November.", [("November", "2016-11", "month")]),
        ("Las obras comenzarán en noviembre.", [("noviembre", "2016-11", "month")]),
    ],
)  # fmt: skip
def test_decades_weeks_lone_days_and_invitations(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = find_dates(text, WEDNESDAY)
    assert [(mention.text, mention.value, mention.granularity) for mention in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "They live on the 3rd floor.",
        "On the 2nd attempt and on the 21st lap she won.",
        "on the 1st and 2nd floors",
        "Temperatures were in the 80s, and the 1st was free.",
        "She served with the 42nd in France.",
        "The model 2010S was there.",
    ],
)
def test_what_is_counted_is_no_day(text: str) -> None:
    assert values(text) == []


def test_a_lone_day_stays_open_without_an_anchor() -> None:
    (mention,) = find_dates("He was held on the 3rd.", None)
    assert (mention.value, mention.granularity) == ("---03", "day")


def test_a_call_that_ended_is_no_invitation() -> None:
    assert values("Call on Monday ended in a row.") == [("Monday", "2016-09-19")]
