"""The article's text with its claims marked, character for character. Knows no template.

All that stands inside elements with a `data-text` attribute, joined in order, is the article's text
exactly; numbers and legends are attributes, drawn by the style, and so add nothing to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from app.model.article import Article, Zone, ZoneKind
from app.model.span import Span
from app.reports.wording import counted, legible, listed, number, writable

#: Zones that stay in sight though their words are not the article's own: they open the article.
_ALWAYS_SHOWN = frozenset({ZoneKind.HEADLINE, ZoneKind.BYLINE, ZoneKind.DATELINE})

#: Underlines that fit under one line of text; deeper nesting shares the lowest.
LANES = 3

_WORD = re.compile(r"\S+")
_ZONE_NAMES = {
    ZoneKind.RELATED: "related links",
    ZoneKind.FURNITURE: "page furniture",
    ZoneKind.HIDDEN: "words the file hides",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim's place in the article. `which` is 0 for the claim itself, n for its n-th mention."""

    span: Span
    number: int
    look: str
    rating: str
    which: int = 0

    @property
    def id(self) -> str:
        """The name that jump links lead to."""
        return f"mark-{self.number}" + (f"-{self.which}" if self.which else "")

    @property
    def label(self) -> str:
        """What a screen reader says for the number."""
        said = ", also said here" if self.which else ""
        return f"Claim {self.number}, {self.rating}{said}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its zone, its marked text and the marks that begin in it."""

    kind: ZoneKind
    included: bool
    html: Markup
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs that stand or fold together; a folded one has a legend, and opens if marked."""

    paragraphs: tuple[Paragraph, ...]
    folded: bool
    legend: str = ""

    @property
    def marked(self) -> bool:
        """Whether a claim or one of its mentions begins here."""
        return any(paragraph.marks for paragraph in self.paragraphs)


def placed(span: Span, text: str) -> bool:
    """Whether a mark can be drawn for this span at all."""
    return span.start < min(span.end, len(text))


def mark_article(
    article: Article, marks: Sequence[Mark], open_spans: Iterable[Span] = ()
) -> tuple[Stretch, ...]:
    """The article in stretches, every character once, with `marks` drawn as patterned underlines.

    Marks may overlap and nest in any way; those beyond the text are left out. Time grows with the
    text and with the depth of overlap, not with the square of the marks.
    """
    text = article.text
    drawn = sorted(
        (mark for mark in marks if placed(mark.span, text)),
        key=lambda mark: (mark.span.start, -mark.span.end, mark.number, mark.which),
    )
    pieces = _Pieces(text, _partition(article.zones, len(text)), drawn, open_spans)
    return tuple(_stretches(list(_paragraphs(text, pieces)), text))


def _partition(zones: Sequence[Zone], length: int) -> list[Zone]:
    """The zones clipped to the text and without overlap; gaps count as furniture."""
    whole: list[Zone] = []
    at = 0
    for zone in sorted(zones, key=lambda zone: zone.span):
        start, end = max(at, zone.span.start), min(zone.span.end, length)
        if end <= start:
            continue
        if start > at:
            whole.append(Zone(Span(at, start), ZoneKind.FURNITURE, False))
        whole.append(Zone(Span(start, end), zone.kind, zone.included))
        at = end
    if at < length:
        whole.append(Zone(Span(at, length), ZoneKind.FURNITURE, False))
    return whole


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text that no boundary cuts."""

    span: Span
    zone: Zone
    lanes: tuple[tuple[int, Mark], ...]
    begin: tuple[Mark, ...]
    open: bool


class _Pieces:
    """Cuts the text at every boundary of zone, mark and open word, from left to right."""

    def __init__(
        self, text: str, zones: list[Zone], marks: list[Mark], open_spans: Iterable[Span]
    ) -> None:
        self.zones = zones
        self._text = text
        self._marks = marks
        self._lanes = _lanes(marks)
        self._open = [span for span in open_spans if placed(span, text)]

    def cut(self, edges: Iterable[int]) -> Iterator[_Piece]:
        """The pieces of the whole text, cut at `edges` too."""
        length = len(self._text)
        cuts = {0, length, *(edge for edge in edges if edge <= length)}
        for span in [zone.span for zone in self.zones] + [m.span for m in self._marks] + self._open:
            cuts.update((span.start, min(span.end, length)))
        opens = {span.start: 0 for span in self._open}
        for span in self._open:
            opens[span.start] = max(opens[span.start], span.end)
        zone_at = mark_at = open_until = 0
        active: list[tuple[int, Mark]] = []
        for start, end in pairwise(sorted(cuts)):
            while self.zones[zone_at].span.end <= start:
                zone_at += 1
            active = [pair for pair in active if pair[1].span.end > start]
            begin = []
            while mark_at < len(self._marks) and self._marks[mark_at].span.start <= start:
                begin.append(self._marks[mark_at])
                active.append((self._lanes[mark_at], self._marks[mark_at]))
                mark_at += 1
            open_until = max(open_until, opens.get(start, 0))
            yield _Piece(
                Span(start, end), self.zones[zone_at], tuple(active), tuple(begin),
                start < open_until,
            )  # fmt: skip


def _lanes(marks: list[Mark]) -> list[int]:
    """For each mark the lowest underline that no mark still running uses."""
    busy: list[int] = []
    chosen = []
    for mark in marks:
        for lane, until in enumerate(busy):
            if until <= mark.span.start:
                busy[lane] = mark.span.end
                chosen.append(lane)
                break
        else:
            chosen.append(min(len(busy), LANES - 1))
            if len(busy) < LANES:
                busy.append(mark.span.end)
            else:
                busy[-1] = max(busy[-1], mark.span.end)
    return chosen


def _blocks(text: str, zones: list[Zone]) -> list[tuple[Span, Span]]:
    """Paragraphs as (whole, without the blank lines around). A zone's line start begins one too.

    A zone that begins inside a line (a dateline's end) begins no paragraph: its words run on.
    """
    zone_starts = {zone.span.start for zone in zones}
    blocks: list[tuple[Span, Span]] = []
    begin = at = first = last = 0
    blank_before = False
    for line in text.split("\n"):
        end = min(at + len(line) + 1, len(text))
        if line.strip():
            if last and (blank_before or at in zone_starts):
                blocks.append((Span(begin, at), Span(first, last)))
                begin, last = at, 0
            if not last:
                first = at + len(line) - len(line.lstrip())
            last = at + len(line.rstrip())
            blank_before = False
        else:
            blank_before = True
        at = end
    if begin < len(text):
        blocks.append((Span(begin, len(text)), Span(first, last) if last else Span(begin, begin)))
    return blocks


def _paragraphs(text: str, pieces: _Pieces) -> Iterator[tuple[Span, Paragraph]]:
    blocks = _blocks(text, pieces.zones)
    edges = [edge for whole, body in blocks for edge in (whole.start, body.start, body.end)]
    found = pieces.cut(edges)
    piece = next(found, None)
    for whole, body in blocks:
        run: list[_Piece] = []
        while piece is not None and piece.span.start < whole.end:
            run.append(piece)
            piece = next(found, None)
        sizes: dict[int, int] = {}
        for one in run:
            if body.covers(one.span):
                sizes[one.zone.span.start] = sizes.get(one.zone.span.start, 0) + len(one.span)
        main = max(sizes, key=sizes.__getitem__, default=run[0].zone.span.start)
        zone = next(one.zone for one in run if one.zone.span.start == main)
        yield (
            whole,
            Paragraph(
                kind=zone.kind,
                included=zone.included,
                html=Markup("").join(_piece_html(text, one, zone, body) for one in run),
                marks=tuple(mark for one in run for mark in one.begin),
            ),
        )


def _piece_html(text: str, piece: _Piece, zone: Zone, body: Span) -> Markup:
    # A carriage return must be a reference, or the parser would turn it into a newline.
    html = Markup(str(escape(writable(piece.span.of(text)))).replace("\r", "&#13;"))
    if not body.covers(piece.span):
        html = Markup('<span class="gap">{}</span>').format(html)
    if piece.open:
        html = Markup('<span class="open">{}</span>').format(html)
    if piece.zone.kind != zone.kind:
        html = Markup('<span class="z-{}">{}</span>').format(piece.zone.kind.value, html)
    for lane, mark in sorted(piece.lanes, key=lambda pair: pair[0]):
        html = Markup('<mark class="u-{} lane-{}" data-claim="{}">{}</mark>').format(
            mark.look, lane, mark.number, html
        )
    chips = Markup("").join(_chip(mark) for mark in piece.begin)
    return chips + html


def _chip(mark: Mark) -> Markup:
    """The number before a claim's first word; drawn by the style, so that the text stays exact."""
    return Markup(
        '<a class="chip v-{}{}" id="{}" href="#claim-{}" data-n="{}" aria-label="{}"></a>'
    ).format(
        mark.look,
        " again" if mark.which else "",
        mark.id,
        mark.number,
        mark.number,
        legible(mark.label),
    )


def _stretches(paragraphs: list[tuple[Span, Paragraph]], text: str) -> Iterator[Stretch]:
    run: list[tuple[Span, Paragraph]] = []

    def folds(paragraph: Paragraph) -> bool:
        return not paragraph.included and paragraph.kind not in _ALWAYS_SHOWN

    def close() -> Stretch:
        folded = folds(run[0][1])
        inside = tuple(paragraph for _, paragraph in run)
        return Stretch(inside, folded, _legend(run, text) if folded else "")

    for whole, paragraph in paragraphs:
        if run and folds(run[0][1]) != folds(paragraph):
            yield close()
            run = []
        run.append((whole, paragraph))
    if run:
        yield close()


def _legend(run: list[tuple[Span, Paragraph]], text: str) -> str:
    """“Masthead, caption and credit, 24 words”: what is folded here, and how much of it."""
    kinds = dict.fromkeys(_ZONE_NAMES.get(p.kind, p.kind.value) for _, p in run)
    words = sum(1 for whole, _ in run for _ in _WORD.finditer(whole.of(text)))
    size = counted(words, "word") if words else number(len(run)) + " blank"
    named = listed(list(kinds))
    return f"{named[:1].upper()}{named[1:]} · {size}"
