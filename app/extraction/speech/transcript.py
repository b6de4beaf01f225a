"""Who speaks in a transcript or interview whose paragraphs bear their speaker's name: "REED: …".

Knows paragraphs and names, no claim.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.model.reading import NameMention
from app.model.span import Span
from app.text.names.persons import is_person
from app.text.words import fold

_LABEL = re.compile(
    r"(?:[-–—*_]{1,3} ?)?([^\W\d_][\w.'’ -]{0,39}?)(?:[*_]{1,2})?(?: ?\([^()\n]{1,40}\))?:"
)
#: So many turns make a transcript; two at least are of one voice, or there is no talk.
_FEWEST_TURNS = 4
_TITLE = re.compile(r"(?:[A-Z]{2,6}\. |(?:Gov|Sen|Rep|Dr|Mr|Mrs|Ms|Prof)\.? )+")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one go: the label that names him, and the words after it."""

    label: Span
    words: Span
    speaker: str


def find_turns(text: str, sentences: Sequence[Span], names: Sequence[NameMention]) -> list[Turn]:
    """The turns of a transcript, in order; none where the text is no transcript.

    A label is in capitals or a name of the text. The speaker is the fullest name that the text
    gives it.
    """
    persons = _persons(names)
    spans = _paragraphs(text, sentences)
    turns = [turn for span in spans if (turn := _turn(text, span, names, persons))]
    voices = [turn.speaker for turn in turns]
    talk = len(turns) >= _FEWEST_TURNS and 1 < len(set(voices)) <= len(turns) // 2
    return turns if talk else []


def _paragraphs(text: str, sentences: Sequence[Span]) -> list[Span]:
    """The stretches of sentences that no line break parts."""
    found: list[Span] = []
    for sentence in sentences:
        if found and "\n" not in text[found[-1].end : sentence.start]:
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return found


def _persons(names: Sequence[NameMention]) -> dict[str, set[str]]:
    """The persons of a text by their folded name, and by the last word of it."""
    found: dict[str, set[str]] = {}
    for name in {name.name for name in names if is_person(name.name)}:
        for known_as in (name, name.rpartition(" ")[2]):
            found.setdefault(fold(known_as), set()).add(name)
    return found


def _turn(
    text: str, span: Span, names: Sequence[NameMention], persons: Mapping[str, set[str]]
) -> Turn | None:
    label = _LABEL.match(text, span.start, min(span.end, span.start + 100))
    if label is None:
        return None
    begin = label.end()
    while begin < span.end and (text[begin].isspace() or text[begin] in "*_"):
        begin += 1
    speaker = _speaker(label[1], Span(*label.span(1)), names, persons)
    if not speaker or begin >= span.end:
        return None
    return Turn(Span(*label.span(1)), Span(begin, span.end), speaker)


def _speaker(
    label: str, span: Span, names: Sequence[NameMention], persons: Mapping[str, set[str]]
) -> str:
    """The name that a label stands for; empty for a label that names nobody."""
    plain = _TITLE.sub("", label).strip()
    full = persons.get(fold(plain), set())
    written = [one for one in full if not one.isupper()] or list(full)
    if len(written) == 1:
        return written[0]
    first = bisect_left(names, span.start, key=lambda name: name.span.start)
    named = first < len(names) and span.covers(names[first].span)
    return plain if (plain.isupper() and (len(plain) > 2 or plain in "QA")) or named else ""
