"""Finds what the library has much the same already. It suggests and decides nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from app.library.library import Library
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
_FEWEST_HITS = 2

Alike = tuple[tuple[Source, Likeness], ...]


class Duplicates:
    """Near-same sources and passages of one library, and of what is about to come into it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._titles: dict[str, list[tuple[int, str]]] | None = None
        self._waiting: list[tuple[Source, str, str]] = []  # with text, and words in a row, folded
        self._waiting_words = ""
        self._waiting_digests: dict[str, Source] = {}
        self._waiting_titles: dict[str, list[Source]] = {}

    def of_source(self, source: Source, text: str, same: Sequence[Source] | None = None) -> Alike:
        """The sources with the same text, nearly the same, or the same title and date.

        Each is named once, by the strongest likeness. `same` are those of the library with the
        same digest, where the caller knows them. Raises LibraryError.
        """
        waiting = self._waiting_digests.get(source.digest)
        if waiting is not None:
            return ((waiting, Likeness.TEXT),)
        found: dict[int, tuple[Source, Likeness]] = {}
        if same is None:
            same = self._library.sources.by_digest(source.digest)
        for one in same:
            found.setdefault(one.id, (one, Likeness.TEXT))
        phrases = _phrases(text)
        for one in self._near_text(text, phrases):
            found.setdefault(one.id, (one, Likeness.NEAR_TEXT))
        for number, day in self._by_title().get(_folded(source.title), ()):
            if _same_day(day, source.published) and number not in found:
                found[number] = (self._library.sources.get(number), Likeness.TITLE)
        found.pop(source.id, None)
        return tuple(found.values()) + self._among_waiting(source, text, phrases)

    def expect(self, source: Source, text: str) -> None:
        """Count a source in that is about to be kept, until it has `arrived`."""
        words = " ".join(_WORD.findall(text[:LOOKED_AT].casefold()))
        self._waiting.append((source, text, words))
        self._waiting_words += f"\n{words}"
        self._waiting_digests[source.digest] = source
        self._waiting_titles.setdefault(_folded(source.title), []).append(source)

    def arrived(self, sources: tuple[Source, ...]) -> None:
        """What was expected is in the library now, as these sources."""
        if self._titles is not None:
            for one in sources:
                told = (one.id, one.published)
                self._titles.setdefault(_folded(one.title), []).append(told)
        self._waiting.clear()
        self._waiting_words = ""
        self._waiting_digests.clear()
        self._waiting_titles.clear()

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

    def _near_text(self, text: str, phrases: list[str]) -> list[Source]:
        # By phrases, which the index answers at once; its ranking would be made anew after each
        # commit of an import.
        sources, hits = self._library.sources, Counter[int]()
        for phrase in phrases:
            hits.update(self._library.free_search.holding(phrase, _ANSWERS))
        # What is nearly the same has most of the phrases; one alone is a manner of speaking.
        fewest = min(_FEWEST_HITS, len(phrases))
        asked = [number for number, count in hits.items() if count >= fewest]
        own = shingles(text) if asked else frozenset()
        near = []
        for number in asked:
            share = resemblance(own, shingles(sources.text(number)))
            if share >= SAME_WORK:
                near.append((share, number))
        near.sort(key=lambda one: -one[0])
        return [sources.get(number) for _, number in near]

    def _among_waiting(self, source: Source, text: str, phrases: list[str]) -> Alike:
        asked = [one for one in map(str.casefold, phrases) if one in self._waiting_words]
        own = shingles(text) if asked else frozenset()
        for other, its_text, words in self._waiting if asked else ():
            near = any(phrase in words for phrase in asked)
            if near and resemblance(own, shingles(its_text)) >= SAME_WORK:
                return ((other, Likeness.NEAR_TEXT),)
        for known in self._waiting_titles.get(_folded(source.title), ()):
            if _same_day(known.published, source.published):
                return ((known, Likeness.TITLE),)
        return ()

    def _by_title(self) -> dict[str, list[tuple[int, str]]]:
        if self._titles is None:
            self._titles = {}
            for number, title, day in self._library.sources.titles():
                self._titles.setdefault(_folded(title), []).append((number, day))
        return self._titles


def _folded(title: str) -> str:
    return " ".join(_WORD.findall(title.casefold()))


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
