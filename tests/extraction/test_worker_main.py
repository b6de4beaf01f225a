"""The reading process as the app starts it: one line asks, one line answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from app.extraction.worker_messages import READ_FILES


def answers(root: Path, *requests: tuple[dict[str, Any], bytes]) -> list[dict[str, Any]]:
    return [one for one in _lines(root, *requests) if "progress" not in one]


def _lines(root: Path, *requests: tuple[dict[str, Any], bytes]) -> list[dict[str, Any]]:
    asked = b"".join(
        json.dumps({**request, "size": len(data)}).encode() + b"\n" + data
        for request, data in requests
    )
    done = subprocess.run(
        [sys.executable, "-P", "-m", "app", READ_FILES],
        input=asked,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_files_are_answered_in_turn(root: Path) -> None:
    page = {"format": "html", "name": "a.html", "folder": ""}
    first, second, third = answers(
        root,
        (page, b"<p>The bridge\nopened.</p>"),
        ({**page, "format": "pdf"}, b"\n\n{}\x00 no pdf"),
        ({**page, "format": "plain", "name": "b.txt"}, "Гора".encode("cp1251") * 20),
    )
    assert first["document"]["text"] == "The bridge opened."
    assert second["refused"].startswith("a.html ")
    assert third["document"]["text"] == "Гора" * 20


def test_an_unknown_format_is_a_failure_and_no_end(root: Path) -> None:
    page = {"format": "html", "name": "a", "folder": ""}
    first, second = answers(root, ({**page, "format": "x"}, b""), (page, b"<p>Words"))
    assert first["failed"].startswith("ValueError")
    assert second["document"]["text"] == "Words"


def test_nothing_asked_is_nothing_answered(root: Path) -> None:
    assert answers(root) == []


def test_a_file_of_records_is_told_in_parts(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("title\n" + "".join(f"Dam {n}\n" for n in range(450)) + '"open\n', "utf-8")
    ask = {"records": "references", "path": str(path), "mapping": None}
    *parts, ended = _lines(root, (ask, b""))
    records = [one for part in parts for one in part.get("records", ())]
    assert ended == {"ended": True}
    assert max(len(part.get("records", ())) for part in parts) <= 200
    assert len(records) == 451
    assert (records[0][1], records[-1][:2]) == ("line 2", ["skipped", "line 452"])
    assert parts[-1]["progress"][0] == 451


def test_records_before_the_place_where_a_file_breaks_are_told(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"_id": "a", "text": "b"}\n' + "x" * 50_000_000, "utf-8")
    ask = {"records": "lines", "path": str(path), "mapping": None}
    *parts, refused = _lines(root, (ask, b""))
    assert [one[1] for part in parts for one in part.get("records", ())] == ["line 1"]
    assert refused == {"refused": "Line 2 of a.jsonl is too long to be one source."}
