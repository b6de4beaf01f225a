"""Each word of an article is counted once, and open words are named."""

from __future__ import annotations

from app.extraction.claims import find_claims
from app.extraction.ledger import count_words
from app.extraction.zones import find_zones
from app.model.article import Publication
from app.model.ledger import Ledger

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
