"""How well the matcher does its trade: the sample's dates, planted changes, true paraphrases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.library.library import Library
from app.matching.differences import find_differences
from app.matching.query import query_terms
from app.matching.rank import rank
from app.model.match import DifferenceKind, Match, Relation
from app.model.source import Source, SourceKind
from app.model.span import Span

ATTACKS = (
    "On Wednesday, Lavrov stressed that the September 16 attacks by US-led coalition forces on "
    "Syrian army positions at a military airport near Deir ez-Zor were a flagrant violation of the "
    "ceasefire agreement."
)
#: Floors; the figures reached are printed (pytest -rP).
PRECISION, RECALL = 0.95, 0.90


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[Library]:
    """A library of the sample's sources, each note a passage."""
    library = Library.create_or_open(tmp_path_factory.mktemp("library") / "sample.claimdesk")
    records = json.loads((root / "resources/sample/sources.json").read_text(encoding="utf-8"))
    with library.step("Add the sample"):
        for record in records:
            notes = [*record["notes"], *record.get("notes_en", [])]
            passages, start = [], 0
            for number, note in enumerate(notes, 1):
                passages.append((Span(start, start + len(note)), f"¶ {number}"))
                start += len(note) + 2
            source = Source(
                0,
                record["id"],
                record["title"],
                publisher=record["publisher"],
                published=record["published"] or "",
                kind=SourceKind(record["kind"]),
                language=record["language"],
            )
            library.sources.add(source, "\n\n".join(notes), passages)
    yield library
    library.close()


def best(library: Library, query: str, day: date | None) -> tuple[Match, ...]:
    found = library.search.best_passages(query_terms(query), limit=100)
    return rank(query, found, query_day=day, limit=5)


@pytest.mark.parametrize("day", [date(2016, 9, 21), None])
def test_sources_that_give_another_day_stand_among_the_first_five(
    library: Library, day: date | None
) -> None:
    matches = best(library, ATTACKS, day)
    assert len(matches) == 5
    telling = []
    for match in matches:
        first = match.differences[0]
        if first.kind is DifferenceKind.DATE and first.relation is Relation.DIFFERENT:
            assert first.claim is not None
            assert first.claim.text == "September 16"
            assert first.passage is not None
            telling.append((match.source.key, first.passage.text, first.note))
    print(telling)
    assert any("17 September" in text or "17 September 2016" in note for _, text, note in telling)
    assert len(telling) >= 2
    assert len({match.source.id for match in matches}) >= 3


def test_a_note_of_the_sample_finds_itself_first(library: Library) -> None:
    for source in library.sources.all():
        for passage in library.passages.of_source(source.id):
            found = library.search.best_passages(query_terms(passage.text), limit=100)
            first = rank(passage.text, found, limit=1)
            assert first
            assert first[0].passage.text == passage.text
            assert first[0].score > 95
            assert all(one.relation is not Relation.DIFFERENT for one in first[0].differences)


def test_planted_changes_are_told_and_paraphrases_are_left_alone() -> None:
    told, silent, false = 0, [], []
    lines = (Path(__file__).parent / "planted_pairs.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    for kind, claim, passage in pairs:
        differing = [
            one.kind.value
            for one in find_differences(claim, passage, None, None)
            if one.relation is Relation.DIFFERENT
        ]
        false.extend((other, claim, passage) for other in differing if other != kind)
        if kind in differing:
            told += 1
        elif kind != "none":
            silent.append((kind, claim, passage))
    precision = told / (told + len(false))
    recall = told / (told + len(silent))
    print(f"{len(pairs)} pairs: precision {precision:.2f}, recall {recall:.2f}")
    for line in (*silent, *false):
        print(*line, sep="\n    ")
    assert precision >= PRECISION
    assert recall >= RECALL
