"""Claims follow the zones: what only the app found comes and goes, what was worked on stays."""

from __future__ import annotations

from dataclasses import replace

from app.extraction.article import make_article
from app.extraction.claims import find_claims
from app.extraction.following import Following, follow_zones
from app.extraction.stretches import set_included
from app.model.article import Article, Zone
from app.model.claim import REVIEWER, Claim
from app.model.ledger import Excused
from app.model.span import Span

TEXT = (
    "Harbour bridge reopens\n\n"
    "ELLERY (Northwire) - The bridge opened on Monday after two years. "
    "The state covers the costs.\n\n"
    "The mayor was pleased with the new bridge over the harbour.\n\n"
    "Comments\nThe bridge is a waste of public money.\nIt will fall into the sea.\n"
)


def article_and_claims() -> tuple[Article, list[Claim]]:
    article = make_article(TEXT, "bridge.txt")
    found = find_claims(article.text, article.zones, article.publication)
    return article, [replace(claim, id=number + 10) for number, claim in enumerate(found)]


def with_span(article: Article, words: str, *, included: bool) -> tuple[Zone, ...]:
    start = TEXT.index(words)
    return set_included(TEXT, article.zones, Span(start, start + len(words)), included=included)


def quotes(following: Following) -> list[str]:
    return [claim.quote for claim in following.added]


def test_a_zone_put_in_brings_its_sentences_alone() -> None:
    article, claims = article_and_claims()
    zones = with_span(article, "The bridge is a waste of public money.", included=True)
    following = follow_zones(article, zones, claims, ())
    assert quotes(following) == ["The bridge is a waste of public money."]
    assert (following.gone, following.changed) == ((), ())


def test_a_stretch_left_out_takes_what_the_app_found() -> None:
    article, claims = article_and_claims()
    zones = with_span(article, "The state covers the costs.", included=False)
    [gone] = [claim.id for claim in claims if "costs" in claim.quote]
    assert follow_zones(article, zones, claims, ()) == Following((gone,), (), ())
    assert follow_zones(article, zones, claims, {gone}) == Following((), (), ())
    own = [replace(claim, made_by=REVIEWER) for claim in claims]
    assert follow_zones(article, zones, own, ()) == Following((), (), ())


def test_a_sentence_cut_in_two_leaves_what_still_asserts() -> None:
    article, claims = article_and_claims()
    zones = with_span(article, "The mayor was", included=False)
    following = follow_zones(article, zones, claims, ())
    [gone] = [claim.id for claim in claims if "mayor" in claim.quote]
    assert following.gone == (gone,)
    assert quotes(following) == ["pleased with the new bridge over the harbour."]


def test_what_the_reviewer_has_claimed_or_excused_comes_no_second_time() -> None:
    article, claims = article_and_claims()
    line = "It will fall into the sea."
    start = TEXT.index(line)
    zones = with_span(article, line, included=True)
    assert quotes(follow_zones(article, zones, claims, ())) == [line]
    halves = [
        replace(claims[0], id=90 + number, span=span, made_by=REVIEWER)
        for number, span in enumerate((Span(start, start + 12), Span(start + 12, start + 26)))
    ]
    assert quotes(follow_zones(article, zones, [*claims, *halves], ())) == []
    assert quotes(follow_zones(article, zones, [*claims, *halves[:1]], ())) == [line]
    excused = [Excused(Span(start, start + 26), "opinion")]
    assert quotes(follow_zones(article, zones, claims, (), excused)) == []


def test_a_mention_becomes_a_claim_where_its_claim_goes() -> None:
    lede = "The bridge of Port Ellery opened to traffic on Monday after two years."
    text = (
        f"A bridge\n\n{lede}\n\nELLERY (Northwire) - {lede} The mayor was very pleased with it.\n"
    )
    article = make_article(text, "bridge.txt")
    claims = [
        replace(claim, id=number + 1)
        for number, claim in enumerate(
            find_claims(article.text, article.zones, article.publication)
        )
    ]
    first = claims[0]
    assert first.quote == lede
    assert first.mentions == (Span(10, 10 + len(lede)),)
    zones = set_included(text, article.zones, first.span, included=False)
    following = follow_zones(article, zones, claims, ())
    assert following.gone == (first.id,)
    assert [claim.span for claim in following.added] == list(first.mentions)
    assert follow_zones(article, zones, claims, {first.id}).added == ()
