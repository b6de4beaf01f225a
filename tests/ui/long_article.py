"""An article of as many claims as a test wants, each of its own words."""

from __future__ import annotations

_PLACES = ("Aleppo", "Geneva", "Damascus", "New York", "Vienna", "Moscow", "Deir ez-Zor")
_WHO = ("The council", "The ministry", "A spokesman", "The agency", "The mayor", "The army")
_DID = ("counted", "reported", "confirmed", "recorded", "announced")


def long_article(claims: int) -> str:
    """A title and paragraphs of four sentences, `claims` sentences in all."""
    sentences = [
        f"{_WHO[n % len(_WHO)]} {_DID[n % len(_DID)]} {n + 12} attacks near "
        f"{_PLACES[n % len(_PLACES)]} on {n % 28 + 1} September 2016."
        for n in range(claims)
    ]
    paragraphs = [" ".join(sentences[n : n + 4]) for n in range(0, claims, 4)]
    return "\n\n".join([f"A record of {claims} attacks", *paragraphs]) + "\n"


def one_line(characters: int) -> str:
    """At least so many characters of sentences in a single line, each of its own words."""
    words = long_article(characters // 60).split()
    text = " ".join(words)
    return text[: text.index(". ", characters) + 1] if len(text) > characters else text
