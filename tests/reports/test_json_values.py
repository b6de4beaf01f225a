"""Nouns as JSON and back: nothing lost, nothing unknown passed over."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.model.article import Article, DateSource, Publication
from app.model.dossier import Dossier
from app.model.errors import InputError
from app.model.source import Source
from app.model.span import Span
from app.reports.json_values import built, plain


def test_a_noun_comes_back_as_it_was(dossier: Dossier) -> None:
    told = plain(dossier.article, without=("id",))
    assert built(Article, told, "article", id=1) == dossier.article
    source = dossier.sources[0]
    assert built(Source, plain(source, without=("id",)), "source", id=source.id) == source


def test_a_usual_value_is_left_out_and_comes_back() -> None:
    publication = Publication(None, DateSource.NONE)
    assert plain(publication) == {}
    assert built(Publication, {}, "publication") == publication
    assert plain(replace(publication, reasons=("x",))) == {"reasons": ["x"]}


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ([], "span is not an object"),
        ({"start": 1}, "span has no “end”"),
        ({"start": 1, "end": 2, "mid": 3}, "a member that is not known: “mid”"),
        ({"start": True, "end": 2}, "span.start is not a whole number"),
        ({"start": 1.0, "end": 2}, "span.start is not a whole number"),
        ({"start": 0, "end": 10**30}, "span.end is not a whole number"),
        ({"start": 3, "end": 2}, "span cannot be used: not a stretch of text"),
    ],
)
def test_what_is_no_span_is_told(told: Any, says: str) -> None:
    with pytest.raises(InputError, match=says):
        built(Span, told, "span")


@pytest.mark.parametrize("title", ["a\x00b", "\ud800", 7, None, ["x"]])
def test_a_text_that_no_library_can_keep_is_refused(title: Any) -> None:
    with pytest.raises(InputError, match=r"source\.title"):
        built(Source, {"key": "k", "title": title}, "source", id=0)


def test_an_unknown_kind_is_told_and_not_taken_for_another() -> None:
    with pytest.raises(InputError, match="a value that is not known: “gossip”"):
        built(Source, {"key": "k", "title": "t", "kind": "gossip"}, "source", id=0)
    with pytest.raises(InputError, match=r"publication\.date"):
        built(Publication, {"date": "2016-13-40"}, "publication")
