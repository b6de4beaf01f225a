"""Finds what the library has much the same already. It suggests and decides nothing."""

from __future__ import annotations

import re

from app.library.library import Library
from app.matching.free_query import parse_query
from app.matching.query import query_terms
from app.model.intake import Likeness
from app.model.source import Passage, Source
from app.text.shingles import LOOKED_AT, resemblance, shingles

#: Texts that share so much of their shingles are the same work in another edition.
SAME_WORK = 0.7
#: Passages that share so much come of one origin (an agency's copy, one press release).
ONE_ORIGIN = 0.5
#: A passage of fewer words says nothing about its origin.
FEWEST_WORDS = 8
_WORD = re.compile(r"[^\W_]+")
#: A longer word is none (characters).
_LONGEST_WORD = 40
#: So many phrases of a text, of so many words, ask the index for texts to compare it with.
_PROBES, _PHRASE, _ANSWERS = 6, 5, 10


class Duplicates:
    """Near-same sources and passages of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._titles: dict[str, list[Source]] | None = None

    def of_source(self, source: Source, text: str) -> tuple[tuple[Source, Likeness], ...]:
        """The sources with the same text, nearly the same, or the same title and date.

        Each is named once, by the strongest likeness. Raises LibraryError.
        """
        found: dict[int, tuple[Source, Likeness]] = {}
        for one in self._library.sources.by_digest(source.digest):
            found.setdefault(one.id, (one, Likeness.TEXT))
        for one in self._near_text(text):
            found.setdefault(one.id, (one, Likeness.NEAR_TEXT))
        for one in self._by_title().get(_folded(source.title), ()):
            if _same_day(one.published, source.published):
                found.setdefault(one.id, (one, Likeness.TITLE))
        found.pop(source.id, None)
        return tuple(found.values())

    def learn(self, source: Source) -> None:
        """Take notice of a source that was added since the first question."""
        if self._titles is not None:
            self._titles.setdefault(_folded(source.title), []).append(source)

    def same_origin(self, passage_id: int) -> tuple[tuple[Passage, Source], ...]:
        """Passages of other sources that are nearly this one, the most alike first.

        They speak with one voice: two of them are not two witnesses. Raises NotFound, LibraryError.
        """
        passage = self._library.sources.passage(passage_id)
        wanted = shingles(passage.text, 3)
        if len(passage.text.split()) < FEWEST_WORDS:
            return ()
        alike = []
        for other, source, _ in self._library.search.best_passages(query_terms(passage.text), 50):
            if other.source_id != passage.source_id:
                share = resemblance(wanted, shingles(other.text, 3))
                if share >= ONE_ORIGIN:
                    alike.append((share, other, source))
        alike.sort(key=lambda one: (-one[0], one[1].id))
        return tuple((other, source) for _, other, source in alike)

    def _near_text(self, text: str) -> list[Source]:
        # By phrases, which the index answers at once; its ranking would be made anew after each
        # commit of an import.
        sources: dict[int, Source] = {}
        for phrase in _phrases(text):
            query = parse_query(f'"{phrase}"')
            for _, source, _ in self._library.free_search.find(query, _ANSWERS):
                sources.setdefault(source.id, source)
        if not sources:
            return []
        own = shingles(text)
        near = []
        for source in sources.values():
            share = resemblance(own, shingles(self._library.sources.text(source.id)))
            if share >= SAME_WORK:
                near.append((share, source))
        return [source for _, source in sorted(near, key=lambda one: -one[0])]

    def _by_title(self) -> dict[str, list[Source]]:
        if self._titles is None:
            self._titles = {}
            for source in self._library.sources.all():
                self._titles.setdefault(_folded(source.title), []).append(source)
        return self._titles


def _folded(title: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in title.casefold()).split())


def _same_day(one: str, other: str) -> bool:
    """Whether two days may be one: alike as far as both are told, and both told."""
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _phrases(text: str) -> list[str]:
    """A few runs of words from all over the text; none where it is shorter than a sentence."""
    words = [word for word in _WORD.findall(text[:LOOKED_AT]) if len(word) <= _LONGEST_WORD]
    if len(words) < FEWEST_WORDS:
        return []
    last = len(words) - _PHRASE
    starts = dict.fromkeys(last * place // (_PROBES - 1) for place in range(_PROBES))
    return [" ".join(words[at : at + _PHRASE]) for at in starts]
