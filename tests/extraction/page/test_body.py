"""The run of paragraphs that is the article is found among menus, notices and teasers."""

from __future__ import annotations

from app.extraction.page.body import find_body
from app.extraction.page.lines import Page
from app.extraction.page.scores import body_scores

FIRST = "The harbour bridge opened to traffic on Monday, after being closed for 26 months in all."
SECOND = "The repairs cost $38.5 million, the mayor said to the local paper on the very same day."
MENU = [f"Entry {letter}" for letter in "ABCDEFGHIJKLMNOP"]


def body(lines: list[str]) -> list[str]:
    """The lines of the body."""
    page = Page("\n\n".join(lines))
    first, last = find_body(page, body_scores(page), len(page))
    return lines[first : last + 1]


def test_menus_part_the_article_from_what_the_site_says_of_itself() -> None:
    about = "We have told the stories of this coast for more than a hundred years now."
    assert body([about, *MENU, FIRST, SECOND, *MENU, about]) == [FIRST, SECOND]


def test_lists_and_subheadings_stay_inside() -> None:
    listed = ["150 g barley", "400 g mushrooms", "2 carrots", "1 onion", "1 litre of stock"]
    lines = [FIRST, SECOND, "Ingredients", *listed, "Method", FIRST, SECOND]
    assert body(lines) == lines


def test_an_opening_above_a_list_belongs_to_the_body() -> None:
    listed = ["150 g barley", "400 g mushrooms", "2 carrots", "1 onion", "1 litre of stock"] * 3
    opening = "This is the soup that we make whenever the snow will not stop falling."
    assert body([*MENU, opening, *listed, FIRST, SECOND])[0] == opening


def test_rows_of_a_table_below_the_last_sentence_belong_to_it() -> None:
    rows = ["Aird 212 251", "Corran 188 240", "Saltmere 324 397"]
    assert body([FIRST, SECOND, "Port 2021 2022", *rows, *MENU])[-1] == rows[-1]


def test_titles_with_a_sentence_each_are_teasers() -> None:
    teasers = ["Goat rides bus to sea", "It stayed until the last stop and caused no trouble."] * 4
    assert body([FIRST, SECOND, *teasers]) == [FIRST, SECOND]


def test_a_notice_about_data_is_weaker_than_a_short_article() -> None:
    notice = [
        "We and our 812 partners store information on a device, such as cookies, to process data.",
        "You may change your choices at any time in our privacy policy, or reject them all now.",
        "These cookies are necessary for our website and your consent is not needed for them.",
    ]
    assert body([*notice, *MENU, FIRST, SECOND]) == [FIRST, SECOND]


def test_an_article_about_such_notices_is_still_an_article() -> None:
    lines = [
        "The court ruled that cookies on this website need the consent of whoever visits it.",
        "Its privacy notice told nobody that our partners would read the cookies as well.",
    ]
    assert body([*MENU, *lines]) == lines


def test_without_any_sentence_all_after_a_short_first_line_is_body() -> None:
    verse = ["the engine coughs and the lamps go out", "a boy with a cello stands at the rail"]
    assert body(["Ferry", *verse]) == verse
