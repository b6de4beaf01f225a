"""A source written down by hand: what its fields may hold, and what stands for what is missing."""

from __future__ import annotations

import pytest

from app.desk.desk import Desk
from app.desk.written_source import day_of, written_source
from app.model.errors import InputError
from app.model.intake import DuplicatePolicy, ImportChoices
from app.model.reference import Reference
from app.model.source import SourceKind

WRITTEN = Reference(
    "", type="news agency", title=" Crews  save 62 ", publisher="Wire", issued="5 May 2021",
    url="https://wire.example/62",
)  # fmt: skip


def test_a_bare_reference_says_that_its_text_is_missing(desk: Desk) -> None:
    [source] = desk.sources.add_written(WRITTEN, ImportChoices(undoable=True)).sources
    assert (source.title, source.publisher, source.published) == (
        "Crews save 62",
        "Wire",
        "2021-05-05",
    )
    assert (source.kind, source.url) == (SourceKind.NEWS_AGENCY, "https://wire.example/62")
    assert source.copy_note.startswith("Text missing")
    assert desk.sources.record(source.id).text_missing
    assert desk.sources.without_text() == {source.id}
    assert desk.matching.search("crews save").hits
    assert desk.history.undo_label() == "Add source"


def test_a_text_is_kept_to_the_letter(desk: Desk) -> None:
    text = "The crews\u00a0saved 62.\n\nNobody was hurt.\u2028It rained."
    [source] = desk.sources.add_written(Reference("", text=text)).sources
    assert desk.sources.text(source.id) == text
    assert not desk.sources.record(source.id).text_missing
    assert (source.kind, source.copy_note) == (SourceKind.DOCUMENT, "")


def test_the_same_title_and_day_is_asked_about(desk: Desk) -> None:
    ask = ImportChoices(DuplicatePolicy.ASK, undoable=True)
    desk.sources.add_written(WRITTEN, ask)
    assert desk.sources.add_written(WRITTEN, ask).present == 1
    other = Reference("", title="Crews save 62", issued="2021-05-05", text="All of them.")
    [alike] = desk.sources.add_written(other, ask).duplicates
    assert not alike.added


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("", ""), (" 2016-09-16 ", "2016-09-16"), ("2016-9", "2016-09"), ("2016", "2016"),
        ("16 September 2016", "2016-09-16"), ("16.09.2016", "2016-09-16"),
        ("September 2016", "2016-09"), ("Sept. 16, 2016", "2016-09-16"),
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(told: str, day: str) -> None:
    assert day_of(told) == day


@pytest.mark.parametrize(
    "told",
    [
        "03/04/2016",
        "2016-13",
        "2016-02-30",
        "May 4",
        "yesterday",
        "99.99.2016",
        "in 2016",
        "x" * 99,
    ],
)
def test_a_day_that_can_be_read_in_two_ways_or_none_is_refused(told: str) -> None:
    with pytest.raises(InputError, match="can be read in one way"):
        day_of(told)


@pytest.mark.parametrize(
    "written",
    [
        Reference("", publisher="Wire"),
        Reference("", title="X", url="wire.example/62"),
        Reference("", title="X", url="javascript:alert(1)"),
    ],
    ids=["nothing", "no address", "hostile address"],
)
def test_what_cannot_be_used_is_refused(written: Reference) -> None:
    with pytest.raises(InputError):
        written_source(written)
