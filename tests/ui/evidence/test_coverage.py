"""Which parts of a claim linked sources cover, and which are still open."""

from __future__ import annotations

from app.model.match import Relation
from app.ui.evidence.coverage import checkable_parts, covered_parts, uncovered_parts
from app.ui.open_article import OpenArticle
from tests.ui.bench import SOURCE, Bench


def test_a_part_is_covered_only_where_a_linked_passage_says_the_same(
    bench: Bench, article: OpenArticle
) -> None:
    claim = next(c for c in article.claims if "40 people" in c.statement)
    bench.do(lambda desk: desk.sources.add_text(SOURCE))
    matches = bench.session.read.matching.for_claim(claim.id).candidates
    assert {d.relation for d in matches[0].differences} == {Relation.SAME}
    assert [part.text for part in uncovered_parts(claim, (), matches)] == ["40 people"]
    assert covered_parts(matches) == frozenset(checkable_parts(claim, matches))
    assert uncovered_parts(claim, matches, matches) == ()


def test_without_any_match_the_parts_read_at_intake_stand(article: OpenArticle) -> None:
    claim = next(c for c in article.claims if "250,000" in c.statement)
    parts = checkable_parts(claim, ())
    assert parts
    for part in parts:
        assert part.span.of(claim.quote) == part.text
