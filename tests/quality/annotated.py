"""Reads the annotated news of `news/`: our own invented stories, half of them held out.

A line is a sentence, lines without a blank line between them a paragraph, `== title | day` a new
story. Marks stand in the text: `<speaker: said words>`, `[date=value|other reading]`,
`{name=fullest form}`. The held-out files were written with the others and looked at for their
figures only, never for their mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.model.span import Span

NEWS = Path(__file__).parent / "news"
HALVES = ("", "_held_out")
_MARK = re.compile(
    r"<(?P<speaker>[^<>:]+): (?P<said>[^<>]+)>"
    r"|\[(?P<day>[^][=]+)=(?P<value>[^][|]*)(?:\|(?P<other>[^][]*))?\]"
    r"|\{(?P<name>[^{}=]+)(?:=(?P<fullest>[^{}]+))?\}"
)


@dataclass(frozen=True)
class Mark:
    """One annotated stretch: `label` is the speaker, the date's value or the fullest name."""

    span: Span
    label: str
    other: str = ""


@dataclass(frozen=True)
class Story:
    """One text with what was annotated in it."""

    text: str
    day: date | None
    sentences: tuple[Span, ...]
    marks: tuple[Mark, ...]


def stories(file: str) -> Iterator[Story]:
    """The stories of a file of `news/`, in order."""
    written = (NEWS / file).read_text(encoding="utf-8")
    for piece in re.split(r"^== ", written, flags=re.MULTILINE):
        head, _, body = piece.partition("\n") if piece != written else ("", "", piece)
        if body.strip():
            day = date.fromisoformat(head.rpartition("| ")[2]) if head else None
            yield _story(body.strip("\n"), day)


def lines(file: str) -> Iterator[Story]:
    """Each line of a file as a story of its own; a day at its start is the day it speaks from."""
    for line in (NEWS / file).read_text(encoding="utf-8").splitlines():
        head, _, body = line.partition(" ")
        dated = re.fullmatch(r"\d{4}-\d\d-\d\d", head)
        yield _story(body if dated else line, date.fromisoformat(head) if dated else None)


def _story(marked: str, day: date | None) -> Story:
    text = ""
    sentences: list[Span] = []
    marks: list[Mark] = []
    for paragraph in marked.split("\n\n"):
        text += "\n\n" if text else ""
        for number, line in enumerate(paragraph.split("\n")):
            text += " " if number else ""
            plain, found = _unmarked(line, len(text))
            sentences.append(Span(len(text), len(text) + len(plain)))
            marks.extend(found)
            text += plain
    return Story(text, day, tuple(sentences), tuple(marks))


def _unmarked(line: str, start: int) -> tuple[str, list[Mark]]:
    plain, marks, at = "", [], 0
    for found in _MARK.finditer(line):
        plain += line[at : found.start()]
        words = found["said"] or found["day"] or found["name"]
        label = found["speaker"] or found["value"] or found["fullest"] or words
        span = Span(start + len(plain), start + len(plain) + len(words))
        marks.append(Mark(span, label, found["other"] or ""))
        plain += words
        at = found.end()
    return plain + line[at:], marks
