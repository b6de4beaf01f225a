"""The order of found passages, their scores and parts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.matching.rank import (
    COMPANY,
    COVERAGE,
    FIRST,
    NAMES,
    PER_SOURCE,
    RARE,
    SCORER,
    WEIGHTS,
    Found,
    calibrated,
    rank,
)
from app.model.source import Passage, Source
from app.model.span import Span

CLAIM = "The flood in Port Alder destroyed 240 homes and a school."


def found(*texts: str, sources: tuple[int, ...] = ()) -> Found:
    """Passages with a falling bm25, each of its own source unless `sources` says otherwise."""
    owners = sources or tuple(range(1, len(texts) + 1))
    return [
        (
            Passage(place, owner, Span(0, len(text)), text, f"¶ {place}"),
            Source(owner, f"s{owner}", f"Source {owner}"),
            20.0 / place,
        )
        for place, (text, owner) in enumerate(zip(texts, owners, strict=True), 1)
    ]


def test_a_copy_is_near_100_and_names_its_parts() -> None:
    [match] = rank(CLAIM, found(CLAIM))
    assert match.score >= 99
    assert [name for name, _ in match.parts] == [RARE, COVERAGE, COMPANY, NAMES]
    assert match.shared[0][0].of(CLAIM) == match.shared[0][1].of(CLAIM) == "flood"
    assert SCORER


def test_a_lone_chance_overlap_is_low() -> None:
    [match] = rank(CLAIM, found("She went to school in a small town by the sea."))
    assert match.score < 20


def test_the_score_rises_with_the_parts_and_keeps_to_its_scale() -> None:
    texts = (CLAIM, "A flood hit Port Alder.", "Homes were sold in spring.")
    for match in rank(CLAIM, found(*texts)):
        assert all(0 <= value <= 100 for _, value in match.parts)
    assert sum(WEIGHTS.values()) == pytest.approx(1)
    assert calibrated(1, 1) == pytest.approx(100)
    assert calibrated(0, 1) == calibrated(1, 0) == 0
    scores = [calibrated(step / 10, 0.4) for step in range(11)]
    assert scores == sorted(scores)


def test_a_title_counts_for_the_first_passage_of_its_source_alone() -> None:
    pool = [
        (Passage(n, n, Span(start, start + 16), "Homes were lost.", ""), Source(n, f"s{n}", t), 5.0)
        for n, start, t in (
            (1, 0, "Weather"), (2, 90, "The flood in Port Alder"), (3, 0, "The flood in Port Alder")
        )
    ]  # fmt: skip
    covered = {match.source.id: dict(match.parts)[COVERAGE] for match in rank(CLAIM, pool)}
    assert covered[3] > covered[1] == covered[2]


def test_a_passage_much_like_a_better_match_rises_and_none_falls() -> None:
    texts = [
        CLAIM + " Mayor Imrie spoke at the town hall of grain barges and ferries.",
        "In spring the choir sang a new song about homes far away and lost.",
        "Mayor Imrie spoke at the town hall of homes, grain barges and ferries.",
    ]
    even = [(passage, source, 5.0) for passage, source, _ in found(*texts)]
    first, second, third = rank(CLAIM, even)
    assert [one.passage.id for one in (first, second, third)] == [1, 3, 2]
    assert dict(first.parts)[COMPANY] == 0
    assert dict(second.parts)[COMPANY] > dict(third.parts)[COMPANY]
    assert first.score > second.score


def test_a_tag_is_read_as_its_words_and_an_address_not_at_all() -> None:
    pool = found("Fires burn in Port Alder.", "The status of pictures.")
    told = "#PortAlder fires https://pictures.example.com/status pic.example.com/pictures"
    assert rank(told, pool)[0].score == rank("Port Alder fires", pool)[0].score


def test_what_else_was_found_of_a_source_is_named_once() -> None:
    texts = [f"{CLAIM} {word}" for word in ("one", "two", "three", "four")]
    matches = rank(CLAIM, found(*texts, sources=(1, 1, 1, 2)), limit=2)
    assert [[passage.text for passage in match.more] for match in matches] == [[texts[2]], []]


def test_differences_never_push_a_passage_down() -> None:
    other = CLAIM.replace("240", "420")
    first, second = rank(CLAIM, found(other, CLAIM.replace("destroyed", "wrecked")))
    assert first.passage.text == other
    assert first.differences[0].relation == "different"
    assert first.score > second.score


def test_the_first_five_show_several_sources() -> None:
    texts = [f"{CLAIM} {word}" for word in ("one", "two", "three", "four")]
    pool = found(*texts, "A flood hit Port Alder.", sources=(1, 1, 1, 1, 2))
    owners = [match.source.id for match in rank(CLAIM, pool, limit=5)]
    assert owners == [1, 1, 2, 1, 1]
    crowd = found(*[CLAIM] * 9, sources=(1, 1, 1, 2, 2, 2, 3, 3, 3))
    first = [match.source.id for match in rank(CLAIM, crowd, limit=9)]
    assert max(first[:FIRST].count(owner) for owner in (1, 2, 3)) == PER_SOURCE
    assert len(first) == 9


def test_nothing_to_rank() -> None:
    assert rank(CLAIM, []) == ()
    assert rank("", found(CLAIM)) == ()
    assert rank("the of and", found(CLAIM)) == ()
    assert rank(CLAIM, found(CLAIM), limit=0) == ()


def test_a_book_for_a_query_is_ranked_at_once() -> None:
    book = "The 3 ships of Port Alder sank on 4 May 2019, not far away. " * 2_000
    assert len(rank(book, found(*[CLAIM] * 50), limit=5)) == 5


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=6))
def test_any_text_is_ranked_with_spans_that_fit(query: str, texts: list[str]) -> None:
    for match in rank(query, found(*texts), limit=10):
        assert 0 <= match.score <= 100
        for ours, theirs in match.shared:
            assert ours.end <= len(query)
            assert theirs.end <= len(match.passage.text)
