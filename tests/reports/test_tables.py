"""The tables: a row a thing, in article order, and every cell that no spreadsheet keeps."""

from __future__ import annotations

from dataclasses import replace

from app.model.dossier import Dossier
from app.model.match import Difference, DifferenceKind, Excerpt, Relation
from app.model.span import Span
from app.reports.tables import KEYS, difference_in_words, overlong_cells, tables, utf16_length


def test_each_table_has_a_row_a_thing(dossier: Dossier) -> None:
    told = {table.key: table for table in tables(dossier)}
    assert tuple(told) == KEYS
    assert [row[0] for row in told["claims"].rows] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert len(told["evidence"].rows) == sum(len(one.review.evidence) for one in dossier.claims)
    assert len(told["history"].rows) == sum(len(one.history) for one in dossier.claims)
    assert [row[0] for row in told["sources"].rows] == [1, 2, 3, 4, 5]
    for table in told.values():
        assert all(len(row) == len(table.columns) for row in table.rows)


def test_the_log_says_which_verdict_is_in_force(dossier: Dossier) -> None:
    history = next(table for table in tables(dossier) if table.key == "history")
    sixth = [row[1:5] for row in history.rows if row[0] == 6]
    assert sixth == [
        (1, "no", "Supported", "supported"),
        (2, "no", "Cleared", ""),
        (3, "yes", "Refuted", "refuted"),
    ]


def test_cells_are_measured_as_spreadsheets_do(dossier: Dossier) -> None:
    assert utf16_length("a😀") == 3
    assert overlong_cells(dossier) == ()
    first = dossier.claims[0]
    long = replace(first, claim=replace(first.claim, speaker="😀" * 16_384))
    assert overlong_cells(replace(dossier, claims=(long,))) == (("Claims", "Said by", 1),)


def test_a_difference_is_told_from_both_sides() -> None:
    both = Difference(
        DifferenceKind.DATE, Relation.DIFFERENT, Excerpt("Friday", Span(0, 6)),
        Excerpt("17 May", Span(0, 6)), "a Saturday",
    )  # fmt: skip
    assert difference_in_words(both) == (
        "The article says “Friday”, this source “17 May” (date; a Saturday)"
    )
    silent = replace(both, claim=None, note="")
    assert difference_in_words(silent) == "The article says nothing, this source “17 May” (date)"
