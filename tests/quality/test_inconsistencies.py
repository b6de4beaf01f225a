"""How well two claims of one article that do not fit are found; false alarms weigh most."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from app.desk.articles import read_article, read_inconsistencies
from app.model.inconsistency import Inconsistency

PAIRS = [
    line.split("\t")
    for line in (Path(__file__).parent / "inconsistent_pairs.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
    if line and not line.startswith("#")
]
FILLER = "Nobody was available for comment in the afternoon."
#: Floors; the figures reached are printed (pytest -rP).
PRECISION, RECALL = 0.95, 0.80


def found_in(*sentences: str) -> tuple[Inconsistency, ...]:
    text = "The news of the day\n\n" + "\n\n".join(sentences) + "\n"
    return read_inconsistencies(*read_article(text, "pairs", date(2016, 9, 21)))


@pytest.mark.parametrize("half", ["tuned", "held"])
def test_pairs_that_do_not_fit_are_found_and_others_left_alone(half: str) -> None:
    told, silent, false = 0, [], []
    for _, kind, first, second in (pair for pair in PAIRS if pair[0] == half):
        kinds = {found.kind for found in found_in(first, FILLER, second)}
        if kind in kinds:
            told += 1
        elif kind != "none":
            silent.append(f"{kind}: {first} / {second}")
        false += [f"{other}: {first} / {second}" for other in kinds if other != kind]
    precision, recall = told / (told + len(false)), told / (told + len(silent))
    print(f"\n{half}: precision {precision:.2f}, recall {recall:.2f}")
    print(*("  missed " + line for line in silent), sep="\n")
    print(*("  FALSE " + line for line in false), sep="\n")
    assert len([pair for pair in PAIRS if pair[0] == half]) >= 40
    assert precision >= PRECISION
    assert recall >= RECALL


def test_the_sample_has_one_and_only_this(sample_text: str) -> None:
    for day in (date(2016, 9, 21), None):
        article, claims = read_article(sample_text, "sample", day)
        [found] = read_inconsistencies(article, claims)
        speakers = [claims[position - 1].speaker for position in found.claims]
        assert speakers == ["Frank-Walter Steinmeier", "Staffan de Mistura"]
        assert (found.kind, found.first.text, found.second.text) == ("day", "Thursday", "Friday")
        assert found.sentence.startswith("Look here: Frank-Walter Steinmeier says Thursday")
        for side in (found.first, found.second):
            assert side.span.of(article.text) == side.text


def test_many_claims_take_no_longer_than_few_in_proportion() -> None:
    def seconds(count: int) -> float:
        sentences = [
            f"The meeting of Group {number} will be held on Thursday and it has {number} members."
            for number in range(count)
        ]
        article, claims = read_article("\n\n".join(sentences), "many", date(2016, 9, 21))
        begun = time.process_time()
        read_inconsistencies(article, claims)
        return time.process_time() - begun

    few, many = min(seconds(200) for _ in range(3)), seconds(2000)
    print(f"\n200 claims {few:.3f} s, 2,000 claims {many:.3f} s")
    # Ten times the claims; quadratic work would take a hundred times as long.
    assert many < 40 * few
