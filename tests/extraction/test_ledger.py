"""Each word of an article is counted once, and open words are named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.claims import find_claims
from app.extraction.ledger import count_progress, count_words
from app.extraction.stretches import set_included
from app.extraction.zones import find_zones
from app.model.article import Publication, Zone, ZoneKind
from app.model.claim import Claim, ClaimKind
from app.model.ledger import Excused, Ledger, Progress
from app.model.span import Span
from app.text.words import word_places, words

TEXT = (
    "Harbour bridge reopens\n\n"
    "ELLERY (Northwire) - The bridge opened on Monday. Who paid? The state covers the costs.\n\n"
    "The mayor was pleased with it.\n\n"
    "Comments\nA good bridge.\n"
)


def test_words_are_claimed_excused_furniture_or_open() -> None:
    zones = find_zones(TEXT)
    claims = find_claims(TEXT, zones, Publication())
    assert [claim.quote for claim in claims] == [
        "The bridge opened on Monday.",
        "The state covers the costs.",
        "The mayor was pleased with it.",
    ]
    ledger = count_words(TEXT, zones, claims)
    assert (ledger.words, ledger.claimed, ledger.excused, ledger.furniture) == (27, 16, 4, 7)
    assert ledger.open == 0
    assert [(one.span.of(TEXT), one.reason) for one in ledger.excused_spans] == [
        ("ELLERY (Northwire", "dateline"),
        ("Who paid", "question"),
    ]


def test_the_words_of_the_zones_are_all_words() -> None:
    zones = find_zones(TEXT)
    ledger = count_words(TEXT, zones, ())
    assert [one.span for one in ledger.zones] == [zone.span for zone in zones]
    assert [one.words for one in ledger.zones] == [len(words(zone.span.of(TEXT))) for zone in zones]
    assert sum(one.words for one in ledger.zones) == ledger.words
    # A word that is cut by the edge of a zone is counted where it begins, and once.
    cut = (Zone(Span(0, 3), ZoneKind.HEADLINE, False), Zone(Span(3, 14), ZoneKind.BODY, True))
    assert [one.words for one in count_words(TEXT[:14], cut, ()).zones] == [1, 1]


def test_what_a_reviewer_takes_out_is_open() -> None:
    zones = find_zones(TEXT)
    claims = find_claims(TEXT, zones, Publication())
    ledger = count_words(TEXT, zones, claims[:1])
    assert ledger.open == 11
    assert [span.of(TEXT) for span in ledger.open_spans] == [
        "The state covers the costs",
        "The mayor was pleased with it",
    ]


def test_without_claims_and_without_words() -> None:
    assert count_words("", (), ()) == Ledger(0, 0, 0, 0, 0)


def test_what_the_reviewer_excused_has_his_reason() -> None:
    zones = find_zones(TEXT)
    claims = find_claims(TEXT, zones, Publication())
    start = TEXT.index("The mayor")
    excuses = [Excused(Span(start, start + len("The mayor was pleased")), "opinion")]
    ledger = count_words(TEXT, zones, claims[:2], excuses)
    assert [span.of(TEXT) for span in ledger.open_spans] == ["with it"]
    assert (ledger.excused_spans[-1].reason, ledger.open) == ("opinion", 2)
    # What is claimed needs no excuse.
    assert count_words(TEXT, zones, claims, excuses).excused == 4


def test_each_reason_is_named() -> None:
    text = "Title\n\n1. It rained on Monday in Ellery.\n\nWhy now?\n\nOh no.\n\nWhat comes next\n\n"
    zones = (Zone(Span(0, len(text)), ZoneKind.BODY, True),)
    claims = find_claims(text, zones, Publication())
    assert [claim.quote for claim in claims] == ["It rained on Monday in Ellery."]
    ledger = count_words(text, zones, claims)
    assert [(one.span.of(text), one.reason) for one in ledger.excused_spans] == [
        ("Title", "fragment"),
        ("1", "list sign"),
        ("Why now", "question"),
        ("Oh no", "fragment"),
        ("What comes next", "heading"),
    ]


def test_progress_counts_words_and_risk() -> None:
    zones = find_zones(TEXT)
    claims = find_claims(TEXT, zones, Publication())
    ledger = count_words(TEXT, zones, claims)
    progress = count_progress(TEXT, ledger, claims, claims[1:2])
    assert (progress.words, progress.claimed, progress.reviewed_words) == (20, 16, 5)
    assert progress.risk == pytest.approx(sum(claim.check_worthiness for claim in claims))
    assert progress.reviewed_risk == pytest.approx(claims[1].check_worthiness)
    assert count_progress(TEXT, ledger, claims, claims).reviewed_words == 16
    assert count_progress("", count_words("", (), ()), (), ()) == Progress(0, 0, 0, 0, 0)


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda two: Span(min(two), max(two)))


@given(
    st.text("ab C.\n1“—世", max_size=60),
    st.lists(SPANS, max_size=4),
    st.lists(SPANS, max_size=3),
)
def test_words_counted_at_once_are_the_words_counted_one_by_one(
    text: str, included: list[Span], claimed: list[Span]
) -> None:
    zones: tuple[Zone, ...] = (Zone(Span(0, len(text)), ZoneKind.BODY, False),)
    for span in included:
        zones = set_included(text, zones, span, included=True)
    claims = [Claim(0, 0, 1, span, span.of(text), "", ClaimKind.EVENT) for span in claimed]
    one_by_one = count_words(text, zones, claims)
    progress = count_progress(text, one_by_one, claims, claims[:1])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.extraction.ledger._LONG", 0)
        at_once = count_words(text, zones, claims)
    assert at_once == one_by_one
    held = [span for one in claims[:1] for span in (one.span,)]
    begins = [start for start, _ in word_places(text)]
    assert progress.reviewed_words == sum(
        any(span.start <= start < span.end for span in held) for start in begins
    )


@given(
    st.text("ab C.?\n1“—世", max_size=60),
    st.lists(SPANS, max_size=4),
    st.lists(SPANS, max_size=3),
    st.lists(SPANS, max_size=3),
)
def test_the_ledger_partitions_the_words_of_any_text(
    text: str, included: list[Span], claimed: list[Span], excused: list[Span]
) -> None:
    zones: tuple[Zone, ...] = (Zone(Span(0, len(text)), ZoneKind.BODY, False),)
    for span in included:
        zones = set_included(text, zones, span, included=True)
    claims = [Claim(0, 0, 1, span, span.of(text), "", ClaimKind.EVENT) for span in claimed]
    apart = [
        span
        for number, span in enumerate(excused)
        if not any(span.overlaps(other) for other in excused[:number])
    ]
    ledger = count_words(text, zones, claims, [Excused(span, "opinion") for span in apart])
    all_words = words(text)
    stretches = [
        *ledger.claimed_spans,
        *ledger.open_spans,
        *(one.span for one in ledger.excused_spans),
    ]
    assert ledger.words == len(all_words)
    assert ledger.words == ledger.claimed + ledger.excused + ledger.furniture + ledger.open
    held = [sum(span.covers(word) for span in stretches) for word in all_words]
    assert set(held) <= {0, 1}
    assert sum(held) == ledger.words - ledger.furniture
    assert all(one.reason for one in ledger.excused_spans)
