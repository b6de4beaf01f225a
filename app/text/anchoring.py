"""Words to selectors and back: finds a quotation again in a text that may have changed.

Follows the W3C Web Annotation model (text quote and text position selectors). From exact to
fuzzy, and None rather than a guess. Knows no store.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from app.model.span import Span

#: Two places are told apart only by a context that fits this many characters better.
_MARGIN = 4
#: An exact quotation that stands once is believed without context from this length on.
_TELLING_LENGTH = 12
#: How alike (0–100) a changed quotation must be, and how much better than the next best place.
_ALIKE = 80.0
_LEAD = 6.0
#: Beyond these sizes a fuzzy search would keep the user waiting.
_LONGEST_FUZZY = 4_000
_WIDEST_FUZZY = 400_000
_NEAR = 4_000
_MOST_PLACES = 2_000


@dataclass(frozen=True, slots=True)
class Selectors:
    """A stretch of a text, described so that it can be found again.

    `exact` are its words, `prefix` and `suffix` what stands round it (shorter at the text's ends),
    `start` and `end` its place in code points when it was described.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def describe(text: str, span: Span, context: int = 32) -> Selectors:
    """The selectors of `span` in `text`, with `context` characters on either side."""
    return Selectors(
        exact=span.of(text),
        prefix=text[max(0, span.start - context) : span.start],
        suffix=text[span.end : span.end + context],
        start=span.start,
        end=span.end,
    )


def anchor(text: str, selectors: Selectors) -> Span | None:
    """Where the described stretch stands in `text`, or None when that would be a guess.

    In this order: the same words at the same place in the same context; the same words elsewhere,
    told apart by their context; nearly the same words, when no other place comes close.
    """
    start, end = selectors.start, selectors.end
    whole = selectors.prefix + selectors.exact + selectors.suffix
    if start >= len(selectors.prefix) and text.startswith(whole, start - len(selectors.prefix)):
        return Span(start, end)
    if not selectors.exact:
        return _between(text, selectors)
    places = _places(text, selectors.exact)
    if places:
        return _best_by_context(text, selectors, places)
    return _nearly(text, selectors)


def _between(text: str, selectors: Selectors) -> Span | None:
    """The place of an empty stretch: between its prefix and suffix, if they meet once."""
    around = selectors.prefix + selectors.suffix
    if len(around) < _TELLING_LENGTH:
        return None
    found = _places(text, around)
    if len(found) != 1:
        return None
    at = found[0] + len(selectors.prefix)
    return Span(at, at)


def _places(text: str, wanted: str) -> list[int]:
    """Every place where `wanted` stands, overlapping ones too; at most some thousands."""
    found: list[int] = []
    at = text.find(wanted)
    while at != -1 and len(found) < _MOST_PLACES:
        found.append(at)
        at = text.find(wanted, at + 1)
    return found


def _best_by_context(text: str, selectors: Selectors, places: list[int]) -> Span | None:
    length = len(selectors.exact)
    full = len(selectors.prefix) + len(selectors.suffix)
    fits = sorted(((_fit(text, selectors, at), at) for at in places), reverse=True)
    best, at = fits[0]
    if len(places) == 1:
        telling = len(selectors.exact.strip()) >= _TELLING_LENGTH or 2 * best >= full > 0
        return Span(at, at + length) if telling else None
    second = fits[1][0]
    if len(places) < _MOST_PLACES and (
        (best == full and second < full) or (best - second >= _MARGIN and 2 * best >= full)
    ):
        return Span(at, at + length)
    return None


def _fit(text: str, selectors: Selectors, at: int) -> int:
    """How many characters of prefix and suffix fit the place, counted outwards from the words."""
    before = 0
    prefix = selectors.prefix
    while before < len(prefix) and before < at and prefix[-1 - before] == text[at - 1 - before]:
        before += 1
    after = 0
    suffix = selectors.suffix
    end = at + len(selectors.exact)
    while after < len(suffix) and end + after < len(text) and suffix[after] == text[end + after]:
        after += 1
    return before + after


def _nearly(text: str, selectors: Selectors) -> Span | None:
    """Where nearly the same words stand: near the old place first, then anywhere."""
    if not _TELLING_LENGTH <= len(selectors.exact) <= _LONGEST_FUZZY:
        return None
    near_start = max(0, min(selectors.start, len(text)) - _NEAR)
    near_end = min(len(text), selectors.end + _NEAR)
    for start, end in ((near_start, near_end), (0, len(text))):
        if end - start > _WIDEST_FUZZY:
            continue
        found = _one_alike(text, selectors, start, end)
        if found is not None:
            return found
    return None


def _one_alike(text: str, selectors: Selectors, start: int, end: int) -> Span | None:
    """The one stretch of start–end that is alike enough, with its ends aligned, or None."""
    exact = selectors.exact
    best = fuzz.partial_ratio_alignment(exact, text[start:end], score_cutoff=_ALIKE)
    if best is None or best.dest_end - best.dest_start < len(exact) // 2:
        return None
    at, until = start + best.dest_start, start + best.dest_end
    for rest in (text[start:at], text[until:end]):
        rival = (
            fuzz.partial_ratio(exact, rest, score_cutoff=_ALIKE) if len(rest) >= len(exact) else 0
        )
        if rival > best.score - _LEAD:
            return None
    found = _aligned(text, selectors, at, until)
    return found if fuzz.ratio(exact, found.of(text)) >= _ALIKE else None


def _aligned(text: str, selectors: Selectors, at: int, until: int) -> Span:
    """The found stretch with its ends put where the described ends fall in an edit alignment."""
    spare = len(selectors.exact) // 4 + len(selectors.prefix) + 8
    window_start = max(0, at - spare)
    window = text[window_start : until + spare]
    described = selectors.prefix + selectors.exact + selectors.suffix
    first = len(selectors.prefix)
    last = first + len(selectors.exact)
    begin, finish = at, until
    for step in Indel.opcodes(described, window):
        if step.tag == "equal":
            if step.src_start <= first < step.src_end:
                begin = window_start + step.dest_start + first - step.src_start
            if step.src_start < last <= step.src_end:
                finish = window_start + step.dest_start + last - step.src_start
    return Span(begin, max(begin, finish))
