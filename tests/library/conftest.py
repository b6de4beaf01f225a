"""A real library in a fresh folder, and nouns to put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.library.library import Library
from app.model.article import Article, DateSource, Publication, Zone, ZoneKind
from app.model.claim import Claim, ClaimKind, Part, PartKind, Reason
from app.model.match import Difference, DifferenceKind, Excerpt, Relation
from app.model.review import Evidence, Stance, Verdict
from app.model.source import Source, SourceKind
from app.model.span import Span

TEXT = "Lede 🛰 of it.\nThe dam broke on 16 September.\nNobody was hurt."


def digest(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()


def make_article(text: str = TEXT, title: str = "A dam broke") -> Article:
    middle = text.find("\n") + 1
    return Article(
        id=0,
        title=title,
        text=text,
        digest=digest(text),
        zones=(
            Zone(Span(0, middle), ZoneKind.HEADLINE, False),
            Zone(Span(middle, len(text)), ZoneKind.BODY, True),
        ),
        publication=Publication(None, DateSource.INFERRED, date(2016, 9, 17), ("a weekday",)),
        origin="dam.txt",
        language="en",
        added="2024-01-02T03:04:05+00:00",
        notices=("One NUL character was removed.",),
        file_published=date(2016, 9, 18),
    )


def make_claims(text: str = TEXT) -> tuple[Claim, ...]:
    claims = []
    start = 0
    for position, line in enumerate(text.split("\n"), 1):
        span = Span(start, start + len(line))
        start += len(line) + 1
        claims.append(
            Claim(
                id=0,
                article_id=0,
                position=position,
                span=span,
                quote=line,
                statement=f"It is said: {line}",
                kind=ClaimKind.EVENT,
                speaker="",
                claim_date="2016-09-16",
                # Needs all of its digits to come back the same.
                check_worthiness=0.1 + 0.2,
                reasons=(Reason("number", 0.1), Reason("name", 1 / 3)),
                parts=(Part(PartKind.WHAT, span, line), Part(PartKind.DATE, span, line, "2016")),
                mentions=(Span(0, 4),),
            )
        )
    return tuple(claims)


def make_source(key: str = "report.txt", text: str = TEXT, **more: Any) -> tuple[Any, ...]:
    """What `sources.add` takes: a source, its copy, and a passage for each line."""
    source = Source(
        id=0,
        key=key,
        title=f"Title of {key}",
        publisher="The Daily 日報",
        published="2016-09",
        kind=SourceKind.NEWSPAPER,
        url="https://example.org/",
        digest=digest(text),
        added="2024-01-02T03:04:05+00:00",
    )
    passages = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        passages.append((Span(start, start + len(line)), f"¶ {number}"))
        start += len(line) + 1
    return replace(source, **more), text, tuple(passages)


def make_verdict(claim_id: int, rating: str = "refuted", **more: Any) -> Verdict:
    verdict = Verdict(
        id=0,
        claim_id=claim_id,
        rating=rating,
        scale="claimdesk",
        rationale="The dam stands.",
        reviewer="Ada",
        given="2024-01-02T03:04:05+00:00",
        evidence=(3, 1),
        acknowledged="Refuted, though A says so.",
    )
    return replace(verdict, **more)


def make_evidence(library: Library, claim_id: int, passage_id: int, **more: Any) -> Evidence:
    passage = library.passages.get(passage_id)
    evidence = Evidence(
        id=0,
        claim_id=claim_id,
        source_id=passage.source_id,
        passage_id=passage_id,
        exact=passage.text,
        prefix="before ",
        suffix=" after",
        span=passage.span,
        place=passage.place,
        digest=library.sources.get(passage.source_id).digest,
        stance=Stance.QUALIFIES,
        score=100 / 3,
        scorer="1",
        differences=(
            Difference(
                DifferenceKind.DATE,
                Relation.DIFFERENT,
                Excerpt("16 September", Span(4, 16)),
                None,
                "Saturday is 17 September",
            ),
        ),
        linked="2024-01-02T03:04:05+00:00",
    )
    return replace(evidence, **more)


#: Every table whose rows an undo must give back; written out, not asked of the recorder.
TABLES = (
    "articles article_texts zones excuses claims parts mentions "
    "sources copies passages evidence reviews"
)


def dump(library: Library) -> dict[str, list[Any]]:
    """Every row of every table that can be undone."""
    return {
        table: library._store.rows(f"SELECT * FROM {table} ORDER BY rowid")
        for table in TABLES.split()
    }


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """Makers of nouns that are not stored yet."""
    return SimpleNamespace(
        text=TEXT,
        article=make_article,
        claims=make_claims,
        source=make_source,
        verdict=make_verdict,
        evidence=make_evidence,
        dump=dump,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder of mine" / "library?#%20.claimdesk"


@pytest.fixture
def open_library(path: Path) -> Iterator[Callable[[], Library]]:
    """Opens the library at `path` for writing, as often as asked; closes all in the end."""
    opened: list[Library] = []

    def open_it() -> Library:
        opened.append(Library.create_or_open(path))
        return opened[-1]

    yield open_it
    for library in opened:
        library.close()


@pytest.fixture
def library(open_library: Callable[[], Library]) -> Library:
    return open_library()


@pytest.fixture
def filled(library: Library) -> Library:
    """With article 1 of claims 1 to 3, and source 1 of passages 1 to 3."""
    library.articles.add(make_article(), make_claims())
    library.sources.add(*make_source())
    return library
