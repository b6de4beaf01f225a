"""What a press release says of its sender is told from what it has to report."""

from __future__ import annotations

import pytest

from app.extraction.page.lines import Page
from app.extraction.page.press_release import boilerplate_start

NEWS = "The regulator approved the device for use at home on Tuesday, the company said."
SENDER = "The company was founded in 1994 and employs 640 people in Oslo."


@pytest.mark.parametrize(
    ("sign", "heading"),
    [
        ("FOR IMMEDIATE RELEASE", "About Halvorsen Medical"),
        ("PRESSEMITTEILUNG", "Über Halvorsen Medical"),
        ("Communiqué de presse", "À propos de Halvorsen Medical"),
        ("Press release", "Forward-Looking Statements"),
        ("Nota de prensa", "Contacto de prensa:"),
    ],
)
def test_the_heading_begins_the_boilerplate(sign: str, heading: str) -> None:
    page = Page("\n".join((sign, "A device is approved", NEWS, NEWS, heading, SENDER)))
    assert page.head(boilerplate_start(page)) == heading


@pytest.mark.parametrize(
    "lines",
    [
        ("A device is approved", NEWS, "About Halvorsen Medical", SENDER),
        ("FOR IMMEDIATE RELEASE", "About 40 devices are sold", NEWS, NEWS),
        ("FOR IMMEDIATE RELEASE", NEWS, "Notes to editors", SENDER),
        ("FOR IMMEDIATE RELEASE", NEWS, "About Halvorsen Medical: it was founded in 1994.", NEWS),
    ],
)
def test_an_article_about_somebody_has_none(lines: tuple[str, ...]) -> None:
    page = Page("\n".join(lines))
    assert boilerplate_start(page) == len(page)
