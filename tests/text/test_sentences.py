"""Sentences are found in news of many manners, and in linear time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.span import Span
from app.text.sentences import sentences
from tests.growth import LENGTHS, MOST_GROWTH, growth

# One sentence a bar; the bar stands where a blank stood.
CASES = [
    "Mr. Smith met Gen. Joseph L. Votel on Sept. 17 in Washington, D.C., at noon.| He left.",
    "The U.S. Air Force flew 3.5 sorties a day, e.g. over Deir ez-Zor.| No. 4 Squadron took part.",
    "They left the U.S. The reasons are unknown.".replace("S. The", "S.| The"),
    "It began at 5 p.m. Monday and ended at 6 p.m.| Reporters waited.",
    "J. K. Rowling and J.R.R. Tolkien wrote books.| So did C. S. Lewis.",
    "“We will see…” he said.| ‘Perhaps.’| Nobody answered!| Why?",
    '"Is that all?" Kerry asked.| "It is not," she said.| "It never was."| He nodded.',
    'The minister said "It is over. We go home." on Friday.| It rained.',
    "Wait ... there is more.| And more...| Then it stopped.",
    "Profits rose 2.4% to $3.1bn.| Sales fell.",
    "See Fig. 3 and pp. 12-14, vol. 2 of Smith et al. 2014, p. 3.| Then go on.",
    "The talks (held on Oct. 3) failed.| (Nobody came.)| They will resume.",
    "Er kam am 3. März nach Köln.| Am 12. Januar ging er.",
    "It was found.[1]| Others agree.[2][3]| “Fine.”[4]| End.",
    "He founded Acme Inc. in 1990.| It was sold to Widget Corp.| The price was not given.",
    "The meeting was held.|The group left early.",
    "Yahoo! Inc. grew.| Is it so?| Yes!| No!?| Well.",
    "Лавров прибыл в Нью-Йорк.| Г-н Керри уже там.| «Мы готовы», — сказал он.",
    "قال الوزير إن الاجتماع غدا.| هل هذا صحيح؟| نعم!",
    "राम ने कहा।| यह सच है।",
    "拉夫罗夫在纽约会见克里。|会谈主题是叙利亚！|“很好。”|他说，会谈继续。",
    "会談は「成功だった。」と述べた。|次は木曜日。",
    "1. The first point is short.| 2. The second is not.",
    "In 2016.| 62 soldiers died.| At 10 a.m. EST the raid began.",
    "Thursday, May 7, 2015| On Tuesday, the government spoke.| It ended.",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    wanted = [piece.strip() for piece in marked.split("|")]
    text = marked.replace("|", "")
    assert [span.of(text) for span in sentences(text)] == wanted


def test_blank_lines_and_list_marks_end_sentences_and_wrapped_lines_do_not() -> None:
    text = (
        "Background\n"
        "The group met in New York on Wednesday and would meet\n"
        "again on Friday. It had met before, said the envoy of\n"
        "the United Nations\n\nto nobody\n"
        "• first\n• second"
    )
    assert [span.of(text) for span in sentences(text)] == [
        "Background",
        "The group met in New York on Wednesday and would meet\nagain on Friday.",
        "It had met before, said the envoy of\nthe United Nations",
        "to nobody",
        "• first",
        "• second",
    ]


def test_long_lines_are_paragraphs() -> None:
    long = "Word " + "word " * 40 + "end"
    text = f"A heading\n{long}\nAnother line"
    assert len(sentences(text)) == 3


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "One is here. Two is here. Three is here."
    found = sentences(text, Span(11, 26))
    assert [span.of(text) for span in found] == [".", "Two is here."]


@given(st.text(st.sampled_from('aAB1 .!?…"”“\n。()[],•:'), max_size=120))
def test_spans_are_ordered_trimmed_and_lose_no_word(text: str) -> None:
    spans = sentences(text)
    at = 0
    for span in spans:
        assert not text[at : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        at = span.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "unit",
    [". ", ".", '"', "(", ')".', "a. ", "A. B ", "。", "\n", " ", 'said "', "x", "1. ", "? "],
)
@pytest.mark.parametrize("length", LENGTHS)
def test_the_time_grows_with_the_text(unit: str, length: int) -> None:
    assert growth(sentences, unit, length) < MOST_GROWTH


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f"])
def test_a_french_closing_mark_stays_with_the_words_it_closes(blank: str) -> None:
    text = f"Il dit : «{blank}Il a plu. Il neige.{blank}» Puis il part."
    found = [span.of(text) for span in sentences(text)]
    assert found == [f"Il dit : «{blank}Il a plu.", f"Il neige.{blank}»", "Puis il part."]


def test_a_german_opening_mark_stays_with_the_words_it_opens() -> None:
    text = "Er blieb. »Es regnet«, sagte er. »Es schneit.«"
    assert [span.of(text) for span in sentences(text)][1][0] == "»"
