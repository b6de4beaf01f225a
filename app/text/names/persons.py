"""Whether a name is built like a person's. Knows no register of persons and no text."""

from __future__ import annotations

from app.text.names.places import PLACES
from app.text.names.words import ADJECTIVES, BODIES, PARTICLES, PLACE_LEADS
from app.text.words import fold


def is_person(name: str) -> bool:
    """Whether a name of two to four words reads as a person's: no body, place or "of" in it."""
    words = name.split()
    written = all(any(sign.isupper() for sign in word) or fold(word) in PARTICLES for word in words)
    return written and words[:1] != ["The"] and is_person_words(tuple(fold(word) for word in words))


def is_person_words(words: tuple[str, ...]) -> bool:
    """The same for words already folded."""
    core = [word for word in words if word not in PARTICLES]
    if not 2 <= len(core) <= 4 or " ".join(words) in PLACES or words[0] in PLACE_LEADS:
        return False
    return not any(
        word in BODIES or word in PLACES or word == "of" or word in ADJECTIVES for word in words
    )
