"""Where quotations begin and end, over sentences and paragraphs, and what is no quotation."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.speech.quotations import find_quotations
from app.text.sentences import sentences


def quoted(text: str) -> list[str]:
    return [found.span.of(text) for found in find_quotations(text, sentences(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“One. Two,” he said. “Three.”", ["“One. Two,”", "“Three.”"]),
        ('He said: "One." She said: "Two."', ['"One."', '"Two."']),
        ("‘It’s ours,’ he said.", ["‘It’s ours,’"]),
        ("He called it ‘the ministers’ view’ and left.", ["‘the ministers’ view’"]),
        ("He said: 'It's not our job.'", ["'It's not our job.'"]),
        ("Il a dit « non merci » hier.", ["« non merci »"]),
        ("Er sagte: „Nein danke.“ Dann ging er.", ["„Nein danke.“"]),
        ("The Reeds' house and the dogs' bowl.", []),
        ("Rock 'n' roll in the '60s.", []),
        ("He is 6' 2\" tall.", []),
        ("It’s the ministers’ view.", []),
    ],
)
def test_quotations(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_quotation_left_open_goes_on_with_the_next_paragraph() -> None:
    text = "“We waited.\n\n“Nobody came,” she said."
    first, second = find_quotations(text, sentences(text))
    assert (first.span.of(text), first.closed, first.reopens) == ("“We waited.", False, False)
    assert (second.span.of(text), second.closed, second.reopens) == ("“Nobody came,”", True, True)


def test_a_mark_that_nothing_closes_ends_with_its_paragraph() -> None:
    text = "He said “it is over.\n\nThe talks ended. A “new round” is due."
    assert quoted(text) == ["“it is over.", "“new round”"]


@given(st.text(alphabet="“”\"'‘’«»„ a.,\n", max_size=80))
def test_quotations_are_in_order_and_part(text: str) -> None:
    found = find_quotations(text, sentences(text))
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    assert all(len(one.span) > 1 for one in found)
