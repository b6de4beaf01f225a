"""Claims of invented articles: all that asserts, nothing else, each with its reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.claims import find_claims
from app.extraction.ledger import count_words
from app.extraction.zones import find_zones
from app.model.article import DateSource, Publication, ZoneKind
from app.model.claim import Claim, ClaimKind, PartKind
from tests.growth import LENGTHS, MOST_GROWTH, growth

NO_DAY = Publication()
PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def claims_of(text: str, publication: Publication = NO_DAY) -> tuple[Claim, ...]:
    return find_claims(text, find_zones(text), publication)


REPORT = (
    "Harbour bridge reopens after two years\n\n"
    "ELLERY, May 3 (Northwire) - The harbour bridge of Port Ellery opened to traffic on Monday.\n\n"
    "Who pays?\n\n"
    "Mayor Anton Reyes said the repairs had cost $38.5 million. “We kept our word,” he added.\n\n"
    "What comes next\n\n"
    "Is that all? A second inspection\u00a0is planned for October, the longest since 1990.\n"
)


def test_each_declarative_sentence_is_a_claim() -> None:
    assert [(claim.statement, claim.speaker) for claim in claims_of(REPORT)] == [
        ("The harbour bridge of Port Ellery opened to traffic on Monday.", ""),
        ("Mayor Anton Reyes said the repairs had cost $38.5 million.", ""),
        ("the repairs had cost $38.5 million", "Anton Reyes"),
        ("“We kept our word,” he added.", ""),
        ("We kept our word", "Anton Reyes"),
        ("A second inspection is planned for October, the longest since 1990.", ""),
    ]


def test_parts_kinds_and_reasons() -> None:
    bridge, said, cost, quote, _, inspection = claims_of(REPORT)
    assert said.kind is quote.kind is ClaimKind.STATEMENT
    assert cost.kind is ClaimKind.QUANTITY
    assert "a figure" in [reason.name for reason in cost.reasons]
    assert cost.check_worthiness > bridge.check_worthiness
    assert "a comparison or superlative" in [reason.name for reason in inspection.reasons]
    kinds = {part.kind: part.text for part in said.parts}
    assert kinds[PartKind.SPEAKER] == "Mayor Anton Reyes"
    assert "38.5 million" in kinds[PartKind.NUMBER]
    assert {part.text for part in quote.parts if part.kind is PartKind.QUOTED} == {
        "We kept our word,"
    }
    for claim in claims_of(REPORT):
        assert 0 <= claim.check_worthiness <= 1
        assert all(part.span.of(REPORT) == part.text for part in claim.parts)


def test_the_day_of_a_claim_is_the_day_it_was_asserted() -> None:
    text = "The mayor said on Saturday that the bridge would open on Monday. It cost $38 million."
    outer, inner, cost = claims_of(text, Publication(date(2021, 5, 3), DateSource.REVIEWER))
    assert (outer.claim_date, inner.claim_date) == ("2021-05-03", "2021-05-01")
    assert cost.claim_date == "2021-05-03"
    assert {claim.claim_date for claim in claims_of(text)} == {""}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_claims_of_whole_pages_come_from_lede_and_body_alone(page: Path) -> None:
    lines = [line.split("|", 1) for line in page.read_text(encoding="utf-8").splitlines()]
    text = "\n".join(line for _, line in lines)
    claims = claims_of(text)
    assert claims
    at = 0
    for zones, line in lines:
        if zones and not set(zones.split("/")) & {"body", "lede"}:
            assert not [claim for claim in claims if at <= claim.span.start < at + len(line)]
        at += len(line) + 1
    ledger = count_words(text, find_zones(text), claims)
    assert ledger.open == 0


def test_a_bare_line_is_a_claim() -> None:
    assert [claim.quote for claim in claims_of("Kerry met Lavrov in New York")] == [
        "Kerry met Lavrov in New York"
    ]


def test_claims_in_other_scripts() -> None:
    assert len(claims_of("会谈主题是叙利亚问题。双方同意停火协议吗？会议将于周五举行。")) == 2
    assert len(claims_of("قال الوزير إن الاجتماع غدا. هل هذا صحيح؟ حضر الجميع الاجتماع أمس.")) == 2


PIECES = st.sampled_from(
    [
        *("The talks began on Monday.", "He said that it was over.", "“No,", "”", '"', " ", "\n"),
        *("\n\n", "NEW YORK (Sputnik) –", "Who?", "\u00a0", "• one", "according to", "said"),
        *("that", "。", "😀"),
    ]
)


@given(st.lists(PIECES, max_size=20).map(" ".join) | st.text(max_size=120))
def test_claims_of_any_text_are_anchored_and_accounted_for(text: str) -> None:
    zones = find_zones(text)
    claims = find_claims(text, zones, NO_DAY)
    for claim in claims:
        assert claim.span.of(text) == claim.quote
        assert len(claim.wording) == len(claim.quote)
        assert claim.statement == " ".join(claim.quote.split())
    ledger = count_words(text, zones, claims)
    assert ledger.words == ledger.claimed + ledger.excused + ledger.furniture + ledger.open
    assert ledger.open == 0
    assert len({claim.span for claim in claims}) == len(claims)


SENTENCE = "Mr. Kerry met Sergei Lavrov on Wednesday, and 62 soldiers died near Deir ez-Zor. "


@pytest.mark.parametrize(
    "unit", [SENTENCE, "“", '"', "( ", ". ", "a", 'said "', "said that ", "A, "]
)
@pytest.mark.parametrize("length", LENGTHS)
def test_the_time_grows_with_the_text(unit: str, length: int) -> None:
    assert growth(claims_of, unit, length) < MOST_GROWTH


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f"])
def test_what_is_said_between_french_marks_has_no_blanks_at_its_ends(blank: str) -> None:
    text = f"Le maire a parlé lundi. «{blank}Il a plu toute la nuit.{blank}» Puis il est parti."
    quotes = [claim.quote for claim in find_claims(text, find_zones(text), Publication())]
    assert quotes == [quote.strip() for quote in quotes]
    assert not any(quote.startswith("»") for quote in quotes)


def test_a_headline_that_is_put_in_is_a_claim_though_it_bears_no_stop() -> None:
    zones = tuple(
        replace(zone, included=zone.included or zone.kind is ZoneKind.HEADLINE)
        for zone in find_zones(REPORT)
    )
    claims = find_claims(REPORT, zones, NO_DAY)
    assert claims[0].quote == "Harbour bridge reopens after two years"
    assert "What comes next" not in {claim.quote for claim in claims}
    ledger = count_words(REPORT, zones, claims)
    assert ledger.open == ledger.furniture == 0
    unclaimed = count_words(REPORT, zones, claims[1:])
    assert [span.of(REPORT) for span in unclaimed.open_spans] == [claims[0].quote]
