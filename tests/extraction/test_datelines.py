"""Datelines of many agencies are told from sentences with a dash."""

from __future__ import annotations

import pytest

from app.extraction.datelines import dateline_end


@pytest.mark.parametrize(
    "line",
    [
        "NEW YORK (Sputnik) – |Russian",
        "LONDON, March 3 (Reuters) - |A man",
        "WASHINGTON — |The",
        "KYIV, Ukraine (AP) — |The",
        "Paris (AFP) - |The",
        "(Reuters) - |The",
        "ISTANBUL/BEIRUT (Reuters) - |Turkey",
        "MOSCOW, Sept. 21 (Xinhua) -- |The",
        "GENEVA, 21 September 2016 – |The",
        "МОСКВА, 21 сен — РИА Новости. |Глава",
        "新华社纽约9月21日电（记者王）|拉夫罗夫",
        "نيويورك (رويترز) - |قال",
        "Johannesburg - |The",
        "Cairo, Egypt — |The",
        "OSLO, Norway, May 21, 2024 /PressLine/ -- |The firm",
        "NEW YORK--(BUSINESS WIRE)--|The firm",
        "|The and/or/ -- clause",
        "|Tomatoes - The",
        "|Paris - the city",
        "|UN chief (left) - The",
        "|US-led forces - The",
        "|The group (ISSG) met - again",
        "|President Obama (D) – a",
        "|Kerry said (on Monday) – in fact",
        "|I — I mean",
        "|LONDON (Reuters) -",
    ],
)
def test_the_dateline_ends_where_the_report_begins(line: str) -> None:
    text = line.replace("|", "")
    assert dateline_end(text, 0, len(text)) == line.index("|")
