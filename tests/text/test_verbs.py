"""Subject and verb of plain clauses, and None where the grammar is not plain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.verbs import has_verb, plain_clause


@pytest.mark.parametrize(
    ("text", "subject", "predicate"),
    [
        ("The bank cut its rate.", "The bank", "cut its rate."),
        ("On Monday the museum reopened.", "the museum", "reopened."),
        ("After the vote, Ann Reed resigned.", "Ann Reed", "resigned."),
        ("But the plan never worked.", "the plan", "worked."),
        ("Mr Cole, a former banker, chairs the board.", "Mr Cole", "chairs the board."),
        ("The man who shot him was armed.", "The man", "was armed."),
        ("Soldiers killed in the raid were buried.", "Soldiers killed in the raid", "were buried."),
        ("Talks between miners and owners broke down.", "Talks between miners and owners", None),
        ("48 people had died.", "48 people", "had died."),
    ],
)
def test_plain_clauses(text: str, subject: str, predicate: str | None) -> None:
    clause = plain_clause(text, 0, len(text))
    assert clause is not None
    assert text[clause.subject_start : clause.subject_end] == subject
    assert predicate is None or text[clause.verb :] == predicate


@pytest.mark.parametrize(
    "text",
    [
        "",
        "There are two ways.",
        "That's all there is.",
        "In the morning.",
        "Who pays?",
        "A dark and stormy night.",
        "To be or not to be.",
    ],
)
def test_no_plain_clause(text: str) -> None:
    assert plain_clause(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("the mayor of Ellery", False),
        ("they were late", True),
        ("a rebel reached by phone", False),
        ("the birds have declined", True),
        ("Will Smith", False),
    ],
)
def test_has_verb(words: str, holds: bool) -> None:
    assert has_verb(words) is holds


@given(st.text(max_size=80))
def test_places_lie_in_the_text(text: str) -> None:
    clause = plain_clause(text, 0, len(text))
    if clause is not None:
        assert 0 <= clause.subject_start < clause.subject_end <= clause.verb < len(text)
