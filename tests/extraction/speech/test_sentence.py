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
    "Smith was quoted as saying the talks had failed.": ("Smith", "the talks had failed"),
    "Local media quoted witnesses as saying that shots were fired.": (
        "witnesses",
        "shots were fired",
    ),
    "Shares rose 3%, the exchange said in a filing.": ("the exchange", "Shares rose 3%"),
    "The birds have declined since 2001, said the authors, who blamed pesticides.": (
        "the authors",
        "The birds have declined since 2001",
    ),
    "Rates to rise, says bank chief.": ("bank chief", "Rates to rise"),
    "The man, police say, was armed.": ("police", "The man, police say, was armed"),
    "He insisted the walkout would go on.": ("He", "the walkout would go on"),
    "One lawmaker told the chamber she had voted against it.": (
        "One lawmaker",
        "she had voted against it",
    ),
    "The bank kept its rate on hold, saying that growth was weak.": (
        "The bank",
        "growth was weak",
    ),
    "While Mr Cole said the plan was sound, others had doubts.": ("Cole", "the plan was sound"),
    "The bank said profit rose to $3.2 billion.": ("The bank", "profit rose to $3.2 billion"),
    "A spokesperson, who declined to be named, said the talks had failed.": (
        "A spokesperson",
        "the talks had failed",
    ),
    "Garcia wrote on X: “We did it again.”": ("Garcia", "We did it again"),
    "Supporters say the law will help.": ("Supporters", "the law will help"),
    'Reed said that "these judges are hard on us," signalling a fight.': (
        "Reed",
        "these judges are hard on us",
    ),
}

#: Several things said in one sentence.
SEVERAL = {
    "Lee said the firm would fight and that it had hired lawyers.": [
        ("Lee", "the firm would fight"),
        ("Lee", "it had hired lawyers"),
    ],
    "Lenz conceded that the result was bad but said his party could govern.": [
        ("Lenz", "the result was bad"),
        ("Lenz", "his party could govern"),
    ],
    "Hamas said it was ready, while Israel said it would send a team.": [
        ("Hamas", "it was ready"),
        ("Israel", "it would send a team"),
    ],
    "“He was told he might not walk,” Brandt said, “and today he ran.”": [
        ("Brandt", "He was told he might not walk"),
        ("Brandt", "and today he ran"),
    ],
    "Amsel says shooting one bear solves nothing: “Take away the pears instead.”": [
        ("Amsel", "shooting one bear solves nothing"),
        ("Amsel", "Take away the pears instead"),
    ],
}


@pytest.mark.parametrize("text", SEVERAL)
def test_each_of_several_contents_has_its_speaker(text: str) -> None:
    assert speech_of(text) == SEVERAL[text]


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
        # What somebody denies or rejects is asserted by nobody.
        "The president denied that he had met the envoy.",
        "The company rejected claims that it had lied.",
        "The company dismissed reports that it had lied as nonsense.",
        "Officials refused to say whether anyone was hurt.",
        "He said nothing about the deal.",
        "Neither side said the talks were over.",
        "No one said the plan was good.",
        "That said, the bank is not in danger.",
        "Smith was told that the road was closed.",
        "The White House has not said whether it will attend.",
        "The group claimed responsibility for the attack.",
        "The committee found no evidence of fraud.",
        "Mr Brown said yes.",
    ],
)
def test_where_nobody_asserts_anything(text: str) -> None:
    assert speech_of(text) == []
