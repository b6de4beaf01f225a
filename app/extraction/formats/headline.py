"""Which of a text document's headings is its headline. Knows no format."""

from __future__ import annotations

from app.extraction.formats.flow import Paragraph
from app.model.article import ZoneKind


def mark_headline(headings: list[tuple[str, Paragraph]]) -> str:
    """Mark the first "title", or else the first "heading", as the headline; answer its words."""
    found = sorted(headings, key=lambda one: one[0] != "title")
    if not found:
        return ""
    paragraph = found[0][1]
    paragraph.kind = ZoneKind.HEADLINE
    return str(paragraph.text)
