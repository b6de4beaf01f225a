"""The sample article against its annotation, exactly; prints the figures."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.extraction.article import make_article
from app.extraction.claims import find_claims
from app.extraction.document import Document
from app.extraction.ledger import count_words
from app.extraction.reading import read
from app.model.article import Article, DateSource, Publication
from app.model.claim import Claim, PartKind
from app.model.span import Span

GOLD_FILE = Path("seed") / "seed_gold.json"
DAY = Publication(date(2016, 9, 21), DateSource.REVIEWER)


@pytest.fixture(scope="module")
def gold(measuring_data: Path) -> Any:
    return json.loads((measuring_data / GOLD_FILE).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def article(sample_text: str) -> Article:
    return make_article(Document(sample_text, "sample.txt"))


@pytest.fixture(scope="module")
def claims(article: Article) -> tuple[Claim, ...]:
    return find_claims(article.text, article.zones, DAY)


def test_every_line_lies_in_a_zone_that_the_annotation_accepts(gold: Any, article: Article) -> None:
    assert "".join(zone.span.of(article.text) for zone in article.zones) == article.text
    lines = [line for line in gold["zones"] if line["zone"] != "blank"]
    right = 0
    for line in lines:
        content = Span(line["content_start"], line["content_end"])
        holding = [zone for zone in article.zones if zone.span.covers(content)]
        accepted = [line["zone"], *line["accept_also"]]
        right += [zone.kind.value in accepted for zone in holding] == [True]
    print(f"\nsample: zones {right} of {len(lines)}")
    assert right == len(lines) == 32


def test_sentences(gold: Any, article: Article) -> None:
    found = read(article.text, article.zones, article.publication).sentences
    wanted = [Span(sentence["start"], sentence["end"]) for sentence in gold["sentences"]]
    print(
        f"\nsample: sentences {len(set(found) & set(wanted))} of {len(wanted)}, found {len(found)}"
    )
    assert list(found) == wanted


def test_claims_their_spans_and_their_speakers(gold: Any, claims: tuple[Claim, ...]) -> None:
    wanted = {}
    for claim in gold["claims"]:
        person = claim["speaker"]["type"] == "person"
        span = Span(claim["start"], claim["end"])
        wanted[span] = claim["speaker"]["name"] if person else ""
    found = {claim.span: claim.speaker for claim in claims}
    right = len(found.items() & wanted.items())
    print(f"\nsample: claims {right} of {len(wanted)}, found {len(found)}")
    assert found == wanted
    assert [claim.position for claim in claims] == list(range(1, len(claims) + 1))
    assert [claim.span for claim in claims] == sorted(
        found, key=lambda span: (span.start, -span.end)
    )


def test_no_claim_from_other_articles_or_readers(gold: Any, claims: tuple[Claim, ...]) -> None:
    for other in gold["not_article_claims"]:
        span = Span(other["start"], other["end"])
        assert not any(
            claimed.overlaps(span) for claim in claims for claimed in (claim.span, *claim.mentions)
        )


def test_the_lede_is_a_mention_of_the_first_body_sentence(claims: tuple[Claim, ...]) -> None:
    first = claims[0]
    assert first.span == Span(430, 581)
    assert Span(240, 403) in first.mentions
    assert set(first.mentions) <= {Span(33, 107), Span(113, 152), Span(113, 187), Span(240, 403)}


def test_days_with_the_anchor_given_and_none_without(gold: Any, article: Article) -> None:
    wanted = {(day["start"], day["end"], day["iso"]) for day in gold["dates"]}
    dates = read(article.text, article.zones, DAY).dates
    found = {(day.span.start, day.span.end, day.value) for day in dates}
    print(f"\nsample: dates {len(found & wanted)} of {len(wanted)}, found {len(found)}")
    assert found == wanted
    unanchored = read(article.text, article.zones, article.publication).dates
    assert not [day.value for day in unanchored if day.value[:1].isdigit()]


def test_the_clock_is_not_the_day_of_publication(article: Article) -> None:
    assert article.publication.date is None
    assert article.publication.inferred != date(2017, 2, 20)
    assert article.title == (
        "Lavrov, Kerry Holding Talks in New York, Syria Main Topic Under Discussion"
    )


def test_every_word_is_accounted_for(article: Article, claims: tuple[Claim, ...]) -> None:
    ledger = count_words(article.text, article.zones, claims)
    print(f"\nsample: {ledger}")
    assert ledger.open == 0
    assert ledger.words == ledger.claimed + ledger.excused + ledger.furniture
    assert ledger.excused == 3  # NEW YORK (Sputnik) –


def test_statements_are_one_line_and_say_their_days(claims: tuple[Claim, ...]) -> None:
    for claim in claims:
        assert len(claim.wording) == len(claim.quote) == len(claim.span)
        assert not set(claim.statement + claim.wording) & {"\u00a0", "\n"}
        days = {part.value for part in claim.parts if part.kind is PartKind.DATE}
        assert claim.statement.count("2016]") == len(days)
        assert all(claim.span.covers(part.span) for part in claim.parts)
