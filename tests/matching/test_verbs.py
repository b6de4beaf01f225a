"""Forms of verbs."""

from __future__ import annotations

import pytest

from app.matching.side import read_side
from app.matching.verbs import is_passive, is_past, root


def test_forms_of_one_verb_have_one_root() -> None:
    side = read_side("rise rose risen rising rises", None)
    assert len({root(side, at) for at in range(5)}) == 1


@pytest.mark.parametrize(
    ("text", "at", "passive"),
    [
        ("The ship was later struck by a tanker.", 4, True),
        ("The ship struck by a tanker sank.", 2, True),
        ("The ship was hit.", 3, True),
        ("The ship struck a tanker.", 2, False),
        ("The ship was old and sank.", 5, False),
    ],
)
def test_what_is_done_to_the_subject(text: str, at: int, passive: bool) -> None:
    side = read_side(text, None)
    assert is_passive(side, at) is passive


def test_a_past_tense_is_told_by_its_form() -> None:
    side = read_side("killed sank sink kill", None)
    assert [is_past(side, at) for at in range(4)] == [True, True, False, False]
