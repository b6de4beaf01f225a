"""The marked article: exact text under any marks, underlines that do not collide, paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.model.article import Article, Publication, Zone, ZoneKind
from app.model.span import Span
from app.reports.marked_article import Mark, Stretch, mark_article

ALPHABET = "ab \n\t\u00a0<>&\"'é語\u202eא\r\x0b\x0c\x1c\u2028\U0001f600"
spans = st.tuples(st.integers(0, 60), st.integers(0, 25)).map(lambda p: Span(p[0], p[0] + p[1]))
zones = st.builds(Zone, spans, st.sampled_from(ZoneKind), st.booleans())


def article(text: str, *parts: Zone) -> Article:
    return Article(1, "", text, "", parts, Publication(), "pasted text")


def mark(number: int, start: int, end: int, which: int = 0) -> Mark:
    return Mark(Span(start, end), number, "supported", "Supported", which)


def shown(stretches: tuple[Stretch, ...]) -> str:
    return "".join(
        f"<p data-text>{paragraph.html}</p>"
        for stretch in stretches
        for paragraph in stretch.paragraphs
    )


@given(
    text=st.text(ALPHABET, max_size=70),
    marked=st.lists(spans, max_size=8),
    parts=st.lists(zones, max_size=5),
    still_open=st.lists(spans, max_size=3),
)
def test_any_marks_leave_the_text_exact(
    text: str,
    marked: list[Span],
    parts: list[Zone],
    still_open: list[Span],
    read_page: Callable[[str], Any],
) -> None:
    marks = [Mark(span, n, "refuted", "Refuted") for n, span in enumerate(marked, start=1)]
    page = read_page(shown(mark_article(article(text, *parts), marks, still_open)))
    assert page.article == text
    assert page.unbalanced == []


@given(st.lists(spans, min_size=1, max_size=8))
def test_each_mark_covers_its_own_words(marked: list[Span]) -> None:
    text = "The envoy said on Friday that the truce, a week old, had run out in Aleppo and Idlib."
    marks = [Mark(span, n, "refuted", "Refuted") for n, span in enumerate(marked, start=1)]
    html = "".join(str(p.html) for s in mark_article(article(text), marks) for p in s.paragraphs)
    covered = dict.fromkeys(range(1, len(marks) + 1), "")
    running: list[int] = []
    for piece in html.replace("<", "\x00<").split("\x00"):
        tag, _, words = piece.partition(">") if piece.startswith("<") else ("", "", piece)
        if tag.startswith("<mark"):
            running.append(int(tag.rsplit('data-claim="', 1)[1].rstrip('"')))
        elif tag == "</mark":
            running.pop()
        for number in running:
            covered[number] += words
    assert covered == {one.number: one.span.of(text) for one in marks}


def test_a_character_no_file_can_hold_is_replaced_one_for_one(
    read_page: Callable[[str], Any],
) -> None:
    page = read_page(shown(mark_article(article("a\x00b\ud800c"), [])))
    assert page.article == "a\ufffdb\ufffdc"


def test_overlapping_marks_take_different_underlines() -> None:
    text = "one two three four five six seven"
    html = str(
        mark_article(
            article(text, Zone(Span(0, len(text)), ZoneKind.BODY, True)),
            [mark(1, 0, 18), mark(2, 8, 23), mark(3, 24, 33)],
        )[0].paragraphs[0].html
    )  # fmt: skip
    assert (
        '<mark class="u-supported lane-1" data-claim="2">'
        '<mark class="u-supported lane-0" data-claim="1">three four</mark></mark>'
    ) in html
    assert '<mark class="u-supported lane-0" data-claim="3">' in html


def test_a_dateline_runs_on_and_blank_lines_part_paragraphs() -> None:
    text = "ROME – The talks ended.\nThey failed.\n\n\nA second try follows.\n"
    parts = (
        Zone(Span(0, 7), ZoneKind.DATELINE, True),
        Zone(Span(7, len(text)), ZoneKind.BODY, True),
    )
    (stretch,) = mark_article(article(text, *parts), [])
    first, second = stretch.paragraphs
    assert first.kind is ZoneKind.BODY
    assert first.html.startswith('<span class="z-dateline">ROME – </span>The talks')
    assert second.html == 'A second try follows.<span class="gap">\n</span>'


def test_what_lies_outside_folds_together_and_says_what_it_is() -> None:
    text = "Menu\n\nThe talks ended.\n\nMore news\nAll comments\n"
    parts = (
        Zone(Span(0, 6), ZoneKind.MASTHEAD, False),
        Zone(Span(6, 24), ZoneKind.BODY, True),
        Zone(Span(24, 34), ZoneKind.RELATED, False),
        Zone(Span(34, len(text)), ZoneKind.COMMENTS, False),
    )
    menu, body, rest = mark_article(article(text, *parts), [mark(1, 24, 28, which=1)])
    assert (menu.folded, body.folded, rest.folded) == (True, False, True)
    assert (menu.legend, rest.legend) == (
        "Masthead · 1 word",
        "Related links and comments · 4 words",
    )
    assert rest.marked
    assert not menu.marked
