"""What a reader says of bytes: its Document, or the sentence with which it refuses them."""

from __future__ import annotations

from typing import Protocol

import pytest

from app.extraction.document import Document
from app.model.article import ZoneKind
from app.model.errors import InputError
from app.model.work import Work


class ReaderModule(Protocol):
    """A module that reads one format."""

    def read(self, data: bytes, name: str, work: Work) -> Document: ...


def refusal(module: ReaderModule, data: bytes, name: str) -> str:
    """The one sentence, naming the file, with which these bytes are refused."""
    with pytest.raises(InputError) as caught:
        module.read(data, name, Work())
    sentence = str(caught.value)
    assert sentence.startswith(name)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def hinted(document: Document, kind: ZoneKind) -> list[str]:
    """The stretches that the file says are of this kind."""
    return [hint.span.of(document.text) for hint in document.hints if hint.kind is kind]


def proposed(document: Document) -> list[tuple[str, str, str, str]]:
    """The proposed sources: kind, the words that each stands at, what it says, its address."""
    return [(one.kind, one.span.of(document.text), one.text, one.url) for one in document.proposals]


def left_out(document: Document) -> list[tuple[str, str, str]]:
    """The words that are not in the text: the line behind which they stood, why, what they say."""
    return [
        (document.text[: one.place].rstrip().rpartition("\n")[2], str(one.reason), one.text)
        for one in document.left_out
    ]


def paragraphs(document: Document) -> list[str]:
    """The paragraphs of the text."""
    return document.text.split("\n\n")
