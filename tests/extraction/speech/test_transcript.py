"""In a transcript each paragraph is its label's; other texts with colons have no turns."""

from __future__ import annotations

import pytest

from app.extraction.speech.article import speech_of_article
from app.extraction.speech.transcript import find_turns
from app.text.names.find import find_names
from app.text.sentences import sentences

TALK = (
    "Governor Dana Whitfield spoke to the host, Mark Ellison, on Sunday.\n\n"
    "MARK ELLISON: You vetoed the water bill. Why?\n\n"
    "GOV. DANA WHITFIELD: It would have cost $212 million. Nobody held a hearing.\n\n"
    "ELLISON: The leader says that is not true.\n\n"
    "WHITFIELD (smiling): The rate is 2.9 percent."
)


def turns(text: str) -> list[tuple[str, str]]:
    found = find_turns(text, sentences(text), find_names(text))
    return [(turn.speaker, turn.words.of(text)) for turn in found]


def test_each_turn_has_its_words_and_its_speaker_in_full() -> None:
    assert turns(TALK) == [
        ("Mark Ellison", "You vetoed the water bill. Why?"),
        ("Dana Whitfield", "It would have cost $212 million. Nobody held a hearing."),
        ("Mark Ellison", "The leader says that is not true."),
        ("Dana Whitfield", "The rate is 2.9 percent."),
    ]


def test_every_sentence_of_a_turn_is_said_by_its_speaker() -> None:
    found = speech_of_article(TALK, sentences(TALK), find_names(TALK))
    said = {one.content.of(TALK): one.speaker for sentence in found for one in found[sentence]}
    assert said["Nobody held a hearing"] == "Dana Whitfield"
    assert said["It would have cost $212 million"] == "Dana Whitfield"


@pytest.mark.parametrize(
    "text",
    [
        "Q: Why?\n\nA: It was late.\n\nQ: Who knew?\n\nA: Nobody did.",
        "Ann Reed: We left at dawn.\n\nTom Li: I stayed.\n\nAnn Reed: Why?\n\nTom Li: I was ill.",
    ],
)
def test_labels_of_a_letter_and_names_in_full(text: str) -> None:
    assert len(turns(text)) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Harlow: Pryce; Okoye, Lunt.\n\nRovers: Holt; Dunn, Frey.\n\nReferee: M. Darby.",
        "Where: the town hall.\n\nWhen: Monday.\n\nWho: all.\n\nWhere to: the park.",
        "UPDATE: The road is open.\n\nNOTE: Bring water.\n\nTIP: Come early.\n\nBUS: Take line 9.",
        "Ann Reed: We left at dawn.\n\nTom Li: I stayed.",
    ],
)
def test_other_labels_make_no_talk(text: str) -> None:
    assert turns(text) == []
