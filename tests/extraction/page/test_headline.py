"""The headline is told from kickers, standfirsts, breadcrumbs and captions."""

from __future__ import annotations

from app.extraction.document import Hint
from app.extraction.page.headline import find_headline, opens_with_title
from app.extraction.page.lines import Page
from app.model.article import ZoneKind
from app.model.span import Span

BODY = "The harbour bridge opened to traffic on Monday, after being closed for 26 months in all."
HEADLINE = "Harbour bridge opens again"


def headline(*above: str) -> str | None:
    page = Page("\n".join([*above, BODY]))
    found = find_headline(page, len(above))
    return None if found is None else above[found]


def test_a_headline_among_kicker_and_standfirst() -> None:
    standfirst = "The bridge carried 14,000 cars a day before it was closed for repairs"
    assert headline("Local news", HEADLINE, standfirst) == HEADLINE


def test_the_way_to_the_page_is_no_headline() -> None:
    assert headline("Home > News > Local Traffic", HEADLINE, "By Ann Moss") == HEADLINE


def test_a_title_below_the_author_is_no_better_one() -> None:
    assert headline(HEADLINE, "By Ann Moss", "Bridge Engineers Win Their Award") == HEADLINE


def test_a_markdown_heading_and_what_the_file_says_are_believed() -> None:
    assert (
        headline("# Crossing open", "A longer line about the harbour bridge") == "# Crossing open"
    )
    page = Page(f"Open\nHarbour bridge opens\n{BODY}", [Hint(Span(0, 4), ZoneKind.HEADLINE)])
    assert find_headline(page, 2) == 0


def test_a_page_may_open_with_its_question() -> None:
    page = Page(f"Is the bridge safe now?\n{BODY}")
    assert opens_with_title(page, 0, 1)
    assert not opens_with_title(Page(f"{BODY}\n{BODY}"), 0, 1)
