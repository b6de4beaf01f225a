"""How a text to be read is set: one column, paragraphs with their air, indents that take no room.

Knows a document and its look; no widget, no scroll bar, neither claims nor sources.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from app.model.span import Span
from app.ui.article.shown_text import ShownText
from app.ui.look.appearance import Appearance
from app.ui.look.tokens import SPACE_1, SPACE_2, SPACE_4, SPACE_6

#: The widest column that is comfortable to read, in pixels at a text size of 100 %.
COLUMN = 640


class Styles(Protocol):
    """What is not set as running text. Places are code points of the text."""

    def style_spans(self, within: Span) -> Iterable[tuple[Span, QTextCharFormat]]:
        """What stands in another font or colour within this stretch."""

    def block_style(self, paragraph: Span) -> QTextBlockFormat | None:
        """The format of this paragraph, None for running text."""


class Typesetting:
    """Sets one document. Its characters stay as they are, so that places keep their meaning."""

    def __init__(self, document: QTextDocument, appearance: Appearance) -> None:
        self._document, self._appearance = document, appearance

    def set(self, shown: ShownText, styles: Styles) -> None:
        """Format every paragraph anew in the present theme and text size."""
        self._document.setDefaultFont(self._appearance.font("article"))
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(QTextCharFormat())
        block = self._document.begin()
        while block.isValid():
            start = shown.to_text(block.position())
            paragraph = Span(start, shown.to_text(block.position() + block.length() - 1))
            self._set_block(block, styles.block_style(paragraph))
            block = block.next()
        within = Span(shown.start, shown.end)
        for span, style in styles.style_spans(within):
            first, length = shown.range_to_qt(span.start, span.end)
            cursor.setPosition(first)
            cursor.setPosition(first + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(style)
        cursor.endEditBlock()

    def fit_column(self, viewport: QSize, gutter: int, above: float, below: float) -> None:
        """Set the column into a viewport of this size, with this much free before it, and room for
        what is not laid out above and below."""
        frame = self._document.rootFrame()
        style = frame.frameFormat()
        space = self._appearance.space
        right = space(SPACE_2)
        column = COLUMN * self._appearance.percent / 100
        free = max(0.0, viewport.width() - gutter - right - column)
        before = min(free / 2, space(SPACE_6))
        style.setLeftMargin(gutter + before)
        style.setRightMargin(right + free - before)
        style.setTopMargin(space(SPACE_4) + above)
        # Room below, so that the last claim can be brought to its reading height.
        style.setBottomMargin(viewport.height() * 0.5 + below)
        frame.setFrameFormat(style)

    def _set_block(self, block: QTextBlock, style: QTextBlockFormat | None) -> None:
        here = QTextCursor(block)
        if not block.text().strip():
            here.setBlockFormat(style or self._blank_style())
            here.setBlockCharFormat(unseen())
        else:
            here.setBlockFormat(style or running_style(self._appearance))
            _hide_indent(block)

    def _blank_style(self) -> QTextBlockFormat:
        style = QTextBlockFormat()
        style.setLineHeight(
            self._appearance.space(SPACE_2), QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        return style


def running_style(appearance: Appearance) -> QTextBlockFormat:
    """The format of a paragraph of running text."""
    style = QTextBlockFormat()
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    style.setLineHeight(appearance.line_height, proportional)
    style.setBottomMargin(appearance.space(SPACE_1))
    return style


def folded_style() -> QTextBlockFormat:
    """The format of a paragraph that takes no room. Its characters are to be set `unseen`: Qt finds
    no place in a text any more when paragraphs of it are made invisible."""
    style = QTextBlockFormat()
    style.setLineHeight(0, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return style


def _hide_indent(block: QTextBlock) -> None:
    # The characters stay, so that places agree with the stored text; they only take no room.
    text = block.text()
    indent = len(text) - len(text.lstrip())
    if indent:
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + indent, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(unseen())


def unseen() -> QTextCharFormat:
    """The format of characters that keep their places and take no room."""
    style = QTextCharFormat()
    font = QFont()
    font.setPixelSize(1)
    style.setFont(font)
    style.setForeground(Qt.GlobalColor.transparent)
    return style
