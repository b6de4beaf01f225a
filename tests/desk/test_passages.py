"""No passage is endless, and no word is lost by the cutting."""

from __future__ import annotations

import pytest

from app.desk.passages import LONGEST, cut_passages


@pytest.mark.parametrize(
    "text",
    ["word " * 5_000, "x" * 9_001, "词" * 5_000, "  a \n\n" + "b " * 3_000, "Short. One.", ""],
)
def test_every_word_lies_in_one_passage_of_bounded_length(text: str) -> None:
    passages = cut_passages(text)
    covered = "".join(span.of(text) for span, _ in passages)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(0 < len(span) <= LONGEST for span, _ in passages)
    assert all(span.of(text) == span.of(text).strip() for span, _ in passages)


def test_words_stay_whole() -> None:
    text = "eleven-char " * 1_000
    for span, place in cut_passages(text):
        assert set(span.of(text).split()) == {"eleven-char"}
        assert place == "¶ 1"
