"""Each change of claims and words says in one line what was done and what follows from it."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from app.model.article import ZoneKind
from app.ui.editing import Editing
from app.ui.open_article import OpenArticle
from tests.ui.bench import Bench


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def editing(bench: Bench, article: OpenArticle, said: list[str]) -> Editing:
    made = Editing(bench.session, article)
    made.said.connect(said.append)
    return made


def test_a_claim_made_is_current_and_told_by_its_number(
    editing: Editing, article: OpenArticle, bench: Bench, said: list[str]
) -> None:
    text = article.article.text
    line = article.line_at(text.index("sells"))
    editing.create(line)
    bench.settle()
    assert article.current.quote == "Council sells the old mill"
    assert said == ["Claim 1 made."]


def test_a_verdict_that_goes_is_told_and_one_that_was_not_there_is_not(
    editing: Editing, article: OpenArticle, bench: Bench, said: list[str]
) -> None:
    claim = article.current
    editing.reword(claim.id, "The mill was sold.")
    bench.settle()
    bench.do(lambda desk: desk.review.give_verdict(claim.id, "not_checkable"))
    editing.reword(claim.id, "The old mill was sold.")
    bench.settle()
    editing.reword(claim.id, "")
    bench.settle()
    assert said == [
        "Claim 1 reworded.",
        "Claim 1 reworded. Its verdict is to be given again.",
        "Claim 1 says the article's words again.",
    ]


def test_the_same_words_are_no_step(
    editing: Editing, article: OpenArticle, bench: Bench, said: list[str]
) -> None:
    editing.reword(article.current.id, article.current.statement)
    bench.settle()
    assert said == []
    assert not bench.session.read.history.undo_label().startswith("Reword")


def test_split_merge_and_remove_tell_the_numbers(
    editing: Editing, article: OpenArticle, bench: Bench, said: list[str]
) -> None:
    article.choose(article.claims[1].id)
    editing.split(article.article.text.index("250,000"))
    bench.settle()
    editing.merge()
    bench.settle()
    editing.remove()
    bench.settle()
    assert said == [
        "Split into claims 2 and 3.",
        "Claims 2 and 3 are one, claim 2.",
        "Claim 2 removed.",
    ]


def test_a_merge_passes_over_what_was_said_inside_the_claim_and_tells_the_other(
    editing: Editing, article: OpenArticle, bench: Bench, said: list[str]
) -> None:
    desk = bench.session.read
    outer, inner = next(
        (one, other)
        for one, other in itertools.pairwise(article.claims)
        if one.span.covers(other.span)
    )
    other = desk.claims.follower(outer.id)
    assert other.position == inner.position + 1
    article.choose(outer.id)
    editing.merge()
    bench.settle()
    number = outer.position
    assert said == [f"Claims {number} and {number + 2} are one, claim {number}."]
    assert article.claim(inner.id) is not None
    assert article.claim(other.id) is None


def test_what_is_left_out_takes_its_claims_along(
    editing: Editing, article: OpenArticle, bench: Bench, said: list[str]
) -> None:
    body = next(z for z in article.article.zones if z.kind in (ZoneKind.LEDE, ZoneKind.BODY))
    count = len(article.claims)
    editing.include(body, "Body")
    bench.settle()
    assert said == [f"Body left out. {count - len(article.claims)} claims less."]
    assert len(article.claims) < count


def test_with_no_article_nothing_is_done(
    editing: Editing, article: OpenArticle, bench: Bench, said: list[str]
) -> None:
    span = article.current.span
    article.close()
    editing.create(span)
    editing.merge()
    editing.remove()
    editing.split(span.start + 1)
    editing.excuse(span, "opinion")
    editing.unexcuse(span)
    editing.move(span)
    bench.settle()
    assert said == []


def test_the_day_is_set_and_told(
    editing: Editing, article: OpenArticle, bench: Bench, said: list[str]
) -> None:
    editing.set_day(date(2024, 5, 2))
    bench.settle()
    assert article.article.publication.date == date(2024, 5, 2)
    assert said == ["Publication date set."]
