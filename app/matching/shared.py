"""Which words a claim and a passage have in common, each with its place on both sides."""

from __future__ import annotations

from app.matching.side import Side
from app.model.span import Span
from app.text.names.same import same_name

Pair = tuple[Span, Span]


def shared_words(query: Side, passage: Side) -> tuple[Pair, ...]:
    """Pairs of stretches, of the query and of the passage, that share their words by stem.

    Stop words are left out. Words that follow each other on both sides make one pair. Spellings of
    one name ("Deir ez-Zor", "Dayr Az Zawr") are a pair too. In the order of the query.
    """
    runs = _runs(query, passage)
    pairs = [
        (
            Span(query.words[q].span.start, query.words[q + length - 1].span.end),
            Span(passage.words[p].span.start, passage.words[p + length - 1].span.end),
        )
        for q, p, length in runs
    ]
    names = _names(query, passage)
    pairs = [pair for pair in pairs if not any(_within(pair, name) for name in names)]
    return tuple(sorted([*pairs, *names]))


def _within(pair: Pair, name: Pair) -> bool:
    return pair[0].overlaps(name[0]) or pair[1].overlaps(name[1])


def _runs(query: Side, passage: Side) -> list[tuple[int, int, int]]:
    """(index in the query, index in the passage, how many words), linear in the shared words."""
    runs: list[tuple[int, int, int]] = []
    taken: dict[str, int] = {}
    for at, word in enumerate(query.words):
        places = passage.places.get(word.stem) if not word.common else None
        if not places:
            continue
        if runs:
            q, p, length = runs[-1]
            follows = p + length < len(passage.words)
            if q + length == at and follows and passage.words[p + length].stem == word.stem:
                runs[-1] = (q, p, length + 1)
                continue
        runs.append((at, _best_place(query, passage, at, places, taken), 1))
    return runs


def _best_place(
    query: Side, passage: Side, at: int, places: list[int], taken: dict[str, int]
) -> int:
    """Where the passage says the query's word: where it goes on like the query, else in turn."""
    following = query.words[at + 1].stem if at + 1 < len(query.words) else ""
    for place in places[:20]:
        if place + 1 < len(passage.words) and passage.words[place + 1].stem == following:
            return place
    turn = taken.get(query.words[at].stem, 0)
    taken[query.words[at].stem] = turn + 1
    return places[min(turn, len(places) - 1)]


def _names(query: Side, passage: Side) -> list[Pair]:
    """Names under different spellings; a name that is merely longer on one side is no pair."""
    found: list[Pair] = []
    for name in query.names:
        mine = _stems(query, name.span)
        for other in passage.names:
            theirs = _stems(passage, other.span)
            if mine <= theirs or theirs <= mine or any(other.span == two for _, two in found):
                continue
            if same_name(name.text, other.text):
                found.append((name.span, other.span))
                break
    return found


def _stems(side: Side, span: Span) -> set[str]:
    return {side.words[at].stem for at in side.between(span)}
