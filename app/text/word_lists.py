"""How the rooms' tables of words are written down: many words in one string. Knows no word."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words of a string, parted at blanks."""
    return frozenset(words.split())
