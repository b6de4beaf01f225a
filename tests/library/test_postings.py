"""Segments of the word cache: exact, whole or thrown away."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.library import schema
from app.library.postings import (
    TOKENISER,
    DamagedSegment,
    Segment,
    Tokeniser,
    read_segment,
    spaced,
    write_segment,
)

TEXTS = ["The dam broke. The dams!", "Zürich naïve dam", "", "東京都知事が辞任"]


@pytest.fixture
def segment() -> Segment:
    return Tokeniser().segment([(10 * place, text) for place, text in enumerate(TEXTS, 1)])


def places(segment: Segment, term: str) -> dict[int, int]:
    found = segment.postings(term.encode())
    if found is None:
        return {}
    return {int(segment.ids[doc]): int(count) for doc, count in zip(*found, strict=True)}


def test_words_are_found_by_stem_with_how_often_they_occur(segment: Segment) -> None:
    assert places(segment, "dam") == {10: 2, 20: 1}
    assert places(segment, "zurich") == {20: 1}
    assert places(segment, "dams") == places(segment, "zz") == places(segment, "") == {}
    assert segment.lengths.tolist()[:3] == [5, 3, 0]


def test_runs_without_spaces_are_found_by_pairs(segment: Segment) -> None:
    assert places(segment, "東京") == places(segment, "知事") == places(segment, "辞") == {40: 1}
    assert spaced("No 東京, yes") == "No  東 京 東京 , yes"
    assert spaced("Zürich") == "Zürich"


def test_words_are_cut_as_the_index_cuts_them() -> None:
    [index] = [one for one in schema._M001 if "passages_fts" in one]
    assert f"tokenize='{TOKENISER}'" in index


def test_a_cut_term_is_what_the_segment_has(segment: Segment) -> None:
    tokens = Tokeniser().cut(["Dams", "東京", "2.4", "…"])
    assert tokens[0] == [b"dam"]
    assert "東京".encode() in tokens[1]
    assert sorted(tokens[2]) == [b"2", b"4"]
    assert tokens[3] == []
    assert segment.postings(tokens[0][0]) is not None


def test_no_passages_make_an_empty_segment() -> None:
    empty = Tokeniser().segment([])
    assert empty.postings(b"dam") is None
    assert empty.words == 0


def test_a_segment_comes_back_from_the_disk_as_it_was(segment: Segment, tmp_path: Path) -> None:
    path = tmp_path / "a.words"
    write_segment(segment, path, {"sample": {"1": "x"}})
    for thoroughly in (False, True):
        back, note = read_segment(path, thoroughly=thoroughly)
        assert note == {"sample": {"1": "x"}}
        assert places(back, "dam") == {10: 2, 20: 1}
        for name in Segment.__dataclass_fields__:
            assert np.array_equal(getattr(back, name), getattr(segment, name))
    assert [one.name for one in tmp_path.iterdir()] == ["a.words"]


def test_a_damaged_segment_is_refused(segment: Segment, tmp_path: Path) -> None:
    path = tmp_path / "a.words"
    write_segment(segment, path, {})
    whole = path.read_bytes()
    for cut in (0, 10, 40, len(whole) - 1):
        path.write_bytes(whole[:cut])
        with pytest.raises((DamagedSegment, ValueError)):
            read_segment(path)
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(DamagedSegment):
        read_segment(path, thoroughly=True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk at hand")
def test_a_full_disk_leaves_nothing_behind(segment: Segment, tmp_path: Path) -> None:
    (tmp_path / "a.words.part").symlink_to("/dev/full")
    with pytest.raises(OSError, match="space"):
        write_segment(segment, tmp_path / "a.words", {})
    assert list(tmp_path.iterdir()) == []
