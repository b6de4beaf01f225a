"""The words a claim is searched with."""

from __future__ import annotations

from app.matching.query import MAX_TERMS, query_terms


def test_stop_words_go_and_numbers_stay() -> None:
    terms = query_terms("On Wednesday, the 62 soldiers were hit near Deir ez-Zor by US-led forces.")
    assert set(terms) == {
        "wednesday", "62", "soldiers", "hit", "near", "deir", "ez", "zor", "us", "led", "forces"
    }  # fmt: skip
    assert terms[0] == "62"


def test_forms_of_a_word_count_once() -> None:
    assert query_terms("attacks attacked Russia’s Russia") == ("russia", "attacks")


def test_elided_articles_are_cut_off() -> None:
    assert query_terms("l'attacco dell’Unione, O'Brien's don't") == (
        "unione", "brien", "attacco", "dell"
    )  # fmt: skip


def test_tags_are_asked_by_their_words_and_whole() -> None:
    assert set(query_terms("#PortAlderFlood by @JaneDoe")) == {
        "port", "alder", "flood", "portalderflood", "jane", "doe", "janedoe"
    }  # fmt: skip
    assert query_terms("McDonald #covid") == ("mcdonald", "covid")


def test_web_addresses_are_not_asked() -> None:
    told = "See https://x.example/a?b=C, (pic.example.com/0a1) and www.example.org/x: U.S./UK 3/4"
    assert set(query_terms(told)) == {"see", "uk", "3", "4"}


def test_nothing_to_search_with() -> None:
    assert query_terms("") == query_terms("the of and a") == query_terms("!!! ((") == ()


def test_a_book_is_cut_to_its_rarest_looking_words() -> None:
    text = " ".join(f"word{number}" for number in range(10_000))
    assert len(query_terms(text)) == MAX_TERMS
