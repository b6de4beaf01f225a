"""Boxes that invite to a newsletter are found whole, and nothing beside them."""

from __future__ import annotations

import pytest

from app.extraction.page.lines import Page

STORY = "The council voted on Monday by 21 to 9 for the new bridge, the mayor said."


def invited(*lines: str) -> list[str]:
    """The lines of the boxes among these, which stand between two paragraphs."""
    page = Page("\n".join((STORY, *lines, STORY)))
    return [page.head(index) for index in sorted(page.invitations)]


@pytest.mark.parametrize(
    "box",
    [
        ("Sign up for our newsletter", "The best of the day.", "Your email", "Subscribe"),
        ("NEWSLETTER", "Get the day's news in your inbox", "Thank you for signing up!"),
        ("Newsletter", "Alles Wichtige am Morgen.", "Jetzt kostenlos abonnieren"),
        ("Newsletters",),
    ],
)
def test_boxes(box: tuple[str, ...]) -> None:
    assert invited(*box) == list(box)


def test_a_story_below_a_control_is_no_part_of_a_box() -> None:
    assert invited("Share this article") == []
    assert invited("Subscribe", STORY, "Read more") == ["Subscribe"]
