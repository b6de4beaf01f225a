"""The memo is plain text of a width that a mail keeps."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from app.model.dossier import Dossier
from app.reports.formats import memo
from app.reports.wording import one_line, plain_words
from app.reports.writer import Setting
from tests.reports.hostile import HOSTILE, hostile

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def test_golden(dossier: Dossier, setting: Setting, golden: Callable[[str, str], None]) -> None:
    golden(memo.render(dossier, setting).decode("utf-8"), "report.txt")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_words(dossier: Dossier, setting: Setting, text: str) -> None:
    made = memo.render(hostile(dossier, text), setting).decode("utf-8")
    # No control character reaches a terminal, and nothing turns the direction of our own words.
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", made
    )
    words = one_line(plain_words(text)).replace(" ", "")
    assert words in made.replace(" ", "").replace("\n", "")


def test_lines_are_short(dossier: Dossier, setting: Setting) -> None:
    made = memo.render(dossier, setting).decode("utf-8")
    long = [line for line in made.splitlines() if len(line) > memo.WIDTH]
    assert all("http" in line or "Digest" in line for line in long)
