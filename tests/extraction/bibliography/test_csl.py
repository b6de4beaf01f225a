"""CSL-JSON: what an item holds, and what makes no sense in one."""

from __future__ import annotations

from typing import Any

import pytest

from app.extraction.bibliography.csl import is_item, read_item
from app.model.intake import Skipped
from app.model.reference import Reference


def test_an_item_becomes_a_reference() -> None:
    item: dict[str, Any] = {
        "id": 7,
        "type": "article-journal",
        "title": "The dam",
        "author": [{"family": "Ford", "given": "Lena"}, {"literal": "Reuters"}, 3],
        "issued": {"date-parts": [[2021, 5]]},
        "container-title": "Nature",
        "DOI": "10.1/x",
    }
    assert is_item(item)
    assert read_item(item, "record 1") == Reference(
        "record 1",
        id="7",
        type="article-journal",
        title="The dam",
        author="Ford, Lena; Reuters",
        issued="2021-05",
        container_title="Nature",
        doi="10.1/x",
    )


@pytest.mark.parametrize(
    ("issued", "day"),
    [
        ({"date-parts": [["2021", "5", "4"]]}, "2021-05-04"),
        ({"date-parts": [[2021, 13, 40]]}, "2021"),
        ({"raw": "4 May 2021"}, "2021-05-04"),
        ({"date-parts": [[]]}, ""),
        ([1], ""),
        (None, ""),
    ],
)
def test_days_that_make_no_sense_are_not_invented(issued: Any, day: str) -> None:
    found = read_item({"title": "T", "issued": issued}, "record 1")
    assert isinstance(found, Reference)
    assert found.issued == day


def test_an_item_without_words_is_skipped() -> None:
    assert isinstance(read_item({"id": 1, "title": ["x"]}, "record 1"), Skipped)
