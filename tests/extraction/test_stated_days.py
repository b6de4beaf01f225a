"""Days with their year are read in languages that the room of dates does not know."""

from __future__ import annotations

import pytest

from app.extraction.stated_days import stated_days
from app.model.span import Span


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2019年08月30日 09:15", "2019-08-30"),
        ("입력 2021년 10월 6일 08:30", "2021-10-06"),
        ("2021. 10. 6.", "2021-10-06"),
        ("Data publikacji: 9 maja 2022, 14:20", "2022-05-09"),
        ("1 вересня 2021, 17:05", "2021-09-01"),
        ("Δημοσιεύτηκε: 03 Αυγούστου 2020", "2020-08-03"),
        ("24 ביוני 2020", "2020-06-24"),
        ("प्रकाशित: 17 जनवरी 2022", "2022-01-17"),
        ("19.jul.2021 às 16h20", "2021-07-19"),
        ("5 de dez de 2021", "2021-12-05"),
    ],
)
def test_a_day_is_read_where_it_stands(line: str, day: str) -> None:
    (mention,) = stated_days(line, Span(0, len(line)))
    assert mention.value == day
    assert mention.text == mention.span.of(line)


@pytest.mark.parametrize(
    "line", ["31 вересня 2021", "2019年13月30日", "12 persons 2021", "1 2 2021"]
)
def test_what_is_no_day_is_none(line: str) -> None:
    assert list(stated_days(line, Span(0, len(line)))) == []
