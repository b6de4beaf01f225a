"""The lines under a claim: both sides of what does not fit, and no more than there is room for."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.model.claim import Offer
from app.model.inconsistency import Inconsistency
from app.model.match import Excerpt
from app.model.span import Span
from app.ui.evidence.claim_notes import MOST_OFFERS, MOST_WARNINGS, ClaimNotes
from app.ui.look.appearance import Appearance
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from app.ui.open_offers import OpenOffers
from tests.ui.bench import Bench


@pytest.fixture
def offers(bench: Bench, article: OpenArticle) -> OpenOffers:
    return OpenOffers(bench.session, article)


@pytest.fixture
def notes(
    qtbot: QtBot,
    article: OpenArticle,
    ledger: OpenLedger,
    offers: OpenOffers,
    appearance: Appearance,
) -> ClaimNotes:
    made = ClaimNotes(article, ledger, offers, appearance)
    qtbot.addWidget(made)
    return made


def differ(article: OpenArticle, one: int, other: int) -> Inconsistency:
    ids = (article.claims[one].id, article.claims[other].id)
    words = (Excerpt("Monday", Span(0, 6)), Excerpt("Tuesday", Span(9, 16)))
    return Inconsistency(ids, "day", *words, "Look.")


def told(notes: ClaimNotes) -> list[str]:
    return [row.told.text() for row in notes._rows if not row.isHidden()]


def test_nothing_to_say_takes_no_room(notes: ClaimNotes) -> None:
    assert notes.isHidden()
    assert told(notes) == []


def test_both_claims_say_what_the_other_says(
    notes: ClaimNotes, article: OpenArticle, ledger: OpenLedger, qtbot: QtBot
) -> None:
    ledger.take(None, None, (differ(article, 0, 4),))
    assert told(notes) == ["Look here: claim 5 says Tuesday, this one Monday."]
    assert notes.others() == (article.claims[4].id,)
    with qtbot.waitSignal(notes.other_wanted) as wanted:
        notes._rows[0].button.click()
    article.choose(wanted.args[0])
    assert told(notes) == ["Look here: claim 1 says Monday, this one Tuesday."]
    article.choose(article.claims[1].id)
    assert told(notes) == []


def test_there_is_room_for_some_and_offers_give_way_first(
    notes: ClaimNotes, article: OpenArticle, ledger: OpenLedger, offers: OpenOffers
) -> None:
    ledger.take(None, None, tuple(differ(article, 0, other) for other in (1, 2, 3)))
    at = article.claims[0].span.start + 12
    offers._claim = article.current
    offers._offers = (Offer("split", at, "", "It says two things."),) * 2
    offers.changed.emit()
    assert len(told(notes)) == MOST_WARNINGS + MOST_OFFERS
    notes.set_compact(True)
    assert len(told(notes)) == MOST_WARNINGS
    notes.set_compact(False)
    notes.set_aside(True)
    assert all(line.startswith("Look here") for line in told(notes))
