"""Names found in invented sentences, and spellings told apart."""

from __future__ import annotations

import pytest

from app.text.names.find import find_names
from app.text.names.same import same_name
from tests.growth import LENGTHS, MOST_GROWTH, growth


def names(text: str) -> list[str]:
    return [mention.text for mention in find_names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Foreign Minister Sergey Lavrov.", ["Sergey Lavrov"]),
        ("US Secretary of State John Kerry left.", ["US", "John Kerry"]),
        (
            "The UN Special Envoy for Syria Staffan de Mistura spoke.",
            ["UN", "Syria", "Staffan de Mistura"],
        ),
        ("In Deir ez-Zor, Mohammed bin Salman waits.", ["Deir ez-Zor", "Mohammed bin Salman"]),
        ("The Foreign Minister met the President on Monday in May.", []),
        ("However, the French and Russian ministers left.", []),
        ("Protesters marched. Estimates vary.", []),
        ("Thailand has recently agreed.", ["Thailand"]),
        ("The US-led coalition hit the Syrian army.", ["US-led coalition", "Syrian army"]),
        ("An anti-Pyongyang rally in Seoul's centre", ["Pyongyang", "Seoul"]),
        ("The Ministry of Foreign Affairs wrote.", ["Ministry of Foreign Affairs"]),
        ("Minister of Health and Social Services Ann Reed wrote.", ["Ann Reed"]),
        ("The Minister of Information and Culture Alhaji Lai Mohammed left.", ["Lai Mohammed"]),
        ("Prime Minister Theresa May spoke in May.", ["Theresa May"]),
        ("BEIRUT (Reuters) – Rebels left Aleppo.", ["BEIRUT", "Reuters", "Aleppo"]),
        ("Президент России Владимир Путин прибыл.", ["России", "Владимир Путин"]),
        (
            "U.S. President Barack Obama met John F. Kerry.",
            ["U.S.", "Barack Obama", "John F. Kerry"],
        ),
    ],
)
def test_names_are_found_without_roles(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_german_nouns_are_no_names() -> None:
    text = (
        "Der Außenminister Frank-Walter Steinmeier sagte am Mittwoch in New York, dass die"
        " Gespräche mit der Regierung und dem Militär weitergehen und der Angriff endet."
    )
    assert names(text) == ["Frank-Walter Steinmeier", "New York"]


def test_a_headline_names_only_what_stands_out() -> None:
    text = "Kerry, Lavrov Agree on Urgent Need to Start Aid Flow to Syria\n\nJohn Kerry met him."
    found = find_names(text)
    assert [mention.text for mention in found][:3] == ["Kerry", "Lavrov", "Syria"]
    assert found[0].name == "John Kerry"


def test_the_fullest_form_stands_for_the_shorter_ones() -> None:
    text = (
        "Sergey Lavrov met John Kerry at the International Syria Support Group (ISSG). Sergei"
        " Lavrov left. Lavrov said the ISSG would meet; Sergey Lavrov and Kerry agreed in NEW YORK."
    )
    full = {mention.text: mention.name for mention in find_names(text)}
    assert full["Lavrov"] == full["Sergei Lavrov"] == "Sergey Lavrov"
    assert full["Kerry"] == "John Kerry"
    assert full["ISSG"] == "International Syria Support Group"
    assert full["NEW YORK"] == "New York"


DEIR = ["Deir ez-Zor", "Deir al-Zor", "Deir Ezzor", "Deir el-Zour", "Dayr Az Zawr", "Dair as-Saur"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Lavrov", "Sergey Lavrov"),
        ("Foreign Minister Sergey Lavrov", "Lavrov"),
        ("Сергей Лавров", "Sergei Lavrov"),
        ("Лавровым", "Lavrov"),
        ("Lawrow", "Lavrov"),
        ("Kerry", "John F. Kerry"),
        ("Mistura", "Staffan de Mistura"),
        ("Assad", "Bashar al-Assad"),
        ("Mohammed bin Salman", "Muhammad bin Salman"),
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Ban", "Ban Ki-moon"),
        ("UN", "United Nations"),
        ("UN General Assembly", "United Nations General Assembly"),
        ("US", "America"),
        ("U.S.", "United States"),
        ("ISSG", "International Syria Support Group"),
        *[(DEIR[0], other) for other in DEIR],
        (DEIR[3], DEIR[5]),
    ],
)
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Lavrov", "Kerry"),
        ("Bob Kerry", "John Kerry"),
        ("South Korea", "North Korea"),
        ("Korea", "South Korea"),
        ("Syria", "Serbia"),
        ("Niger", "Nigeria"),
        ("Iran", "Iraq"),
        ("Austria", "Australia"),
        ("York", "New York"),
        ("Johnson", "Johnston"),
        ("Ivanov", "Ivanova"),
        ("Putin", "Patton"),
        ("Assembly", "General Assembly"),
        ("George H. W. Bush", "George W. Bush"),
        ("Deir ez-Zor", "Deir Hafer"),
        ("us", "United States"),
        ("Russia", "Prussia"),
        ("", ""),
    ],
)
def test_two_names(a: str, b: str) -> None:
    assert not same_name(a, b)
    assert not same_name(b, a)


@pytest.mark.parametrize(
    "unit", ["Syria Lavrov ", "A.", "LAVROV MET\n", "John Kerry met. ", "a-b", "U.S. "]
)
@pytest.mark.parametrize("length", LENGTHS)
def test_the_time_grows_with_the_text(unit: str, length: int) -> None:
    assert growth(find_names, unit, length) < MOST_GROWTH


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Striker Femi Adeyemi scored.", ["Femi Adeyemi"]),
        ("Tesla boss Elon Marsh left.", ["Tesla", "Elon Marsh"]),
        ("Regional councillor Elena Moser left.", ["Elena Moser"]),
        ("Scientists at NASA cheered.", ["NASA"]),
        ("“It is late,” van Beurden said.", ["van Beurden"]),
        (
            "The Department of Health and Social Care closed.",
            ["Department of Health and Social Care"],
        ),
        ("The Ministry of Defence and Serco signed.", ["Ministry of Defence", "Serco"]),
        ("Helen Marsh QC rose for Procter & Gamble.", ["Helen Marsh", "Procter & Gamble"]),
        ("She works at Guy's Hospital in Leeds.", ["Guy's Hospital", "Leeds"]),
        ("The Allied Miners' Union met.", ["Allied Miners' Union"]),
        ("The U.S. Department of Justice sued.", ["U.S. Department of Justice"]),
        ("Sales of the iPhone rose.", ["iPhone"]),
        ("Sen. Mark Tolliver, R-Ohio, voted no.", ["Mark Tolliver"]),
        ("Gunmen opened fire.", []),
    ],
)
def test_names_of_news(text: str, names: list[str]) -> None:
    assert [name.text for name in find_names(text)] == names


def test_an_acronym_of_mixed_letters_stands_for_its_long_name() -> None:
    text = "The African Development Bank (AfDB) met. The AfDB lends."
    assert {name.name for name in find_names(text)} == {"African Development Bank"}


def test_a_particle_opens_a_text() -> None:
    assert find_names("von 1erFebruary Müller de Nooy")


def test_neither_a_role_nor_a_pronoun_is_in_a_name() -> None:
    text = "“We've seen it,” Chief Executive Maria Lind said on a call. “We've paid.” So he left."
    assert [mention.text for mention in find_names(text)] == ["Maria Lind"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Secretary of State for Work and Pensions Helen Abara spoke.", ["Helen Abara"]),
        ("Shadow Secretary of State for Health and Social Care Tom Reed spoke.", ["Tom Reed"]),
        ("Minister for Culture, Media and Sport Anna Holm resigned.", ["Anna Holm"]),
        ("Federal Minister for Economic Affairs and Climate Action Jonas Falk.", ["Jonas Falk"]),
        ("She left the Department for Work and Pensions.", ["Department for Work and Pensions"]),
    ],
)
def test_what_a_minister_is_for_is_no_name(text: str, found: list[str]) -> None:
    assert [mention.text for mention in find_names(text)] == found
