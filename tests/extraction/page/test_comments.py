"""Readers' words are found by their label, or by the names, days and buttons between them."""

from __future__ import annotations

from app.extraction.page.comments import comments_start
from app.extraction.page.lines import Page
from app.extraction.page.scores import body_scores

FIRST = "The harbour bridge opened to traffic on Monday, after being closed for 26 months in all."
SECOND = "The repairs cost $38.5 million, the mayor said to the local paper on the very same day."
REMARK = "I have lived beside that bridge for forty years and never have I seen such a mess there."


def start(lines: list[str]) -> int:
    page = Page("\n".join(lines))
    return comments_start(page, body_scores(page))


def test_a_label_below_the_article() -> None:
    assert start([FIRST, SECOND, "2 Comments", "Ann", REMARK]) == 2
    assert start([FIRST, SECOND, "Kommentare (2)", "Ann", REMARK]) == 2


def test_remarks_may_be_longer_than_the_article() -> None:
    remarks = ["Ann says:", REMARK, REMARK, "Reply", "Bob says:", REMARK, REMARK, "Reply"]
    assert start([FIRST, "8 Comments", *remarks, *remarks]) == 1


def test_remarks_without_a_label() -> None:
    remarks = [
        *("Ann", "June 20, 2014 at 7:40 am", REMARK, "Antworten"),
        *("Bob", "June 21, 2014 at 9:10 am", REMARK, "Antworten"),
        *("Eve", "June 22, 2014 at 6:31 am", REMARK, "Antworten"),
    ]
    assert start([FIRST, SECOND, *remarks]) == 2


def test_an_entry_of_a_menu_is_no_label() -> None:
    notice = "Our readers pay for what we do, and we thank each and every one of them for it."
    lines = [notice, "News", "Sport", "Comment", "Travel", "Food", FIRST, SECOND]
    assert start(lines) == len(lines)


def test_clocks_between_the_posts_of_a_live_blog_are_no_remarks() -> None:
    post = [FIRST, SECOND, "Share this post"]
    lines = ["18:05", *post, "17:20", *post, "16:48", *post, "15:30", *post]
    assert start(lines) == len(lines)
