"""Offers stand on plain signs, name who is meant, and never repeat a claim that is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.desk.articles import read_article
from app.extraction.offers import find_offers
from app.model.claim import Offer
from app.model.span import Span


def offers_of(*sentences: str) -> list[tuple[str, str, Offer]]:
    """Each offer with its kind and the words at its place."""
    text = "The news of the day\n\n" + "\n\n".join(sentences) + "\n"
    article, claims = read_article(text, "offers", date(2016, 9, 21))
    return [
        (offer.kind, article.text[offer.at :].split()[0], offer)
        for claim in claims
        for offer in find_offers(article, claim, [one for one in claims if one is not claim])
    ]


@pytest.mark.parametrize(
    ("sentence", "word", "half"),
    [
        (
            "The police arrested ten men, but the court freed them on Monday.",
            "but",
            "The court freed them on Monday.",
        ),
        (
            "Interior Minister Lena Brandt opened the bridge and promised a second one.",
            "and",
            "Lena Brandt promised a second one.",
        ),
        (
            "The port was sold to a bank; the price was not disclosed.",
            "the",
            "The price was not disclosed.",
        ),
        (
            "On Monday Karl Weiss met Lena Brandt, who refused to answer.",
            "who",
            "Lena Brandt refused to answer.",
        ),
        (
            "They presented a new plan for peace in Syria, which included a truce.",
            "which",
            "A new plan for peace in Syria included a truce.",
        ),
        (
            "Lena Brandt, the interior minister, ordered an inquiry.",
            "ordered",
            "Lena Brandt ordered an inquiry.",
        ),
        (
            "The inquiry is led by Karl Weiss, a former judge.",
            "a",
            "Karl Weiss is a former judge.",
        ),
    ],
)
def test_two_statements_in_one_can_be_parted(sentence: str, word: str, half: str) -> None:
    [(kind, at, offer)] = offers_of(sentence)
    assert (kind, at, offer.statement) == ("split", word, half)
    assert offer.reason.endswith(".")


@pytest.mark.parametrize(
    "sentence",
    [
        "Lavrov and Kerry had a short discussion in New York.",
        "The bread and the butter were sold on Monday.",
        "Sanctions against Iran and Iraq have been lifted by the council.",
        "He said “I came, and I saw, and I won” in the evening.",
        "The bridge opened to traffic on Monday.",
    ],
)
def test_one_statement_is_left_whole(sentence: str) -> None:
    assert [offer for kind, _, offer in offers_of(sentence) if kind == "split"] == []


def test_a_pronoun_is_offered_the_name_before_it() -> None:
    offers = offers_of(
        "Interior Minister Lena Brandt opened the bridge.", "She met workers on Monday."
    )
    [(kind, word, offer)] = offers
    assert (kind, word) == ("wording", "She")
    assert offer.statement == "Lena Brandt met workers on Monday [19 September 2016]."
    assert "Lena Brandt" in offer.reason


def test_a_short_form_is_offered_the_name_that_holds_it() -> None:
    offers = offers_of("The Carter Group bought the port.", "The group employs 300 people.")
    assert [(kind, offer.statement) for kind, _, offer in offers] == [
        ("wording", "The Carter Group employs 300 people.")
    ]
    assert offers_of("A bank bought the port.", "The group employs 300 people.") == []


def test_what_the_sentence_settles_itself_is_left_alone() -> None:
    offers = offers_of("Karl Weiss opened the fair.", "Lena Brandt said she would resign.")
    assert [offer.statement for _, _, offer in offers] == ["Lena Brandt would resign"]
    assert offers_of("Karl Weiss opened the fair.", "Keeping her word, Lena Brandt resigned.") == []


def test_no_split_makes_a_claim_that_is_there() -> None:
    text = "The news of the day\n\nThe police arrested ten men, but the court freed them.\n"
    article, [claim] = read_article(text, "offers")
    [offer] = find_offers(article, claim, [])
    half = next(iter(read_article("But the court freed them.", "half")[1]))
    there = replace(half, span=Span(offer.at, claim.span.end))
    assert find_offers(article, claim, [there]) == ()


def test_a_sentence_without_end_has_no_offers() -> None:
    text = "The news\n\n" + "the police arrested ten men and the court freed them " * 2000 + ".\n"
    article, claims = read_article(text, "long")
    assert [find_offers(article, claim, []) for claim in claims] == [()] * len(claims)
