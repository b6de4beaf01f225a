"""Which zones can be folded, which are at first, and what is said about them."""

from __future__ import annotations

import pytest

from app.model.article import ARTICLE_ZONES, Zone, ZoneKind
from app.model.span import Span
from app.ui.article.folds import FEWEST_LINES, MOST_LINES, ZONE_NAMES, Folds
from app.ui.open_article import OpenArticle
from tests.ui.bench import Bench


@pytest.fixture
def folds(bench: Bench, article: OpenArticle) -> Folds:
    """The folds of the sample."""
    made = Folds(article)
    article.open(bench.do(lambda desk: desk.sample.open()).id)
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


def test_a_zone_is_told_with_its_lines_and_words(folds: Folds, article: OpenArticle) -> None:
    related = folds.foldable()[0]
    words = len(related.span.of(article.article.text).split())
    assert folds.told(related) == f"Related links · 3 lines, {words} words"


def test_no_words_are_counted_where_no_blanks_part_them(
    bench: Bench, article: OpenArticle, folds: Folds
) -> None:
    sentence = "中国政府在2016年9月16日表示有40人死亡并将继续调查此事。"
    article.open(bench.add_article(f"{sentence}\n{sentence}\n"))
    folds.begin()
    zone = Zone(Span(0, len(article.article.text)), ZoneKind.COMMENTS, False)
    assert folds.told(zone) == "Comments · 2 lines"
