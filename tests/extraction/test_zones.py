"""Pages of many layouts are taken apart as a reader would, and nothing is lost."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.document import Hint
from app.extraction.page.words import look_at
from app.extraction.zones import find_zones
from app.model.article import ARTICLE_ZONES, Zone, ZoneKind
from app.model.span import Span
from tests.growth import LENGTHS, MOST_GROWTH, growth

# Invented pages, one line of a page a line: the zones that a reader accepts, a bar, the line.
PAGES = {
    file.stem: [tuple(line.split("|", 1)) for line in file.read_text(encoding="utf-8").splitlines()]
    for file in sorted((Path(__file__).parent / "pages").glob("*.txt"))
}


def page_text(name: str) -> str:
    return "\n".join(line for _, line in PAGES[name])


def partitions(zones: tuple[Zone, ...], text: str) -> bool:
    edges = [0, *(zone.span.end for zone in zones)]
    starts = [zone.span.start for zone in zones]
    return starts == edges[:-1] and edges[-1] == len(text)


@pytest.mark.parametrize("name", PAGES)
def test_each_line_of_a_page_gets_a_zone_a_reader_accepts(name: str) -> None:
    text = page_text(name)
    zones = find_zones(text)
    assert partitions(zones, text)
    wrong = []
    at = 0
    for accepted, line in PAGES[name]:
        hits = [z for z in zones if z.span.start <= at and at + len(line) <= z.span.end]
        kinds = [zone.kind.value for zone in hits]
        if accepted and (not kinds or kinds[0] not in accepted.split("/")):
            wrong.append((line, accepted, kinds))
        at += len(line) + 1
    assert not wrong


def test_a_single_paragraph_is_body() -> None:
    for text in ("One line without a stop", "The group met. It will meet again.", "سؤال قصير"):
        assert [zone.kind for zone in find_zones(text)] == [ZoneKind.BODY]


def test_only_lede_and_body_are_included() -> None:
    for name in PAGES:
        for zone in find_zones(page_text(name)):
            assert zone.included == (zone.kind in ARTICLE_ZONES)


def test_a_comment_count_above_the_article_does_not_swallow_it() -> None:
    text = (
        "Bridge reopens after repairs\n12 Comments\n\n"
        "The harbour bridge opened to traffic on Monday, after being closed for 26 months.\n\n"
        "The repairs cost $38.5 million, the mayor said to the local paper on the same day.\n"
    )
    assert [zone.kind for zone in find_zones(text)][-1] is ZoneKind.BODY


def test_blank_texts() -> None:
    assert find_zones("") == ()
    assert [zone.kind for zone in find_zones(" \n\n ")] == [ZoneKind.FURNITURE]


LINES = st.sampled_from(
    [line for page in PAGES.values() for _, line in page]
    + ["", "  ", "• avatar", "      a comment.", "\u2028", "...", "Comments", "\x0c", "\ufeff"]
)


TEXTS = st.lists(LINES, max_size=25).map("\n".join) | st.text(max_size=200)
SPANS = st.tuples(st.integers(0, 400), st.integers(0, 120)).map(lambda at: Span(at[0], sum(at)))
HINTS = st.lists(st.builds(Hint, SPANS, st.sampled_from(ZoneKind)), max_size=8)


@given(TEXTS, st.just([]) | HINTS)
def test_zones_partition_any_text_with_any_hints(text: str, hints: list[Hint]) -> None:
    zones = find_zones(text, hints)
    assert partitions(zones, text)
    assert "".join(zone.span.of(text) for zone in zones) == text
    assert all(one.kind is not other.kind for one, other in pairwise(zones))


LINES = "\n".join(f"Line {n}: {'word ' * (n % 23)}{'ends.' * (n % 2)}" for n in range(2_000))


@pytest.mark.parametrize(
    "unit", ["word ", "a\n", ".\n", "\n", " ", "(", '"', "A, ", "© ", "By A ", "• a\n  b\n", LINES]
)
@pytest.mark.parametrize("length", LENGTHS)
def test_the_time_grows_with_the_text(unit: str, length: int) -> None:
    def zoned_afresh(text: str) -> None:
        look_at.cache_clear()
        find_zones(text)

    assert growth(zoned_afresh, unit, length) < MOST_GROWTH
