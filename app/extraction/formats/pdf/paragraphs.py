"""The lines of a printed text joined to paragraphs, over the ends of columns and pages.

Knows no PDF: only lines in reading order.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from app.extraction.formats.pdf.lines import WIDE, Line

_INDENT = 0.7
_SAME_SIZE = 0.12
_LARGE = 1.25
#: Documents that part words have a hyphen at the end of so many of their lines.
_PARTING = 0.025
#: So few distances say nothing of what is usual; lines are then seldom further apart than this.
_FEW_STEPS = 4
_CLOSE_PITCH = 1.5
_MARKER = re.compile(r"(?:[•‣◦▪●○■□–—*·-]|\(?\d{1,3}[.)]|\(?[a-z][.)])", re.IGNORECASE)
_LISTED = re.compile(r"(?:[•‣◦▪●○■]\s?|[–—*-]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s)\S", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:;…。！？؟۔]['\"”’»)\]]{0,2}$")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_LAST_PART = re.compile(r"[^\W\d_]+$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_BULLET = "•"
_HYPHENS = "-‐\u2011"


@dataclass(slots=True)
class Printed:
    """A paragraph as it is printed. `size` is that of its type."""

    lines: list[Line] = field(default_factory=list)

    @property
    def size(self) -> float:
        """The height of its type, in points."""
        return self.lines[0].size


def body_size(lines: Iterable[Line]) -> float:
    """The size of type, in points, of most characters; 0 where there is none."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size, 1)] += len(line.text)
    return counts.most_common(1)[0][0] if counts else 0.0


def join_rows(lines: list[Line]) -> list[Line]:
    """Pieces that stand beside one another become one line.

    Those far apart are cells, parted by tabs; a mark of a list and its words are parted by a blank.
    """
    rows: list[Line] = []
    for line in lines:
        if rows and _beside(rows[-1], line):
            rows[-1] = _row(rows[-1], line)
        else:
            rows.append(line)
    return rows


def _beside(before: Line, line: Line) -> bool:
    size = max(before.size, line.size)
    if before.page != line.page or abs(before.y - line.y) > 0.3 * size or before.overlaps(line):
        return False
    return line.left > before.left or (before.rtl and line.right < before.right)


def _row(before: Line, line: Line) -> Line:
    text = _BULLET if len(before.text) == 1 and _is_picture(before.text) else before.text
    gap = max(line.left - before.right, before.left - line.right)
    near = gap <= WIDE * max(before.size, line.size)
    return Line(
        text + (" " if near or _MARKER.fullmatch(text) else "\t") + line.text,
        min(before.left, line.left),
        max(before.right, line.right),
        before.y,
        before.size,
        [*before.edges, before.edges[-1], *line.edges],
        line.hyphen,
        line.page,
    )


def _is_picture(char: str) -> bool:
    """Whether a character has no fixed meaning, as the dots that picture fonts hold have none."""
    return "\ue000" <= char <= "\uf8ff"


def paragraphs(lines: list[Line]) -> list[Printed]:
    """The paragraphs of all lines of a document, in order.

    A paragraph ends where a line leaves room for the next line's first word, where the next is
    indented or of another size, or where the space between lines is wider than is usual. At the
    end of a column or page it goes on where its last line is full and ends no sentence.
    """
    runs = _runs(lines)
    pitch = _usual_pitch(runs)
    body = body_size(lines)
    bounds = (0.0, 0.0)
    found: list[Printed] = []
    for run in runs:
        left, right = min(line.left for line in run), max(line.right for line in run)
        for number, line in enumerate(run):
            before = found[-1].lines[-1] if found else None
            if before is None:
                goes_on = False
            elif number == 0:
                goes_on = _runs_over(before, bounds, line, left, right)
            else:
                goes_on = _is_same_block(before, line, pitch) and (
                    # The lines of a headline are broken by sense.
                    line.size > _LARGE * body or _fills(before, line, left, right)
                )
            if goes_on:
                found[-1].lines.append(line)
            else:
                found.append(Printed([line]))
        bounds = (left, right)
    return found


def _runs(lines: list[Line]) -> list[list[Line]]:
    """Lines that stand one below the other: columns, and what is printed across or beside them."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and _is_below(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _is_below(before: Line, line: Line) -> bool:
    size = max(before.size, line.size)
    return (
        before.page == line.page
        and abs(before.size - line.size) <= _SAME_SIZE * size
        and 0.3 * size < before.y - line.y < 4 * size
        and before.overlaps(line)
    )


def _usual_pitch(runs: list[list[Line]]) -> float:
    """The usual distance of lines in sizes of type: the commonest, since most lines are text."""
    counts = Counter(
        round((a.y - b.y) / a.size, 1)
        for run in runs
        for a, b in pairwise(run)
        if abs(a.size - b.size) < _SAME_SIZE * a.size
    )
    if not counts:
        return 1.0
    most = max(counts.values())
    pitch = min(pitch for pitch, count in counts.items() if count >= 0.5 * most)
    return pitch if counts.total() >= _FEW_STEPS else min(pitch, _CLOSE_PITCH)


def _is_same_block(before: Line, line: Line, pitch: float) -> bool:
    """Whether two lines are of one size, near each other, and neither is a row of a table."""
    if abs(line.size - before.size) > _SAME_SIZE * before.size:
        return False
    if "\t" in line.text or "\t" in before.text:
        return False
    return (before.y - line.y) / before.size <= max(1.25 * pitch, pitch + 0.2)


def _fills(before: Line, line: Line, left: float, right: float) -> bool:
    """Whether `line` goes on a paragraph of running text, by indents and the room before it."""
    if before.hyphen or _ends_hyphened(before):
        return True
    if _LISTED.match(line.text):
        return False
    rtl, size = line.rtl, before.size
    indent = before.right - line.right if rtl else line.left - before.left
    own = right - before.right if rtl else before.left - left
    if indent > _INDENT * size and own < _INDENT * size and not _LISTED.match(before.text):
        return False
    return not _has_room(before, line, left, right)


def _has_room(before: Line, line: Line, left: float, right: float) -> bool:
    """Whether the first word of `line` would have fitted on the line before, had it belonged."""
    room = before.left - left if before.rtl else right - before.right
    if before.rtl != line.rtl:
        # A line of a foreign script may stand at either edge.
        room = max(before.left - left, right - before.right)
    if _is_dense(before.text[-1]):
        # Without blanks between words a line is broken anywhere.
        return room > 2.2 * before.size
    word = line.text.split(" ", 1)[0]
    edges = line.edges[: len(word)]
    width = max(edge[1] for edge in edges) - min(edge[0] for edge in edges)
    return room > width + 0.5 * before.size


def _runs_over(
    before: Line, bounds: tuple[float, float], line: Line, left: float, right: float
) -> bool:
    """Whether a paragraph goes on in the next column or page."""
    size = before.size
    if abs(line.size - size) > _SAME_SIZE * size or "\t" in line.text or "\t" in before.text:
        return False
    if before.hyphen or _ends_hyphened(before):
        return True
    if _has_room(before, line, *bounds) or _LISTED.match(line.text):
        return False
    first = line.text.lstrip("“\"'‘«„([")[:1]
    if first.islower():
        return True
    if line.page == before.page and line.y < before.y:
        # Further down on the same page: beside a picture, or another text.
        return False
    indent = right - line.right if line.rtl else line.left - left
    return not _ENDED.search(before.text) and indent < _INDENT * size


class Joints:
    """How two lines of one paragraph are joined: by a blank, by a hyphen, or by nothing.

    A hyphen at the end of a line is dropped only where the document speaks for it, so that a quote
    stays findable. Its second half must begin in the lower case. It is dropped where the word
    stands elsewhere in one piece; kept where it stands elsewhere with the hyphen, or where both
    halves are words of their own elsewhere ("well-known"). With none of these it is dropped in a
    document that parts words at the ends of its lines, as often as only such documents have
    hyphens there: what word processors and browsers print seldom does. No blank is put after it.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self._words: set[str] = set()
        count = parted = 0
        for line in lines:
            found = [match.group().casefold() for match in _WORD.finditer(line.text)]
            ends = line.hyphen or _ends_hyphened(line)
            # The halves of parted words are no words.
            self._words.update(found[:-1] if ends else found)
            count += 1
            parted += ends
        self._parts_words = parted >= _PARTING * count

    def between(self, before: Line, line: Line) -> tuple[int, str]:
        """How many characters to drop from the end of `before`, and what to put after it."""
        hyphened = _ends_hyphened(before)
        if before.hyphen or hyphened:
            text = before.text[:-1] if hyphened else before.text
            return int(hyphened), "" if self._is_one_word(text, line.text) else "-"
        if _is_dense(before.text[-1]) and _is_dense(line.text[0]):
            return 0, ""
        return 0, " "

    def _is_one_word(self, before: str, after: str) -> bool:
        first, second = _LAST_PART.search(before), _FIRST_PART.match(after)
        if first is None or second is None or not second[0][0].islower():
            return False
        a, b = first[0].casefold(), second[0].casefold()
        if a + b in self._words:
            return True
        if f"{a}-{b}" in self._words:
            return False
        return self._parts_words and not (a in self._words and b in self._words)


def _ends_hyphened(line: Line) -> bool:
    text = line.text
    return len(text) > 1 and text[-1] in _HYPHENS and text[-2].isalnum() and not line.hyphen


def _is_dense(char: str) -> bool:
    """Whether a character is of a script that is written without blanks between words."""
    if char < "\u0e00" or "\uac00" <= char <= "\ud7a3":
        return False
    thai_to_khmer = ("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff")
    return unicodedata.east_asian_width(char) in "WF" or any(
        first <= char <= last for first, last in thai_to_khmer
    )


def joined(printed: Printed, joints: Joints) -> Iterator[tuple[Line, int, str]]:
    """Each line of a paragraph, how many characters of it stand, and what stands after it."""
    for before, line in pairwise(printed.lines):
        dropped, between = joints.between(before, line)
        yield before, len(before.text) - dropped, between
    last = printed.lines[-1]
    yield last, len(last.text), "-" if last.hyphen else ""
