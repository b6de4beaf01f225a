"""A search that the reviewer types: what was asked, and what was found. Knows no index."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.source import Passage, Source
from app.model.span import Span


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word, or a phrase of several, that every hit must have.

    `prefix` is True where the last word may go on: "dipl*".
    """

    text: str
    phrase: bool = False
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class FreeQuery:
    """What was typed, understood: words and phrases, and filters of the source (empty: any).

    `after` and `before` are days, months or years in ISO form: published on or after the one,
    earlier than the other. `kind`, `publisher` and `title` are contained in the source's,
    `language` is the source's, in any case of letters.
    """

    wanted: tuple[Wanted, ...] = ()
    kind: str = ""
    after: str = ""
    before: str = ""
    language: str = ""
    publisher: str = ""
    title: str = ""

    @property
    def filters(self) -> bool:
        """Whether any filter is set."""
        return any((self.kind, self.after, self.before, self.language, self.publisher, self.title))


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that has all that was asked for; `found` are the places of those words in it."""

    passage: Passage
    source: Source
    found: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Searched:
    """The answer to one search. Where nothing has all of it, `occurring` tells for each word or
    phrase in how many passages it stands by itself (MOST_COUNTED at most, filters left aside)."""

    query: FreeQuery
    hits: tuple[Hit, ...]
    occurring: tuple[tuple[str, int], ...] = ()
    elapsed_ms: float = 0.0


#: Counting stops here: more than this is "many".
MOST_COUNTED = 1_000
