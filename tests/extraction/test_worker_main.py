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
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return [answer for answer in told if "progress" not in answer]


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
