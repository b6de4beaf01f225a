"""Running heads, feet and page numbers: what stands at the same edge of page after page.

Knows no PDF: only lines and where they stand.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from app.extraction.formats.pdf.lines import Line

#: So many rows at the top and at the bottom of a page may be furniture.
_ROWS = 3
_FIGURES = re.compile(r"\d{1,12}")
_ROMAN = r"(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_MOST_FIGURES = 4
_PAGE_NUMBER = re.compile(
    r"[-–—\[(|· ]{0,3}(?:(?:page|p\.|seite|página|pág\.|pagina|стр\.|страница|صفحة|עמוד|第)[ ]?)?"
    rf"(?:\d{{1,4}}|{_ROMAN})(?:[ ]?(?:/|of|von|de|sur|di|из|من|מתוך|-)[ ]?\d{{1,4}})?"
    r"[ ]?[页頁]?[-–—\])|· ]{0,3}",
    re.IGNORECASE,
)


def running_lines(pages: list[list[Line]]) -> set[int]:
    """The `id`s of lines that are furniture: repeated at an edge of pages, or a page's number.

    Two lines are the same when they stand equally high and differ in nothing but a figure that
    counts with the pages. A document
    of up to four pages must repeat a line twice, a longer one three times (heads of left and right
    pages, and of chapters, differ). And they must stand apart from the text, by more than its
    lines from one another or by their size: pages of forms and lists repeat lines too.
    """
    edges = [(_edge(lines, 1), _edge(lines, -1)) for lines in pages]
    counts = Counter(
        key
        for both in edges
        for key in {key for rows in both for row in rows for line in row for key in _keys(line)}
    )
    outer = {id(line) for both in edges for rows in both for row in rows for line in row}
    within = {line.text for lines in pages for line in lines if id(line) not in outer}
    fewest = 2 if len(pages) <= 4 else 3
    found: set[int] = set()
    for lines, both in zip(pages, edges, strict=True):
        pitch = _usual_drop(lines)
        for rows in both:
            furniture = _outermost(rows, counts, fewest, pitch, len(pages), within)
            found.update(id(line) for row in furniture for line in row)
    return found


def _edge(lines: list[Line], upward: int) -> list[list[Line]]:
    """The outermost rows of a page from its edge inward, and one more."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: -one.y * upward):
        if rows and abs(rows[-1][0].y - line.y) < 0.5 * line.size:
            rows[-1].append(line)
        elif len(rows) > _ROWS:
            break
        else:
            rows.append([line])
    return rows


def _outermost(
    rows: list[list[Line]],
    counts: Counter[tuple[str, int]],
    fewest: int,
    pitch: float,
    pages: int,
    within: set[str],
) -> list[list[Line]]:
    """As many rows from the edge as are furniture and stand apart from what is within."""
    repeats = [min(max(counts[key] for key in _keys(line)) for line in row) for row in rows]
    taken = 0
    for number, row in enumerate(rows[:_ROWS], start=1):
        repeated = repeats[number - 1] >= fewest
        numbered = pages > 1 and len(row) == 1 and _PAGE_NUMBER.fullmatch(row[0].text) is not None
        if not repeated and not numbered:
            break
        if (
            number == len(rows)
            or _stands_apart(row, rows[number], pitch)
            # Close to the text, but the same on most pages, and nowhere within one.
            or (
                repeats[number - 1] >= max(3, pages / 2)
                and repeats[number] < fewest
                and not any(line.text in within for line in row)
            )
        ):
            taken = number
    return rows[:taken]


def _stands_apart(row: list[Line], inner: list[Line], pitch: float) -> bool:
    size, other = row[0].size, inner[0].size
    if abs(size - other) > 0.08 * other:
        return True
    return abs(row[0].y - inner[0].y) > max(1.3 * pitch, 1.5 * size)


def _usual_drop(lines: list[Line]) -> float:
    """The commonest distance of a line from the next below it, in points; 0 where there is none."""
    heights = sorted({round(line.y, 1) for line in lines}, reverse=True)
    drops = Counter(round(a - b) for a, b in pairwise(heights) if a - b > 2)
    return float(drops.most_common(1)[0][0]) if drops else 0.0


def _keys(line: Line) -> list[tuple[str, int]]:
    """What two running lines have in common; heights are rounded both ways, a point may differ."""
    text = line.text.strip().casefold()
    wordings = [text]
    for match in list(_FIGURES.finditer(text))[:_MOST_FIGURES]:
        beyond = int(match.group()) - line.page
        wordings.append(f"{text[: match.start()]}#{beyond}{text[match.end() :]}")
    height = round(line.y / 4)
    return [(words, height + above) for words in wordings for above in (0, 1)]
