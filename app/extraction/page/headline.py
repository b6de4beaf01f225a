"""Finds the headline among the lines above a page's body. Knows looks and words, no zone."""

from __future__ import annotations

from app.extraction.page.labels import DEPICTS, KEY_POINTS, REPORTS
from app.extraction.page.lines import Page
from app.extraction.page.words import Sort, title_share
from app.model.article import ZoneKind

#: What a headline may look like.
TITLE_SORTS = (Sort.TITLE, Sort.LABEL, Sort.PROSE, Sort.HALF_PROSE)
_BELOW_HEADLINE = (Sort.DATE, Sort.BYLINE, Sort.CREDIT)
CRIES = ("?", "!", "？", "！")
_LONGEST_TITLE = 40
_LEAST_TITLE = 4
_LONGEST_CAPTION = 40
#: A headline shares its words with so many paragraphs at the body's beginning.
_BODY_REACH = 8
#: Words are compared by so many letters: endings change.
_STEM = 6


def find_headline(page: Page, first: int) -> int | None:
    """The paragraph above the body, which begins at `first`, that reads most like the headline.

    A paragraph that the file itself calls the headline is believed; so is a Markdown heading.
    """
    told = [index for index in range(first) if page.told[index] is ZoneKind.HEADLINE]
    if told:
        return told[0]
    opening = range(first, min(first + _BODY_REACH, len(page)))
    prose = [index for index in opening if page.is_prose(index)] or opening
    body = {word[:_STEM] for word in page.words(prose)}
    best, found = 0.0, None
    rivals = passed = False
    for index in range(first):
        look = page.looks[index]
        if page.told[index] is not None:
            continue
        # Author, day and picture follow the headline: what stands below them is no better one.
        passed = passed or (rivals and look.sort in _BELOW_HEADLINE)
        if rivals and KEY_POINTS.fullmatch(page.head(index).lower().rstrip(":")):
            break  # the main points below read like headlines, each
        if look.heading and look.sort in TITLE_SORTS:
            return index
        if look.sort not in TITLE_SORTS or look.words > _LONGEST_TITLE or look.bullet:
            continue
        score = _score(page, index, body) - 0.05 * min(first - index, 20) - 1.5 * passed
        rivals = rivals or look.words >= _LEAST_TITLE
        if score > best:
            best, found = score, index
    return _above_standfirst(page, found)


def _above_standfirst(page: Page, found: int | None) -> int | None:
    """The line above the one found when that is the shorter of the two: a standfirst is longer, and
    shares more words with the body than the headline above it does.
    """
    if not found:
        return found
    above, look = page.looks[found - 1], page.looks[found]
    short = _LEAST_TITLE <= above.words < look.words
    return found - 1 if short and above.sort is Sort.TITLE and not above.bullet else found


def _score(page: Page, index: int, body: set[str]) -> float:
    line, look = page.head(index), page.looks[index]
    words = {word[:_STEM] for word in page.words([index]) if len(word) > 3}
    shared = len(words & body) / len(words) if words else 0.0
    score = 1.2 + 2 * shared
    if look.sort in (Sort.PROSE, Sort.HALF_PROSE):
        score -= 0.8 if line.endswith(CRIES) else 2.0
    if look.words >= 5:
        score += 0.5 + 0.5 * (title_share(line) > 0.85)
    elif look.words < _LEAST_TITLE:
        score -= 0.7
    if is_caption_above_credit(page, index):
        score -= 1.5
    return score


def opens_with_title(page: Page, first: int, last: int) -> bool:
    """Whether the body itself begins with the headline ("Is the truce over?", "# Truce")."""
    if first >= last or page.told[first] is not None:
        return False
    look = page.looks[first]
    if look.heading:
        return True
    question = page.head(first).endswith(CRIES) and look.words <= 20
    short = look.sort in (Sort.TITLE, Sort.LABEL) or (question and look.words >= 3)
    return short and 2 * look.words <= max(12, page.looks[first + 1].words * 2)


def is_caption_above_credit(page: Page, index: int) -> bool:
    """Whether a paragraph stands right above a credit and is set or worded as what it credits.

    Where blank lines part paragraphs, it is set so that has none below it; and it is worded so that
    tells in the present what is to be seen, and reports nothing.
    """
    look = page.looks[index]
    if index + 1 >= len(page) or look.bullet or look.words > _LONGEST_CAPTION:
        return False
    if page.looks[index + 1].sort is not Sort.CREDIT:
        return False
    if page.blocks[index].gap and not page.blocks[index + 1].gap:
        return True
    line = page.head(index).lower()
    tells = look.sort is Sort.PROSE and DEPICTS.search(line) is not None
    return tells and REPORTS.search(line) is None
