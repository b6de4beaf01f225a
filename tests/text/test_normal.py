"""The normal form keeps what was written and says what it removed."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from app.text.normal import digest, normalise

ANY_TEXT = st.text(st.characters(codec=None), max_size=300)


def test_newlines_of_every_system_become_one() -> None:
    assert normalise("a\r\nb\rc\nd") == ("a\nb\nc\nd", ())


def test_spaces_and_accents_are_left_alone() -> None:
    text = "of\u00a0the\u2028line\u200f e\u0301\ufeff\t \x0c"
    assert normalise(text) == (text, ())


def test_what_is_removed_is_said_once_a_sort() -> None:
    text, notices = normalise("a\x00b\x00c\ud800d\U0001f600")
    assert text == "abcd\U0001f600"
    assert notices == (
        "2 NUL characters were removed: no text holds them on purpose.",
        "One broken character was removed: half of a surrogate pair.",
    )


def test_digest_is_that_of_the_utf8_bytes() -> None:
    assert digest("Deir ez‑Zor") == hashlib.sha256("Deir ez‑Zor".encode()).hexdigest()


@given(ANY_TEXT)
def test_normalising_twice_changes_nothing_and_the_result_can_be_stored(raw: str) -> None:
    text, _ = normalise(raw)
    assert normalise(text) == (text, ())
    assert len(digest(text)) == 64
