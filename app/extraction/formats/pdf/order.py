"""The reading order of the lines of a printed page. Knows no PDF: only where lines stand."""

from __future__ import annotations

from itertools import pairwise

from app.extraction.formats.pdf.lines import Line, is_rtl

#: A gutter lies between columns of so many lines of so many characters at least.
_FEWEST_LINES = 4
_SHORTEST_MEAN = 12
#: Lines across a gutter (a headline, a picture's caption) may be so many of those beside it.
_MOST_ACROSS = 0.34
_NARROWEST = 0.4
_DEEPEST = 4


def reading_order(lines: list[Line]) -> list[Line]:
    """The lines of one page as they are read.

    The order of the file is kept where nothing speaks against it, since whoever wrote the file
    knew. Three things do: lines that leap between columns, lines that come after one which stands
    below them, and columns in the wrong order. Then columns are read one after the other between
    the lines across them, and blocks from the top down; from right to left where most letters are.
    """
    gutter = _gutter(lines)
    rtl = is_rtl("".join(line.text for line in lines))
    return _by_columns(lines, rtl, _DEEPEST) if _is_doubtful(lines, gutter, rtl) else lines


def _is_doubtful(lines: list[Line], gutter: float | None, rtl: bool) -> bool:
    steps = list(pairwise(lines))
    rising = [(a, b) for a, b in steps if b.y > a.y + 0.5 * max(a.size, b.size)]
    if any(a.overlaps(b) for a, b in rising):
        return True
    if gutter is None:
        return False
    onward = -1 if rtl else 1
    if any(_side(a, gutter) == onward and _side(b, gutter) == -onward for a, b in rising):
        return True
    sides = [_side(line, gutter) for line in lines]
    leaps = sum(a != b for a, b in pairwise(sides))
    # A band of columns is entered, changed in its middle, and left.
    return leaps > 3 * (sides.count(0) + 1)


def _side(line: Line, gutter: float) -> int:
    """-1 for left of the gutter, 1 for right of it, 0 for across."""
    if line.right <= gutter + 0.5:
        return -1
    return 1 if line.left >= gutter - 0.5 else 0


def _by_columns(lines: list[Line], rtl: bool, deeper: int) -> list[Line]:
    gutter = _gutter(lines) if deeper else None
    if gutter is None:
        return _by_blocks(lines)
    bands: list[tuple[list[Line], list[Line]]] = [([], [])]
    across: list[Line] = []
    for line in sorted(lines, key=lambda one: -one.y):
        side = _side(line, gutter)
        if side == 0:
            across.append(line)
            bands.append(([], []))
        else:
            bands[-1][side > 0].append(line)
    kept = {id(line): number for number, line in enumerate(lines)}
    found: list[Line] = []
    for number, (left, right) in enumerate(bands):
        for column in (right, left) if rtl else (left, right):
            column.sort(key=lambda line: kept[id(line)])
            found += _by_columns(column, rtl, deeper - 1)
        if number < len(across):
            found.append(across[number])
    return found


def _by_blocks(lines: list[Line]) -> list[Line]:
    """Blocks whose lines follow one another in the file, from the highest to the lowest."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and _follows(blocks[-1][-1], line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    blocks.sort(key=lambda block: -max(line.y for line in block))
    return [line for block in blocks for line in block]


def _follows(before: Line, line: Line) -> bool:
    size = max(before.size, line.size)
    drop = before.y - line.y
    if abs(drop) < 0.5 * size:
        return True
    return 0 < drop < 2.5 * size and before.overlaps(line)


def _gutter(lines: list[Line]) -> float | None:
    """The middle of the blank strip that parts two columns, or None. By a sweep over the edges."""
    if len(lines) < 2 * _FEWEST_LINES:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    size = sorted(line.size for line in lines)[len(lines) // 2]
    edges = sorted(
        [(line.left, 1) for line in lines] + [(line.right, -1) for line in lines],
        key=lambda edge: (edge[0], edge[1]),
    )
    best: tuple[int, float, float] | None = None
    covering = 0
    for (at, change), (following, _) in pairwise(edges):
        covering += change
        middle, width = (at + following) / 2, following - at
        if width >= _NARROWEST * size and 0.15 < (middle - left) / (right - left) < 0.85:
            found = (covering, -width, middle)
            best = found if best is None or found < best else best
    if best is None:
        return None
    gutter = best[2]
    return gutter if _parts_columns(lines, gutter) else None


def _parts_columns(lines: list[Line], gutter: float) -> bool:
    """Whether text stands side by side on both sides of it, and not the cells of a table."""
    sides: dict[int, list[Line]] = {-1: [], 0: [], 1: []}
    for line in lines:
        sides[_side(line, gutter)].append(line)
    fewer = min(len(sides[-1]), len(sides[1]))
    if fewer < _FEWEST_LINES or len(sides[0]) > _MOST_ACROSS * 2 * fewer:
        return False
    if any(
        sum(len(line.text) for line in sides[side]) < _SHORTEST_MEAN * len(sides[side])
        for side in (-1, 1)
    ):
        return False
    top = min(max(line.y for line in sides[side]) for side in (-1, 1))
    bottom = max(min(line.y for line in sides[side]) for side in (-1, 1))
    beside = [sum(bottom <= line.y <= top for line in sides[side]) for side in (-1, 1)]
    return min(beside) >= _FEWEST_LINES - 1
