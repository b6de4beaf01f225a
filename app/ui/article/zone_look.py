"""How the zones of an article look: its own words as running text, all around them quieter.

Knows the open article and the theme; draws nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat

from app.model.article import Zone, ZoneKind
from app.model.span import Span
from app.ui.article.folds import Folds
from app.ui.article.page_rules import PageRules
from app.ui.article.typesetting import folded_style, running_style, unseen
from app.ui.article.zone_bars import bar_height
from app.ui.look.appearance import Appearance
from app.ui.look.tokens import SPACE_1, SPACE_3
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import in_order

_QUIET = {
    ZoneKind.MASTHEAD,
    ZoneKind.CREDIT,
    ZoneKind.RELATED,
    ZoneKind.TAGS,
    ZoneKind.COMMENTS,
    ZoneKind.FURNITURE,
    ZoneKind.HIDDEN,
    ZoneKind.BYLINE,
    ZoneKind.DATELINE,
}


class ZoneLook:
    """Fonts, colours and air of the zones of the open article."""

    def __init__(
        self, article: OpenArticle, folds: Folds, pages: PageRules, appearance: Appearance
    ) -> None:
        self._article, self._appearance = article, appearance
        self._folds, self._pages = folds, pages

    def style_spans(self, within: Span) -> Iterable[tuple[Span, QTextCharFormat]]:
        """What stands in another font or colour than running text, within this stretch."""
        article = self._article.article
        if article is None:
            return
        for zone in in_order(article.zones, within, key=lambda zone: zone.span):
            style = unseen() if self._folds.is_folded(zone) else self._zone_style(zone)
            if style is not None:
                start, end = max(zone.span.start, within.start), min(zone.span.end, within.end)
                for span in _without_indents(article.text, Span(start, end)):
                    yield span, style

    def _zone_style(self, zone: Zone) -> QTextCharFormat | None:
        theme, style = self._appearance.theme, QTextCharFormat()
        if zone.kind is ZoneKind.HEADLINE:
            style.setFont(self._appearance.font("headline"))
            style.setForeground(theme.text)
            return style
        if zone.kind is ZoneKind.CAPTION and not zone.included:
            style.setFont(self._appearance.font("quote", italic=True))
            style.setForeground(theme.text_2)
            return style
        if _is_quiet(zone):
            style.setFont(self._appearance.font("meta"))
            style.setForeground(theme.text_3)
            return style
        if not zone.included:
            style.setForeground(theme.text_3)
            return style
        return None

    def block_style(self, paragraph: Span) -> QTextBlockFormat | None:
        """The format of this paragraph, None for running text."""
        style = self._style_in_zone(paragraph)
        if self._pages.begins(paragraph) and not self._is_folded_away(paragraph):
            style = style or running_style(self._appearance)
            style.setTopMargin(style.topMargin() + self._pages.room())
        return style

    def room_over(self, place: int) -> int:
        """The room over the first line of the paragraph that begins here, taken by its bar."""
        zone = self._article.zone_at(place)
        if zone is None or zone.span.start != place or not self._folds.has_bar(zone):
            return 0
        return bar_height(self._appearance) + self._appearance.space(SPACE_1)

    def _is_folded_away(self, paragraph: Span) -> bool:
        # The first paragraph of a folded zone keeps its place, for the bar over it.
        zone = self._article.zone_at(paragraph.start)
        return (
            zone is not None and self._folds.is_folded(zone) and paragraph.start > zone.span.start
        )

    def _style_in_zone(self, paragraph: Span) -> QTextBlockFormat | None:
        zone = self._article.zone_at(paragraph.start)
        if zone is None:
            return None
        first = paragraph.start <= zone.span.start
        if first and self._folds.has_bar(zone):
            return self._under_bar(zone)
        if self._is_folded_away(paragraph):
            return folded_style()
        if not (_is_quiet(zone) or zone.kind is ZoneKind.HEADLINE):
            return None
        style = _set(100 if zone.kind is ZoneKind.HEADLINE else 130)
        if first:
            style.setTopMargin(self._appearance.space(SPACE_3))
        return style

    def _under_bar(self, zone: Zone) -> QTextBlockFormat:
        quiet = _set(130 if _is_quiet(zone) else self._appearance.line_height)
        style = folded_style() if self._folds.is_folded(zone) else quiet
        style.setTopMargin(bar_height(self._appearance) + self._appearance.space(SPACE_1))
        return style


def _set(line_height: int) -> QTextBlockFormat:
    style = QTextBlockFormat()
    style.setLineHeight(line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return style


def _is_quiet(zone: Zone) -> bool:
    # What the reviewer has put in reads like the article's own words.
    return zone.kind in _QUIET and not zone.included


def _without_indents(text: str, span: Span) -> Iterator[Span]:
    # A zone's format must not bring the hidden indents of its lines back.
    start = span.start
    for line in span.of(text).splitlines(keepends=True):
        indent = len(line) - len(line.lstrip())
        if indent < len(line):
            yield Span(start + indent, start + len(line))
        start += len(line)
