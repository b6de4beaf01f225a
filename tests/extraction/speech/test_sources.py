"""The subject beside a verb of saying, and the name it gives."""

from __future__ import annotations

import pytest

from app.extraction.speech.sources import speaker_of, subject_before, subject_behind
from app.text.names.find import find_names


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Ann Reed said", "Ann Reed"),
        ("On Tuesday, the mayor said", "the mayor"),
        ("Late on Monday the army said", "the army"),
        ("Jonas Ek, chief economist at Fjord Capital, said", "Jonas Ek"),
        ("Laura Pike, who studies galaxies and was not involved in the work, said", "Laura Pike"),
        ("Its lawyer, Priya Raman, said", "Priya Raman"),
        ("Lawyer Ann Reed, representing the family, said", "Ann Reed"),
        ("Sen. Mark Tolliver, R-Ohio, said", "Mark Tolliver"),
        ("But Dr. Luis Herrera, an expert in Mexico City, said", "Luis Herrera"),
        ("Jean Fairley, a retired cook from Paisley, Scotland, said", "Jean Fairley"),
        ("Zach Bradford, founder of mining firm Halberd, said", "Zach Bradford"),
        ("Kenji Watanabe of the University of Sendai said", "Kenji Watanabe"),
        ("The captain of a ferry that struck a pier in March said", "The captain of a ferry"),
        ("A spokeswoman for Halberd Resources said", "A spokeswoman for Halberd Resources"),
        ("Maria Santos and Karl Weber said", "Maria Santos and Karl Weber"),
        ("The bank cut its rate and Governor Ann Reed said", "Ann Reed"),
        ("The Ministry of Defence (MoD) said", "Ministry of Defence"),
    ],
)
def test_the_subject_before(text: str, speaker: str) -> None:
    text += " that it was over."
    found = subject_before(text, text.rindex("said"))
    assert found is not None
    assert speaker_of(text, found, find_names(text)) == speaker


@pytest.mark.parametrize(
    "text", ["Neither side said", "Prices rose and said", "To whom he had said"]
)
def test_no_subject(text: str) -> None:
    assert subject_before(text, text.rindex("said")) is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("said Ann Reed, the mayor.", "Ann Reed"),
        ("said the mayor of Ellery on Monday.", "the mayor of Ellery"),
        ("said the speaker, Andriy Koval.", "Andriy Koval"),
        ("said Dr. Luis Herrera at the hearing.", "Luis Herrera"),
    ],
)
def test_the_subject_behind(text: str, speaker: str) -> None:
    names = find_names(text)
    found = subject_behind(text, len("said"), len(text) - 1, names)
    assert found is not None
    assert speaker_of(text, found, names) == speaker


def test_a_clause_is_no_subject_behind() -> None:
    assert subject_behind("said they were late", 4, 19, ()) is None
