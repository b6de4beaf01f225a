"""Quotations that run on, and pronouns: who is meant where that is safe, else the words stay."""

from __future__ import annotations

import pytest

from app.extraction.speech.article import speech_of_article
from app.text.names.find import find_names
from app.text.sentences import sentences


def said(text: str) -> list[tuple[str, str]]:
    found = speech_of_article(text, sentences(text), find_names(text))
    return [
        (speech.speaker, speech.content.of(text))
        for sentence in sorted(found)
        for speech in found[sentence]
    ]


def test_a_quotation_of_several_sentences_has_one_speaker() -> None:
    text = "“It was dark,” Ann Reed said. “Nobody saw it. We left at once.” The inquiry goes on."
    assert said(text) == [
        ("Ann Reed", "It was dark"),
        ("Ann Reed", "Nobody saw it"),
        ("Ann Reed", "We left at once"),
    ]


def test_the_speaker_may_be_named_after_the_last_sentence() -> None:
    text = "“Nobody saw it at all. We left at once,” Ann Reed said."
    assert [speaker for speaker, _ in said(text)] == ["Ann Reed", "Ann Reed"]


def test_a_paragraph_of_quotation_goes_on_with_the_voice_before() -> None:
    text = "“The water came at night,” Ann Reed said.\n\n“It took the bridge.”\n\nIt rained again."
    assert said(text)[-1] == ("Ann Reed", "It took the bridge")


def test_a_reopened_paragraph_has_the_speaker_of_both() -> None:
    text = "“The water came at night.\n\n“It took the bridge,” Ann Reed said."
    assert [speaker for speaker, _ in said(text)] == ["Ann Reed"] * len(said(text))


def test_another_sentence_ends_the_voice() -> None:
    text = "“It was dark,” Ann Reed said. The road was closed.\n\n“It was all very sad.”"
    assert said(text) == [("Ann Reed", "It was dark")]


def test_the_only_voice_of_an_article_needs_no_name_each_time() -> None:
    text = (
        "“It was dark,” Ann Reed said. “We left,” she said.\n\nThe road was closed.\n\n"
        "“It was all very sad.”"
    )
    assert said(text)[-1] == ("Ann Reed", "It was all very sad")


def test_a_long_quotation_does_not_make_its_speaker_forgotten() -> None:
    text = (
        "Ann Reed saw the flood.\n\n“It was very dark. The water rose. Then the bridge fell. "
        "Nobody was hurt. We were lucky,” she said."
    )
    assert {speaker for speaker, _ in said(text)} == {"Ann Reed"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Striker Femi Adeyemi scored twice. “I felt no pain,” he said.", "Femi Adeyemi"),
        ("“We lost it all,” said Paul Ferris. He added that he was tired.", "Paul Ferris"),
        ("Ellen Brandt praised Paul Ferris. “He ran and ran,” she said.", "Ellen Brandt"),
        ("The army said it was safe. It added that the road was open.", "The army"),
        ("Kevin Marsh will not run again, he told reporters on Tuesday.", "Kevin Marsh"),
        # Only a woman was named: "he" stays what it is.
        ("Ellen Brandt praised the crowd. “We were lucky today,” he said.", "he"),
        # Nobody was named.
        ("The road was closed. “We were lucky today,” she said.", "she"),
        ("The bus was late. It said nothing. “We were lucky today,” they said.", "they"),
    ],
)
def test_pronouns(text: str, speaker: str) -> None:
    assert said(text)[-1][0] == speaker


def test_memory_is_short() -> None:
    text = "Ann Reed spoke first. " + "The rain went on all day. " * 4 + "“It was cold,” she said."
    assert said(text) == [("she", "It was cold")]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "If it is real, Hassan Rahimi said, the office will have to act.",
            "Hassan Rahimi",
            "If it is real, Hassan Rahimi said, the office will have to act",
        ),
        (
            "When the report is out, the minister told reporters, every region will get a share.",
            "the minister",
            "When the report is out, the minister told reporters, every region will get a share",
        ),
        (
            "Without pumps, engineer Lara Voss warned, the lower town will flood again.",
            "Lara Voss",
            "Without pumps, engineer Lara Voss warned, the lower town will flood again",
        ),
        ("“Not guilty,” Tom Haldane said.", "Tom Haldane", "Not guilty"),
        (
            "Police arrested Maria Lopez, who said she had been at home all night.",
            "Maria Lopez",
            "she had been at home all night",
        ),
        (
            "Irepodun, Kwara State, the minister, who said the road would be built, left early.",
            "the minister",
            "the road would be built",
        ),
        (
            "Lena Ford, a teacher from Ellery, who said the school had closed, moved away.",
            "Lena Ford",
            "the school had closed",
        ),
        (
            "The company, which said it had lost 4 million euros, will close two plants.",
            "The company",
            "it had lost 4 million euros",
        ),
        (
            "The union, whose leader said the offer was too low, will vote on Friday.",
            "The union",
            "the offer was too low",
        ),
        (
            "Secretary of State for Work and Pensions Helen Abara said the rate would rise.",
            "Helen Abara",
            "the rate would rise",
        ),
        (
            "Halvorsen Medical (OSE: HALV), a pump maker, today announced that sales had doubled.",
            "Halvorsen Medical",
            "sales had doubled",
        ),
        (
            "Lessons will not resume before May, minister Brian Tully added.",
            "Brian Tully",
            "Lessons will not resume before May",
        ),
        (
            "Under Secretary-General for Health Affairs Maria Keane warned that food ran out.",
            "Maria Keane",
            "food ran out",
        ),
    ],
)
def test_who_is_heard_in_one_sentence(text: str, speaker: str, words: str) -> None:
    assert said(text) == [(speaker, words)]
