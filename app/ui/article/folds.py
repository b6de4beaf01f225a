"""Which stretches around the article are folded to one line. Knows zones, no widget."""

from __future__ import annotations

from bisect import bisect_right

from app.model.article import ARTICLE_ZONES, Zone, ZoneKind
from app.model.span import Span
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger

#: A shorter zone stands as it is: one line folded would be one line still.
FEWEST_LINES = 2

#: A longer zone is folded when an article is opened: it would keep the reader from the article.
MOST_LINES = 8

#: Of a longer zone, in characters, that is folded only its beginning stands in the document.
LONGEST_FOLDED = 10_000

#: What each zone is called in the window.
ZONE_NAMES = {
    ZoneKind.MASTHEAD: "Masthead",
    ZoneKind.HEADLINE: "Headline",
    ZoneKind.LEDE: "Lede",
    ZoneKind.BYLINE: "Byline",
    ZoneKind.DATELINE: "Dateline",
    ZoneKind.BODY: "Body",
    ZoneKind.CAPTION: "Caption",
    ZoneKind.CREDIT: "Credit",
    ZoneKind.RELATED: "Related links",
    ZoneKind.TAGS: "Tags",
    ZoneKind.COMMENTS: "Comments",
    ZoneKind.FURNITURE: "Page furniture",
    ZoneKind.HIDDEN: "Hidden words",
}


class Folds:
    """The folded zones of the open article, by where they begin."""

    def __init__(self, article: OpenArticle, ledger: OpenLedger) -> None:
        self._article, self._ledger = article, ledger
        self._folded: set[int] = set()
        self._hidden: list[Span] = []
        self._foldable: dict[int, Zone] = {}
        self._lines: dict[Span, int] = {}

    def renew(self) -> None:
        """Read the zones anew; what was folded stays folded."""
        article = self._article.article
        zones = article.zones if article else ()
        self._lines.clear()
        self._foldable = {zone.span.start: zone for zone in zones if self._is_foldable(zone)}
        self._sort()

    def begin(self) -> None:
        """Another article is open: fold what is long."""
        self.renew()
        self._folded = {
            zone.span.start
            for zone in self.foldable()
            if not zone.included and self.lines(zone) > MOST_LINES
        }
        self._sort()

    def foldable(self) -> tuple[Zone, ...]:
        """The zones around the article that are long enough to be folded, in their order."""
        return tuple(self._foldable.values())

    def has_bar(self, zone: Zone) -> bool:
        """Whether this zone can be folded."""
        return zone.span.start in self._foldable

    def is_folded(self, zone: Zone) -> bool:
        """Whether this zone is folded now."""
        return self.has_bar(zone) and zone.span.start in self._folded

    def fold(self, zone: Zone, on: bool) -> None:
        """Fold this zone, or show it."""
        (self._folded.add if on else self._folded.discard)(zone.span.start)
        self._sort()

    def fold_all(self, on: bool) -> None:
        """Fold every zone outside the article, or show them all."""
        outside = {zone.span.start for zone in self.foldable() if not zone.included}
        self._folded = outside if on else set()
        self._sort()

    def any_shown(self) -> bool:
        """Whether anything outside the article could still be folded."""
        return any(not zone.included and not self.is_folded(zone) for zone in self.foldable())

    def hiding(self, span: Span) -> tuple[Zone, ...]:
        """The folded zones in which a part of this stretch lies."""
        return tuple(z for z in self.foldable() if self.is_folded(z) and z.span.overlaps(span))

    def hides(self, place: int) -> bool:
        """Whether this place of the text lies in a folded zone."""
        row = bisect_right(self._hidden, place, key=lambda span: span.start) - 1
        return row >= 0 and place < self._hidden[row].end

    def rests(self) -> tuple[Span, ...]:
        """What of long folded zones is to stand nowhere: all but the beginning, which keeps the
        place of its bar, and the end of its last line."""
        article = self._article.article
        ends = article.text if article else ""
        return tuple(
            Span(one.start + 1, one.end - (ends[one.end - 1] == "\n"))
            for one in self._hidden
            if len(one) > LONGEST_FOLDED
        )

    def _sort(self) -> None:
        starts = sorted(self._folded & self._foldable.keys())
        self._hidden = [self._foldable[start].span for start in starts]

    def lines(self, zone: Zone) -> int:
        """How many lines of the zone hold anything."""
        if zone.span not in self._lines:
            text = self._text(zone)
            self._lines[zone.span] = sum(bool(line.strip()) for line in text.splitlines())
        return self._lines[zone.span]

    def told(self, zone: Zone) -> str:
        """“Comments · 14 lines, 212 words”; the words are the ledger's, once it is counted."""
        lines, words = self.lines(zone), self._ledger.words_of(zone)
        told = f"{ZONE_NAMES[zone.kind]} · {lines} line{'' if lines == 1 else 's'}"
        return told if words is None else f"{told}, {words:,} word{'' if words == 1 else 's'}"

    def _text(self, zone: Zone) -> str:
        article = self._article.article
        return zone.span.of(article.text) if article else ""

    def _is_foldable(self, zone: Zone) -> bool:
        own = zone.kind in ARTICLE_ZONES or zone.kind is ZoneKind.HEADLINE
        article = self._article.article
        if own or article is None:
            return False
        # Words that the file hides are never to be taken for some that it shows.
        if zone.kind is not ZoneKind.HIDDEN and self.lines(zone) < FEWEST_LINES:
            return False
        # Half a paragraph cannot be folded.
        return zone.span.start == 0 or article.text[zone.span.start - 1] == "\n"
