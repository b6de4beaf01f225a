"""Files as reviewers have them, for the tests of sources coming in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.bench import SOURCE

#: A text long enough to be compared with others.
STORY = (
    "The dam above the town broke on the night of 4 May, the ministry of water said on Tuesday. "
    "Sixty-two people were brought to safety by boat before the morning, and nobody was hurt. "
    "Engineers had warned of a crack in the northern wall since the beginning of the year. "
    "The mayor called the night the longest of her life and thanked the crews of the boats."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two sources and two files that are none."""
    where = tmp_path / "papers"
    (where / "deep").mkdir(parents=True)
    (where / "source.txt").write_text(SOURCE, "utf-8")
    (where / "deep" / "dam.txt").write_text(STORY, "utf-8")
    (where / "empty.txt").write_bytes(b"")
    (where / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200))
    return where


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of two thousand small files."""
    where = tmp_path / "many"
    where.mkdir()
    for number in range(2_000):
        text = f"Report {number}. In village {number} some {number + 7} people saw the dam break."
        (where / f"{number}.txt").write_text(text, "utf-8")
    return where
