"""How many days of news are found and settled rightly; the figures are printed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from app.text.dates.find import find_dates
from tests.quality.annotated import HALVES, lines

FOUND, RIGHT = 0.90, 0.88
#: So many of what is found in our own lines may name no day at all.
INVENTED = 0.10


def test_the_days_of_the_sample_are_exact(measuring_data: Path, sample_text: str) -> None:
    gold = json.loads((measuring_data / "seed" / "seed_gold.json").read_text(encoding="utf-8"))
    day = date.fromisoformat(gold["metadata"]["publication_date"]["iso"])
    found = {(m.span.start, m.span.end): m.value for m in find_dates(sample_text, day)}
    clock = gold["not_dates"][0]
    assert found.pop((clock["start"], clock["end"])) == clock["iso"]
    assert found == {(d["start"], d["end"]): d["iso"] for d in gold["dates"]}


def test_days_of_news(measuring_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = measuring_data / "data" / "wikinews"
    total = found = right = 0
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
        anchor = date.fromisoformat(gold["dateCreated"])
        mentions = {(m.span.start, m.span.end): m.value for m in find_dates(text, anchor)}
        for item in gold["dates"]:
            if "when" not in item:
                continue  # spans of time have no one day
            value = mentions.get((item["start"], item["end"]))
            total += 1
            found += value is not None
            right += value == item["when"]
    with capsys.disabled():
        print(f"\ndates: found {found / total:.3f}, right {right / total:.3f} of {total}")
    assert found / total >= FOUND
    assert right / total >= RIGHT


@pytest.mark.parametrize("half", HALVES, ids=["seen", "held out"])
def test_days_of_our_own_lines(half: str, capsys: pytest.CaptureFixture[str]) -> None:
    total = found = right = invented = 0
    for line in lines(f"dates{half}.txt"):
        mentions = {mention.span: mention for mention in find_dates(line.text, line.day)}
        for mark in line.marks:
            mention = mentions.pop(mark.span, None)
            total += 1
            found += mention is not None
            right += mention is not None and mention.value == mark.label
            if mention is not None and mark.other and mention.value == mark.label:
                assert mention.alternative == mark.other, line.text
        invented += len(mentions)
    with capsys.disabled():
        print(
            f"\ndates{half}: found {found / total:.3f}, right {right / total:.3f} of {total},"
            f" invented {invented}"
        )
    assert found / total >= FOUND
    assert right / total >= RIGHT
    assert invented / total <= INVENTED
