"""Who says what, in the manners of English news, and no guess where nobody speaks."""

from __future__ import annotations

import pytest

from app.extraction.speech.quotations import find_quotations
from app.extraction.speech.sentence import find_speech
from app.model.span import Span
from app.text.names.find import find_names


def speech_of(text: str) -> list[tuple[str, str]]:
    whole = Span(0, len(text))
    found = find_speech(text, whole, find_names(text), find_quotations(text, [whole]))
    return [(speech.speaker, speech.content.of(text)) for speech in found]


CASES = {
    "Minister Karl Weber confirmed to Northwire on Monday that the meeting would be held.": (
        "Karl Weber",
        "the meeting would be held",
    ),
    "On Tuesday, UN Envoy for Syria Paul de Vries said after a meeting of the group at the end of "
    "a conference in New York that the group would reconvene on Friday.": (
        "Paul de Vries",
        "the group would reconvene on Friday",
    ),
    "“We kept our word,” Mayor Anton Reyes said on Monday.": ("Anton Reyes", "We kept our word"),
    '"We kept our word," said Anton Reyes, the mayor of Ellery.': (
        "Anton Reyes",
        "We kept our word",
    ),
    "The mayor said the repairs had cost $38.5 million.": (
        "The mayor",
        "the repairs had cost $38.5 million",
    ),
    "Anton Reyes said on Monday the bridge would open again.": (
        "Anton Reyes",
        "the bridge would open again",
    ),
    "Anton Reyes told reporters that no one was hurt.": ("Anton Reyes", "no one was hurt"),
    "Reyes told the local paper: “No one was hurt at all.”": ("Reyes", "No one was hurt at all"),
    "The state covers most of the costs, according to a report by the auditors.": (
        "a report by the auditors",
        "The state covers most of the costs",
    ),
    "According to Maria Santos, the bridge cost $38 million.": (
        "Maria Santos",
        "the bridge cost $38 million",
    ),
    'Najib Khan, the prime minister, said, "We are in contact with all parties".': (
        "Najib Khan",
        "We are in contact with all parties",
    ),
    "The report found that the cracks had been known since 2015.": (
        "The report",
        "the cracks had been known since 2015",
    ),
    "Police said two men were held.": ("Police", "two men were held"),
    "Maria Santos and Karl Weber said that talks would go on.": (
        "Maria Santos and Karl Weber",
        "talks would go on",
    ),
    "Minister Stefania Conti said a “more general reflection” is needed.": (
        "Stefania Conti",
        "a “more general reflection” is needed",
    ),
}


@pytest.mark.parametrize("text", CASES)
def test_the_content_and_its_speaker(text: str) -> None:
    assert speech_of(text) == [CASES[text]]


@pytest.mark.parametrize(
    "text",
    [
        "The committee confirmed the plan that Reyes presented in May.",
        "Reyes said in a statement that was released on Friday.",
        "It is said that the bridge is old.",
        "What he said was wrong.",
        "The bridge, which was closed, has been reported by the paper.",
        "He called the bridge “a good thing” and left.",
        "The so-called “bridge of sighs” was built in 1602.",
    ],
)
def test_where_nobody_asserts_anything(text: str) -> None:
    assert speech_of(text) == []
