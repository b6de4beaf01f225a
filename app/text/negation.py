"""Finds the words that deny. Knows no claim; what they deny is for others to say."""

from __future__ import annotations

from app.model.span import Span
from app.text.word_lists import listed
from app.text.words import fold, words

_DENYING = listed(
    "not no never none nobody nothing neither nor without cannot nowhere hardly denied denies deny"
    " denying"
    # Words of other languages that mean nothing else.
    " не нет nicht kein keine keinen keiner não ليس لم لن"
)
#: "failed to", "refused to": the verb after them did not come about.
_BEFORE_TO = listed(
    "failed fails fail failing refused refuses refuse refusing declined declines unable"
)
#: Turns of phrase in which the first word denies nothing.
_HARMLESS = frozenset(
    (first, second)
    for first, seconds in {
        "not": "only just merely least less more fewer to so unlike long",
        "no": "doubt less fewer more sooner matter wonder later",
        "nothing": "but less short",
        "nor": "",
        "never": "mind",
        "without": "doubt",
        "none": "other",
    }.items()
    for second in seconds.split()
)
_ENGLISH = listed(
    "the of and to was is were for with by that has had have be are will did does do in there"
    " i you he she it we they"
)


def find_negations(text: str) -> tuple[Span, ...]:
    """The words of `text` that deny, in order: "not", "n't", "no", "without", "failed to", …

    Left out are "not only", "no fewer than", "nothing but", "whether or not", "No. 5", and "no"
    where the text is not English (it is "in the" in Portuguese). Linear.
    """
    spans = words(text)
    plain = [fold(span.of(text)) for span in spans]
    english = not _ENGLISH.isdisjoint(plain) or len(plain) <= 3
    found: list[Span] = []
    for at, word in enumerate(plain):
        following = plain[at + 1] if at + 1 < len(plain) else ""
        if word in _BEFORE_TO and following == "to":
            found.append(Span(spans[at].start, spans[at + 1].end))
        elif word.endswith("n't") or word in _DENYING:
            before = plain[at - 1] if at else ""
            if (word, following) in _HARMLESS or (word == "not" and before == "or"):
                continue
            if word == "no" and not (english and _is_word(text, spans[at], following)):
                continue
            end = spans[at].end
            if word == "no" and following == "longer":
                end = spans[at + 1].end
            found.append(Span(spans[at].start, end))
    return tuple(found)


def _is_word(text: str, span: Span, following: str) -> bool:
    """Whether "no" is the word, not the short form of "number" in "No. 5"."""
    return not (following[:1].isdigit() and text[span.end : span.end + 1] in (".", "°", "º"))
