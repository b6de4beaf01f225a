"""The article line by line: every character once, every claim at its words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from app.model.article import Article, Publication, ZoneKind
from app.model.dossier import Dossier
from app.model.span import Span
from app.reports.article_lines import article_lines, runs_right_to_left
from app.reports.claim_entry import claim_entries
from app.reports.marked_article import Mark
from app.reports.overview import number_sources


def test_lines_and_claims_of_the_sample(dossier: Dossier) -> None:
    marks = [
        mark
        for entry in claim_entries(dossier, number_sources(dossier))
        for mark in entry.marks()
    ]  # fmt: skip
    lines = article_lines(dossier.article, marks)
    told = ["".join(piece.text for piece in line.pieces) for line in lines]
    assert told == [line.strip() for line in dossier.article.text.split("\n") if line.strip()]
    for mark in marks:
        words = "".join(
            piece.text for line in lines for piece in line.pieces if mark in piece.marks
        )
        assert "".join(words.split()) == "".join(mark.span.of(dossier.article.text).split())
    kinds = {line.kind for line in lines}
    assert {ZoneKind.MASTHEAD, ZoneKind.HEADLINE, ZoneKind.COMMENTS} <= kinds


@given(
    some.text("ab \n\u2028é😀", max_size=60),
    some.lists(some.tuples(some.integers(0, 70), some.integers(0, 70)), max_size=8),
)
def test_any_marks_on_any_text(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [
        Mark(Span(min(pair), max(pair)), place, "supported", "Supported")
        for place, pair in enumerate(spans)
    ]
    article = Article(0, "", text, "", (), Publication(), "")
    lines = article_lines(article, marks)
    told = ["".join(piece.text for piece in line.pieces) for line in lines]
    assert told == [line.strip() for line in text.split("\n") if line.strip()]
    for mark in marks:
        words = [p.text for line in lines for p in line.pieces if mark in p.marks]
        assert "".join("".join(words).split()) == "".join(mark.span.of(text).split())


def test_a_zone_outside_is_not_the_articles_own(dossier: Dossier) -> None:
    bare = replace(dossier.article, zones=())
    assert {(line.kind, line.included) for line in article_lines(bare, ())} == {
        (ZoneKind.FURNITURE, False)
    }


def test_the_first_letter_gives_the_direction() -> None:
    assert runs_right_to_left("12 (عربي) and more")
    assert runs_right_to_left("“עברית”")
    assert not runs_right_to_left("Latin, then עברית")
    assert not runs_right_to_left("123 …")
