"""Which zones can be folded, which are at first, and what is said about them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.model.article import ARTICLE_ZONES, ZoneKind
from app.model.span import Span
from app.ui.article.folds import FEWEST_LINES, MOST_LINES, ZONE_NAMES, Folds
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from tests.ui.bench import Bench


@pytest.fixture
def counted(bench: Bench, article: OpenArticle, ledger: OpenLedger, qtbot: QtBot) -> OpenLedger:
    """The ledger of the sample."""
    article.open(bench.do(lambda desk: desk.sample.open()).id)
    qtbot.waitUntil(lambda: ledger.ledger is not None)
    return ledger


@pytest.fixture
def folds(article: OpenArticle, counted: OpenLedger) -> Folds:
    """The folds of the sample."""
    made = Folds(article, counted)
    made.begin()
    return made


def test_only_what_is_around_the_article_and_long_enough_can_be_folded(
    folds: Folds, article: OpenArticle
) -> None:
    kinds = [zone.kind for zone in folds.foldable()]
    assert kinds == [ZoneKind.RELATED, ZoneKind.COMMENTS]
    for zone in article.article.zones:
        own = zone.kind in ARTICLE_ZONES or zone.kind is ZoneKind.HEADLINE
        assert folds.has_bar(zone) is (not own and folds.lines(zone) >= FEWEST_LINES)


def test_the_long_ones_are_folded_at_first(folds: Folds) -> None:
    for zone in folds.foldable():
        assert folds.is_folded(zone) is (folds.lines(zone) > MOST_LINES)


def test_what_lies_in_a_fold_is_known_by_its_place(folds: Folds) -> None:
    related, comments = folds.foldable()
    assert folds.hides(comments.span.start)
    assert folds.hides(comments.span.end - 1)
    assert not folds.hides(comments.span.start - 1)
    assert not folds.hides(related.span.start)
    assert folds.hiding(Span(0, comments.span.end)) == (comments,)
    folds.fold(comments, False)
    assert not folds.hides(comments.span.start)
    folds.fold_all(True)
    assert folds.hides(related.span.start)
    assert not folds.any_shown()
    folds.fold_all(False)
    assert folds.any_shown()
    assert folds.hiding(Span(0, comments.span.end)) == ()


def test_every_kind_of_zone_has_a_name() -> None:
    assert set(ZONE_NAMES) == set(ZoneKind)


def test_a_zone_is_told_with_its_lines_and_the_words_that_the_ledger_counts(
    folds: Folds, article: OpenArticle, counted: OpenLedger
) -> None:
    for zone in folds.foldable():
        lines, words = folds.lines(zone), counted.words_of(zone)
        assert folds.told(zone) == f"{ZONE_NAMES[zone.kind]} · {lines} lines, {words} words"
    zones = article.article.zones
    assert sum(counted.words_of(zone) for zone in zones) == counted.ledger.words


def test_words_are_counted_as_the_ledger_does_where_no_blanks_part_them(
    bench: Bench, article: OpenArticle, counted: OpenLedger, folds: Folds, qtbot: QtBot
) -> None:
    text = "中国政府在2016年表示。\n有40人死亡。\n\nComments\nAnna: Well-known, isn’t it?\n"
    article.open(bench.add_article(text))
    folds.begin()
    zones = article.article.zones
    assert "word" not in folds.told(zones[-1])
    qtbot.waitUntil(lambda: counted.ledger is not None)
    assert sum(counted.words_of(zone) for zone in zones) == counted.ledger.words
    assert folds.told(zones[-1]).endswith(f", {counted.words_of(zones[-1])} words")


def test_words_that_the_file_hides_have_a_line_over_them_however_few_they_are(
    article: OpenArticle, folds: Folds, monkeypatch: pytest.MonkeyPatch
) -> None:
    *before, last = article.article.zones
    hidden = replace(last, kind=ZoneKind.HIDDEN, included=True)
    monkeypatch.setattr(article, "article", replace(article.article, zones=(*before, hidden)))
    folds.renew()
    assert folds.has_bar(hidden)
    assert folds.told(hidden).startswith("Hidden words · ")
