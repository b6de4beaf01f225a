"""The library as a whole: its figures, and what is not in it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from app.library.library import Library
from app.model.errors import NotFound
from app.model.review import Stance


@pytest.mark.parametrize(
    "look",
    [
        lambda library: library.articles.get(9),
        lambda library: library.articles.remove(9),
        lambda library: library.claims.get(9),
        lambda library: library.sources.get(9),
        lambda library: library.sources.text(9),
        lambda library: library.passages.get(9),
        lambda library: library.reviews.unlink(9),
        lambda library: library.reviews.set_stance(9, Stance.SUPPORTS),
        lambda library: library.reviews.set_flag(9, True),
        lambda library: library.reviews.set_rationale(9, "x"),
    ],
)
def test_what_is_not_there_is_said(library: Library, look: Callable[[Library], object]) -> None:
    with pytest.raises(NotFound, match="9 in this library"):
        look(library)
    assert library.history.undo_label() == ""


def test_the_figures_of_a_library(make: SimpleNamespace, filled: Library) -> None:
    filled.reviews.add_verdict(make.verdict(1))
    filled.reviews.add_verdict(make.verdict(1, ""))
    filled.reviews.add_verdict(make.verdict(2))
    info = filled.info()
    assert (info.sources, info.passages, info.articles, info.claims) == (1, 3, 1, 3)
    assert (info.reviewed, info.verdicts, info.schema) == (1, 3, 7)
    assert info.path == filled.path
    assert info.bytes > 10_000
