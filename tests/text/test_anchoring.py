"""A described stretch is found again, also after edits, and never guessed."""

from __future__ import annotations

import time
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from app.model.span import Span
from app.text.anchoring import Selectors, anchor, describe

TEXT = (
    "On Wednesday, Lavrov stressed that the September 16 attacks by US-led coalition forces on "
    "Syrian army positions at a military airport near Deir ez-Zor were a flagrant violation of the "
    "ceasefire agreement. On Tuesday, the envoy said that the group would reconvene on Friday."
)


def of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(st.text(st.sampled_from("ab. \n€😀"), max_size=200) | st.text(max_size=120))
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


@given(texts_with_spans(), st.integers(0, 40))
def test_what_is_described_is_found_at_its_place(case: tuple[str, Span], context: int) -> None:
    text, span = case
    assert anchor(text, describe(text, span, context)) == span


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(TEXT.split()))
def test_edits_elsewhere_move_it_and_nothing_else(before: str, after: str, word: str) -> None:
    assume(word not in before + after)
    for words in ("September 16 attacks", "Friday", word):
        span = of(words)
        found = anchor(before + TEXT + after, describe(TEXT, span))
        assert found in (None, span.shifted(len(before)))
        if len(words) > 12:
            assert found is not None


def test_a_repeated_word_is_told_apart_by_its_context() -> None:
    spans = [Span(at, at + 2) for at in range(len(TEXT)) if TEXT.startswith("on", at)]
    for span in spans:
        assert anchor("New first line.\n" + TEXT, describe(TEXT, span)) == span.shifted(16)


def test_changed_words_are_found_with_their_ends() -> None:
    selectors = describe(TEXT, of("US-led coalition forces on Syrian army positions"))
    changed = TEXT.replace("coalition forces", "coalition air forces").replace(
        "Syrian army", "Syrian Army"
    )
    found = anchor("More words at the start. " + changed, selectors)
    assert found is not None
    assert found.of("More words at the start. " + changed) == (
        "US-led coalition air forces on Syrian Army positions"
    )


def test_two_places_alike_are_no_place() -> None:
    text = "the group would meet on Friday. " * 2
    selectors = Selectors("the group could meet on Friday", "", "", 500, 530)
    assert anchor(text, selectors) is None
    assert anchor(text, replace(selectors, exact="the group would meet on Friday")) is None


def test_short_or_missing_words_are_not_guessed() -> None:
    assert anchor("quite another text", describe(TEXT, of("Friday"))) is None
    assert anchor("it was Friday then", describe(TEXT, of("Friday"))) is None
    assert anchor("", describe(TEXT, of("Friday"))) is None
    assert anchor(TEXT[:40], describe(TEXT, of("ceasefire agreement"))) is None


def test_a_large_text_is_searched_in_a_moment() -> None:
    text = "He said nothing of it at all. " * 30_000 + TEXT
    begun = time.process_time()
    span = of("a flagrant violation of the ceasefire", text)
    moved = text[1000:].replace("flagrant violation", "flagrant breach")
    anchor(moved, describe(text, span))
    assert anchor(text[1000:], describe(text, span)) == span.shifted(-1000)
    # Well under a second; looking at each place of the text would take minutes.
    assert time.process_time() - begun < 20
