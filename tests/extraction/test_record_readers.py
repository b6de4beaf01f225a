"""Every sort of file that holds many records has its reader, which tells how far it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.extraction.record_readers import record_reader_of
from app.extraction.source_lines import SourceLine
from app.extraction.worker_messages import Records
from app.model.reference import Reference, TablePreview
from app.model.work import Work


@pytest.mark.parametrize(
    ("what", "name", "content", "kind"),
    [
        (Records.REFERENCES, "a.csv", "title\nThe dam\n", Reference),
        (Records.LINES, "a.jsonl", '{"_id": "a", "text": "The dam"}\n', SourceLine),
        (Records.TABLE, "a.csv", "title\nThe dam\n", TablePreview),
    ],
)
def test_a_file_is_read_by_what_it_holds(
    tmp_path: Path, what: Records, name: str, content: str, kind: type
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    ticks: list[tuple[int, int]] = []
    work = Work(lambda done, total, _: ticks.append((done, total)))
    assert [type(one) for one in record_reader_of(what)(path, work, None)] == [kind]
    assert ticks


def test_what_is_no_table_has_no_head(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"id": "a", "type": "book", "title": "T"}]', "utf-8")
    assert list(record_reader_of(Records.TABLE)(path, Work(), None)) == []
