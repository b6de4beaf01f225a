"""What speaks for the body and what against it, by looks and neighbours."""

from __future__ import annotations

from app.extraction.document import Hint
from app.extraction.page.lines import Page
from app.extraction.page.scores import body_scores
from app.model.article import ZoneKind
from app.model.span import Span

FIRST = "The harbour bridge opened to traffic on Monday, after being closed for 26 months in all."
SECOND = "The repairs cost $38.5 million, the mayor said to the local paper on the very same day."


def scores(*lines: str) -> list[float]:
    return body_scores(Page("\n\n".join(lines)))


def test_sentences_speak_for_the_body_and_labels_against_it() -> None:
    prose, label, comments = scores(FIRST, "Sport", "12 Comments")
    assert prose > 0 > label > comments


def test_a_row_of_short_lines_costs_less_and_less_but_never_nothing() -> None:
    costs = scores(*("Entry" for _ in range(2)), "Sport", "News", "Money", "Books", "Games")[2:]
    assert costs == sorted(costs)
    assert costs[-1] == -0.5


def test_an_announced_list_costs_next_to_nothing() -> None:
    _, announced = scores("The ruling has three parts:", "• close the well")
    _, alone = scores(FIRST, "• Close the well")
    assert alone < announced < 0


def test_teasers_count_less_than_the_same_words_in_an_article() -> None:
    teasers = scores("Bridge opens", FIRST, "Mayor speaks", SECOND)
    assert teasers[1] == scores(FIRST, SECOND)[0] / 2


def test_links_inside_an_article_that_ends_at_its_topics_cost_little() -> None:
    inside = scores(FIRST, SECOND, "Related articles", "Ferry sold", FIRST, "Tags: bridges")
    below = scores(FIRST, SECOND, "Related articles", "Ferry sold", FIRST)
    assert inside[2] > below[2]
    assert inside[4] > below[4]


def test_what_the_file_sets_aside_is_no_prose() -> None:
    page = Page(f"{FIRST}\n\n{SECOND}", [Hint(Span(0, len(FIRST)), ZoneKind.FURNITURE)])
    aside, prose = body_scores(page)
    assert aside < 0 < prose


def test_a_box_of_links_between_paragraphs_costs_less_than_the_paragraph_below_it_brings() -> None:
    third = (
        "Opponents of the toll, among them two former mayors and the union of carriers, said on"
        " Tuesday that they would go to court before the summer is over."
    )
    box = ("Read also", "Tolls rise", "A ferry")
    *_, label, one, two, last, _ = scores(FIRST, SECOND, *box, third, "Contact")
    assert label + one + two + last > 0
