"""Where a said clause begins and ends beside its verb."""

from __future__ import annotations

import pytest

from app.extraction.speech.clauses import Clauses
from app.extraction.speech.masked import MaskedSentence
from app.extraction.speech.quotations import find_quotations
from app.model.span import Span


def clauses_of(text: str) -> tuple[Clauses, str]:
    whole = Span(0, len(text))
    return Clauses(MaskedSentence(text, whole, (), find_quotations(text, [whole]))), text


def cue_of(text: str, verb: str) -> Span:
    return Span(text.index(verb), text.index(verb) + len(verb))


@pytest.mark.parametrize(
    ("text", "verb", "contents"),
    [
        ("She said on Monday that it rained.", "said", ["it rained"]),
        ("She said that it rained, and that it was cold.", "said", ["it rained", "it was cold"]),
        ("She said it rained but added that it was warm.", "said", ["it rained"]),
        ("She said it rained; he was not so sure.", "said", ["it rained"]),
        ("She said that “the law” is dead.", "said", ["“the law” is dead"]),
        ("She said that “the law is dead” and left.", "said", ["the law is dead"]),
        ("She told the court she had seen it.", "told", ["she had seen it"]),
        ("She found no trace of it.", "found", []),
        ("She said during a hearing that at times was loud.", "said", []),
    ],
)
def test_after_the_verb(text: str, verb: str, contents: list[str]) -> None:
    clauses, _ = clauses_of(text)
    assert [span.of(text) for span, _ in clauses.after(cue_of(text, verb), verb)] == contents


def test_an_inserted_clause_ends_at_the_comma() -> None:
    clauses, text = clauses_of("While she said it rained, he saw the sun.")
    ((span, _),) = clauses.after(cue_of(text, "said"), "said", inserted=True)
    assert span.of(text) == "it rained"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The plant will open in May, the firm said.", "the firm", "The plant will open in May"),
        ("The man, police said, was armed.", "police", "The man, police said, was armed"),
        ("In May, the firm said it would open.", "the firm", None),
    ],
)
def test_before_the_verb(text: str, source: str, content: str | None) -> None:
    clauses, _ = clauses_of(text)
    start = text.index(source)
    found = clauses.before(cue_of(text, "said"), Span(start, start + len(source)))
    assert (found.of(text) if found else None) == content
