"""Only what says the same is one claim."""

from __future__ import annotations

from app.extraction.repeats import headline_mentions, same_claims
from app.model.span import Span


def same(one: str, other: str) -> bool:
    text = f"{one}\n{other}"
    spans = [Span(0, len(one)), Span(len(one) + 1, len(text))]
    return len(same_claims(text, spans)) == 1


def test_repetitions() -> None:
    lede = "The mayor opened the harbour bridge in Ellery, near the old port in Ellery."
    assert same(lede, "The mayor opened the harbour bridge in Ellery, near the old port.")
    assert same("The harbour bridge opened on Monday.", "The harbour bridge opened on Monday!")


def test_what_differs_in_a_word_is_not_the_same() -> None:
    base = "The mayor confirmed on Monday that the harbour bridge of Ellery would open in June"
    for other in (
        base.replace("confirmed", "denied"),
        base.replace("June", "July"),
        base.replace("would open", "would not open"),
        base.replace("would open", "might open"),
        base.replace("in June", "in June for 26 days"),
        base.replace("The mayor", "The mayor of Halden"),
        "The harbour bridge of Ellery would open in June",
    ):
        assert not same(base, other)
    assert not same("Lavrov called Kerry late.", "Kerry called Lavrov late.")


def test_a_headline_repeats_claims_by_its_pieces() -> None:
    headline = "Reyes Opens Harbour Bridge in Ellery, Ferry Line Will End"
    claims = [
        "Mayor Anton Reyes opens the new harbour bridge in Port Ellery on Monday.",
        "The ferry line will end in June.",
        "The ferry line will not end.",
    ]
    text = "\n".join([headline, *claims])
    spans = [Span(text.index(claim), text.index(claim) + len(claim)) for claim in claims]
    found = headline_mentions(text, Span(0, len(headline)), spans)
    assert {index: span.of(text) for index, span in found.items()} == {
        0: "Reyes Opens Harbour Bridge in Ellery",
        1: "Ferry Line Will End",
    }
