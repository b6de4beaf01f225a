"""What the window says of words that the file of an article does not show. Knows no widget."""

from __future__ import annotations

from app.model.article import Article, LeftOut, WhyLeftOut
from app.model.span import Span
from app.ui.article.file_section import Row
from app.ui.look.paint import isolate

#: Why words are not in the text, behind their count.
_REASONS = {
    WhyLeftOut.HIDDEN: "hidden",
    WhyLeftOut.SPOKEN: "for screen readers",
    WhyLeftOut.DELETED: "deleted",
}
_LONGEST_BEFORE, _LONGEST_LINE, _LONGEST_TIP = 36, 200, 2_000


def told_left_out(article: Article) -> str:
    """“The file does not show 22 words in 2 places.”"""
    found = article.left_out
    places = f"{len(found):,} place{'' if len(found) == 1 else 's'}"
    told = f"The file does not show {_counted(sum(one.words for one in found))} in {places}."
    inside = sum(one.words for one in found if is_included(article, one))
    return f"{told} {inside:,} of them {'is' if inside == 1 else 'are'} put in." if inside else told


def left_out_rows(article: Article) -> tuple[Row, ...]:
    """A row for each stretch: its words, and below them how many, why, and after which words."""
    return tuple(_row(article, one) for one in article.left_out)


def is_included(article: Article, one: LeftOut) -> bool:
    """Whether the words of this stretch count as the article's own now."""
    span = one.span
    return span is not None and any(
        zone.included for zone in article.zones if zone.span.overlaps(span)
    )


def _row(article: Article, one: LeftOut) -> Row:
    before = article.text[: one.place].rstrip()
    state = "put in" if is_included(article, one) else _REASONS[one.reason]
    words = " ".join(one.text[:_LONGEST_LINE].split())
    told = f"{isolate(words)}\n{_counted(one.words)} {state}, {_after(before)}"
    place = one.span or Span(max(0, len(before) - 1), len(before))
    return Row(told, one.text[:_LONGEST_TIP], place)


def _after(before: str) -> str:
    words = " ".join(before[-200:].split())
    if not words:
        return "before the first word"
    if len(words) > _LONGEST_BEFORE:
        cut = words[-_LONGEST_BEFORE:]
        words = f"…{cut[cut.find(' ') + 1 :]}"
    return f"after “{isolate(words)}”"


def _counted(words: int) -> str:
    return f"{words:,} word{'' if words == 1 else 's'}"
