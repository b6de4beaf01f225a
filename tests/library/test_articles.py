"""Articles come back as they went in, and leave their verdicts behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from app.library.library import Library
from app.model.article import (
    ArticleSummary,
    DateSource,
    LeftOut,
    ProposedSource,
    Publication,
    WhyLeftOut,
    Zone,
    ZoneKind,
)
from app.model.errors import NotFound
from app.model.span import Span
from app.text.normal import digest


def test_an_article_comes_back(
    make: SimpleNamespace, library: Library, open_library: Callable[[], Library]
) -> None:
    article = library.articles.add(make.article(), make.claims())
    assert article == replace(make.article(), id=article.id)
    library.close()
    again = open_library()
    assert again.articles.get(article.id) == article
    assert again.articles.by_digest(article.digest) == article.id
    assert again.articles.by_digest("0") is None
    wanted = tuple(
        replace(claim, id=number, article_id=article.id)
        for number, claim in enumerate(make.claims(), 1)
    )
    assert again.claims.of_article(article.id) == wanted
    assert again.claims.get(2) == wanted[1]
    summary = ArticleSummary(article.id, article.title, article.added, 3, 0)
    assert again.articles.all() == (summary,)


def test_what_the_file_said_comes_back(make: SimpleNamespace, library: Library) -> None:
    article = replace(
        make.article(),
        pages=(Span(0, 9), Span(9, 20)),
        proposals=(
            ProposedSource(Span(3, 3), "footnote", "See “here”.", "https://example.org/a"),
            ProposedSource(Span(4, 9), "comment", "Sure?"),
        ),
        url="https://example.org/dam",
        file_digest="ab" * 32,
        left_out=(
            LeftOut(4, WhyLeftOut.DELETED, "“Nobody”", 1),
            LeftOut(9, WhyLeftOut.HIDDEN, "drowned", 1, Span(10, 17)),
        ),
    )
    stored = library.articles.add(article, ())
    assert library.articles.get(stored.id) == replace(article, id=stored.id)


def test_zones_are_replaced_and_given_back(make: SimpleNamespace, filled: Library) -> None:
    before = make.dump(filled)
    zones = tuple(replace(zone, included=not zone.included) for zone in make.article().zones)
    filled.articles.set_zones(1, zones)
    assert filled.articles.get(1).zones == zones
    filled.history.undo()
    assert make.dump(filled) == before
    with pytest.raises(NotFound):
        filled.articles.set_zones(9, zones)
    with pytest.raises(NotFound):
        filled.articles.set_excuses(9, ())


def test_a_text_that_grew_is_known_by_its_file_and_shrinks_with_undo(
    make: SimpleNamespace, filled: Library
) -> None:
    before, old = make.dump(filled), filled.articles.get(1)
    text = f"{old.text}\n\nUnseen."
    grown = replace(
        old,
        text=text,
        digest=digest(text),
        notices=("Grown.",),
        zones=(
            *old.zones[:-1],
            replace(old.zones[-1], span=Span(old.zones[-1].span.start, len(text) - 7)),
            Zone(Span(len(text) - 7, len(text)), ZoneKind.HIDDEN, included=True),
        ),
        left_out=(LeftOut(4, WhyLeftOut.HIDDEN, "Unseen.", 1, Span(len(text) - 7, len(text))),),
    )
    filled.articles.grow(grown)
    assert filled.articles.get(1) == grown
    assert filled.check() == []
    for known in (old.digest, grown.digest):
        assert filled.articles.by_digest(known) == 1
    filled.articles.grow(replace(grown, text=f"{text} More.", digest=digest(f"{text} More.")))
    assert filled.articles.by_digest(old.digest) == 1
    filled.history.undo()
    filled.history.undo()
    assert make.dump(filled) == before
    assert filled.articles.by_digest(grown.digest) is None
    with pytest.raises(NotFound):
        filled.articles.grow(replace(grown, id=9))


def test_the_day_of_publication_is_replaced(filled: Library) -> None:
    day = Publication(date(2016, 9, 18), DateSource.REVIEWER, None, ())
    filled.articles.set_publication(1, day)
    assert filled.articles.get(1).publication == day
    with pytest.raises(NotFound):
        filled.articles.set_publication(9, day)


def test_a_verdict_outlives_its_article(make: SimpleNamespace, filled: Library) -> None:
    verdict = filled.reviews.add_verdict(make.verdict(2))
    filled.articles.remove(1)
    assert filled.articles.all() == ()
    assert filled.reviews.verdicts(2) == (verdict,)
    stored = filled.articles.add(make.article(), make.claims())
    assert [claim.id for claim in filled.claims.of_article(stored.id)] == [4, 5, 6]
