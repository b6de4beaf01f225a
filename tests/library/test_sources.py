"""Sources come back as they went in, one or many at a time, and go again."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from app.library.library import Library
from app.model.errors import InputError
from app.model.source import Passage


def test_a_source_comes_back(make: SimpleNamespace, library: Library) -> None:
    source, text, passages = make.source()
    stored = library.sources.add(source, text, passages)
    assert stored == replace(source, id=stored.id) == library.sources.get(stored.id)
    assert library.sources.by_key(source.key) == stored
    assert library.sources.by_digest(source.digest) == (stored,)
    assert library.sources.by_key("other") is None
    assert library.sources.text(stored.id) == text
    wanted = tuple(
        Passage(number, stored.id, span, span.of(text), place)
        for number, (span, place) in enumerate(passages, 1)
    )
    assert library.passages.of_source(stored.id) == wanted
    assert library.passages.get(2) == wanted[1]
    with pytest.raises(InputError, match="already"):
        library.sources.add(source, text, passages)
    assert library.sources.count() == 1


def test_many_sources_come_from_a_generator(make: SimpleNamespace, library: Library) -> None:
    stored = library.sources.add_many(make.source(f"{number}.txt") for number in range(1200))
    assert library.sources.all() == stored
    assert [one.key for one in stored] == [f"{number}.txt" for number in range(1200)]
    assert library.sources.all(limit=2, offset=5) == stored[5:7]
    assert {one.source_id for one in library.passages.of_source(stored[700].id)} == {stored[700].id}
    with pytest.raises(InputError):
        library.sources.add_many(make.source(key) for key in ("new", "twice", "twice"))
    assert library.sources.count() == 1200


def test_a_batch_is_known_by_its_id(make: SimpleNamespace, library: Library) -> None:
    library.sources.add(*make.source("mine"))
    with library.batch("Import") as first:
        library.sources.add_many(make.source(key) for key in "ab")
    with library.batch("Import", first) as again:
        library.sources.add_many(make.source(key) for key in "c")
    with library.batch("Another") as other:
        library.sources.add(*make.source("d", sample=True))
    assert again == first != other
    assert library.sources.of_batch(first) == (2, 3, 4)
    assert library.sources.sample_ids() == (5,)
    library.sources.remove(library.sources.of_batch(first))
    assert [one.key for one in library.sources.all()] == ["mine", "d"]


def test_what_evidence_quotes_is_not_removed(make: SimpleNamespace, filled: Library) -> None:
    other = filled.sources.add(*make.source("other"))
    filled.reviews.link(make.evidence(filled, 1, 1))
    assert filled.sources.linked((1, other.id)) == (1,)
    with pytest.raises(InputError, match="linked"):
        filled.sources.remove((other.id, 1))
    assert filled.sources.count() == 2


def test_find_takes_words_as_they_are(filled: Library) -> None:
    assert [source.id for source in filled.sources.find("", 5)] == [1]
    title = filled.sources.get(1).title
    assert [source.id for source in filled.sources.find(title.upper(), 5)] == [1]
    assert filled.sources.find("100%", 5) == ()
    assert filled.sources.find("_", 5) == ()
