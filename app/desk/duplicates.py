"""Finds what the library has much the same already. It suggests and decides nothing."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

from app.library.library import Library
from app.matching.query import query_terms
from app.model.intake import Likeness
from app.model.source import Passage, Source
from app.text.shingles import (
    LOOKED_AT,
    folded_words,
    resemblance,
    shingles,
    shingles_of,
    sketch,
)

#: Texts that share so much of their shingles are the same work in another edition.
SAME_WORK = 0.7
#: Passages that share so much come of one origin (an agency's copy, one press release).
ONE_ORIGIN = 0.5
#: A passage of fewer words says nothing about its origin.
FEWEST_WORDS = 8
#: A longer word is none (characters).
_LONGEST_WORD = 40
#: So many phrases of a text ask the index for texts to compare it with, which must have a few of
#: them: one alone is a manner of speaking.
_PROBES, _ANSWERS, _FEWEST_HITS = 4, 10, 2
#: So many sources with the same phrase are remembered; what more of them have is a manner of
#: speaking.
_HOLDERS = 4
#: So many sources are remembered by their sketches, in some 70 MB; others are asked of the index.
MOST_REMEMBERED = 50_000
#: After so many questions to the index the library's own sources are learnt, a few with each
#: question more. Learning all takes about as long as so many questions, however large it is.
ASKED_ENOUGH, LEARNT_AT_ONCE = 1_000, 20

Alike = tuple[tuple[Source, Likeness], ...]


class Duplicates:
    """Near-same sources and passages of one library, and of what is about to come into it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._titles: dict[str, list[tuple[int, str]]] | None = None
        self._arriving = _Arriving()
        self._last_id = library.sources.last_id()
        # The sources that are not remembered here, by their first and last id.
        self._unknown = [(1, self._last_id)] if self._last_id else []
        self._asked = 0

    def of_source(self, source: Source, text: str, same: Sequence[Source] | None = None) -> Alike:
        """The sources with the same text, nearly the same, or the same title and date.

        Each is named once, by the strongest likeness. `same` are those of the library with the
        same digest, where the caller knows them. Raises LibraryError.
        """
        waiting = self._arriving.of_digest(source.digest)
        if waiting is not None:
            return ((waiting, Likeness.TEXT),)
        if same is None:
            same = self._library.sources.by_digest(source.digest)
        found: dict[str, tuple[Source, Likeness]] = {}
        for one in same:
            found.setdefault(one.key, (one, Likeness.TEXT))
        for one in self._near_text(text):
            found.setdefault(one.key, (one, Likeness.NEAR_TEXT))
        for one in self._of_title(source):
            found.setdefault(one.key, (one, Likeness.TITLE))
        return tuple(one for one in found.values() if not source.id or one[0].id != source.id)

    def expect(self, source: Source, text: str) -> None:
        """Count a source in that is about to be kept, until it has `arrived`."""
        if len(self._arriving) >= MOST_REMEMBERED:
            self._arriving.forget_arrived()
            self._unknown = [(1, self._last_id)]
        self._arriving.expect(source, text)

    def arrived(self, sources: Sequence[Source]) -> None:
        """The first of what was expected is in the library now, as these sources."""
        self._arriving.arrived(sources)
        for one in sources:
            # Ids without a gap: where one is left out, somebody else has added a source.
            if one.id != self._last_id + 1:
                self._unknown.append((self._last_id + 1, one.id - 1))
            self._last_id = one.id
            if self._titles is not None and one.published:
                told = (one.id, one.published)
                self._titles.setdefault(_folded(one.title), []).append(told)

    def called_off(self) -> None:
        """What was expected and has not arrived does not come."""
        self._arriving.called_off()

    def same_origin(self, passage_id: int) -> tuple[tuple[Passage, Source], ...]:
        """Passages of other sources that are nearly this one, the most alike first.

        They speak with one voice: two of them are not two witnesses. Raises NotFound, LibraryError.
        """
        passage = self._library.passages.get(passage_id)
        wanted = shingles(passage.text, 3)
        if len(passage.text.split()) < FEWEST_WORDS:
            return ()
        alike, unseen = [], self._library.unfinished.ids()
        for other, source, _ in self._library.search.best_passages(query_terms(passage.text), 50):
            if other.source_id != passage.source_id and source.id not in unseen:
                share = resemblance(wanted, shingles(other.text, 3))
                if share >= ONE_ORIGIN:
                    alike.append((share, other, source))
        alike.sort(key=lambda one: (-one[0], one[1].id))
        return tuple((other, source) for _, other, source in alike)

    def _near_text(self, text: str) -> list[Source]:
        worded = self._arriving.worded(text)
        if len(worded.words) < FEWEST_WORDS:
            return []
        candidates = {one.source.key: one for one in self._arriving.with_phrases_of(worded)}
        if self._unknown:
            for number in self._by_index(worded.words):
                known = self._library.sources.get(number)
                candidates.setdefault(known.key, _Remembered(known))
        near = [
            (share, one.source)
            for one in candidates.values()
            if (share := resemblance(worded.shingles, shingles(self._text_of(one)))) >= SAME_WORK
        ]
        near.sort(key=lambda one: -one[0])
        return [source for _, source in near]

    def _by_index(self, words: Sequence[str]) -> Iterator[int]:
        # By phrases, which the index answers at once; its ranking would be made anew after each
        # commit of an import.
        self._asked += 1
        if self._asked > ASKED_ENOUGH:
            self._learn()
        phrases = _phrases(words)
        if not phrases or not self._library.free_search.holding(phrases, 1):
            return
        hits = Counter[int]()
        for phrase in phrases:
            hits.update(self._library.free_search.holding([phrase], _ANSWERS))
        fewest = min(_FEWEST_HITS, len(phrases))
        yield from (number for number, count in hits.items() if count >= fewest)

    def _learn(self) -> None:
        first, last = self._unknown[0]
        if len(self._arriving) + last - first >= MOST_REMEMBERED:
            return
        found = self._library.sources.texts(first, last, LEARNT_AT_ONCE, LOOKED_AT)
        for source, text in found:
            self._arriving.know(source, text)
        if len(found) < LEARNT_AT_ONCE:
            del self._unknown[0]
        else:
            self._unknown[0] = (found[-1][0].id + 1, last)

    def _text_of(self, one: _Remembered) -> str:
        return one.text if one.text is not None else self._library.sources.text(one.source.id)

    def _of_title(self, source: Source) -> list[Source]:
        """Those with the same title that tell the same day."""
        if not source.published:
            return []
        title = _folded(source.title)
        known = [
            self._library.sources.get(number)
            for number, day in self._by_title().get(title, ())
            if number != source.id and _same_day(day, source.published)
        ]
        waiting = self._arriving.of_title(title)
        return known + [one for one in waiting if _same_day(one.published, source.published)]

    def _by_title(self) -> dict[str, list[tuple[int, str]]]:
        if self._titles is None:
            self._titles = {}
            for number, title, day in self._library.sources.dated_titles():
                self._titles.setdefault(_folded(title), []).append((number, day))
        return self._titles


@dataclass(slots=True)
class _Remembered:
    """A source that an import brings; its text until it can be read from the library."""

    source: Source
    text: str | None = None


@dataclass(frozen=True, slots=True)
class _Worded:
    """A text as it is compared."""

    text: str
    words: Sequence[str]
    shingles: frozenset[int]
    sketch: tuple[int, ...]


class _Arriving:
    """What one import has brought and is about to bring, by its phrases, its title, its digest.

    It also remembers what is learnt of the library besides.
    """

    def __init__(self) -> None:
        self._remembered: dict[int, _Remembered] = {}  # by numbers that only grow
        self._waiting: deque[int] = deque()
        self._next = 0
        self._holders: dict[int, tuple[int, ...]] = {}  # by a hash of a sketch
        self._digests: dict[str, Source] = {}
        self._titles: dict[str, list[Source]] = {}
        self._worded = _Worded("", (), frozenset(), ())

    def __len__(self) -> int:
        return len(self._remembered)

    def worded(self, text: str) -> _Worded:
        """A text as it is compared; asked twice in a row for the same one it is at hand."""
        if self._worded.text is not text:
            words = folded_words(text)
            own = shingles_of(words)
            self._worded = _Worded(text, words, own, sketch(own))
        return self._worded

    def of_digest(self, digest: str) -> Source | None:
        """What waits with this text."""
        return self._digests.get(digest)

    def of_title(self, folded: str) -> Sequence[Source]:
        """What waits under this title and tells its day."""
        return self._titles.get(folded, ())

    def with_phrases_of(self, worded: _Worded) -> list[_Remembered]:
        """What has a few phrases in common with a text."""
        shared = Counter[int]()
        for one in worded.sketch:
            if one in self._holders:
                shared.update(self._holders[one])
        fewest = min(_FEWEST_HITS, len(worded.sketch))
        return [
            self._remembered[number]
            for number, count in shared.items()
            if count >= fewest and number in self._remembered
        ]

    def know(self, source: Source, text: str) -> None:
        """Remember what is in the library."""
        self._remember(_Remembered(source), text)

    def expect(self, source: Source, text: str) -> None:
        """Remember what is about to be kept."""
        self._waiting.append(self._remember(_Remembered(source, text), text))
        self._digests[source.digest] = source
        if source.published:
            self._titles.setdefault(_folded(source.title), []).append(source)

    def arrived(self, sources: Sequence[Source]) -> None:
        """The first of what was expected is in the library now."""
        for source in sources:
            self._remembered[self._waiting.popleft()] = _Remembered(source)
        self._forget_names()

    def called_off(self) -> None:
        """What was expected does not come."""
        while self._waiting:
            del self._remembered[self._waiting.pop()]
        self._forget_names()

    def forget_arrived(self) -> None:
        """Remember only what has not arrived."""
        waiting = [self._remembered[number] for number in self._waiting]
        self._remembered, self._holders = {}, {}
        self._waiting.clear()
        for one in waiting:
            self._waiting.append(self._remember(one, one.text or ""))

    def _remember(self, one: _Remembered, text: str) -> int:
        number = self._next
        self._next += 1
        self._remembered[number] = one
        worded = self.worded(text)
        if len(worded.words) >= FEWEST_WORDS:
            for each in worded.sketch:
                held = self._holders.get(each, ())
                if len(held) < _HOLDERS:
                    self._holders[each] = (*held, number)
        return number

    def _forget_names(self) -> None:
        if not self._waiting:
            self._digests.clear()
            self._titles.clear()


def _folded(title: str) -> str:
    return " ".join(folded_words(title))


def _same_day(one: str, other: str) -> bool:
    """Whether two days may be one: alike as far as both are told."""
    return one.startswith(other) or other.startswith(one)


def _phrases(words: Sequence[str]) -> list[str]:
    """Neighbours that both are long: the longer words are, the rarer they stand side by side."""
    lengths = [len(word) if len(word) <= _LONGEST_WORD else 0 for word in words]
    both = list(map(min, lengths, lengths[1:]))
    places = nlargest(_PROBES, range(len(both)), key=both.__getitem__)
    return list(dict.fromkeys(f"{words[at]} {words[at + 1]}" for at in places if both[at]))
