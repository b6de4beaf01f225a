"""What does not fit is shown once, with both places; signs of two things or of a change end it."""

from __future__ import annotations

from datetime import date

from app.desk.articles import read_article
from app.extraction.inconsistencies import find_inconsistencies
from app.model.inconsistency import Inconsistency


def found_in(*sentences: str) -> tuple[Inconsistency, ...]:
    text = "The news of the day\n\n" + "\n\n".join(sentences) + "\n"
    article, claims = read_article(text, "pairs", date(2016, 9, 21))
    found = find_inconsistencies(article, claims)
    for one in found:
        assert one.first.span < one.second.span
        assert one.claims[0] < one.claims[1]
        for side in (one.first, one.second):
            assert side.span.of(article.text) == side.text
    return found


MEETING = "The budget meeting will be held on Thursday."


def test_both_sides_are_named_and_no_verdict_is_given() -> None:
    [one] = found_in(MEETING, "The mayor told reporters that the budget meeting will be on Friday.")
    assert (one.kind, one.first.text, one.second.text) == ("day", "Thursday", "Friday")
    assert one.sentence.startswith("Look here: ")
    assert not {"wrong", "contradicts", "false"} & set(one.sentence.split())


def test_three_answers_are_three_pairs() -> None:
    sentences = [f"The dam holds {figure} tonnes of mud." for figure in (512, 613, 714)]
    assert [one.claims for one in found_in(*sentences)] == [(1, 2), (1, 3), (2, 3)]


def test_words_that_tell_two_things_apart_end_it() -> None:
    assert found_in(MEETING, "The second budget meeting will be held on Friday.") == ()
    assert found_in(MEETING, "The budget meeting will not be held on Friday.") == ()
    assert found_in(MEETING, "The budget meeting was held on Monday.") == ()
    assert found_in(MEETING, "The budget meeting in Riga will be held on Friday, as will others.")


def test_a_rounded_figure_is_no_other_figure() -> None:
    assert found_in("The city has 302,418 voters.", "The city has 300,000 voters.") == ()
    assert found_in("The city has 302,418 voters.", "The city has 320,000 voters.") != ()
    assert found_in("The city has about 300 voters.", "The city has 320 voters.") == ()


def test_neither_names_of_things_nor_pronouns_are_compared() -> None:
    assert found_in("She won the 94 kg event in May.", "She won the 105 kg event in May.") == ()
    assert found_in("He died of wounds on 3 May 1917.", "He died of wounds on 4 June 1918.") == ()


def test_ages_and_ranks_of_one_person() -> None:
    [one] = found_in("Anna Lind, 42, was saved.", "The 47-year-old Anna Lind was calm.")
    assert (one.kind, one.first.text, one.second.text) == ("age", "42", "47")
    assert found_in("General Ivan Petrov led it.", "Then President Ivan Petrov spoke.") == ()


def test_no_claims_no_pairs() -> None:
    article, _ = read_article("The news.", "x")
    assert find_inconsistencies(article, ()) == ()
